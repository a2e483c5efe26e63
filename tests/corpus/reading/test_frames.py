"""What the bot and its reading process say to each other, on every supported Python."""

from enum import Enum
from typing import Any

import pytest

from bot.corpus.parts import Metadata, Raw, Structure
from bot.corpus.reading.frames import LENGTH, open_answer, pack
from bot.model import Kind, Source


def _answer() -> tuple[object, ...]:
    source = Source("on-bridges", "On bridges", ("Ada Example",), kind=Kind.OP_ED)
    return Raw("A bridge.", "txt"), source, Structure(Metadata()), "0" * 64, 9, 1, False


def _by_name(member: Enum, _: Any) -> object:
    return getattr, (type(member), member.name)


def test_an_answer_comes_through_as_it_was() -> None:
    answer = _answer()
    assert open_answer(pack(("file", answer))[LENGTH.size :], "a.txt") == answer


def test_members_of_an_enum_come_through_on_every_python(monkeypatch: pytest.MonkeyPatch) -> None:
    """Python 3.11.0 to 3.11.3, which Debian 12 has, pickle a member as `getattr(Kind, "OP_ED")`."""
    monkeypatch.setattr(Kind, "__reduce_ex__", _by_name)
    answer = _answer()
    assert open_answer(pack(("file", answer))[LENGTH.size :], "a.txt") == answer
