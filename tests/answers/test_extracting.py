"""Extracts keep to their words, take no line twice, stay near what is asked, and say each thing once."""

from hypothesis import given
from hypothesis import strategies as st

from bot.answers.extracting import NEAR, Candidate, Stretch, around, extract, line_of
from bot.answers.register import register
from bot.search.analysis import words

WORDS = ("harbour", "dyke", "the", "council", "ships", "of", "winter", "gates", "we", "held", "and", "tide")


def stretch_of(texts: list[str], places: list[int] | None = None) -> Stretch:
    return Stretch([line_of(text, "en") for text in texts], places or list(range(len(texts))))


def single(texts: list[str]) -> list[Candidate]:
    return [Candidate((at,)) for at in range(len(texts))]


@given(
    texts=st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join), min_size=1, max_size=12),
    asked=st.sets(st.sampled_from(["harbour", "dyke", "gate", "zyzzyva"]), max_size=2),
    budget=st.integers(1, 60),
)
def test_within_its_words_and_nothing_twice(texts: list[str], asked: set[str], budget: int) -> None:
    candidates = [*single(texts), *(Candidate((at, at + 1)) for at in range(len(texts) - 1))]
    taken = extract(stretch_of(texts), candidates, asked, budget)
    lines = [line for at in taken for line in candidates[at].lines]
    assert len(lines) == len(set(lines))
    assert sum(len(words(texts[line])) for line in lines) <= budget
    assert taken == extract(stretch_of(texts), candidates, asked, budget)


def test_what_is_said_already_is_passed_over() -> None:
    texts = [
        "The dyke of the harbour broke in winter.",
        "The dyke of the harbour broke in winter again.",
        "Ships near the dyke were lost with their cargo.",
    ]
    assert set(extract(stretch_of(texts), single(texts), {"dyke"}, 17)) == {0, 2}


def test_neighbours_of_what_is_asked_count_and_far_ones_do_not() -> None:
    texts = ["The council spoke of the tax.", "Merchants paid it late.", "The gulls slept on the roofs."]
    beside = around(stretch_of(texts, [0, 1, 2]), {"tax"})
    assert beside[0] > beside[1] > beside[2] > 0
    apart = around(stretch_of(texts, [0, 1, NEAR + 1]), {"tax"})
    assert apart[2] == 0


def test_nothing_near_is_nothing_taken() -> None:
    texts = ["The gulls slept on the roofs.", "Ships waited outside of the harbour."]
    assert extract(stretch_of(texts), single(texts), {"zyzzyva"}, 50) == []
    assert extract(stretch_of(texts), [Candidate((0,), 1.0), Candidate((1,), 0.0)], {"zyzzyva"}, 50) == [0]


def test_voices_share_the_words() -> None:
    texts = [
        "The dyke of the harbour needs a new gate.",
        "The gate of the dyke needs the money of the town.",
        "The dyke is for the fishermen of the coast a wall.",
    ]
    one_voice = [Candidate((at,), voice="Ada") for at in range(3)]
    two_voices = [*one_voice[:2], Candidate((2,), voice="Ben")]
    assert set(extract(stretch_of(texts), one_voice, {"dyke"}, 22)) == {0, 1}
    assert set(extract(stretch_of(texts), two_voices, {"dyke"}, 22)) == {0, 2}


def test_written_sentences_are_told_from_talk() -> None:
    assert register(words("The wall of the town stands in the sea"), "en") > 0
    assert register(words("Well I mean you know we just went"), "en") < 0
    assert register(words("Рада міста про мури"), "uk") > 0
    assert register(words("alei venimbe"), "xx") == 0


def test_how_written_a_sentence_is_counts_in_talk_alone() -> None:
    asked = ["Our dykes need dyke builders, money, stone, gates.", "The wall of the town is in the sea by the dyke."]
    talk = ["Well I mean you know we just went past the dyke, okay.", "Yeah I think so, uh, right.", *asked]
    prose = ["The keeper of the lamp slept beside a dyke.", "Ships left before the tide of spring turned.", *asked] * 2
    assert extract(stretch_of(talk), single(talk), {"dyke"}, 12) == [3]
    assert extract(stretch_of(prose), single(prose), {"dyke"}, 12)[0] in (2, 6)


def test_a_word_that_is_said_again_and_again_adds_less_than_another_one() -> None:
    texts = ["Gulls, gulls, gulls, gulls, gulls, gulls, gulls and gulls.", "Gulls fear lamps."]
    places = [0, 2 * NEAR]
    again, both = around(stretch_of([*texts, "Nobody came."], [*places, 4 * NEAR]), {"gull", "lamp"})[:2]
    assert both > again
