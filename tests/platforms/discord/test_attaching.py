"""Pictures and files on Discord: each goes with the message that shows it, and has words beside it."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from bot.model import Attachment, Bars, Reply, Text
from bot.platforms.discord import attaching, components
from bot.platforms.discord.attaching import NOTHING, attach
from bot.platforms.discord.drawing import draw
from tests.platforms.counted import BARS, EVERY, STRIP, TABLE


def every(parts: Any) -> Iterator[dict[str, Any]]:
    for part in parts:
        yield part
        yield from every(part.get("components", ()))


async def test_charts_are_pictures_with_descriptions_and_files_are_files() -> None:
    reply = Reply((Text("Look."), *EVERY))
    attached = await attach(reply)
    (message,) = draw(reply, attached=attached)
    galleries = [part for part in every(message) if part["type"] == 12]
    assert [part["items"][0]["media"]["url"] for part in galleries] == [
        f"attachment://chart-{n}.png" for n in (1, 2, 3)
    ]
    assert [part["items"][0]["description"].split(":")[0] for part in galleries] == [
        "Most discussed",
        "Day by day",
        "Letter",
    ]
    assert [part["file"]["url"] for part in every(message) if part["type"] == 13] == ["attachment://4-counts.csv"]
    files = attached.of(message)
    assert [file.filename for file in files] == ["chart-1.png", "chart-2.png", "chart-3.png", "4-counts.csv"]
    assert all(file.description for file in files)
    assert files[3].fp.read() == TABLE.data


async def test_a_chart_that_cannot_be_drawn_is_told_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attaching, "png", lambda _: None)
    reply = Reply((BARS, STRIP))
    attached = await attach(reply)
    messages = draw(reply, attached=attached)
    text = "\n".join(part.get("content", "") for message in messages for part in every(message))
    for said in ("Most discussed: The letter leads.", "45+", "fewer than 5", "░", "·▃▅"):
        assert said in text
    assert "<@1>" not in text
    assert not any(attached.of(message) for message in messages)


async def test_each_message_takes_its_own_files_and_never_more_than_ten() -> None:
    reply = Reply((STRIP,) * 23)
    attached = await attach(reply)
    messages = draw(reply, attached=attached)
    names = [[file.filename for file in attached.of(message)] for message in messages]
    assert max(map(len, names)) <= components.MOST_FILES
    assert [name for some in names for name in some] == [f"chart-{number}.png" for number in range(23)]


async def test_names_and_words_are_brought_within_what_discord_takes() -> None:
    reply = Reply(
        (Attachment("../збірка of <@1>.json", "application/json", b"{}", "x" * 3000), Bars("t", (), "y" * 3000))
    )
    attached = await attach(reply)
    (message,) = draw(reply, attached=attached)
    assert all(re.fullmatch(r"[A-Za-z0-9._-]+", file.name) for file in attached.files.values())
    assert all(len(file.description or "") <= components.LONGEST_DESCRIPTION for file in attached.of(message))


async def test_a_file_that_is_too_large_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attaching, "LARGEST", 4)
    attached = await attach(Reply((TABLE,)))
    assert not attached.files
    (message,) = draw(Reply((TABLE,)), attached=attached)
    assert "counts" in message[0]["content"]


async def test_words_alone_bring_nothing() -> None:
    assert await attach(Reply((Text("Nothing."),))) is NOTHING
