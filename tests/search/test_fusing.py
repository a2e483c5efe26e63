"""A leg beside the words: what it finds near is an answer, and each signal of the sum is told."""

import math
from collections.abc import Sequence

import pytest

from bot.answers.comparison import compare
from bot.answers.quote import quote
from bot.answers.summary import summary
from bot.search import Index, Library
from bot.search.legs import Near
from tests.fakes import FakeLibrary

TEXTS = {
    "boats": "The ferry left at noon with forty sheep aboard.\n\nNobody painted the ferry that year.",
    "fields": "Barley was sown late, and the barley rotted.\n\nA mill stood idle by the weir.",
}


class Taught:
    """A leg that is told how near each passage is to any question."""

    name = "meaning"
    generation = 3

    def __init__(self, near: dict[str, float], share: float = 0.5) -> None:
        self.near, self._share = near, share
        self.refreshed = 0
        self.prepared: list[str] = []

    def share(self, language: str) -> float:
        assert language == "en"
        return self._share

    def stranger(self, _language: str) -> float:
        return 0.2

    def least(self, _language: str) -> float:
        return 0.7

    async def prepare(self, questions: Sequence[str]) -> None:
        self.prepared.extend(questions)

    def nearest(self, _question: str, limit: int, source: str | None = None) -> Sequence[Near]:
        there = {passage: value for passage, value in self.near.items() if source in (None, passage.partition("-")[0])}
        return [Near(passage, there[passage]) for passage in sorted(there, key=lambda one: -there[one])][:limit]

    def nearness(self, _question: str, passages: Sequence[str]) -> Sequence[float | None]:
        return [self.near.get(passage) for passage in passages]

    async def refresh(self, _library: Library) -> None:
        self.refreshed += 1


async def opened(leg: Taught) -> Index:
    return await Index.open(None, FakeLibrary(TEXTS), legs=(leg,))


async def test_what_a_leg_finds_near_is_an_answer_without_a_shared_word() -> None:
    leg = Taught({"fields-2": 0.9, "boats-1": 0.5})
    index = await opened(leg)
    found = index.search("молоти зерно")
    assert [match.passage for match in found.matches] == ["fields-2"]
    assert [match.passage for match in found.nearest] == ["boats-1"]
    assert [signal.name for signal in found.matches[0].why] == ["meaning"]
    assert leg.refreshed == 1
    assert index.generation > leg.generation


async def test_the_sum_is_that_of_its_signals_and_convex() -> None:
    index = await opened(Taught({"boats-1": 0.3, "boats-2": 0.7, "fields-1": 0.1}))
    plain = await Index.open(None, FakeLibrary(TEXTS))
    words = {match.passage: match.score for match in plain.search("ferry").matches}
    found = index.search("ferry").matches
    assert [match.passage for match in found] == ["boats-2", "boats-1"]
    for match in found:
        assert match.score == pytest.approx(sum(signal.value for signal in match.why))
        likeness = {"boats-1": 0.2, "boats-2": 1.0}[match.passage]
        # Half is the words' and half the leg's; the word stands in two of four passages, which makes it weigh ln 2.
        assert match.score == pytest.approx(words[match.passage] + math.log(2) * likeness)


async def test_the_whole_is_what_a_passage_gets_that_has_every_asked_word() -> None:
    texts = FakeLibrary({"boats": "ferry\n\nsheep\n\nbarge"})
    (plain,) = (await Index.open(None, texts)).search("ferry").matches
    (found,) = (await Index.open(None, texts, legs=(Taught({"boats-1": 0.9}),))).search("ferry").matches
    whole = sum(signal.value for signal in plain.why if signal.name != "sense")
    assert found.score == pytest.approx(plain.score + whole)


async def test_a_word_by_chance_does_not_outweigh_what_a_whole_question_means() -> None:
    index = await opened(Taught({"boats-1": 0.5, "fields-2": 0.9}))
    asked = "молоти зерно борошно жорна ferry"
    found = index.search(asked)
    assert next(match.passage for match in (*found.matches, *found.nearest)) == "fields-2"


async def test_filters_phrases_and_pages_hold_for_what_a_leg_finds() -> None:
    index = await opened(Taught({"boats-1": 0.9, "boats-2": 0.8, "fields-1": 0.95}))
    assert {match.source for match in index.search("ferry", source="boats").matches} == {"boats"}
    assert [match.passage for match in index.search('"the ferry that year"').matches] == ["boats-2"]
    whole = index.search("ferry").matches
    assert len(whole) == 3
    assert tuple(index.search("ferry", limit=1, offset=at).matches[0] for at in range(3)) == whole


async def test_a_leg_that_has_nothing_ready_changes_nothing() -> None:
    index = await opened(Taught({}))
    plain = await Index.open(None, FakeLibrary(TEXTS))
    assert index.search("barley").matches == plain.search("barley").matches


async def test_a_passage_that_is_passed_over_is_so_for_a_leg_too() -> None:
    index = (await opened(Taught({"fields-2": 0.9}))).without(frozenset({"fields-2"}))
    assert index.search("grinding grain").matches == ()
    assert index.passed == {"fields-2"}


async def test_answers_let_a_leg_work_a_question_out_before_they_search() -> None:
    leg = Taught({"fields-2": 0.9})
    index, library = await opened(leg), FakeLibrary(TEXTS)
    await quote(library, index, "ferry")
    await summary(library, index, "ferry")
    await compare(library, index, "ferry")
    assert leg.prepared == ["ferry"] * 3


async def test_two_legs_share_what_one_would_count_for() -> None:
    one, other = Taught({"boats-1": 0.3, "boats-2": 0.7}), Taught({"boats-1": 0.9})
    other.name = "english"
    index = await Index.open(None, FakeLibrary(TEXTS), legs=(one, other))
    alone = await opened(one)
    values, before = (
        {match.passage: {signal.name: signal.value for signal in match.why} for match in asked.search("ferry").matches}
        for asked in (index, alone)
    )
    # Where only one knows a passage it counts in full; where both do, half of what each says.
    assert values["boats-2"] == pytest.approx(before["boats-2"])
    assert values["boats-1"]["meaning"] == pytest.approx(before["boats-1"]["meaning"] / 2)
    assert values["boats-1"]["english"] == pytest.approx(before["boats-2"]["meaning"] / 2)
    assert values["boats-1"]["text"] == pytest.approx(before["boats-1"]["text"])
