"""What stands beside a text's own words: captions without a credit, headings that ask, bios, pull quotes, asides."""

import pytest

from bot.corpus.parsing import parse
from bot.corpus.parts import Raw, Structure
from bot.model import BlockKind, Role

HEAD = "The ferry that came back\n\nBy Ada Penn\n\n5 May 2021\n\n"
CAPTION = "The captain ties the ropes himself, as he did before the line was closed"
PARAGRAPHS = (
    "The first boat in eleven years came into Orrin on Tuesday, and half of the town stood on the quay to see it.",
    "Nobody had slept much. There had been a dance in the fish hall, and the band had played until the sun was up.",
    "Tickets cost four crowns, as they did when the line was closed. Children go free until the end of the summer.",
    "The shipyard has promised a second boat for the spring, and the council has put the money aside for a new pier.",
)


def page(*parts: str, head: str = HEAD) -> str:
    return head + "\n\n".join(parts) + "\n"


def kinds(text: str) -> dict[str, BlockKind]:
    return {text[block.span.start : block.span.end]: block.kind for block in parse(Raw(text)).blocks}


def sentences(text: str, found: Structure) -> list[str]:
    return [text[sentence.spans[0].start : sentence.spans[-1].end] for sentence in found.sentences]


def test_a_caption_without_a_credit_is_told_by_its_missing_full_stop() -> None:
    text = page(*PARAGRAPHS[:2], CAPTION, *PARAGRAPHS[2:])
    assert kinds(text)[CAPTION] is BlockKind.CAPTION
    (block,) = (block for block in parse(Raw(text)).blocks if block.kind is BlockKind.CAPTION)
    assert block.speaker.role is Role.EDITOR
    assert not any(CAPTION in text[draft.spans[0].start : draft.spans[-1].end] for draft in parse(Raw(text)).drafts[1:])


@pytest.mark.parametrize(
    "parts",
    [
        (*PARAGRAPHS, CAPTION),  # nothing after it
        (*PARAGRAPHS[:2], f"{CAPTION}:", *PARAGRAPHS[2:]),  # it leads to what follows
        (*PARAGRAPHS[:2], f"{CAPTION}.", *PARAGRAPHS[2:]),
        tuple(part.rstrip(".") for part in (*PARAGRAPHS[:2], CAPTION, *PARAGRAPHS[2:])),  # the writer sets no stops
        (*PARAGRAPHS[:2], CAPTION, PARAGRAPHS[2]),  # too little to tell from
    ],
)
def test_a_paragraph_without_a_full_stop_is_no_caption_where_that_tells_nothing(parts: tuple[str, ...]) -> None:
    assert BlockKind.CAPTION not in kinds(page(*parts)).values()


FAQ = """Fragen und Antworten zur neuen Fähre

5. Mai 2021

Wann fährt die Fähre?

Die Fähre legt jede Stunde ab, von sechs Uhr am Morgen bis zehn Uhr am Abend. An Sonntagen beginnt sie erst um acht.

Was kostet eine Fahrt?

Eine Fahrt kostet vier Kronen. Kinder fahren bis zum Ende des Sommers frei, und ihre Hunde auch.

Darf ich mein Rad mitnehmen?

Ja, solange Platz ist. Auf den ersten Booten des Tages haben Pendler mit Rädern Vorrang vor allen anderen.
"""


def test_the_questions_of_a_page_of_questions_and_answers_are_headings() -> None:
    found = kinds(FAQ)
    asked = [words for words, kind in found.items() if kind is BlockKind.HEADING]
    assert asked == ["Wann fährt die Fähre?", "Was kostet eine Fahrt?", "Darf ich mein Rad mitnehmen?"]
    drafts = parse(Raw(FAQ)).drafts
    assert [draft.headings for draft in drafts] == [(words,) for words in asked]


def test_questions_that_somebody_answers_as_i_are_no_headings() -> None:
    told = FAQ.replace("Die Fähre legt", "Ich lege").replace("Eine Fahrt kostet", "Ich verlange").replace("Ja,", "Ich,")
    assert BlockKind.HEADING not in kinds(told).values()
    assert BlockKind.HEADING not in kinds(FAQ.replace("Fragen und Antworten zur", "Über die Abfahrt der")).values()


@pytest.mark.parametrize("stop", ["", "."])
def test_a_bio_may_lack_its_full_stop(stop: str) -> None:
    bio = f"Ada Penn mends nets and keeps bees near Orrin, and has written two books about its harbours{stop}"
    text = page(*PARAGRAPHS, bio)
    assert kinds(text)[bio] is BlockKind.AUTHOR_BIO
    assert parse(Raw(text)).metadata.author_bio == bio


def test_a_short_line_about_the_author_is_no_bio() -> None:
    assert BlockKind.AUTHOR_BIO not in kinds(page(*PARAGRAPHS, "Ada Penn wins a prize for bees")).values()


SAID = "We have waited long enough, and we will not wait for another council"


