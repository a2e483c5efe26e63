"""Letters above their writers' names, answers and debates under the names of those who speak."""

import pytest

from bot.corpus.parsing import parse
from bot.corpus.parts import Raw
from bot.corpus.words import ends_sentence
from bot.model import BlockKind, Role


def said(text: str, media: str = "txt") -> list[tuple[str | None, str]]:
    """Who says each paragraph, and how it begins."""
    paragraphs = parse(Raw(text.strip() + "\n", media)).paragraphs
    return [
        (part.speaker.name, part.plain[:9])
        for part in paragraphs
        if part.kind is BlockKind.PARAGRAPH and ends_sentence(part.plain)
    ]


SIR = "Sir, I have counted the steps of the pier, and three of them are missing."
BENCH = "Sir, my knees are old and the hill is long. I ask for one bench."
BELL = "Sir, I was sorry to hear of the bell. My wife and I married under it."


@pytest.mark.parametrize(
    "text",
    [
        f"Letters to the editor\n\n{SIR}\n\nAda Pool, Harl\n\n{BENCH}\n\nTom Birk, Orrin\n\n{BELL}\n\nRhea Vale, Harl",
        f"Letters\n\n{SIR}\n\nAda Pool\nHarl\n\n{BENCH}\n\nTom Birk\nMill Lane\n\n{BELL}\n\nRhea Vale\nHarl",
        f"# Letters\n\n## Steps\n\n{SIR}\n\n**Ada Pool, Harl**\n\n## A bench\n\n{BENCH}\n\n**Tom Birk, Orrin**\n\n"
        f"## The bell\n\n{BELL}\n\n**Rhea Vale, Harl**\n\n*Letters may be shortened by the editor.*",
    ],
)
def test_letters_are_of_whose_name_stands_under_each(text: str) -> None:
    found = said(text, "md" if text.startswith("#") else "txt")
    assert found[:3] == [("Ada Pool", SIR[:9]), ("Tom Birk", BENCH[:9]), ("Rhea Vale", BELL[:9])]
    assert {name for name, _ in found[3:]} <= {None}


def test_what_editors_answer_between_letters_is_nobodys_of_those_who_signed() -> None:
    found = said(
        f"Letters\n\n{SIR}\n\nAda Pool, Harl\n\nThe editor replies: We counted, too. It is two.\n\n{BENCH}\n\n"
        f"Tom Birk, Orrin\n\nMany wrote to us about the bell.\n\n{BELL}\n\nRhea Vale, Harl"
    )
    assert [name for name, _ in found] == ["Ada Pool", None, "Tom Birk", None, "Rhea Vale"]


def test_of_two_names_under_a_letter_nobody_is_chosen() -> None:
    found = said(
        f"Letters\n\n{SIR}\n\nAda Pool\n\n{BENCH}\n\nTom Birk\n\nOda Finn\n\n{BELL}\n\nRhea Vale",
    )
    assert [name for name, _ in found[:3]] == ["Ada Pool", None, "Rhea Vale"]


VOX = (
    "What shall become of the cinema?\n\nBy Mia Holt\n\nWe asked people on the quay.\n\nFatima Rahal, 34, nurse\n\n"
    "I would fill it with water.\n\nGordon Pike, 71, retired\n\nLeave it. My wife and I met there.\n\n"
    "Lin Zhou, 19, student\n\nSomebody told me it is haunted.{end}"
)


def test_who_is_asked_in_the_street_speaks_under_the_name() -> None:
    found = [name for name, _ in said(VOX.format(end=""))]
    assert found == ["Mia Holt", "Fatima Rahal", "Gordon Pike", "Lin Zhou"]
    assert said(VOX.format(end="\n\nThe town decides in May."))[-1][0] is None


def test_where_one_is_told_of_the_others_words_are_not_the_authors() -> None:
    found = said(VOX.format(end="").replace("Leave it. My wife and I met there.", "He shook his head and went on."))
    assert [name for name, _ in found] == ["Mia Holt", None, "Mia Holt", None]


def test_debaters_speak_under_headings_that_take_sides() -> None:
    found = said(
        "# Shall the harbour close at night?\n\nBy Mia Holt\n\n## Yes: Anna Weller, councillor\n\nI live above it, "
        "and I have not slept since May.\n\n## No: Boris Lund, driver\n\nI work at three in the morning.\n",
        "md",
    )
    assert [name for name, _ in found] == ["Anna Weller", "Boris Lund"]


@pytest.mark.parametrize(
    ("lead", "lines", "told"),
    [
        # places that look like names
        ("We asked readers where they walk.", ("Tern Point, Skerry", "Old Quarry, Lund"), "I was blown off my feet."),
        # people of whom the author tells
        ("We asked three painters.", ("Anna Weller", "Boris Lund"), "I saw a picture by {name} in May."),
        # headings in capitals of a manual
        ("This answers what you ask.", ("Getting Started", "Known Issues"), "We recommend a dry room."),
    ],
)
def test_headings_that_look_like_names_are_nobody_who_speaks(lead: str, lines: tuple[str, str], told: str) -> None:
    blocks = "\n\n".join(f"## {line}\n\n{told.format(name=line)} It was wet." for line in lines)
    found = said(f"# A title\n\nBy Mia Holt\n\n{lead}\n\n{blocks}\n", "md")
    assert {name for name, _ in found} <= {"Mia Holt", None}


@pytest.mark.parametrize("byline", ["By Mia Holt\n\n", ""])
def test_who_writes_of_others_under_their_names_and_ages_is_not_them(byline: str) -> None:
    found = said(
        f"Portraits of the quay\n\n{byline}Fatima Rahal, 34, nurse\n\nI met the nurse at noon. We spoke of boats.\n\n"
        "Gordon Pike, 71, retired\n\nI visited him twice, and I liked the soup."
    )
    assert {name for name, _ in found} <= {"Mia Holt", None}


def test_each_role_is_told() -> None:
    structure = parse(Raw(VOX.format(end="") + "\n", "txt"))
    assert {part.speaker.role for part in structure.paragraphs if part.speaker.name == "Lin Zhou"} == {Role.QUOTED}
