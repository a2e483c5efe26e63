"""Summaries are made of whole quoted sentences that stand alone, within their words, shared equally."""

import asyncio
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answers.asking import subject
from bot.answers.choosing import choose
from bot.answers.extracting import Stretch, around
from bot.answers.leaning import stands
from bot.answers.lines import line_of
from bot.answers.sentences import units
from bot.answers.summary import Summary, summary
from bot.model import (
    BlockKind,
    Document,
    Kind,
    Passage,
    Rights,
    Role,
    Source,
    Span,
    Speaker,
    Standpoint,
    Statement,
    StatementType,
)
from bot.search import Index
from bot.search.synonyms import grouped
from tests.answers.three_texts import DIARY, LETTER, REPORT
from tests.fakes import FakeLibrary


def sentences(found: Summary) -> list[str]:
    return [chosen.text for part in found.parts for chosen in part.excerpts]


async def test_made_of_sentences_of_every_text(library: FakeLibrary, index: Index) -> None:
    found = await summary(library, index, words=120)
    assert {part.source.id for part in found.parts} == {"diary", "letter", "report"}
    assert 0 < found.words <= 120
    for part in found.parts:
        places = [(chosen.passage.number, chosen.spans[0].start) for chosen in part.excerpts]
        assert places == sorted(places)
        for chosen in part.excerpts:
            document = await library.document(part.source.id, chosen.passage.edition)
            assert document.derive(chosen.spans) == chosen.text
            assert chosen.text[-1] in ".!”"


async def test_no_sentence_that_points_back_stands_alone(library: FakeLibrary, index: Index) -> None:
    texts = sentences(await summary(library, index, words=240))
    assert not any(text.startswith(("They", "It was", "Nobody helped")) for text in texts)
    assert not any("What will become" in text for text in texts)
    joined = " ".join(texts)
    assert "They also lost" not in joined or "three weeks. They also lost" in joined


async def test_about_something(library: FakeLibrary, index: Index) -> None:
    found = await summary(library, index, "dyke", words=60)
    assert found.found is not None
    assert found.trace.terms == ("dyke",)
    assert all("dyke" in text.lower() for text in sentences(found))
    assert {part.source.id for part in found.parts} == {"letter", "report"}


@pytest.mark.parametrize(
    "about", ["everything", "the main points of the whole text", "Summarise all texts", "Підсумуй увесь текст", "всё"]
)
async def test_who_asks_about_everything_asks_for_no_subject(library: FakeLibrary, index: Index, about: str) -> None:
    found, bare = await summary(library, index, about, words=60), await summary(library, index, words=60)
    assert (found.found, sentences(found)) == (None, sentences(bare))


@pytest.mark.parametrize(
    ("about", "terms", "missing"),
    [
        ("Summarise the discussion of the dyke.", ("dyke",), 0),
        ("what do they think and say regarding the dyke", ("dyke",), 0),
        ("the discussion", (), 1),
        ("a summary of opinions", (), 2),
        ("“dyke” discussion", ('"dyke"',), 1),
        ("the dyke team", ("dyke",), 1),
    ],
)
async def test_words_that_only_ask_are_not_looked_for(
    library: FakeLibrary, index: Index, about: str, terms: tuple[str, ...], missing: int
) -> None:
    found = (await summary(library, index, about, words=60)).found
    assert found is not None
    assert (found.terms, found.missing) == (terms, missing)


@pytest.mark.parametrize(
    ("about", "left"),
    [
        ("Що кажуть про греблю?", "Що про греблю?"),
        ("обсуждение плотины", "плотины"),
        ("Підсумуй обговорення.", "Підсумуй обговорення."),
        ("«що кажуть» про греблю", "«що кажуть» про греблю"),
        (" — ", " — "),
    ],
)
def test_a_question_without_what_only_asks(about: str, left: str) -> None:
    assert subject(about) == left


@pytest.mark.parametrize("about", ["the whole dyke", "articles", "“everything”", "all ships"])
async def test_a_subject_is_looked_for_whatever_stands_beside_it(
    library: FakeLibrary, index: Index, about: str
) -> None:
    assert (await summary(library, index, about, words=60)).found is not None


