"""Charts are whole pictures, whatever stands in their titles, and tell by shape what they tell by colour."""

import xml.etree.ElementTree as ET
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.charts import Chart, png, svg
from bot.charts.canvas import clean, leftwards, lines, wide
from bot.charts.scale import COLOURS, HEIGHTS, STEPS, legend
from bot.charts.strip import gathered, passages_in_a_cell
from bot.charts.trend import ceiling
from bot.model import Bar, Bars, Cell, Count, Point, Strip, Trend

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = (
    "<script>alert(1)</script>\"'&amp;]]>",
    "\x00\x1b[31m\ud800\ufffe\u202e",
    "</text><image href='file:///etc/passwd'/>",
    "מכתב מן האי",
    "رسالة من الجزيرة",
    "ї" * 500,
    "",
)
COUNTS = st.one_of(st.just(Count(None, 5)), st.integers(0, 200_000).map(lambda n: Count(5 * n, 5)))
WORDS = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=80))
CHARTS = st.one_of(
    st.builds(Bars, WORDS, st.lists(st.builds(Bar, WORDS, COUNTS, WORDS), max_size=4).map(tuple), st.just("alt")),
    st.builds(Trend, WORDS, st.lists(st.builds(Point, WORDS, COUNTS), max_size=9).map(tuple), st.just("alt")),
    st.builds(Strip, WORDS, st.lists(st.builds(Cell, WORDS, COUNTS), max_size=90).map(tuple), st.just("alt")),
)


@given(CHARTS)
def test_every_picture_is_xml_with_nothing_in_it_but_shapes_and_words(chart: Chart) -> None:
    root = ET.fromstring(svg(chart))  # noqa: S314 - our own
    known = {"svg", "defs", "pattern", "rect", "path", "text"}
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= known
    attributes = {name for element in root.iter() for name in element.attrib}
    assert not any(name.startswith("on") or "href" in name for name in attributes)
    assert float(root.attrib["height"]) > 0


@pytest.mark.parametrize("words", HOSTILE)
def test_pictures_are_drawn_whatever_they_are_called(words: str) -> None:
    for chart in (
        Bars(words, (Bar(words, Count(10, 5), words), Bar(words, Count(None, 5), words)), "alt"),
        Trend(words, (Point("2026-11-01", Count(None, 5)), Point("2026-11-02", Count(20, 5))), "alt"),
        Strip(words, tuple(Cell(str(n), Count(5 * n, 5)) for n in range(30)), "alt"),
    ):
        drawn = png(chart)
        assert drawn is not None
        assert drawn.startswith(b"\x89PNG")
        assert len(drawn) > 3_000


def test_letters_of_every_script_that_is_brought_along_are_drawn() -> None:
    """A word of letters that no font has looks like any other of its length; these must not look alike."""
    words = ("ship", "лист", "λόγος", "אבגד", "سلام", "đâu ạ")
    drawn = [png(Bars(word, (), "alt")) for word in words]
    assert len(set(drawn)) == len(words)
    assert None not in drawn


def test_a_picture_that_fails_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(**_: object) -> bytes:
        raise ValueError("no")

    monkeypatch.setattr("resvg_py.svg_to_bytes", fail)
    assert png(Bars("title", (), "alt")) is None


def test_the_scale_rises_in_height_and_in_darkness() -> None:
    def light(colour: str) -> float:
        red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    assert len(COLOURS) == len(HEIGHTS) == len(legend(5)) == STEPS
    assert list(HEIGHTS) == sorted(set(HEIGHTS))
    assert all(light(one) - light(other) > 20 for one, other in pairwise(COLOURS))
    assert legend(5) == ("0", "<5", "5+", "10+", "20+", "40+")


@given(st.integers(1, 30_000))
def test_a_strip_has_a_cell_for_every_passage_and_never_too_many(passages: int) -> None:
    each = passages_in_a_cell(passages)
    cells = gathered([Cell(str(n), Count(5 * (n % 9), 5)) for n in range(passages)], each)
    assert len(cells) <= 400
    assert (len(cells) - 1) * each < passages <= len(cells) * each


@given(st.floats(0, 1e7))
def test_the_axis_ends_at_a_round_number_above_all(most: float) -> None:
    assert ceiling(most) >= most
    assert ceiling(most) <= max(2, 4 * most)


@given(st.text(max_size=200), st.integers(40, 600))
def test_words_are_cut_to_their_room(words: str, room: int) -> None:
    cut = lines(words, room, 18, 3)
    assert len(cut) <= 3
    assert all(wide(line, 18) <= room for line in cut)
    if cut and not cut[-1].endswith("…"):
        assert "".join("".join(cut).split()) == "".join(clean(words).split())


def test_words_run_as_their_first_letter_does() -> None:
    assert leftwards("3 · מכתב to Ada")
    assert leftwards("رسالة")
    assert not leftwards("Letter מכתב")
    assert not leftwards("123")
