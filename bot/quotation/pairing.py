"""Which words of a short gap stand for which of another: in order, equal or near."""

from bot.quotation.likeness import near

Pair = tuple[int, int]

NEAR = 0.7
"""What two words count that are nearly the same."""


def in_order(said: list[str], true: list[str], ours: tuple[int, int], theirs: tuple[int, int]) -> list[Pair]:
    """Find words that stand between two ellipses, in their order; all of them or none."""
    pairs: list[Pair] = []
    place = theirs[0]
    for at in range(*ours):
        while place < theirs[1] and true[place] != said[at]:
            place += 1
        if place == theirs[1]:
            return []
        pairs.append((at, place))
        place += 1
    return pairs


def straight(said: list[str], true: list[str], ours: tuple[int, int], theirs: tuple[int, int]) -> list[Pair]:
    """Pair word for word, if at least half of them agree."""
    shift = theirs[0] - ours[0]
    places = range(*ours)
    pairs = [(at, at + shift) for at in places if said[at] == true[at + shift] or near(said[at], true[at + shift])]
    return pairs if 2 * len(pairs) >= len(places) else []


def table(said: list[str], true: list[str], ours: tuple[int, int], theirs: tuple[int, int]) -> list[Pair]:
    """Align globally (Needleman and Wunsch), for the most and nearest pairs in order."""
    rows, columns = ours[1] - ours[0], theirs[1] - theirs[0]
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for row in range(rows - 1, -1, -1):
        one = said[ours[0] + row]
        for column in range(columns - 1, -1, -1):
            other = true[theirs[0] + column]
            gain = 1.0 if one == other else NEAR if near(one, other) else 0.0
            skip = max(best[row + 1][column], best[row][column + 1])
            best[row][column] = max(skip, gain + best[row + 1][column + 1]) if gain else skip
    pairs: list[Pair] = []
    row = column = 0
    while row < rows and column < columns:
        if best[row][column] == best[row + 1][column]:
            row += 1
        elif best[row][column] == best[row][column + 1]:
            column += 1
        else:
            pairs.append((ours[0] + row, theirs[0] + column))
            row, column = row + 1, column + 1
    return pairs
