"""What is not drawn anew looks as if it was."""

from dataclasses import replace

import pytest

from bot.commands.desk.repeating import _renamed
from bot.model import Action, ActionKind, Actions, Quote, Reply, Role, Span, Speaker, Text, Tone
from bot.platforms.discord import redrawing
from bot.platforms.discord.drawing import draw
from bot.platforms.discord.redrawing import redraw

ADA = Speaker("Ada Byron", Role.AUTHOR)


def quote(number: int, words: str = "The well was *dug* long before the mill.") -> Quote:
    return Quote(f"wells.aa{number}a", "wells", "e" * 64, (Span(0, len(words)),), words, ADA, "Ada Byron", "On wells")


def reply(quotes: int = 3, label: str = "Why?") -> Reply:
    actions = (
        Action(ActionKind.CONTEXT, "Context", "wells.aa0a"),
        Action(ActionKind.MORE, "More", "aaaaaaaaaa", 3, "more aaaaaaaaaa offset=3"),
        Action(ActionKind.WHY, label, "aaaaaaaaaa", 0, "why aaaaaaaaaa"),
        Action(ActionKind.THREAD, "Thread", "wells.aa0a"),
    )
    title = Text("3 of 8 passages", Tone.TITLE)
    return Reply((title, *map(quote, range(quotes)), Actions(actions)), answer="aaaaaaaaaa", repeatable=True)


@pytest.fixture
def drawings(monkeypatch: pytest.MonkeyPatch) -> list[Reply]:
    """The replies that were really drawn."""
    found: list[Reply] = []

    def counted(drawn: Reply, *, threads: bool) -> object:
        found.append(drawn)
        return draw(drawn, threads=threads)

    redrawing._drawn.clear()
    monkeypatch.setattr(redrawing, "draw", counted)
    return found


@pytest.mark.parametrize("threads", [True, False])
def test_a_reply_given_again_is_drawn_once_and_looks_right(drawings: list[Reply], threads: bool) -> None:
    made = reply()
    again = [_renamed(made) for _ in range(4)]
    assert len({one.answer for one in again}) == 4
    for one in again:
        assert redraw(one, threads=threads) == draw(one, threads=threads)
    assert drawings == again[:1]


def test_with_and_without_threads_are_two_drawings(drawings: list[Reply]) -> None:
    made = _renamed(reply())
    for threads in (True, False, True):
        assert redraw(made, threads=threads) == draw(made, threads=threads)
    assert len(drawings) == 2


def test_a_reply_that_was_changed_since_is_drawn_anew(drawings: list[Reply]) -> None:
    made = reply()
    first = _renamed(made)
    redraw(first, threads=True)
    cut = quote(1, "The well was *dug*")
    others = [
        replace(first, blocks=(*first.blocks, Text("cut", Tone.NOTE))),
        replace(first, blocks=(first.blocks[0], cut, *first.blocks[2:])),
        replace(first, blocks=(*first.blocks[:-1], reply(label="Warum?").blocks[-1])),
        replace(first, blocks=first.blocks[:-1]),
        replace(first, private=True),
    ]
    for other in others:
        assert redraw(other, threads=True) == draw(other, threads=True)
    assert len(drawings) == 1 + len(others)


def test_what_is_not_given_again_is_not_remembered(drawings: list[Reply]) -> None:
    for _ in range(2):
        assert redraw(reply(), threads=True) == draw(reply(), threads=True)
    assert len(drawings) == 2
    assert len(redrawing._drawn) == 0
