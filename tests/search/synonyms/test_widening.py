"""Questions are read by synonyms: what stands nowhere as what does, and what does as its others, too, for less."""

import asyncio
from contextlib import suppress
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import AskingError
from bot.model import Source
from bot.search import Found, Index
from bot.search.synonyms import grouped, read
from tests.fakes import FakeLibrary

DYKE = """The truce at the dyke held for a week.

The ceasefire at the lock held for a week.

Both the truce and the ceasefire were broken by the storm.

The United Nations sent an engineer to Gaza.

The UN sent two engineers to Kyiv.

Nations that are united by a river share a dyke.
"""
UKRAINIAN = "Перемир'я біля шлюзу тривало тиждень.\n\nООН надіслала інженера до Києва."
HEBREW = "הפסקת האש ליד הסכר נמשכה שבוע.\n\nמהנדס של האו״ם הגיע לקייב."
OWN = partial(
    grouped, read(["dyke = levee = sea wall", "шлюз = lock = sluice", "ship/ships = vessel"]), with_shipped=False
)


async def opened(*texts: tuple[str, str], synonyms: object = grouped) -> Index:
    library = FakeLibrary()
    for language, text in texts or (("en", DYKE),):
        library.put(Source(f"text-{language}", language, language=language), text)
    return await Index.open(None, library, synonyms=synonyms)


def ids(found: Found) -> list[str]:
    return [match.passage for match in found.matches]


def signals(found: Found, passage: str) -> dict[str, tuple[str, ...]]:
    (match,) = (match for match in found.matches if match.passage == passage)
    return {signal.name: signal.terms for signal in match.why}


@pytest.mark.parametrize(
    "asked", ["перемир'я", "перемирия", "הפסקת האש", "בהפסקת האש", "هدنة", "وقف إطلاق النار", "armistice"]
)
async def test_what_stands_in_no_text_is_read_as_what_does(asked: str) -> None:
    found = (await opened()).search(asked)
    assert set(ids(found)) == {"text-en-1", "text-en-2", "text-en-3"}
    ((_, used),) = found.replaced
    assert used in (("truce",), ("ceasefire",))
    assert found.missing == 0


async def test_only_words_of_the_texts_are_told_of_a_question() -> None:
    found = (await opened()).search("Что сказано о перемирии, ООН и невидимке?")
    assert set(found.terms) <= {"ceasefire", "truce", "un", "united", "nations"}
    assert {asked for asked, _ in found.replaced} <= {"перемирʼя", "перемирие", "ООН"}
    assert len(found.replaced) == 2


async def test_what_stands_in_the_texts_is_read_also_as_its_others_for_less() -> None:
    found = (await opened()).search("truce")
    assert found.also == (("truce", ("ceasefire",)),)
    assert ids(found) == ["text-en-1", "text-en-3", "text-en-2"]
    assert signals(found, "text-en-2")["synonyms"] == ("ceasefire",)
    assert "text" not in signals(found, "text-en-2")


async def test_what_has_both_is_counted_once() -> None:
    with_both = (await opened(("en", "The truce and the ceasefire held."))).search("truce").matches[0]
    with_one = (await opened(("en", "The truce and the ceasefire held."), synonyms=None)).search("truce").matches[0]
    assert with_both.why == with_one.why


async def test_what_is_asked_itself_is_no_synonym_of_another_word() -> None:
    found = (await opened()).search("truce ceasefire")
    assert found.also == ()
    assert ids(found)[0] == "text-en-3"


async def test_phrases_are_read_as_phrases() -> None:
    index = await opened()
    assert ids(index.search("UN engineer")) == ["text-en-5", "text-en-4"]
    found = index.search("United Nations engineer")
    assert ids(found)[0] == "text-en-4"
    assert "text-en-6" not in ids(index.search("UN"))
    assert [asked for asked, _ in found.also] == ["United Nations"]
    assert signals(found, "text-en-5")["synonyms"] == ("un",)


async def test_a_phrase_in_marks_is_looked_for_as_it_is() -> None:
    found = (await opened()).search('"truce" week')
    assert ids(found) == ["text-en-1", "text-en-3"]
    assert all(asked != "truce" for asked, _ in found.also)
    assert ids((await opened()).search('"United Nations"')) == ["text-en-4"]


async def test_one_question_finds_texts_in_other_languages() -> None:
    index = await opened(("en", DYKE), ("uk", UKRAINIAN), ("he", HEBREW))
    for asked in ("ceasefire", "перемир'я", "הפסקת אש"):
        assert {"text-en", "text-uk", "text-he"} == {match.source for match in index.search(asked).matches}
        assert index.fitting(asked) == ["text-en", "text-he", "text-uk"]


async def test_occurrences_are_of_the_word_alone() -> None:
    assert (await opened()).occurrences("ceasefire").total == 2


