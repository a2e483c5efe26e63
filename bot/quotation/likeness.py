"""When two words are one word with a slip of the finger, or two forms of it."""

from rapidfuzz.distance import OSA


def near(one: str, other: str) -> bool:
    """Whether words are alike: one edit in three to five letters, two in six to eight, three in nine or more.

    An edit adds, drops or changes a letter or swaps two neighbours (optimal string alignment distance).
    """
    short, long = (len(one), len(other)) if len(one) < len(other) else (len(other), len(one))
    if short < 3 or long - short > 3 or not (one[0] == other[0] or one[-1] == other[-1] or one[1] == other[1]):
        return False
    most = long // 3
    return OSA.distance(one, other, score_cutoff=most) <= most
