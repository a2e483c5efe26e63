"""The log counts passages by the hour; answers come back as they were, in their own community, until purged."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import StoreFull
from bot.model import Signal, Trace, TracedHit
from bot.store import texts
from bot.store.database import Database
from bot.store.encoding import read_table
from bot.store.log import AnswerLog, EventKind, EventLog, mint
from bot.store.spending import Spending

NOON = datetime(2025, 3, 1, 12, 34, 56, tzinfo=UTC)
TRACE = Trace(
    command="quote",
    terms=("river", "mill"),
    choices=(("source", "letter"), ("count", "3")),
    hits=(
        TracedHit("letter-1", "e" * 64, 2.5, (Signal("words", 2.0, ("river",)), Signal("near", 0.5))),
        TracedHit("letter-2", "e" * 64, 1.0),
    ),
    searched=3,
)


async def test_events_are_counted_by_the_hour(database: Database, addition) -> None:
    made = addition()
    await database.write(lambda connection: texts.add(connection, made))
    log, edition = EventLog(database), made.document.edition
    shown = [("letter-1", edition), ("letter-2", edition)]
    for minutes in (0, 5, 50):
        await log.record("shown", "discord:1", "7", shown, NOON + timedelta(minutes=minutes))
    await log.record(EventKind.DAILY, "discord:1", "8", shown[:1], NOON)
    await log.record("shown", "discord:2", "7", shown[:1], NOON)
    await log.record("shown", "discord:1", "7", [("never-was", edition), ("letter-1", "0" * 64)], NOON)
    assert await log.counts("discord:1") == [
        ("2025-03-01T12", "7", "shown", "letter-1", edition, 2),
        ("2025-03-01T12", "7", "shown", "letter-2", edition, 2),
        ("2025-03-01T12", "8", "daily", "letter-1", edition, 1),
        ("2025-03-01T13", "7", "shown", "letter-1", edition, 1),
        ("2025-03-01T13", "7", "shown", "letter-2", edition, 1),
    ]
    with pytest.raises(ValueError, match="liked"):
        await log.record("liked", "discord:1", "7", shown, NOON)


async def test_events_gather_and_are_kept_until_they_can_be_written(database: Database, addition, monkeypatch) -> None:
    made = addition()
    await database.write(lambda connection: texts.add(connection, made))
    log, shown, writes = EventLog(database), [("letter-1", made.document.edition)], []
    write = database.write

    async def full(work):
        raise StoreFull("store.db")

    async def counted(work):
        writes.append(work)
        return await write(work)

    monkeypatch.setattr(database, "write", full)
    log.gather("shown", "c", "7", shown, NOON)
    with pytest.raises(StoreFull):
        await log.settle()
    monkeypatch.setattr(database, "write", counted)
    for _ in range(5):
        log.gather("shown", "c", "7", shown, NOON)
    assert [row[-1] for row in await log.counts("c")] == [6]
    assert len(writes) == 1


async def test_an_answer_comes_back_in_its_own_community_only(database: Database) -> None:
    log, answer = AnswerLog(database), mint()
    await log.save(answer, "discord:1", TRACE, NOON)
    assert await log.load(answer, "discord:1") == (TRACE, "2025-03-01T12")
    assert await log.load(answer, "discord:2") is None
    assert await log.load(mint(), "discord:1") is None


async def test_purging_takes_all_of_an_old_answer_and_nothing_else(database: Database) -> None:
    log = AnswerLog(database)
    await log.save("old", "c", TRACE, NOON - timedelta(days=31))
    await log.save("new", "c", TRACE, NOON - timedelta(days=29))
    assert await log.purge(NOON - timedelta(days=30)) == 1
    assert await log.load("old", "c") is None
    assert await log.load("new", "c") == (TRACE, "2025-01-31T12")
    assert await database.read("SELECT id FROM answers") == [("new",)]
    ((hits,),) = await database.read("SELECT hits FROM answers")
    assert len(read_table(hits)) == len(TRACE.hits)


WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
NUMBERS = st.floats(allow_nan=False, allow_infinity=False)
SIGNALS = st.builds(Signal, WORDS, NUMBERS, st.lists(WORDS, max_size=3).map(tuple))
HITS = st.builds(TracedHit, WORDS, WORDS, NUMBERS, st.lists(SIGNALS, max_size=3).map(tuple))
TRACES = st.builds(
    Trace,
    WORDS,
    st.lists(WORDS, max_size=3).map(tuple),
    st.lists(st.tuples(WORDS, WORDS), max_size=3).map(tuple),
    st.lists(HITS, max_size=3).map(tuple),
    st.integers(0, 10**6),
)


async def test_any_trace_comes_back_as_it_was(database: Database) -> None:
    log = AnswerLog(database)
    made: list[Trace] = []
    given(TRACES)(settings(max_examples=60, deadline=None, database=None)(lambda trace: made.append(trace)))()
    for trace in made:
        answer = mint()
        await log.save(answer, "c", trace, NOON)
        assert await log.load(answer, "c") == (trace, "2025-03-01T12")


def test_answer_ids_are_ten_letters_and_do_not_repeat() -> None:
    ids = {mint() for _ in range(2_000)}
    assert len(ids) == 2_000
    assert all(len(answer) == 10 and answer.isalnum() and answer.islower() | answer.isdigit() for answer in ids)


async def test_spending_counts_at_once_and_after_a_restart(database: Database) -> None:
    spending = await Spending.open(database, lambda: NOON)
    assert spending.spent("c", "letter", "2025-03-01") == 0
    await spending.add("c", {"letter": 40, "essay": 5}, "2025-03-01")
    await spending.add("c", {"letter": 2}, "2025-03-01")
    await spending.add("d", {"letter": 1}, "2025-03-01")
    assert spending.spent("c", "letter", "2025-03-01") == 42
    again = await Spending.open(database, lambda: NOON)
    assert [again.spent(c, "letter", "2025-03-01") for c in "cd"] == [42, 1]
    await again.add("c", {"letter": 3}, "2025-03-02")
    assert again.spent("c", "letter", "2025-03-02") == 3
    assert await again.purge("2025-03-02") == 3
    assert (await Spending.open(database, lambda: NOON)).spent("c", "letter", "2025-03-01") == 0
