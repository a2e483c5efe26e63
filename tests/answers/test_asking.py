"""What a question is about, without who is asked for, and what is told where nothing is about it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers.asking import matter, subject, telling
from bot.answers.quote import quote
from bot.answers.summary import NEAREST, summary
from bot.answers.why import again, why
from bot.search import Index
from tests.fakes import FakeLibrary


@pytest.mark.parametrize(
    ("about", "left"),
    [
        ("Why did the baker disagree with the miller when discussing the price of flour?", "price flour"),
        ("What did the crew say about the wreck in the book about storms?", "wreck book storms"),
        ("What did Mara Lind say about the dyke?", "dyke"),
        ("What did she think of using oak when presenting the new gate?", "using oak new gate"),
        ("Summarise the fishing expert's opinions towards net sizes.", "net sizes"),
        ("Which colour did the council propose for the doors?", "colour doors"),
        ("What was the conclusion of the debate about the mill?", "mill"),
        ("Що Мара Лінд сказала про греблю, коли обговорювали мури?", "греблю мури"),
        ("Чому рада не погодилася зі скарбником щодо ціни борошна?", "ціни борошна"),
        ("Что мэр сказал о плотине?", "плотине"),
        ("מה אמר ראש המועצה לגבי הסכר?", "הסכר"),
        ("מה דעתו של הטוחן על מחיר הקמח?", "מחיר הקמח"),
        ("ماذا قال رئيس البلدية عن السد؟", "السد"),
        ("ما رأي الطحان في سعر الطحين؟", "سعر الطحين"),
    ],
)
def test_who_spoke_and_that_they_did_is_not_what_a_question_is_about(about: str, left: str) -> None:
    assert " ".join(telling(matter(about))) == left


@pytest.mark.parametrize(
    ("about", "left"),
    [
        ("Does Mara Lind disagree with Tom Reed about the dyke?", "mara lind tom reed dyke"),
        ("What did Lind propose for the gates?", "lind gates"),
        ("Does the miller disagree with the baker about flour?", "miller disagree baker flour"),
        ("Mara Lind disagree dyke", "mara lind disagree dyke"),
        ("Чому Лінд не погодилася з радою щодо греблі?", "лінд радою греблі"),
    ],
)
def test_that_a_speaker_said_it_is_not_looked_for(about: str, left: str) -> None:
    assert " ".join(telling(subject(about, ["Mara Lind", "Мара Лінд"]))) == left


async def test_texts_in_which_others_only_say_so_are_left_out() -> None:
    library = FakeLibrary(
        {
            "mill": "The price of flour rose in March.\n\nThe miller asks more for flour than ever.",
            "choir": "We disagree with the conductor on most evenings. To disagree is what a choir is for.",
        }
    )
    index = await Index.open(None, library)
    told = await summary(library, index, "Why did the baker disagree with the miller about the price of flour?")
    assert [part.source.id for part in told.parts] == ["mill"]


@pytest.mark.parametrize(
    "about",
    [
        "dyke",
        "the council's decision on herring",
        "decision on herring quotas",
        "How did the storm break the dyke?",
        "Was the mill discussed?",
        "What did the chair “say about” the dyke?",
        "Що сталося з греблею?",
        " — ",
        "",
    ],
)
def test_a_question_of_another_kind_stays_as_it_is(about: str) -> None:
    assert telling(matter(about)) == telling(about)


def test_a_speaker_of_the_texts_stays() -> None:
    about = "What did Mara Lind say about the dyke?"
    assert telling(matter(about, ["Tom Reed", "Mara Lind"])) == telling(about)
    assert telling(matter(about, ["Tom Reed"])) == ["dyke"]


@given(st.text())
def test_any_text_keeps_words_of_its_own(about: str) -> None:
    assert set(telling(matter(about))) <= set(telling(about))
    assert bool(telling(matter(about))) == bool(telling(about))


TEXTS = {
    "dyke": "The dyke of oak and clay broke in the storm of March.\n\nBakers of town sold bread at the broken dyke.",
    "mill": "The mill on the hill grinds barley for the whole county.\n\nA new sail was bought for the mill in June.",
}


async def opened() -> tuple[FakeLibrary, Index]:
    library = FakeLibrary(TEXTS)
    return library, await Index.open(None, library)


async def test_who_is_asked_for_need_not_stand_in_the_texts() -> None:
    library, index = await opened()
    about = "Why did the harbour engineer disagree with the town treasurer when discussing the broken dyke?"
    found = await summary(library, index, about, words=60)
    assert found.near is False
    assert {part.source.id for part in found.parts} == {"dyke"}
    assert found.found is not None
    assert found.found.missing == 4


async def test_who_is_asked_for_makes_no_subject() -> None:
    library, index = await opened()
    about = "What did the bakers of the town say about tariffs, quotas and customs when discussing trade?"
    found = await summary(library, index, about, words=200, apart=True)
    assert found.near
    assert found.found is not None
    assert found.found.matches == ()


async def test_what_comes_nearest_is_short_and_told_for_what_it_is() -> None:
    library, index = await opened()
    found = await summary(library, index, "bread volcano eruption ash", words=200, apart=True)
    assert (found.near, found.each, found.left_out) == (True, None, 0)
    assert 0 < found.words <= NEAREST
    assert [hit.passage for hit in found.trace.hits]
    assert (await summary(library, index, "volcano eruption ash")).near is True
    assert (await summary(library, index, "volcano eruption ash")).parts == ()


async def test_a_question_that_was_cut_is_held_to_more() -> None:
    _, index = await opened()
    assert index.search("dyke tax").matches
    assert not index.search("dyke tax", cut=True).matches
    assert index.search("dyke", cut=True).matches


ASKED = (
    "Why did the harbour engineer and the lamp inspector disagree with the quay warden and the toll treasurer when "
    "discussing the broken dyke?"
)


async def test_a_passage_is_found_for_a_question_that_names_who_spoke() -> None:
    library, index = await opened()
    found = await quote(library, index, ASKED)
    assert not found.near
    assert {one.source.id for one in found.excerpts} == {"dyke"}
    assert not index.search(ASKED).matches


async def test_why_asks_again_what_decided() -> None:
    library, index = await opened()
    for asked in (ASKED, "What did the mayor of the town say about tariffs, quotas and customs?"):
        trace = (await quote(library, index, asked)).trace
        chosen = dict(trace.choices)
        assert chosen.get("bare", "") in ("broken dyke", "")
        assert {"bare", "bare-missing"} & set(chosen)
        reasons = await why(library, index, trace)
        assert reasons.found is None or reasons.same


async def test_more_is_decided_as_the_first_page_was() -> None:
    library, index = await opened()
    first = await quote(library, index, ASKED, count=1)
    rest = await quote(
        library, index, " ".join(first.trace.terms), count=1, offset=1, bare=again(dict(first.trace.choices))
    )
    assert not rest.near
    assert rest.excerpts
    assert rest.excerpts[0].passage != first.excerpts[0].passage