async def test_of_one_text(library: FakeLibrary, index: Index) -> None:
    found = await summary(library, index, source="report", words=60)
    assert [part.source.id for part in found.parts] == ["report"]
    assert found.searched == 1


async def test_nothing_fits(library: FakeLibrary, index: Index) -> None:
    found = await summary(library, index, "zyzzyva", words=60)
    assert found.parts == ()
    assert found.found is not None
    assert found.found.searched == 3


async def test_turns_go_round_all_texts() -> None:
    library = FakeLibrary({f"text{n:02}": f"The keeper of tower {n} lit the great lamp again." for n in range(20)})
    index = await Index.open(None, library)
    seen: set[str] = set()
    for turn in range(10):
        found = await summary(library, index, words=60, turn=turn)
        assert found.left_out == 20 - len(found.parts)
        seen |= {part.source.id for part in found.parts}
    assert len(seen) == 20


@given(words=st.integers(10, 300), about=st.sampled_from([None, "harbour", "dyke council ships"]))
@settings(max_examples=40, deadline=None)
def test_never_over_its_words(words: int, about: str | None) -> None:
    async def check() -> None:
        found = await summary(LIBRARY, INDEX, about, words=words)
        assert found.words <= words

    asyncio.run(check())


@pytest.mark.parametrize(
    "text",
    [
        "This changed everything.",
        "They also lost it.",
        "“He was late,” she said.",
        "However, the gates held.",
        "For example, the quay.",
        "The latter was new.",
        "Yes, it was.",
        "Він пішов.",
        "Крім того, вода зросла.",
        "Он ушёл.",
        "Nobody decided on this, or on the gates.",
    ],
)
def test_openings_that_point_back(text: str) -> None:
    assert not stands(text)


@pytest.mark.parametrize(
    "text", ["The dyke held.", "Thisbe sailed.", "There is a wall.", "No one came.", "Івана не було.", "Heather grew."]
)
def test_openings_that_stand(text: str) -> None:
    assert stands(text)


@pytest.mark.parametrize(
    ("text", "kind", "quotable"),
    [
        ("The gates were shut by the keeper at noon.", BlockKind.PARAGRAPH, True),
        ("The gates were shut by the keeper at noon.", BlockKind.LIST_ITEM, True),
        ("better gates and a longer wall by the sea", BlockKind.LIST_ITEM, False),
        ("Better gates and a longer wall by the sea", BlockKind.LIST_ITEM, False),
        ("The keeper asks for these five things now:", BlockKind.PARAGRAPH, False),
        ("Would the gates hold until the next spring?", BlockKind.PARAGRAPH, False),
        ("“The gates were shut by the keeper at noon.", BlockKind.PARAGRAPH, False),
        ("The gates were shut by the keeper at noon.", BlockKind.CAPTION, False),
        ("Gates shut.", BlockKind.PARAGRAPH, False),
    ],
)
def test_fragments_are_not_quoted_alone(text: str, kind: BlockKind, quotable: bool) -> None:
    document = Document.of("s", text)
    span = (Span(0, len(text)),)
    passage = Passage("p", "s", document.edition, 1, span, (span,), Speaker("Ada", Role.AUTHOR), kind)
    assert bool(list(units(passage, document, Source("s", "S")))) == quotable


@pytest.mark.parametrize(
    ("text", "quotable"),
    [
        ("Better gates and a longer wall by the sea", True),
        ("A wall by the sea, longer than the old one;", True),
        ("better gates and a longer wall by the sea", False),
        ("Better gates, walls and these three other things:", False),
        ("Who pays for the gates and the longer wall?", False),
        ("Better gates", False),
    ],
)
def test_items_of_lists_are_quoted_under_their_heading(text: str, quotable: bool) -> None:
    """The heading, or the words that lead to the list, stands beside the quote and says what the items are."""
    document = Document.of("s", text)
    span = (Span(0, len(text)),)
    speaker, under = Speaker("Ada", Role.AUTHOR), ("What we ask of the port:",)
    item = Passage("p", "s", document.edition, 1, span, (span,), speaker, BlockKind.LIST_ITEM, under)
    assert bool(list(units(item, document, Source("s", "S")))) == quotable
    paragraph = replace(item, kind=BlockKind.PARAGRAPH)
    assert not list(units(paragraph, document, Source("s", "S")))


