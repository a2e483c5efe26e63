"""What is done with the bot's own messages is counted once, for as many as took part, and for nobody who said no."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.discussion import recording as module
from bot.discussion.deeds import Deed, Done, Known
from bot.discussion.forgetting import Forgetting
from bot.discussion.participants import Participants
from bot.discussion.recording import Recording
from bot.errors import StoreFull
from bot.store import texts
from bot.store.consents import Consents
from bot.store.database import Database
from bot.store.erasure import Erasure
from bot.store.log import EventKind, EventLog
from bot.store.participants import ParticipantCounts
from bot.store.sent import Sent, SentMessage
from tests.store.conftest import addition as _addition
from tests.store.conftest import database as _database

addition, database = _addition, _database

HERE, CHANNEL = "discord:417", "11"
ADA, BEN, CLEO = "discord:501", "discord:502", "discord:503"
REPLIED, REACTED, THREADED = EventKind.REPLIED, EventKind.REACTED, EventKind.THREADED


@dataclass
class Desk:
    """A recording over a store of its own, with a text of three passages, and a clock that stands."""

    database: Database
    consents: Consents
    events: EventLog
    recording: Recording
    passages: list[tuple[str, str]]
    moment: datetime

    async def counts(self) -> dict[tuple[str, str], int]:
        """What is counted, as (kind, passage): how often."""
        await self.recording.settle()
        found: dict[tuple[str, str], int] = {}
        for _, channel, kind, passage, _, count in await self.events.counts(HERE):
            assert channel == CHANNEL
            found[kind, passage] = found.get((kind, passage), 0) + count
        return found

    async def people(self) -> dict[tuple[str, str], int]:
        await self.recording.settle()
        rows = await self.database.read("SELECT day, passage, people FROM participants")
        return {(day, passage): people for day, passage, people in rows}

    def anew(self) -> Recording:
        """The recording after a restart."""
        people = Participants(ParticipantCounts(self.database))
        self.recording = Recording(Sent(self.database), people, self.consents, self.events, lambda: self.moment)
        return self.recording


@pytest.fixture
async def desk(database: Database, addition: object) -> AsyncIterator[Desk]:
    made = addition()  # type: ignore[operator]
    await database.write(lambda connection: texts.add(connection, made))
    passages = [(passage.id, passage.edition) for passage in made.passages]
    consents, events = await Consents.open(database), EventLog(database)
    moment = datetime(2026, 3, 1, 22, 10, tzinfo=UTC)
    desk = Desk(database, consents, events, None, passages, moment)  # type: ignore[arg-type]
    desk.anew()
    yield desk
    await desk.recording.settle()


async def test_deeds_on_known_messages_are_counted_for_each_passage_and_others_are_not(desk: Desk) -> None:
    recording = desk.recording
    await recording.remember(HERE, CHANNEL, "9001", desk.passages[:2])
    for deed in (
        Deed(REPLIED, "9001", ADA, "1"),
        Deed(REPLIED, "9001", ADA, "2"),
        Deed(REPLIED, "9001", ADA, "2"),  # told twice
        Deed(REACTED, "9001", BEN, "502 👍"),
        Deed(REACTED, "9001", BEN, "502 👍"),
        Deed(REACTED, "9001", BEN, "502 🎉"),
        Deed(THREADED, "9001", CLEO, "3"),  # a thread that grew from the message
        Deed(THREADED, "8000", CLEO, "4"),
        Deed(REPLIED, "7000", ADA, "5"),
    ):
        recording.did(deed)
    first, second, _ = (passage for passage, _ in desk.passages)
    assert await desk.counts() == {
        (kind.value, passage): count
        for passage in (first, second)
        for kind, count in ((REPLIED, 2), (REACTED, 2), (THREADED, 1))
    }
    assert await desk.people() == {("2026-03-01", first): 3, ("2026-03-01", second): 3}


async def test_a_thread_opened_on_a_passage_is_about_that_one(desk: Desk) -> None:
    recording = desk.recording
    await recording.remember(HERE, CHANNEL, "9001", desk.passages)
    recording.grown(HERE, CHANNEL, "9001", desk.passages[1:2])
    recording.did(Deed(THREADED, "9001", ADA, "1"))
    recording.did(Deed(REPLIED, "9001", ADA, "2"))
    one = desk.passages[1][0]
    assert await desk.counts() == {(THREADED.value, one): 1} | {(REPLIED.value, p): 1 for p, _ in desk.passages}


async def test_after_a_restart_messages_are_known_and_people_are_not(desk: Desk) -> None:
    desk.recording.gather(HERE, CHANNEL, "9001", desk.passages[:1])
    for person in (ADA, BEN):
        desk.recording.did(Deed(REPLIED, "9001", person, person))
    passage = desk.passages[0][0]
    assert await desk.people() == {("2026-03-01", passage): 2}
    desk.anew().did(Deed(REPLIED, "9001", BEN, "8"))
    assert await desk.counts() == {(REPLIED.value, passage): 3}
    assert await desk.people() == {("2026-03-01", passage): 2}  # at least
    desk.moment += timedelta(hours=2)  # a day begins, in which nobody is known
    desk.recording.did(Deed(REPLIED, "9001", BEN, "9"))
    assert await desk.people() == {("2026-03-01", passage): 2, ("2026-03-02", passage): 1}


async def test_what_is_deleted_is_forgotten_and_stays_counted(desk: Desk) -> None:
    recording = desk.recording
    for message in ("9001", "9002", "9003"):
        await recording.remember(HERE, CHANNEL, message, desk.passages[:1])
        recording.did(Deed(REPLIED, message, ADA, f"1{message}"))
    recording.grown(HERE, CHANNEL, "9001", desk.passages[:1])
    await recording.settle()
    recording.deleted(["9001", "9002", "77"])
    for message in ("9001", "9002"):
        recording.did(Deed(REPLIED, message, ADA, f"2{message}"))
        recording.did(Deed(THREADED, message, ADA, f"3{message}"))
    assert await desk.counts() == {(REPLIED.value, desk.passages[0][0]): 3}
    assert await desk.database.read("SELECT DISTINCT message FROM sent") == [("9003",)]
    await recording.channel_deleted(HERE, CHANNEL)
    assert await desk.database.read("SELECT * FROM sent") == []
    recording.did(Deed(REPLIED, "9003", ADA, "4"))
    assert await desk.counts() == {(REPLIED.value, desk.passages[0][0]): 3}


async def test_who_opted_out_is_never_counted(desk: Desk) -> None:
    await desk.recording.remember(HERE, CHANNEL, "9001", desk.passages[:1])
    await desk.consents.opt_out(ADA)
    desk.recording.did(Deed(REPLIED, "9001", ADA, "1"))
    desk.recording.did(Deed(REACTED, "9001", BEN, "2"))
    await desk.consents.opt_out(BEN)  # while it waits
    assert await desk.counts() == {}
    assert await desk.people() == {}


async def test_who_is_erased_is_forgotten_in_memory_and_on_disk(desk: Desk) -> None:
    forgetting = Forgetting(desk.consents, Erasure(desk.database), desk.recording)
    assert await forgetting.person(ADA) == {}
    await desk.recording.remember(HERE, CHANNEL, "9001", desk.passages[:1])
    desk.recording.did(Deed(REACTED, "9001", ADA, "1"))
    assert await forgetting.person(ADA) == {}
    assert await desk.counts() == {}
    await desk.consents.opt_out(ADA, "notice")
    await desk.consents.opt_out(ADA)
    await desk.consents.opt_out(BEN)
    assert await forgetting.person(ADA) == {"consents": 2}
    assert desk.consents.may_hear(ADA)
    assert not desk.consents.may_hear(BEN)


async def test_a_burst_is_counted_whole_and_what_is_too_much_is_said(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    await desk.recording.remember(HERE, CHANNEL, "9001", desk.passages[:1])
    for number in range(3_000):
        desk.recording.did(Deed(REACTED, "9001", f"discord:{number}", str(number)))
    passage = desk.passages[0][0]
    assert await desk.counts() == {(REACTED.value, passage): 3_000}
    assert await desk.people() == {("2026-03-01", passage): 2_000}  # at least: memory is bounded
    monkeypatch.setattr(module, "MOST_WAITING", 100)
    for number in range(5_000, 5_150):
        desk.recording.did(Deed(REACTED, "9001", ADA, str(number)))
    assert desk.recording._passed_over == 50
    assert await desk.counts() == {(REACTED.value, passage): 3_100}


async def test_what_the_store_refuses_is_recorded_later(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as broken:

        async def full(*_: object) -> None:
            raise StoreFull("store.db")

        for name in ("write", "look"):
            broken.setattr(desk.database, name, full)
        with pytest.raises(StoreFull):
            await desk.recording.remember(HERE, CHANNEL, "9001", desk.passages[:1])
        desk.recording.did(Deed(REPLIED, "9001", ADA, "1"))
        desk.recording.did(Deed(REPLIED, "9002", ADA, "2"))
        with pytest.raises(StoreFull):
            await desk.recording.settle()
    assert await desk.counts() == {(REPLIED.value, desk.passages[0][0]): 1}
    assert await desk.database.read("SELECT message FROM sent") == [("9001",)]
    assert len(await desk.people()) == 1


def test_a_deed_prints_nobody() -> None:
    assert "501" not in repr(Deed(REACTED, "9001", ADA, "501 👍"))


@given(st.lists(st.tuples(st.sampled_from([REPLIED, REACTED]), st.sampled_from("abc"), st.sampled_from("xyz"))))
def test_each_deed_is_new_once_over_two_days(told: list[tuple[EventKind, str, str]]) -> None:
    done, seen = Done(), set()
    half = len(told) // 2
    for number, (kind, message, once) in enumerate(told):
        day = "2026-03-01" if number < half else "2026-03-02"
        assert done.first(Deed(kind, message, ADA, once), day) == ((kind, message, once) not in seen)
        seen.add((kind, message, once))


@given(st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from(["p1", "p2"]))))
def test_as_many_people_are_counted_as_took_part(deeds: list[tuple[str, str]]) -> None:
    participants = Participants(None)  # type: ignore[arg-type]
    for person, passage in deeds:
        participants.took_part(person, HERE, passage, "2026-03-01")
    for passage in ("p1", "p2"):
        people = {person for person, of in deeds if of == passage}
        assert participants._unwritten.get((HERE, "2026-03-01", passage), 0) == len(people)
    digests = [digest for held in participants._digests.values() for digest in held]
    assert len(set(digests)) == len(digests)  # nobody can be followed from passage to passage


def test_memory_of_messages_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.discussion.deeds.MOST_KNOWN", 2)
    known = Known()
    one = SentMessage("1", HERE, CHANNEL, (("p", "e"),))
    known.put("1", one)
    known.put("2", None)
    assert known.get("1") == one
    known.put("3", None)  # the one that was used longest ago goes
    assert "2" not in known
    assert "1" in known
