"""Extracts keep to their words, take no line twice, stay near what is asked, and say each thing once."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.answers.extracting import NEAR, Candidate, Stretch, around, extract
from bot.answers.lines import line_of
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


def test_how_things_are_told_counts_in_talk_alone() -> None:
    told = ["The dyke, masons, divers and the guards need pay.", "The dyke has to be as it was for the town."]
    talk = ["Well I mean you know we just went past the dyke, okay.", "Yeah I think so, uh, right.", *told]
    prose = ["The keeper of the lamp slept beside a dyke.", "Ships left before the tide of spring turned.", *told]
    assert extract(stretch_of(talk), single(talk), {"dyke"}, 12) == [3]
    assert extract(stretch_of(prose), single(prose), {"dyke"}, 12)[0] == 2


@given(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join))
def test_a_pair_tells_or_joins(text: str) -> None:
    line = line_of(text, "en")
    assert line.concepts | line.joining == line.whole
    assert not line.concepts & line.joining
    assert all(pair[0] not in line.stems and pair[1] not in line.stems for pair in line.joining)


def test_a_word_that_is_said_again_and_again_adds_less_than_another_one() -> None:
    texts = ["Gulls, gulls, gulls, gulls, gulls, gulls, gulls and gulls.", "Gulls fear lamps."]
    places = [0, 2 * NEAR]
    again, both = around(stretch_of([*texts, "Nobody came."], [*places, 4 * NEAR]), {"gull", "lamp"})[:2]
    assert both > again


FERRY = {
    "en": [
        "The ferry carries the islanders to their school, to the clinic and to the market of the mainland each day.",
        "The council wants a bridge in place of the ferry, paid for by tolls on visitors and by the fishermen's rents.",
        "Everybody has an opinion on it.",
    ],
    "uk": [
        "Пором щодня возить остров'ян до школи, до лікарні та на ринок материка через широку протоку.",
        "Рада хоче замість порома збудувати міст, за який платитимуть гості острова та рибалки з орендованих причалів.",
        "Кожен має про це власну думку.",
    ],
}


@pytest.mark.parametrize("language", FERRY)
def test_words_that_are_left_are_not_filled_with_what_says_next_to_nothing(language: str) -> None:
    texts = FERRY[language]
    stretch = Stretch([line_of(text, language) for text in texts], range(len(texts)))
    taken = extract(stretch, [Candidate((at,), 1.0) for at in range(len(texts))], (), 60)
    assert set(taken) == {0, 1}


@pytest.mark.parametrize("language", FERRY)
def test_where_a_sentence_stands_doesnt_count_in_what_it_has_to_add(language: str) -> None:
    texts = FERRY[language]
    stretch = Stretch([line_of(text, language) for text in texts], range(len(texts)))
    taken = extract(stretch, [Candidate((at,), prior) for at, prior in enumerate((1.0, 0.1, 1.0))], (), 60)
    assert set(taken) == {0, 1}


def test_what_was_asked_is_answered_in_few_words_too() -> None:
    taken = extract(stretch_of(FERRY["en"]), single(FERRY["en"]), {"opinion", "ferri"}, 60)
    assert set(taken) == {0, 1, 2}


def test_with_room_for_one_sentence_it_is_the_one_that_tells_most() -> None:
    texts = [
        "The ferries sail to market.",
        "The market of the mainland buys fish.",
        "Old ferries of the island sail to the market of the mainland with fish, wool and salt.",
        "The market of the mainland buys fish of the island, wool of its sheep and salt.",
        "Bridges would take the trade of the ferries away, their wool, their fish and their salt.",
        "The council pays for the ferries, and the passengers pay for the wool and the salt.",
    ]
    taken = extract(stretch_of(texts), [Candidate((at,), 1.0) for at in range(len(texts))], (), 17)
    assert taken == [2]


@given(
    texts=st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join), min_size=1, max_size=9),
    budget=st.integers(1, 60),
)
@example(texts=["we we"], budget=2)
def test_a_text_that_has_something_to_say_which_fits_says_it(texts: list[str], budget: int) -> None:
    stretch = stretch_of(texts)
    fitting = [line for line in stretch.lines if line.words <= budget and line.concepts]
    assert bool(extract(stretch, single(texts), (), budget)) == bool(fitting)