def test_what_stands_under_an_asked_heading_is_near_the_question() -> None:
    """Of two sentences that have as much of the question, the one under a heading of that subject is chosen."""
    text = "The town paid the keepers well. The town paid the rowers well."
    document, source = Document.of("s", text), Source("s", "S", language="en")

    def passage(number: int, start: int, end: int, headings: tuple[str, ...]) -> Passage:
        """Make a passage of a sentence."""
        span = (Span(start, end),)
        speaker = Speaker("Ada", Role.AUTHOR)
        name, kind = f"p{number}", BlockKind.PARAGRAPH
        return Passage(name, "s", document.edition, number, span, (span,), speaker, kind, headings)

    for headings, first in (((("Lamps",), ("Ferries",)), 0), ((("Ferries",), ("Lamps",)), 1)):
        passages = (passage(1, 0, 31, headings[0]), passage(20, 32, 62, headings[1]))
        own = [(one, document, source) for one in passages]
        chosen = choose(own, ["lamps", "town"], {"p1": 1.0, "p20": 1.0}, 6)
        assert [unit.passage for unit in chosen.units] == [passages[first]]


def test_where_nothing_is_asked_a_list_is_told_as_what_it_is_together() -> None:
    texts = [
        "A lamp on each of the seven piers",
        "A crossing for bakers before five",
        "The ferry had a crane and a bell.",
    ]
    document = Document.of("s", "\n\n".join(texts))
    source = Source("s", "Notes", ("Ada Penn",), language="en")
    ada = Speaker("Ada Penn", Role.AUTHOR)
    spans = [Span(start := document.text.index(text), start + len(text)) for text in texts]

    def told(*headings: str) -> set[str]:
        made = [
            Passage(f"p{at}", "s", document.edition, at, (span,), ((span,),), ada, BlockKind.LIST_ITEM, (above,))
            for at, (span, above) in enumerate(zip(spans, headings, strict=True), 1)
        ]
        made[-1] = replace(made[-1], kind=BlockKind.PARAGRAPH)
        own = [(passage, document, source) for passage in made]
        return {unit.passage.id for unit in choose(own, (), {"p1": 3.0, "p2": 3.0, "p3": 5.0}, 8).units}

    assert told("What we ask", "What we ask", "") < {"p1", "p2"}
    assert told("What we ask", "What we offer", "") == {"p3"}


LISTED = """We argued for long about the house. What for, some asked.

Therefore we will have:
a stove and warm rooms for the night
a corner for the noise of pupils"""


async def test_what_stands_in_no_sentence_is_quoted_with_its_whole_passage_if_that_fits() -> None:
    library = FakeLibrary({"speech": LISTED, "other": "The town sold its old mill to nobody in particular."})
    index = await Index.open(None, library)
    (quote,) = sentences(await summary(library, index, "warm rooms", words=60))
    assert quote.endswith("pupils")
    short = await summary(library, index, "warm rooms", words=15)
    assert (short.parts, short.left_out) == ((), 1)


@pytest.mark.parametrize(
    ("opening", "told"),
    [
        ("With that money they mended it.", "With that money they mended it. Pupils need warm rooms more than coats."),
        ("Was there any money left for it?", "Pupils need warm rooms more than coats."),  # which answers it
        (
            "The money was given in the spring.",
            "The money was given in the spring. Pupils need warm rooms more than coats.",
        ),
    ],
)
async def test_what_only_stands_beside_the_asked_sentence_doesnt_stand_in_for_it(opening: str, told: str) -> None:
    library = FakeLibrary({"talk": f"Tom Reed: {opening} Pupils need warm rooms more than coats."})
    index = await Index.open(None, library)
    assert sentences(await summary(library, index, "money", words=60)) == [told]


