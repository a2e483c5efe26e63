"""Reviews and the trail: one review for a passage, one line for each action, and nobody in clear."""

from datetime import UTC, datetime

from bot.store.database import Database
from bot.store.reviews import Reviews, Status, Trail

MOMENT = datetime(2026, 11, 22, 9, 59, 59, tzinfo=UTC)
HERE, THERE, MARK = "discord:1", "discord:2", "ab" * 32


async def test_a_review_is_replaced_and_stays_in_its_community(database: Database) -> None:
    reviews = Reviews(database)
    assert await reviews.get(HERE, "letter.a") is None
    await reviews.set(HERE, "letter.a", Status.SEEN, None, MARK, MOMENT)
    await reviews.set(HERE, "letter.a", Status.NOTED, "ask; DROP TABLE reviews", None, MOMENT)
    await reviews.set(HERE, "letter.b", Status.OPEN, None, MARK, MOMENT.replace(hour=11))
    found = await reviews.get(HERE, "letter.a")
    assert found is not None
    assert (found.status, found.note, found.moderator, found.hour) == (
        Status.NOTED,
        "ask; DROP TABLE reviews",
        None,
        "2026-11-22T09",
    )
    assert [review.passage for review in await reviews.all(HERE)] == ["letter.b", "letter.a"]
    assert [review.passage for review in await reviews.all(HERE, Status.NOTED)] == ["letter.a"]
    assert await reviews.all(THERE) == []


async def test_the_trail_is_told_from_its_end(database: Database) -> None:
    trail = Trail(database)
    for number in range(5):
        await trail.add(HERE, MARK, "review status", f"letter.{number}", "seen", MOMENT)
    await trail.add(THERE, None, "daily on", None, None, MOMENT)
    entries = await trail.entries(HERE, 3)
    assert [entry.target for entry in entries] == ["letter.4", "letter.3", "letter.2"]
    assert {(entry.hour, entry.moderator, entry.action, entry.value) for entry in entries} == {
        ("2026-11-22T09", MARK, "review status", "seen")
    }
    assert [entry.target for entry in await trail.entries(THERE, 9)] == [None]
