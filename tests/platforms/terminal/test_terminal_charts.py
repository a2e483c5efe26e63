"""Charts and files in the terminal: shapes with their numbers, and files that overwrite nothing."""

import base64
import io
import json
from pathlib import Path

import pytest
from rich.console import Console

from bot.model import Attachment, Reply, Text, Tone
from bot.platforms.terminal.drawing import draw
from bot.platforms.terminal.exporting import to_json
from bot.platforms.terminal.saving import saved
from bot.words import words
from tests.platforms.counted import BARS, EVERY, STRIP, TABLE, TREND

SAY = words("en")


class Plain(io.StringIO):
    encoding = "ascii"  # type: ignore[assignment]


def drawn(*blocks: object, width: int = 80, file: io.StringIO | None = None) -> str:
    console = Console(file=file or io.StringIO(), width=width, highlight=False)
    draw(Reply(blocks), console)  # type: ignore[arg-type]
    return console.file.getvalue()  # type: ignore[attr-defined,no-any-return]


def test_every_shape_has_its_number_and_every_chart_its_sentence() -> None:
    shown = drawn(*EVERY)
    for said in (
        "Most discussed",
        "█ ",
        "45+",
        "░",
        "fewer than 5",
        "Most on the first day.",
        "2026-11-01 █░· 2026-11-03",
    ):
        assert said in shown
    for said in ("1 ·▃▅▅▆▆▆▆█", "· 0  ▁ <5  ▃ 5+  ▅ 10+  ▆ 20+  █ 40+", "counts.csv: A table of two columns."):
        assert said in shown


def test_a_console_without_unicode_gets_plain_signs() -> None:
    shown = drawn(TREND, STRIP, file=Plain())
    assert shown.isascii()
    assert "1 .=++****#" in shown
    assert "2026-11-01 #?. 2026-11-03" in shown


@pytest.mark.parametrize("width", [30, 60, 120])
def test_charts_keep_to_the_width(width: int) -> None:
    assert max(map(len, drawn(BARS, TREND, STRIP, width=width).splitlines())) <= width + 4  # marks of direction


async def test_a_file_is_saved_beside_others_of_its_name(tmp_path: Path) -> None:
    for name in ("counts.csv", "counts-2.csv", "counts-3.csv"):
        reply = await saved(Reply((Text("Here."), TABLE)), tmp_path, SAY)
        assert isinstance(reply.blocks[1], Text)
        assert f"Saved as {name}" in reply.blocks[1].text
        assert (tmp_path / name).read_bytes() == TABLE.data


async def test_a_name_leads_nowhere_else(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    await saved(Reply((Attachment("../../out.csv", "text/csv", b"x", ""),)), tmp_path / "in", SAY)
    assert [file.name for file in (tmp_path / "in").iterdir()] == ["out.csv"]


async def test_a_folder_that_takes_nothing_is_said(tmp_path: Path) -> None:
    reply = await saved(Reply((TABLE,)), tmp_path / "missing", SAY)
    (block,) = reply.blocks
    assert isinstance(block, Text)
    assert block.tone is Tone.ERROR
    assert "could not be saved" in block.text


def test_json_has_numbers_and_bytes() -> None:
    plain = json.loads(json.dumps(to_json(Reply(EVERY))))
    assert [block["type"] for block in plain["blocks"]] == ["bars", "trend", "strip", "attachment"]
    assert plain["blocks"][0]["bars"][1] == {
        "label": "<@1> **מכתב**",
        "count": {"value": None, "least": 5},
        "shown": "fewer than 5",
    }
    table = plain["blocks"][3]
    assert (table["name"], table["media"]) == ("counts.csv", "text/csv")
    assert base64.b64decode(table["base64"]) == TABLE.data