async def test_where_the_asked_sentence_is_too_long_what_stands_beside_it_is_not_quoted() -> None:
    long = "The money came from a lottery that the old harbour master had won in the very year of the storm."
    library = FakeLibrary(
        {"talk": f"Tom Reed: {long} Pupils need warm rooms more than coats.", "other": "Money is not all."}
    )
    index = await Index.open(None, library)
    assert sentences(await summary(library, index, "money", source="talk", words=12)) == []
    assert long in sentences(await summary(library, index, "money", source="talk", words=30))[0]


def test_all_that_stands_below_an_asked_heading_is_as_near_as_what_has_the_word() -> None:
    lines = [line_of(text, "en") for text in ("Nobody came to the pond.", "Bread.", "Bread.", "Hoses rest at night.")]
    without, below = (
        around(Stretch(lines, [0, 20, 40, 60], (), heads), {"pond"})
        for heads in (dict[str, list[int]](), {"pond": [3]})
    )
    assert without[0] == below[0]
    assert without[3] == 0 < below[3] < below[0]


@pytest.mark.parametrize(("title", "first"), [("What rowers earn", 1), ("What keepers earn", 0)])
def test_where_nothing_is_asked_the_title_tells_what_a_text_is_about(title: str, first: int) -> None:
    text = "The town paid the keepers well. The town paid the rowers well."
    document, source = Document.of("s", text), Source("s", title, language="en")
    spans = ((Span(0, 31),), (Span(32, 62),))
    passages = [
        Passage(f"p{n}", "s", document.edition, n + 1, span, (span,), Speaker("Ada", Role.AUTHOR), BlockKind.PARAGRAPH)
        for n, span in enumerate(spans)
    ]
    chosen = choose([(one, document, source) for one in passages], (), {"p0": 1.0, "p1": 1.0}, 6)
    assert [unit.passage for unit in chosen.units] == [passages[first]]


PLACES = ["north pier", "south pier", "old gate", "high wall", "long quay", "fish market", "town hall", "chapel"]


def _one_passage(text: str, *others: Statement) -> tuple[Passage, Document, Source]:
    """Make a passage of the sentences of a text, said by its author."""
    document = Document.of("s", text)
    spans = tuple((Span(found.start(), found.end()),) for found in re.finditer(r"\S[^.]*\.", text))
    whole = (Span(0, len(text)),)
    speaker = Speaker("Ada", Role.AUTHOR)
    passage = Passage("p", "s", document.edition, 1, whole, spans, speaker, BlockKind.PARAGRAPH, statements=others)
    return passage, document, Source("s", "S", language="en")


def test_where_nothing_is_asked_an_author_is_told_by_what_they_say_themselves() -> None:
    """Of two sentences that tell as much, the one with an opponent's words comes second, wherever it stands."""
    text = "The lamp is far too bright, the owners say. The lamp is far too weak, the rowers know."
    reported = Statement((Span(0, 43),), Speaker("owners", Role.QUOTED), StatementType.INDIRECT)
    own = _one_passage(text)
    assert [unit.first for unit in choose([own], (), {"p": 1.0}, 10).units] == [0]
    own = _one_passage(text, reported)
    assert [unit.first for unit in choose([own], (), {"p": 1.0}, 10).units] == [1]
    assert [unit.first for unit in choose([own], ("owners",), {"p": 1.0}, 10).units] == [0]


@pytest.mark.parametrize(
    ("before", "first"),
    [
        ("On Monday Tom Ash spoke of the lamps", 0),
        ("On Monday Tom Ash spoke of the lamps. All of the lamps were dear", 0),
        ("The talk was of lamps and bells", 1),
    ],
)
def test_a_sentence_about_him_brings_the_one_that_names_him(before: str, first: int) -> None:
    text = f"{before}. The largest sum was for a new bell. He proposed to sell the old one."
    found = [(unit.first, unit.last) for unit in units(*_one_passage(text))]
    last = text.count(".") - 1
    assert [one for one in found if one[1] == last] == [(first, last)]


def test_a_word_in_marks_makes_a_sentence_nobody_elses() -> None:
    text = "The lamp is far too bright, the owners say. The lamp is far too weak, the rowers know."
    for end, first in ((19, 0), (26, 1)):
        said = Statement((Span(0, end),), Speaker("owners", Role.QUOTED), StatementType.DIRECT)
        passage, document, source = _one_passage(text, said)
        own = passage, document, replace(source, kind=Kind.REPORT)  # in which nobody is answered
        assert [unit.first for unit in choose([own], (), {"p": 1.0}, 10).units] == [first]


