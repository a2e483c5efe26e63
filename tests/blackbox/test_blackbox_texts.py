"""Texts by command on a local Discord: an attachment becomes a text, only for moderators of the server that may."""

import asyncio
import io
import zipfile
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from discord import Permissions

from tests.blackbox.house import House

MANAGES = Permissions(manage_guild=True, view_channel=True, send_messages=True, use_application_commands=True).value
LAMPS = """# On street lamps

By Ada Byron

## What they do

Street lamps were lit by hand until the council bought the new ones. Nobody has counted the moths around them.

## What they cost

The council pays for oil twice a year, and the price has doubled since the harbour closed to the oil ships.
"""
WELLS = "# On wells\n\nBy Ada Byron\n\nThe well in the yard was dug long before the mill, and nobody knows by whom.\n"


@pytest.fixture
async def dc() -> AsyncIterator[Any]:
    from localcord import Localcord

    async with Localcord(portal_intents=set()) as opened:
        opened.user("mo", permissions=MANAGES)
        yield opened


async def texts(dc: Any, **options: Any) -> Any:
    """Ask, and wait past what is told of how far it is."""
    result = await dc.slash("texts", options, user="mo")
    for _ in range(600):
        if "Reading " not in result.text:
            break
        await asyncio.sleep(0.1)
    return result


async def test_a_text_comes_from_an_attachment_changes_and_is_corrected(dc: Any, tmp_path: Path) -> None:
    server = {"COMMONPLACE_TEXTS__CURATORS": f"discord:{dc.guild['id']}", "COMMONPLACE_TEXTS__SHIPPED": "false"}
    house = await House(dc, tmp_path, {"wells.md": WELLS}, **server).start()
    try:
        added = await texts(dc, action="add", file=("..lamps_final.MD", LAMPS.encode()), standpoint="darkness")
        assert added.ephemeral
        assert "is added, with 2 passages" in added.text
        assert "darkness" in added.text
        shown = await dc.slash("quote", {"about": "moths"})
        assert "counted the moths" in shown.text
        assert sorted(file.name for file in (tmp_path / "data" / "texts").iterdir()) == [
            "on-street-lamps.md",
            "on-street-lamps.yaml",
        ]
        for name, data in (("a.md", b"\0\1\2" * 99), ("b.pdf", b"%PDF-1.7 nothing"), ("c.exe", b"MZ"), ("d.md", b"")):
            refused = await texts(dc, action="add", file=(name, data))
            assert refused.ephemeral
            assert name in refused.text
            assert str(tmp_path) not in refused.text
        edited = LAMPS.replace("Nobody has counted", "Everybody has counted").encode()
        updated = await texts(dc, action="update", text="on-street-lamps", file=("lamps.md", edited))
        assert "Worded otherwise" in updated.text
        assert "texts correct on-street-lamps" in updated.text
        before = len(dc.bot_messages())
        corrected = await dc.click(updated, label="Tell the channels", user="mo")
        assert "The channel is told" in corrected.text
        (notice,) = dc.bot_messages()[before:]
        assert "Nobody → Everybody" in str(notice)
        again = await texts(dc, action="correct")
        assert "has changed without its channels being told" in again.text
        assert len(dc.bot_messages()) == before + 1
        withdrawn = await texts(dc, action="withdraw", text="on-street-lamps")
        assert "is withdrawn" in withdrawn.text
        assert list((tmp_path / "data" / "incoming").iterdir()) == []
    finally:
        await house.stop()
    house.assert_clean()


async def test_several_files_and_a_zip_become_texts(dc: Any, tmp_path: Path) -> None:
    server = {"COMMONPLACE_TEXTS__CURATORS": f"discord:{dc.guild['id']}", "COMMONPLACE_TEXTS__SHIPPED": "false"}
    house = await House(dc, tmp_path, {"wells.md": WELLS}, **server).start()
    try:
        many = io.BytesIO()
        with zipfile.ZipFile(many, "w", zipfile.ZIP_DEFLATED) as opened:
            for number in range(40):
                opened.writestr(f"walls/{number}.md", WELLS.replace("wells", f"wall {number}").replace("mill", "fort"))
            opened.writestr("walls/picture.png", b"x")
        files = {"file": ("lamps.md", LAMPS.encode()), "file2": ("lamps.md", LAMPS.replace("lamps", "doors").encode())}
        added = await texts(dc, action="add", **files, file3=("walls.zip", many.getvalue()), standpoint="stone")
        assert added.ephemeral
        assert "42 texts are added" in added.text
        assert "walls/picture.png" in added.text
        shown = await dc.slash("quote", {"about": "fort"})
        assert "the fort" in shown.text
        again = await texts(dc, action="add", file=("walls.zip", many.getvalue()))
        assert "40 texts are here already, as they were." in again.text
        bomb = await texts(dc, action="add", file=("walls.zip", many.getvalue().replace(b"walls/1", b"../ls/1")))
        assert "outside its own folder" in bomb.text
        assert list((tmp_path / "data" / "incoming").iterdir()) == []
    finally:
        await house.stop()
    house.assert_clean()


async def test_moderators_of_other_servers_change_no_texts_and_nothing_is_fetched(dc: Any, tmp_path: Path) -> None:
    house = await House(dc, tmp_path, {"wells.md": WELLS}, COMMONPLACE_TEXTS__CURATORS="discord:1").start()
    try:
        refused = await texts(dc, action="add", file=("lamps.md", LAMPS.encode()))
        assert "texts.curators" in refused.text
        assert not (tmp_path / "data" / "incoming").exists()
        listed = await texts(dc)
        assert "On wells" in listed.text
    finally:
        await house.stop()
    house.assert_clean()
