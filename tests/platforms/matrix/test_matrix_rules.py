"""The rules of Matrix, each for itself: what an event is, who moderates, what is a command, how much, from where on."""

import asyncio
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.commands.desk.registry import commands
from bot.model import Bar, Bars, Count, Reply
from bot.platforms.matrix import gaps
from bot.platforms.matrix.addressing import Me, asked, chosen
from bot.platforms.matrix.arriving import Arrived, What, arrived, without_fallback
from bot.platforms.matrix.backoff import AWAY, LONGEST, insist
from bot.platforms.matrix.budget import WINDOW, Allowance, Budget
from bot.platforms.matrix.http import meaning
from bot.platforms.matrix.inviting import Allowed
from bot.platforms.matrix.lanes import Lanes
from bot.platforms.matrix.naming import with_names
from bot.platforms.matrix.rooms import Room, Rooms
from bot.platforms.matrix.trouble import Denied, Unauthorized, Unreachable

ME = Me("@reader:test", "!", commands())
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=12), inner, max_size=3),
    max_leaves=8,
)
KEYS = ["m.relates_to", "body", "msgtype", "rel_type", "event_id", "key", "m.mentions", "redacts", "m.in_reply_to"]
CONTENT = st.dictionaries(st.sampled_from(KEYS), ANYTHING | st.dictionaries(st.sampled_from(KEYS), ANYTHING))
KINDS = ["m.room.message", "m.reaction", "m.room.redaction", "m.room.encrypted", "m.poll.start", "m.room.power_levels"]


@given(
    ANYTHING
    | st.fixed_dictionaries(
        {"type": st.sampled_from(KINDS), "content": CONTENT | ANYTHING},
        optional={"event_id": ANYTHING, "sender": ANYTHING, "origin_server_ts": ANYTHING, "state_key": ANYTHING},
    )
)
def test_events_of_any_form_raise_nothing(event: Any) -> None:
    if isinstance(event, dict):
        event = {"event_id": "$x", "sender": "@ada:test", **event}
    found = arrived(event, "!room")
    if found is not None:
        asked(found, ME, direct=True)
        chosen(found)
    room = Room("!room")
    room.take({**event, "state_key": ""} if isinstance(event, dict) else event)
    room.moderated_by("@ada:test")
    room.may_send("@ada:test")


def said(text: str, **more: Any) -> Arrived:
    found = arrived(
        {
            "event_id": "$x",
            "sender": "@ada:test",
            "type": "m.room.message",
            "origin_server_ts": 5_000,
            "content": {"msgtype": "m.text", "body": text, **more},
        },
        "!room",
    )
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("line", "command"),
    [
        ("!quote war", "quote war"),
        ("  !quote war", "quote war"),
        ("!qoute war", "qoute war"),
        ("!play some music", None),
        ("! quote war", None),
        ("!!", None),
        ("/quote war", "quote war"),
        ("/me waves", None),
        ("reader: quote war", "quote war"),
        ("@reader:test !quote war", "quote war"),
        ("Reader, help", "help"),
        ("reader", "help"),
        ("readers like it", None),
        ("quote war", None),
    ],
)
def test_what_is_a_command_in_a_room(line: str, command: str | None) -> None:
    assert asked(said(line), ME, direct=False) == command


@pytest.mark.parametrize("prefix", ["!", "?", "!c", "сп:", "§§"])
def test_the_prefix_is_the_operators_choice(prefix: str) -> None:
    me = Me(ME.user, prefix, ME.commands)
    assert asked(said(f"{prefix}quote war"), me, direct=False) == "quote war"
    assert asked(said("~quote war"), me, direct=False) is None


@pytest.mark.parametrize(
    "event",
    [
        {"redacts": "$gone", "content": {}},  # up to room version 10
        {"content": {"redacts": "$gone", "reason": "x"}},  # from 11 on
        {"redacts": ["$odd"], "content": {"redacts": "$gone"}},
    ],
)
def test_what_a_redaction_takes_back(event: dict[str, Any]) -> None:
    found = arrived({"event_id": "$x", "sender": "@ada:test", "type": "m.room.redaction", **event}, "!room")
    assert found is not None
    assert (found.what, found.to) == (What.REDACTION, "$gone")