async def test_without_groups_words_are_themselves() -> None:
    index = await opened(synonyms=None)
    assert ids(index.search("truce")) == ["text-en-1", "text-en-3"]
    assert index.search("перемир'я").matches == ()


async def test_groups_of_an_operator() -> None:
    index = await opened(("en", "A levee broke. Vessels waited at the sluice.\n\nA sea wall is a wall."), synonyms=OWN)
    assert index.search("dyke").replaced == (("dyke", ("levee",)),)
    assert ids(index.search("dykes")) == ["text-en-1", "text-en-2"]
    assert index.search("ships at the шлюзу").replaced == (("ship", ("vessel",)), ("шлюз", ("sluice",)))


async def test_a_word_of_one_language_is_not_looked_for_in_another_of_the_same_letters() -> None:
    fate = "Он не ушел от року.\n\nПрошел год."
    index = await opened(("ru", fate))
    assert ids(index.search("год")) == ["text-ru-2"]
    both = await opened(("ru", fate), ("uk", "Минуло пів року."))
    assert "text-uk-1" in ids(both.search("год"))


async def test_a_word_with_two_meanings_is_read_as_the_first_that_stands_there() -> None:
    often = "The world is wide.\n\nIt went around the world."
    both = await opened(("en", f"{often}\n\nThen came peace."))
    assert both.search("мир").replaced == (("мир", ("peace",)),)
    world = await opened(("en", often))
    assert world.search("мир").replaced == (("мир", ("world",)),)


async def test_forms_of_a_word_are_not_its_synonyms() -> None:
    index = await opened(("en", "A ship waited.\n\nShips went.\n\nA vessel came."), synonyms=OWN)
    assert index.search("ship").also == (("ship", ("vessel",)),)


WORDS = ["truce", "ceasefire", "перемирие", "הפסקת אש", "هدنة", "UN", "United Nations", "ООН", "or", "Kyiv", "Києві"]
WORDS += ["week", "storm", "dyke", "armistice", "engineer", "שבוע", "невідомо", "united", "nations", '"the truce"']
INDEX = asyncio.run(opened())
MIXED = asyncio.run(opened(("en", DYKE), ("uk", UKRAINIAN), ("he", HEBREW)))


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=9), st.sampled_from([INDEX, MIXED]))
def test_asking_again_with_what_is_kept_finds_the_same(asked: list[str], index: Index) -> None:
    """As `why` does: it keeps the words that stand in the texts, and how many others there were (note 004)."""
    found = index.search(" ".join(sorted(("dyke", *asked), key=lambda word: not word.startswith('"'))))
    again = index.search(" ".join((*found.terms, *(f"{number:032}" for number in range(found.missing)))))
    assert [(match.passage, match.score) for match in again.matches] == [
        (match.passage, match.score) for match in found.matches
    ]
    assert again.terms == found.terms


SAID = ["truce", "ceasefire", "un", "united nations", "nations", "перемир'я", "הפסקת אש", "kyiv", "stone", "камінь"]
ONE_TO_THREE = {"min_size": 1, "max_size": 3}


@given(
    st.dictionaries(
        st.sampled_from(["a", "b", "c"]), st.lists(st.sampled_from(SAID), min_size=1, max_size=5), **ONE_TO_THREE
    ),
    st.lists(st.sampled_from(WORDS[:11]), **ONE_TO_THREE),
)
def test_fitting_texts_are_those_that_searching_finds(texts: dict[str, list[str]], asked: list[str]) -> None:
    library = FakeLibrary()
    for number, (name, said) in enumerate(texts.items()):
        library.put(Source(name, name, language=("en", "uk")[number % 2]), "\n\n".join(said))
    index = asyncio.run(Index.open(None, library, synonyms=grouped))
    with suppress(AskingError):
        found = index.search(" ".join(asked), limit=50)
        if found.matches:
            assert index.fitting(" ".join(asked)) == sorted({match.source for match in found.matches})


@given(st.sampled_from(["truce", "ceasefire", "UN", "Kyiv", "war", "army"]), st.sampled_from(["week", "storm", "dyke"]))
def test_a_synonym_never_counts_more_than_the_word(word: str, other: str) -> None:
    (group,) = (group for group in grouped_entries() if word in {entry.written for entry in group})
    english = [entry.written for entry in group if entry.written.isascii()]
    text = "\n\n".join(f"Here {one} and {other} stand side by side." for one in english)
    found = asyncio.run(opened(("en", text))).search(f"{word} {other}")
    best = english.index(word) + 1
    assert found.matches[0].score == max(match.score for match in found.matches)
    assert {match.passage: match.score for match in found.matches}[f"text-en-{best}"] == found.matches[0].score


def grouped_entries() -> list[tuple[object, ...]]:
    from bot.search.synonyms import shipped

    return [group for group in shipped() if group[0].written in ("ceasefire", "United Nations", "Kyiv", "war", "army")]