async def test_what_the_last_text_leaves_goes_to_the_first_that_has_more_to_say() -> None:
    """Of two texts that share the words, one says a thing in six: the other has all that are left, and no more."""
    lamps = "".join(f"The lamp of the {place} burns in every storm.\n\n" for place in PLACES)
    library = FakeLibrary({"lamps": f"Lamps\n\n{lamps}", "mills": "Mills\n\nA lamp hangs in the mill."})
    found = await summary(library, await Index.open(None, library), "lamp", words=60)
    words = {part.source.id: part.words for part in found.parts}
    assert words["mills"] == 6
    assert 45 < words["lamps"] <= 54
    apart = await summary(library, await Index.open(None, library), "lamp", words=60, apart=True)
    assert all(part.words <= 30 for part in apart.parts)


async def test_no_text_has_more_words_than_may_be_quoted_of_it() -> None:
    """What one may not say goes to the others, and the line above the summary counts what stands below it."""
    texts = {"letter": LETTER, "report": REPORT}
    sources = [Source("letter", "Letter", ("Ada",), rights=Rights(words_per_answer=30)), Source("report", "Report")]
    library = FakeLibrary(texts, sources)
    found = await summary(library, await Index.open(None, library), words=200)
    words = {part.source.id: part.words for part in found.parts}
    assert 0 < words["letter"] <= 30
    assert words["report"] > 30
    assert [source.id for source in found.capped] == ["letter"]


def _prepared() -> tuple[FakeLibrary, Index]:
    library = FakeLibrary({"letter": LETTER, "report": REPORT, "diary": DIARY})
    return library, asyncio.run(Index.open(None, library))


LIBRARY, INDEX = _prepared()


async def test_apart_each_text_has_the_same_words(library: FakeLibrary, index: Index) -> None:
    found = await summary(library, index, words=90, apart=True)
    assert found.each == 30
    assert len(found.parts) == 3
    assert all(part.words <= 30 for part in found.parts)
    assert ("apart", "yes") in found.trace.choices


async def test_standpoints_take_turns() -> None:
    sources = [
        Source(f"t{n}", f"T{n}", ("Ada",), language="en", standpoint=Standpoint("one" if n < 6 else "other", "us"))
        for n in range(8)
    ]
    library = FakeLibrary({s.id: f"The keeper of tower {s.id} lit the great lamp again." for s in sources}, sources)
    found = await summary(library, await Index.open(None, library), "lamp", words=80)
    labels = [part.source.standpoint.label for part in found.parts if part.source.standpoint]
    assert labels == ["one", "other", "one", "other"]


async def test_a_text_that_has_one_common_word_of_the_question_is_not_quoted() -> None:
    library = FakeLibrary(
        {
            "wells": "The deep wells of the desert town dried up in June.\n\nA new deep well costs a year of taxes.",
            "tower": "The town built a tower of brick by the gate.\n\nEvery town has a tower, the mason says.",
            "wares": "Traders sold deep bowls to the desert town.",
        }
    )
    index = await Index.open(None, library)
    found = await summary(library, index, "deep wells of the desert town", words=100)
    assert {part.source.id for part in found.parts} == {"wells", "wares"}
    assert found.left_out == 0
    alone = await summary(library, index, "town", words=100)
    assert {part.source.id for part in alone.parts} == {"wells", "tower", "wares"}


ANTECEDENTS = {
    "en": ("The ferry to the island was stopped for the winter.", "It will sail again with new engines in April."),
    "uk": ("Пором на острів зупинили на всю зиму.", "Він знову попливе з новими двигунами у квітні."),
    "ru": ("Паром на остров остановили на всю зиму.", "Он снова поплывёт с новыми двигателями в апреле."),
}