def test_in_a_direct_room_everything_is_a_command() -> None:
    assert asked(said("quote war"), ME, direct=True) == "quote war"
    assert asked(said("what is this"), ME, direct=True) == "what is this"
    assert (
        asked(said("* !quote", **{"m.relates_to": {"rel_type": "m.replace", "event_id": "$y"}}), ME, direct=True)
        is None
    )


def test_a_number_is_chosen_by_a_reply_and_by_a_reaction() -> None:
    reply = {"m.relates_to": {"m.in_reply_to": {"event_id": "$y"}}}
    assert chosen(said("> <@b:test> words\n> more\n\n2", **reply)) == 2
    assert chosen(said("12", **reply)) is None
    assert chosen(said("2")) is None
    assert chosen(Arrived("$x", "!r", What.REACTION, "@a:t", 0, to="$y", key="3\ufe0f\u20e3")) == 3
    assert chosen(Arrived("$x", "!r", What.REACTION, "@a:t", 0, to="$y", key="3\u20e3")) == 3
    assert chosen(Arrived("$x", "!r", What.REACTION, "@a:t", 0, to="$y", key="👍")) is None
    assert without_fallback("> said\n\nanswer") == "answer"


def state(kind: str, content: dict[str, Any], sender: str = "@ada:test") -> dict[str, Any]:
    return {"type": kind, "state_key": "", "sender": sender, "content": content}


@pytest.mark.parametrize(
    ("version", "level", "moderates"), [("11", 50, True), ("11", 49, False), ("12", 0, True), ("11", "100", True)]
)
def test_who_moderates(version: str, level: object, moderates: bool) -> None:
    room = Room("!room")
    room.take(state("m.room.create", {"room_version": version}))
    assert room.moderated_by("@ada:test")  # before anybody has set a level
    room.take(state("m.room.power_levels", {"users": {"@ada:test": level}}))
    assert room.moderated_by("@ada:test") is moderates
    assert not room.moderated_by("@ben:test")


def test_additional_creators_stand_above_all_levels() -> None:
    room = Room("!room")
    room.take(state("m.room.create", {"room_version": "12", "additional_creators": ["@ben:test", 7]}))
    room.take(state("m.room.power_levels", {"users_default": 0}))
    assert room.level("@ben:test") is None
    assert room.level("@cleo:test") == 0


def test_too_much_is_told_once_and_ends() -> None:
    budget = Budget(2)
    allowed = [budget.ask("!r", "@a:t", moment) for moment in (0, 1, 2, 3)]
    assert allowed == [Allowance.YES, Allowance.YES, Allowance.TELL, Allowance.NO]
    assert budget.ask("!r", "@b:t", 3) is Allowance.YES
    assert budget.ask("!r", "@a:t", WINDOW + 0.5) is Allowance.YES


def test_who_may_invite() -> None:
    home = Allowed.of(None, ".*", 5, "@reader:test")
    assert home.fits("@ada:test", "!r")
    assert not home.fits("@ada:test.evil", "!r")
    some = Allowed.of(r"@ada:.*", r"!a.*", 5, "@reader:test")
    assert some.fits("@ada:anywhere", "!abc")
    assert not some.fits("@ada:anywhere", "!b")
    assert not some.fits("@eve:anywhere", "!abc")


def test_what_answers_of_the_homeserver_mean() -> None:
    limited = meaning(429, {"errcode": "M_LIMIT_EXCEEDED", "retry_after_ms": 1500})
    assert isinstance(limited, Unreachable)
    assert limited.wait == 1.5
    assert isinstance(meaning(502, {}), Unreachable)
    assert isinstance(meaning(404, {}), Unreachable)  # a proxy's: Matrix gives its own code
    assert isinstance(meaning(401, {"errcode": "M_UNKNOWN_TOKEN"}), Unauthorized)
    assert type(meaning(403, {"errcode": "M_FORBIDDEN"})) is Denied
    assert type(meaning(413, {"errcode": "M_TOO_LARGE"})) is Denied  # trying it again would never end
    assert isinstance(meaning(429, {"errcode": 5, "retry_after_ms": "x"}), Unreachable)


