"""No half of a quotation is quoted: its sentences come together, or not at all."""

from string import ascii_lowercase

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers.halves import MOST, halves
from bot.answers.sentences import units
from bot.model import Document, Passage, Role, Source, Span, Speaker

ROW = [f"The miller of the {name} valley mends the wheel." for name in ("first", "second", "third", "fourth", "fifth")]
MARKS = ["“”", "„“", "„”", "«»", "»«", '""', "‘’", "״״", "「」"]


def quoted(*sentences: str) -> list[str]:
    """Give the words of what can be quoted of a passage with those sentences."""
    text, spans = " ".join(sentences), list[Span]()
    for sentence in sentences:
        at = spans[-1].end + 1 if spans else 0
        spans.append(Span(at, at + len(sentence)))
    document = Document.of("s", text)
    rows = tuple((span,) for span in spans)
    passage = Passage("p", "s", document.edition, 1, (Span(0, len(text)),), rows, Speaker("Ada", Role.AUTHOR))
    return [unit.text for unit in units(passage, document, Source("s", "S"))]


@pytest.mark.parametrize("pair", MARKS)
def test_the_halves_of_a_quotation_come_together(pair: str) -> None:
    left, right = pair[0], pair[1]
    first, second = f"{left}The wheel broke in the spring.", f"Nobody mends the wheel here{right}, said Tom Reed."
    assert halves([ROW[0], first, second, ROW[1]]).runs == ((1, 2),)
    if left != "「":
        assert quoted(ROW[0], first, second, ROW[1]) == [ROW[0], f"{first} {second}", ROW[1]]


@pytest.mark.parametrize(
    ("sentences", "found"),
    [
        # Ukrainian and Arabic, and a question that opens what is said
        (
            ("«Донька щовечора питає про хліб.", "Млин стоїть від самої весни», — каже жінка."),
            ["«Донька щовечора питає про хліб. Млин стоїть від самої весни», — каже жінка."],
        ),
        (
            ("«لم يحذر أحد الصيادين قبل وصول المياه.", "عشرة قوارب ضاعت في ليلة واحدة»، قالت مارا ليند."),
            ["«لم يحذر أحد الصيادين قبل وصول المياه. عشرة قوارب ضاعت في ليلة واحدة»، قالت مارا ليند."],
        ),
        (
            ("“Why is bread dear?", "The mill stands still since the spring,” said Tom Reed."),
            ["“Why is bread dear? The mill stands still since the spring,” said Tom Reed."],
        ),
        # what opens it leans on what stands before
        (
            (ROW[0], "He said: “The wheel broke in spring.", "Nobody here will mend the wheel.”"),
            [ROW[0], f"{ROW[0]} He said: “The wheel broke in spring. Nobody here will mend the wheel.”"],
        ),
        # one in another
        (
            (
                "“The council wrote: ‘The mill is closed.",
                "The wheel broke in the spring.’ Nobody came,” said Tom Reed.",
            ),
            ["“The council wrote: ‘The mill is closed. The wheel broke in the spring.’ Nobody came,” said Tom Reed."],
        ),
        # what stands between its ends has no half of it
        (
            (f"“{ROW[0]}", ROW[1], f"{ROW[2]}”"),
            [f"“{ROW[0]} {ROW[1]} {ROW[2]}”", ROW[1]],
        ),
        # no marks of quotations
        (("The fishermen’s boats lay at the miller’s quay.",), ["The fishermen’s boats lay at the miller’s quay."]),
        (('חיילי צה"ל עזרו לתושבי הכפר כל הלילה.',), ['חיילי צה"ל עזרו לתושבי הכפר כל הלילה.']),
        (
            ("'Cause the wheel broke, nobody came.", "The miller mends the dogs' bowl."),
            ["'Cause the wheel broke, nobody came.", "The miller mends the dogs' bowl."],
        ),
        # never closed, or never opened
        ((f"“{ROW[0]}", ROW[1]), [ROW[1]]),
        ((ROW[0], "Nobody here will mend the wheel”, said Tom Reed."), [ROW[0]]),
    ],
)
def test_what_can_be_quoted(sentences: tuple[str, ...], found: list[str]) -> None:
    assert sorted(quoted(*sentences)) == sorted(found)


def test_a_long_quotation_is_passed_over() -> None:
    row = [f"The {name} wheel of the mill broke in the spring." for name in ascii_lowercase[: MOST + 1]]
    assert quoted(f"“{row[0]}", *row[1:-1], f"{row[-1]}”") == row[1:-1]
    assert len(quoted(f"“{row[0]}", *row[1:-2], f"{row[-2]}”")) == len(row) - 2


@given(st.lists(st.tuples(st.sampled_from(["", "«"]), st.sampled_from(["", "»"])), min_size=5, max_size=5))
def test_whatever_marks_there_are_none_is_left_open(marks: list[tuple[str, str]]) -> None:
    row = [f"{left}{text[:-1]}{right}." for (left, right), text in zip(marks, ROW, strict=True)]
    for text in quoted(*row):
        assert text.count("«") == text.count("»")
        assert halves([text]).lone == frozenset()
