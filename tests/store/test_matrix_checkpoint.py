"""What is written of Matrix: together, once, and no more than is needed."""

from bot.store.database import Database
from bot.store.matrix import REMEMBERED, Checkpoint, Waiting, WaitingState

ROOM = "matrix:!room:test"


def asked(event: str, moment: int = 1) -> dict[str, Waiting]:
    return {event: Waiting(event, ROOM, WaitingState.ASKED, moment)}


async def test_a_replay_changes_nothing(database: Database) -> None:
    checkpoint = Checkpoint(database, "@bot:test")
    assert await checkpoint.next_batch() is None
    assert await checkpoint.advance("s1", {ROOM: ["$a", "$b"]}, asked("$b")) == {"$a", "$b"}
    await checkpoint.done("$b")
    assert await checkpoint.advance("s2", {ROOM: ["$a", "$b", "$c"]}, asked("$b") | asked("$c")) == {"$c"}
    assert [waiting.event for waiting in await checkpoint.waiting()] == ["$c"]
    assert await checkpoint.next_batch() == "s2"
    assert await Checkpoint(database, "@other:test").next_batch() is None


async def test_what_waits_comes_in_the_order_in_which_it_was_sent(database: Database) -> None:
    checkpoint = Checkpoint(database, "@bot:test")
    await checkpoint.advance("s1", {ROOM: ["$a", "$b"]}, asked("$a", 2) | asked("$b", 1))
    assert [waiting.event for waiting in await checkpoint.waiting()] == ["$b", "$a"]


async def test_a_locked_event_waits_for_its_key_then_for_its_answer(database: Database) -> None:
    checkpoint = Checkpoint(database, "@bot:test")
    await checkpoint.advance("s1", {ROOM: ["$a"]}, {"$a": Waiting("$a", ROOM, WaitingState.LOCKED, 1)})
    await checkpoint.unlocked("$a")
    assert await checkpoint.waiting() == [Waiting("$a", ROOM, WaitingState.ASKED, 1)]


async def test_only_the_last_events_of_a_room_are_remembered(database: Database) -> None:
    checkpoint = Checkpoint(database, "@bot:test")
    many = [f"${number}" for number in range(REMEMBERED + 5)]
    await checkpoint.advance("s1", {ROOM: many}, {})
    assert await checkpoint.known(ROOM, many) == frozenset(many[5:])
    assert await checkpoint.known("matrix:!other:test", many) == frozenset()


async def test_invitations_have_a_budget_for_each_day(database: Database) -> None:
    checkpoint = Checkpoint(database, "@bot:test")
    assert [await checkpoint.invited("2026-11-22", 2) for _ in range(3)] == [True, True, False]
    assert await Checkpoint(database, "@bot:test").invited("2026-11-22", 2) is False
    assert await checkpoint.invited("2026-11-23", 2) is True