async def test_trying_again_waits_no_longer_than_five_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    waits: list[float] = []

    async def sleep(seconds: float) -> None:
        waits.append(seconds)

    monkeypatch.setattr("bot.platforms.matrix.backoff.asyncio.sleep", sleep)
    left = [Unreachable("x")] * 8 + [Unreachable("x", wait=60.0)]

    async def attempt() -> str:
        if left:
            raise left.pop(0)
        return "done"

    assert await insist(attempt, "trying") == "done"
    assert waits == sorted(waits)
    assert waits[-2:] == [AWAY, LONGEST]  # one that is away, and one that asks for a minute
    assert AWAY < LONGEST == 5


class Server:
    """A room's history, newest last, in pages of three."""

    me = "@reader:test"

    def __init__(self, names: list[str], joined: int | None = None) -> None:
        self.events = [{"event_id": name, "type": "m.room.message"} for name in names]
        if joined is not None:
            member = {"type": "m.room.member", "state_key": self.me, "content": {"membership": "join"}}
            self.events[joined] |= member

    async def before(self, room: str, token: str | None) -> tuple[list[Any], str | None]:
        end = int(token or len(self.events))
        start = max(0, end - 3)
        return self.events[start:end][::-1], str(start) if start else None


@pytest.mark.parametrize("known", range(8))
async def test_a_gap_is_closed_from_the_last_known_event(known: int) -> None:
    server = Server([f"${number}" for number in range(10)])
    told = {"limited": True, "prev_batch": "8", "events": server.events[8:]}

    async def old(names: Any) -> frozenset[str]:
        return frozenset(name for name in names if int(name[1:]) <= known)

    found = await gaps.timeline(server, "!r", told, old)
    assert [event["event_id"] for event in found] == [f"${number}" for number in range(known + 1, 10)]


async def test_nothing_from_before_the_join_is_read() -> None:
    async def nothing(_: Any) -> frozenset[str]:
        return frozenset()

    server = Server([f"${number}" for number in range(10)], joined=4)
    told = {"limited": True, "prev_batch": "8", "events": server.events[8:]}
    found = await gaps.timeline(server, "!r", told, nothing)
    assert [event["event_id"] for event in found] == [f"${number}" for number in range(4, 10)]
    within = await gaps.timeline(server, "!r", {"limited": True, "events": server.events, "prev_batch": "0"}, nothing)
    assert [event["event_id"] for event in within] == [f"${number}" for number in range(4, 10)]


async def test_a_room_is_answered_in_order_and_rooms_beside_each_other() -> None:
    lanes, done = Lanes(), []
    gate = asyncio.Event()

    async def slow() -> None:
        await gate.wait()
        done.append("slow")

    async def quick(name: str) -> None:
        done.append(name)
        gate.set()

    lanes.put("!a", slow)
    lanes.put("!a", lambda: quick("after"))
    lanes.put("!b", lambda: quick("beside"))
    await asyncio.sleep(0.05)
    assert done == ["beside", "slow", "after"]
    lanes.put("!a", lambda: quick("last"))
    await lanes.close(1.0)


def test_bars_have_the_names_of_rooms() -> None:
    rooms = Rooms()
    rooms.take("!r:test", [state("m.room.name", {"name": "Readers"})])
    bars = tuple(Bar(label, Count(5, 5), "5+") for label in ("!r:test", "!other:test", ""))
    (drawn,) = with_names(Reply((Bars("Channels", bars, "where"),)), rooms).blocks
    assert isinstance(drawn, Bars)
    assert [bar.label for bar in drawn.bars] == ["Readers", "!other:test", ""]
