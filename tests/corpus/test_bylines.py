"""Names read off bylines, whose page it is, signatures and addresses; everything is invented."""

import pytest
from head_bodies import BODIES
from structure_score import exported

from bot.corpus.bylines import bare_names, byline_names, correspondent

BYLINES = {
    "By Mina Sorrel": ["Mina Sorrel"],
    "BY MINA SORREL AND OTTO QUIST": ["Mina Sorrel", "Otto Quist"],
    "Speech by Dr Ada Brook, Harbour Master": ["Ada Brook"],
    "From Mr Otto Quist": ["Otto Quist"],
    "Das Interview führte Ute Krähe": ["Ute Krähe"],
    "Propos recueillis par Yves Corbeau": ["Yves Corbeau"],
    "Записала Ольга Чайка": ["Ольга Чайка"],
    "בקלם: תמר שחף": ["תמר שחף"],
    "حاورتها: نادين البحري": ["نادين البحري"],
    "By the sea we waited": [],
    "By Orrin Sentinel staff": [],
    "Remarks by Mayor Mina Sorrel at the Opening of the Quay": [],
    "Промова Оксани Чайки на відкритті причалу": [],
}


@pytest.mark.parametrize("line", BYLINES, ids=str)
def test_a_byline_gives_its_names(line: str) -> None:
    assert list(byline_names(line)) == BYLINES[line]


def test_names_without_by() -> None:
    assert correspondent("Mina Sorrel, chief harbour correspondent") == ("Mina Sorrel",)
    assert correspondent("Оксана Чайка, «Причал»") == ("Оксана Чайка",)
    assert correspondent("On Being Late in Public") == ()
    assert bare_names("Mina Sorrel & Otto Quist") == ("Mina Sorrel", "Otto Quist")
    assert bare_names("Northern Press Agency") == ()


@pytest.mark.parametrize(
    ("crumbs", "outlet"),
    [
        ("Harbour Without Borders > English > Coast > The tide does not read", "Harbour Without Borders"),
        ("Home > Council > Speeches", None),
        ("World > Europe > Coast", None),
        ("Middle East & Africa > Ports > Ferries", None),
    ],
)
def test_a_breadcrumb_names_whose_page_it_is(crumbs: str, outlet: str | None) -> None:
    found = exported(f"{crumbs}\n\nThe tide does not read\n\nBy Mina Sorrel\n\n{BODIES['en']}\n")["metadata"]
    assert (found["outlet"], found["title"], found["authors"]) == (outlet, "The tide does not read", ["Mina Sorrel"])


def test_a_letter_is_its_signatory_s() -> None:
    letter = (
        f"LETTERS\n\nLeave the tide alone\n\nDear Editor,\n\n{BODIES['en']}\n\nYours sincerely,\nOTTO QUIST\nOrrin\n"
    )
    found = exported(letter)["metadata"]
    assert (found["title"], found["authors"], found["genre"]) == ("Leave the tide alone", ["Otto Quist"], "letter")


@pytest.mark.parametrize(
    ("language", "line", "author"),
    [
        ("en", "By Mina Sorrel", "Mina Sorrel"),
        ("uk", "Розмовляла Оксана Чайка", "Оксана Чайка"),
        ("ru", "Автор: Ольга Чайка", "Ольга Чайка"),
        ("de", "Interview: Ute Krähe", "Ute Krähe"),
        ("fr", "Texte : Yves Corbeau", "Yves Corbeau"),
    ],
)
def test_a_byline_may_stand_below_the_text(language: str, line: str, author: str) -> None:
    found = exported(f"# Nine boats\n\n{BODIES[language]}\n\n{line}\n\nShare\n")
    assert found["metadata"]["authors"] == [author]
    assert line in [block["text"] for block in found["blocks"] if block["kind"] == "byline"]


def test_a_byline_below_another_headline_is_not_this_text_s() -> None:
    found = exported(f"# Nine boats\n\n{BODIES['en']}\n\nTen boats that never sank\nBy Otto Quist\n")
    assert found["metadata"]["authors"] == []


def test_a_speech_is_whose_title_says_so() -> None:
    said = "I came here on foot. I have no boat, and I never had one.\n\nBut I know what a quay is for, I think."
    page = f"Address by Mayor Mina Sorrel to the Harbour Board\n\n7 March 2022\n\n{said}\n\n{BODIES['en']}\n"
    assert exported(page)["metadata"]["authors"] == ["Mina Sorrel"]


def test_an_address_at_the_page_s_end_is_the_source() -> None:
    foot = "https://quay.example/tide-17          1/1"
    assert exported(f"The tide\n\nBy Mina Sorrel\n\n{BODIES['en']}\n\n{foot}\n")["metadata"]["source_url"] == (
        "https://quay.example/tide-17"
    )


@pytest.mark.parametrize("opening", ["ORRIN, March 7 (Coast News) –", "ORRIN —", "Orrin (Coast News) -"])
def test_an_agency_s_dateline_is_parted(opening: str) -> None:
    blocks = exported(f"The tide\n\nBy Mina Sorrel\n\n{opening} {BODIES['en']}\n")["blocks"]
    assert [block["text"] for block in blocks if block["kind"] == "dateline"] == [opening]
    assert "The ferry left" in next(block["text"] for block in blocks if block["kind"] == "paragraph")[:20]


@pytest.mark.parametrize("line", ["By " + "Ann " * 9000, "| " * 20000, "-" * 60000, "© " * 9000, "Home > " * 9000])
def test_endless_lines_end(line: str) -> None:
    assert exported(f"{line}\n\nThe tide\n\n{BODIES['en']}\n")["blocks"]
