"""From a text to the pieces that the model knows: the likeliest way to cut each word (Kudo 2018, a unigram model)."""

from functools import lru_cache

from bot.search.semantic.weights import Vocabulary

# What stands for the space before a word.
_SPACE = "\u2581"
# As SentencePiece does it: a letter that is in no piece costs ten more than the rarest piece.
_UNKNOWN = 10.0


class Pieces:
    """Cuts texts. The words that came lately are remembered: a text says most of its words more than once."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._ids = {piece: number for number, piece in enumerate(vocabulary.pieces)}
        self._scores: list[float] = vocabulary.scores.tolist()
        self._worst = min(self._scores) - _UNKNOWN
        self._longest = max(map(len, vocabulary.pieces))
        self._replaced = {letter: text for letter, text in vocabulary.replaced.items() if text != chr(letter)}
        self.of_word = lru_cache(maxsize=32_768)(self._cut)

    def of(self, text: str, most: int) -> list[int]:
        """Give the numbers of a text's pieces with the marks of beginning and end, at most `most` of them together."""
        found = [self._vocabulary.begin]
        for word in text.translate(self._replaced).split():
            found += self.of_word(word)
            if len(found) >= most:
                break
        return [*found[: most - 1], self._vocabulary.end]

    def _cut(self, word: str) -> tuple[int, ...]:
        """Find the likeliest pieces of a word: best[i] is the best way to cut its first i letters (Viterbi)."""
        marked = _SPACE + word
        best: list[tuple[float, int, int]] = [(0.0, 0, 0)]
        for end in range(1, len(marked) + 1):
            score, start, piece = best[end - 1][0] + self._worst, end - 1, self._vocabulary.unknown
            for begin in range(max(0, end - self._longest), end):
                number = self._ids.get(marked[begin:end])
                if number is not None and best[begin][0] + self._scores[number] > score:
                    score, start, piece = best[begin][0] + self._scores[number], begin, number
            best.append((score, start, piece))
        return tuple(self._traced(best))

    def _traced(self, best: list[tuple[float, int, int]]) -> list[int]:
        """Walk back over the best cuts; letters in a row that are in no piece are one unknown piece."""
        found: list[int] = []
        end = len(best) - 1
        while end:
            _, start, piece = best[end]
            if not (found and piece == found[-1] == self._vocabulary.unknown):
                found.append(piece)
            end = start
        return found[::-1]