@pytest.mark.parametrize("pulled", [f"“{SAID}”", f"“{SAID}.”", SAID])
def test_a_pull_quote_of_quoted_words_is_whose_they_are(pulled: str) -> None:
    quoted = f"“{SAID},” said Jo Ray, the mayor of the town, when the ropes were tied and the band had stopped."
    found = parse(Raw(page(PARAGRAPHS[0], quoted, pulled, *PARAGRAPHS[1:])))
    (block,) = (block for block in found.blocks if block.kind is BlockKind.PULL_QUOTE)
    assert (block.speaker.name, block.speaker.role, block.speaker.via) == ("Jo Ray", Role.QUOTED, "Ada Penn")
    (paragraph,) = (paragraph for paragraph in found.paragraphs if paragraph.kind is BlockKind.PULL_QUOTE)
    assert paragraph.speaker == block.speaker == paragraph.sentences[0].speaker


def test_a_pull_quote_of_the_writers_words_is_the_writers() -> None:
    found = parse(Raw(page(PARAGRAPHS[0], "Children go free until the end of the summer", *PARAGRAPHS[1:])))
    (block,) = (block for block in found.blocks if block.kind is BlockKind.PULL_QUOTE)
    assert (block.speaker.name, block.speaker.role) == ("Ada Penn", Role.AUTHOR)


GAUGE = "The harbour master reads the gauge each morning at six and writes the level into the blue book by the door."


@pytest.mark.parametrize("mark", ["## ", ""])
@pytest.mark.parametrize("again", [GAUGE, f"In winter, too, the h{GAUGE[5:]}", f"{GAUGE[:-1]}, in red."])
@pytest.mark.parametrize("turned", [False, True])
def test_a_paragraph_that_stands_under_two_headings_is_no_pull_quote(mark: str, again: str, turned: bool) -> None:
    first, second = (again, GAUGE) if turned else (GAUGE, again)
    parts = (f"{mark}Summer on the quay", first, PARAGRAPHS[1], f"{mark}Winter on the quay", second, PARAGRAPHS[2])
    found = kinds(page(PARAGRAPHS[0], *parts, PARAGRAPHS[3]))
    assert BlockKind.PULL_QUOTE not in found.values()
    assert found[first] is found[second] is BlockKind.PARAGRAPH


@pytest.mark.parametrize("heading", ["## Winter on the quay", "Winter on the quay"])
@pytest.mark.parametrize("mark", ["", "> ", "### "])
def test_what_is_pulled_from_a_longer_paragraph_is_a_pull_quote_over_headings_too(heading: str, mark: str) -> None:
    long = f"{GAUGE} It has been kept since the flood, and nobody has missed a day."
    (block,) = (
        block
        for block in parse(
            Raw(page(PARAGRAPHS[0], f"{mark}{GAUGE}", PARAGRAPHS[1], heading, long, *PARAGRAPHS[2:]))
        ).blocks
        if block.kind is BlockKind.PULL_QUOTE
    )
    assert block.speaker.name == "Ada Penn"


def test_a_repeated_paragraph_without_a_heading_between_is_kept_once() -> None:
    found = parse(Raw(page(PARAGRAPHS[0], GAUGE, PARAGRAPHS[1], GAUGE, *PARAGRAPHS[2:])))
    assert [block.kind for block in found.blocks].count(BlockKind.PULL_QUOTE) == 1


TALK = """On ropes

Jo Ray has run the ferry for thirty years. An interview by Ada Penn.

Ada Penn: How did you begin?

Jo Ray: I began as a boy on the ropes. [He pauses.] My father had the boat then. (Laughs.) He never let me near it.

[Applause]

Ada Penn: And when did that change?

Jo Ray: When he fell ill. [The line was closed in 2010. – Ed.] I took the boat out in fog [points to the map] that day.

Ada Penn: Were you afraid?

Jo Ray: [Laughs] Of course. But nobody else knew the rocks (all forty of them).

[Editor's note: This interview was edited for length.]
"""


def test_what_happens_in_the_room_is_no_sentence_of_a_speaker() -> None:
    found = parse(Raw(TALK))
    spoken = sentences(TALK, found)
    for aside in ("[He pauses.]", "(Laughs.)", "[Applause]", "[The line was closed in 2010. – Ed.]"):
        assert not any(aside in sentence for sentence in spoken), aside
    assert not any("edited for length" in sentence for sentence in spoken)
    assert "[Laughs] Of course." in spoken
    assert "I took the boat out in fog [points to the map] that day." in spoken
    assert "But nobody else knew the rocks (all forty of them)." in spoken
    within = [TALK[span.start : span.end] for draft in found.drafts for spans in draft.sentences for span in spans]
    assert not any("pauses" in words or "Ed.]" in words for words in within)


def test_a_title_about_an_op_ed_is_no_note_of_the_editors() -> None:
    text = page(*PARAGRAPHS, head="What Ada Penn asks of Orrin: a digest of an op-ed\n\n")
    assert parse(Raw(text)).metadata.title == "What Ada Penn asks of Orrin: a digest of an op-ed"


def test_a_heading_between_a_question_and_its_answer_stops_nothing() -> None:
    asked = [f"Ada Penn: Why did it take year {number}?" for number in range(4)]
    parts = [
        *asked[:2],
        "# A new heading",
        PARAGRAPHS[0],
        asked[2],
        PARAGRAPHS[1],
        asked[3],
        "# Another",
        PARAGRAPHS[2],
    ]
    found = parse(Raw("\n\n".join(parts), "md"))
    assert len(found.blocks) >= len(parts)
    assert all(block.speaker.name is None for block in found.blocks if block.kind is BlockKind.HEADING)
