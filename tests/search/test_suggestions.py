"""Terms to offer: counted by pieces, in their most frequent spelling, and no stop words."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.search import suggestions
from bot.search.analysis import fold, is_stop, surfaces
from bot.search.suggestions import LONGEST_PIECE, SHORTEST, Suggestions, Tally

_PIECES = st.sampled_from(
    ["dyke", "Dyke", "DYKE.", "(dyke)", "the", "The", "and", "die", "Die", "anti-flood", "U.S.", "quay", "Ёлка", "1953"]
)
_COUNTED = st.dictionaries(_PIECES | st.text("abcd", min_size=1, max_size=3), st.integers(1, 9), max_size=30)


def expected(given: dict[str, dict[str, int]], kept: int) -> tuple[str, ...]:
    """Each word of each language that is no stop word there, the most frequent first."""
    times = Counter[str]()
    for language, pieces in given.items():
        for piece, often in pieces.items():
            for spelt in surfaces(piece):
                if len(spelt) >= SHORTEST and not spelt.isdecimal() and not is_stop(fold(spelt), language):
                    times[spelt] += often
    spellings = {fold(spelt): [each for each in times if fold(each) == fold(spelt)] for spelt in times}
    ordered = sorted((-sum(times[each] for each in every), min(every), word) for word, every in spellings.items())
    return tuple(max(spellings[word], key=lambda each: (times[each], each)) for *_, word in ordered[:kept])


@given(english=_COUNTED, german=_COUNTED, kept=st.integers(1, 6))
def test_the_most_frequent_words_are_offered(english: dict[str, int], german: dict[str, int], kept: int) -> None:
    tally = Tally()
    tally.count(english, "en")
    tally.count(german, "de")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(suggestions, "KEPT", kept)
        assert tally.best() == expected({"en": english, "de": german}, kept)


def test_words_of_texts_without_spaces_are_counted_one_by_one() -> None:
    tally = Tally()
    for first in range(3):
        tally.count({f"quay{first}/dyke/" + "sluice/" * LONGEST_PIECE: 1}, "en")
    assert tally.best()[:2] == ("sluice", "dyke")
    assert len(tally.best()) == 5


@pytest.mark.parametrize(
    ("small", "subject"),
    [
        ("two like often made", "harbour"),
        ("двох може часто зробили", "гавань"),
        ("трёх могли сначала большие", "гавань"),
        ("שלושה אפשר הרבה הראשון", "נמל"),
        ("ثلاثة يمكن كثيرة الأولى", "ميناء"),
    ],
)
def test_small_words_are_completed_and_never_offered_as_a_subject(small: str, subject: str) -> None:
    frequent = [(word, 9) for word in small.split()]
    suggestions = Suggestions([*frequent, (subject, 2)])
    assert suggestions.complete("", 5) == [subject]
    assert all(suggestions.complete(word[:-1], 5) == [word] for word, _ in frequent)
