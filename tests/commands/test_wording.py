"""What replies share: attribution, places, echoes, ids that were pasted."""

from types import SimpleNamespace
from typing import Any

import pytest

from bot.answers.quoting import Excerpt
from bot.commands.desk import wording
from bot.model import Passage, Role, Source, Span, Speaker, Standpoint
from bot.search import Found
from bot.words import words

SAY = words("en")


@pytest.mark.parametrize(
    ("speaker", "line"),
    [
        (Speaker("Ada Byron", Role.AUTHOR), "Ada Byron (author)"),
        (
            Speaker("Ada Byron", Role.INTERVIEWEE, "Weekly digest"),
            "Ada Byron (interviewee), as told in the Weekly digest",
        ),
        (Speaker("Ada Byron", Role.QUOTED, "Charles Lyell"), "Ada Byron (quoted), as told by Charles Lyell"),
        (Speaker(None, Role.UNCLEAR), "The speaker is unclear in the text"),
        (Speaker(None, Role.QUOTED, "Ada Byron"), "The speaker is unclear in the text, as told by Ada Byron"),
        (Speaker(None, Role.AUTHOR), "The author (not named in the text)"),
        (Speaker(None, Role.INTERVIEWER), "The interviewer (not named in the text)"),
        (Speaker(None, Role.EDITOR), "The editors"),
    ],
)
def test_who_speaks(speaker: Speaker, line: str) -> None:
    assert wording.speaker_line(speaker, SAY) == line


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("language", ["en", "uk"])
@pytest.mark.parametrize("name", [None, "Ada Byron"])
def test_every_role_has_its_words(role: Role, language: str, name: str | None) -> None:
    assert wording.speaker_line(Speaker(name, role), words(language))


def test_whom_an_excerpt_quotes_is_said_once() -> None:
    passage = Passage("a.aaaaaaa", "a", "e", 1, (Span(0, 4),), ((Span(0, 4),),), Speaker("Ada Byron", Role.AUTHOR))
    others = (Speaker("the miller", Role.QUOTED), Speaker("the miller", Role.QUOTED), Speaker(None, Role.UNCLEAR))
    excerpt = Excerpt(Source("a", "On wells"), passage, passage.spans, "Word", passage.speaker, others)
    assert wording.attribution(excerpt, SAY) == "Ada Byron (author) · quotes: the miller"


def test_a_short_question_is_repeated_and_a_long_one_is_not() -> None:
    assert wording.echo("well  water", SAY) == "“well water”"
    assert wording.echo('"well water"', SAY) == '"well water"'
    assert wording.echo("water " * 30, SAY) == "your question"
    assert wording.echo("water " * 30, SAY, first=True) == "Your question"
    assert wording.echo("вода " * 30, words("uk"), first=True) == "Ваше запитання"


@pytest.mark.parametrize(
    "pasted",
    [
        "on-wells.abcdefg",
        "  on-wells.abcdefg ",
        "On-Wells.ABCDEFG",
        "[on-wells.abcdefg]",
        "`on-wells.abcdefg`.",
        "On wells · Water · passage 3 of 20 · on-wells.abcdefg",
        "On wells · part of passage 3 of 20 · on-wells.abcdefg · cut short here",
    ],
)
def test_an_id_is_taken_out_of_what_was_pasted_with_it(pasted: str) -> None:
    assert wording.bare_id(pasted) == "on-wells.abcdefg"


def test_a_label_never_stands_without_who_gave_it() -> None:
    source = Source("a", "On wells", standpoint=Standpoint("for wells", "the editors"))
    assert wording.heading_line(source, SAY) == "On wells · for wells (labelled by the editors)"
    assert wording.heading_line(Source("a", "On wells"), SAY) == "On wells"


def test_no_small_word_is_offered_as_what_the_texts_speak_of() -> None:
    """In a text of two languages those of one are no stop words to the index."""
    offered = ["the", "pond", "and", "вода", "של", "bell", "miller", "tower", "gate", "rope"]
    desk: Any = SimpleNamespace(index=SimpleNamespace(suggest=lambda prefix, limit=25: offered[:limit]))
    told = wording.nothing(Found(()), "tides", desk, SAY)[-1].text
    assert told == "The texts often speak of: pond, вода, bell, miller, tower, gate."


@pytest.mark.parametrize(("missing", "told"), [(0, []), (1, ["One of the words stands in no text."])])
def test_a_word_that_was_read_as_another_is_told_beside_those_that_stand_nowhere(missing: int, told: list[str]) -> None:
    found = Found((), terms=("ceasefire",), missing=missing, corrected=(("ceasfire", "ceasefire"),))
    first, *others = (block.text for block in wording.spellings(found, SAY))
    assert "ceasfire" in first
    assert others == told