@pytest.mark.parametrize("language", sorted(ANTECEDENTS))
async def test_a_sentence_that_leans_brings_the_one_it_leans_on_or_stays_out(language: str) -> None:
    before, leaning = ANTECEDENTS[language]
    asked = leaning.rsplit(" ", 3)[1]
    library = FakeLibrary()
    library.put(Source("ferry", "F", ("Ada",), language=language), f"{before} {leaning}")
    index = await Index.open(None, library)
    assert sentences(await summary(library, index, asked, words=40)) == [f"{before} {leaning}"]
    assert leaning not in " ".join(sentences(await summary(library, index, asked, words=12)))


async def test_a_sentence_with_a_synonym_of_what_is_asked_is_near_it() -> None:
    told = "The lamp was lit by nine. The ceasefire held for one week. The wall was not built."
    library = FakeLibrary({"one": "A truce was signed on the quay.", "two": told})
    index = await Index.open(None, library, synonyms=grouped)
    found = sentences(await summary(library, index, "truce", source="two", words=10))
    assert found == ["The ceasefire held for one week."]


IN_FIVE_LANGUAGES = {
    "en": (
        "harbour walls",
        "The walls of the harbour were raised by two yards after the flood.",
        "The baker sells bread.",
    ),
    "uk": (
        "мури порту",
        "Мури порту підняли на два метри після повені минулої весни.",
        "Пекар продає хліб щоранку на площі.",
    ),
    "ru": ("стены порта", "Стены порта подняли на два метра после наводнения прошлой весной.", "Пекарь продаёт хлеб."),
    "he": ("חומות הנמל", "חומות הנמל הוגבהו בשני מטרים אחרי השיטפון של האביב.", "האופה מוכר לחם בכל בוקר בכיכר העיר."),
    "ar": (
        "أسوار الميناء",
        "رفعت أسوار الميناء مترين بعد فيضان الربيع الماضي في المدينة.",
        "يبيع الخباز الخبز كل صباح في الساحة.",
    ),
}


@pytest.mark.parametrize("language", sorted(IN_FIVE_LANGUAGES))
async def test_in_every_language_what_is_asked_is_quoted_and_what_is_not_there_is_said(language: str) -> None:
    asked, about, other = IN_FIVE_LANGUAGES[language]
    library = FakeLibrary()
    library.put(Source("town", "T", ("Ada",), language=language), f"{other}\n\n{about}\n\n{other}")
    library.put(Source("letter", "L", ("Ben",), language=language), f"{about} {other}")
    index = await Index.open(None, library)
    found = await summary(library, index, asked, words=40, apart=True)
    assert {part.source.id for part in found.parts} == {"town", "letter"}
    assert all(about in " ".join(chosen.text for chosen in part.excerpts) for part in found.parts)
    strange = {"en": "volcano eruption ash", "uk": "виверження вулкана попіл", "ru": "извержение вулкана пепел"}
    strange |= {"he": "התפרצות הר געש אפר", "ar": "ثوران البركان رماد"}
    assert (await summary(library, index, strange[language], words=30)).parts == ()


async def test_what_two_texts_say_in_the_same_words_is_quoted_once() -> None:
    said = "The council of the harbour closed the northern gate for ships at night."
    library = FakeLibrary(
        {
            "one": f"{said}\n\nPilots of the harbour asked the council for lamps at the gate.",
            "two": f"{said}\n\nCaptains called the closed gate of the harbour a danger.",
        }
    )
    found = await summary(library, await Index.open(None, library), "gate of the harbour", words=52)
    assert sentences(found).count(said) == 1
    assert {part.source.id for part in found.parts} == {"one", "two"}


REPORTED = """> Tom Reed: The dyke of the lower town leaks all winter.

> Tom Reed: The dyke of the upper field sinks every spring.

> Tom Reed: The dyke of the outer mole rots each summer.

> Ida Moss: The dyke of the inner quay stands each autumn.
"""


async def test_a_report_is_not_told_by_one_of_those_whom_it_quotes() -> None:
    library = FakeLibrary({"report": REPORTED}, [Source("report", "R", ("Ben Ash",), language="en")])
    told = await summary(library, await Index.open(None, library), "dyke", words=20)
    (part,) = told.parts
    assert [quote.speaker.name for quote in part.excerpts] == ["Tom Reed", "Ida Moss"]
