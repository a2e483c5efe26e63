"""How replies are drawn: within the width, columns side by side or stacked, nothing executed, nothing lost."""

import io
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from bot.model import Columns, Reply, Text
from bot.platforms.terminal.drawing import draw, follow_ups
from bot.platforms.terminal.exporting import to_json
from tests.platforms.terminal.replies import everything, line, quote


def drawn(reply: Reply, width: int = 80, **options: object) -> str:
    file = io.StringIO()
    draw(reply, Console(file=file, width=width, highlight=False, **options))  # type: ignore[arg-type]
    return file.getvalue()


@pytest.mark.parametrize("width", [20, 40, 80, 120, 200])
def test_nothing_is_wider_than_the_terminal(width: int) -> None:
    for shown in drawn(everything(), width).splitlines():
        assert cell_len(shown) <= width, shown


def test_a_pipe_gets_no_colours_and_no_trailing_spaces() -> None:
    text = drawn(everything())
    assert "\x1b" not in text
    assert all(shown == shown.rstrip() for shown in text.splitlines())


def test_a_screen_gets_colours_unless_it_refuses() -> None:
    assert "\x1b[" in drawn(everything(), force_terminal=True, color_system="standard")
    assert "\x1b[3" not in drawn(everything(), force_terminal=True, color_system="standard", no_color=True)


def test_columns_stand_side_by_side_where_there_is_room() -> None:
    columns = Reply(tuple(block for block in everything().blocks if isinstance(block, Columns)))
    first = drawn(columns, 120).splitlines()[0]
    assert "The garden" in first
    assert "Letters" in first
    assert "Letters" not in drawn(columns, 80).splitlines()[0]


def test_the_key_words_of_a_concordance_stand_under_each_other() -> None:
    shown = [row for row in drawn(Reply((line(), line("few ", "water", " it"))), 80).splitlines() if "water" in row]
    assert shown[0].index("water") == shown[1].index("water")
    assert "water, before" in shown[0]


def test_a_console_without_unicode_gets_a_plain_bar() -> None:
    file = io.TextIOWrapper(io.BytesIO(), encoding="ascii", errors="replace")
    draw(Reply((quote("Plain words."),)), Console(file=file, width=80))
    file.seek(0)
    assert file.read().startswith("| Plain words.")


@given(st.text(min_size=1, max_size=300), st.integers(20, 120))
@settings(max_examples=80)
def test_any_words_are_drawn_and_none_are_markup(text: str, width: int) -> None:
    shown = drawn(Reply((quote(text), Text(text))), width)
    assert "\x1b" not in shown
    assert "Ada Byron" in shown


def test_brackets_are_words() -> None:
    assert "[bold]not markup[/bold] :smile:" in drawn(Reply((quote("[bold]not markup[/bold] :smile:"),)))


def test_follow_ups_leave_out_what_needs_a_button() -> None:
    assert follow_ups(everything()) == [("Context", "context garden.abcdefg")]


def test_json_has_every_block_with_its_type() -> None:
    told = to_json(everything())
    assert [block["type"] for block in told["blocks"]][:3] == ["text", "quote", "columns"]
    assert told["answer"] == "aaaaaaaaaa"
    assert told["blocks"][1]["speaker"] == {
        "name": "Ada Byron",
        "role": "interviewee",
        "via": "The Weekly digest",
    }


def test_items_of_a_list_stand_on_lines_of_their_own() -> None:
    asked = replace(quote("She asks for: a tap a bench"), breaks=(13, 19))
    assert drawn(Reply((asked,))).splitlines()[:3] == ["▌ She asks for:", "▌ a tap", "▌ a bench"]
