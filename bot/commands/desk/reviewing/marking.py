"""One passage: its numbers, its status and note, and the trail of what moderators did."""

from bot.commands.desk import counting
from bot.commands.desk.reviewing.asked import Asked, aside, status_of, title
from bot.discussion.numbers import PassageNumbers
from bot.errors import ArgumentInvalid
from bot.model import Facts, Passage, Reply, Text
from bot.store.reviews import Review, Status
from bot.words import Words

_ACTIONS = 25


async def passage(asked: Asked) -> Reply:
    """Show a passage with what was counted of it and what moderators noted."""
    say = asked.say
    found, _ = await asked.the_passage()
    numbers = await asked.desk.insights.passage(asked.window, found.id)
    quotes = await counting.tastes([found.id], asked.desk, say)
    rows = [
        (say.say("passage-discussed"), counting.number(numbers.discussed, say)),
        *_by_kind(numbers, say),
        (say.say("passage-shown"), counting.number(numbers.shown, say)),
        (say.say("passage-people"), counting.people(numbers.people, say)),
        *_reviewed(numbers.review, asked),
    ]
    return Reply((*quotes, Facts(tuple(rows), asked.narrowed()), aside(say.say("review-mark-next"))), counts="")


def _by_kind(numbers: PassageNumbers, say: Words) -> list[tuple[str, str]]:
    """Tell in which ways a passage was discussed; of one that never was there is nothing to tell apart."""
    if numbers.discussed.value == 0:
        return []
    return [(say.say(f"kind-of-{kind}"), counting.number(count, say)) for kind, count in numbers.kinds.items()]


def _reviewed(review: Review | None, asked: Asked) -> list[tuple[str, str]]:
    say = asked.say
    rows = [(say.say("passage-status"), say.say(f"status-{status_of(review)}"))]
    if review is None:
        return rows
    if review.note:
        rows.append((say.say("passage-note"), review.note))
    return [*rows, (say.say("passage-by"), f"{asked.who(review.moderator)}, {_moment(review.hour)}")]


async def status(asked: Asked) -> Reply:
    """Set a passage's status; without a passage, list those that have one."""
    if asked.typed is None:
        return await _listed(asked)
    found, rest = await asked.the_passage()
    wanted = asked.status or _status(rest)
    before = await asked.desk.reviews.get(asked.community, found.id)
    return await _set(asked, found, wanted, before.note if before else None, "status")


def _status(typed: str) -> Status:
    if typed.lower() not in tuple(Status):
        raise ArgumentInvalid("review", "status", ", ".join(Status))
    return Status(typed.lower())


async def note(asked: Asked) -> Reply:
    """Note something of a passage; its status becomes "noted" unless another is named."""
    found, rest = await asked.the_passage()
    words = (asked.note or rest).strip()
    if not words:
        raise ArgumentInvalid("review", "note", asked.say.say("review-note-expected"))
    return await _set(asked, found, asked.status or Status.NOTED, words, "note")


async def _set(asked: Asked, found: Passage, wanted: Status, words: str | None, action: str) -> Reply:
    moderator, moment = asked.request.moderator, asked.desk.clock()
    await asked.desk.reviews.set(asked.community, found.id, wanted, words, moderator, moment)
    # The trail doesn't repeat a note: one that is replaced is gone.
    await asked.noted(action, found.id, wanted.value)
    rows = _reviewed(await asked.desk.reviews.get(asked.community, found.id), asked)
    return Reply((Text(asked.say.say("review-set", passage=found.id)), Facts(tuple(rows))))


async def _listed(asked: Asked) -> Reply:
    """List the passages that have a review, those of one status if it is named, the latest first."""
    say = asked.say
    reviews = (await asked.desk.reviews.all(asked.community, asked.status))[:_ACTIONS]
    if not reviews:
        return Reply((title(say.say("review-none-marked" if asked.status else "review-none-marked-yet")),))
    ranked = await asked.desk.insights.of(asked.window, [review.passage for review in reviews])
    rows = tuple(
        (one.passage, " · ".join(_line(review, counting.place(one, say, titled=False), asked)))
        for one, review in zip(ranked, reviews, strict=True)
    )
    return Reply((title(say.say("review-marked")), Facts(rows)))


def _line(review: Review, place: str, asked: Asked) -> list[str]:
    parts = [place, asked.say.say(f"status-{review.status}"), review.note or "", asked.who(review.moderator)]
    return [part for part in parts if part]


async def trail(asked: Asked) -> Reply:
    """List what moderators did, the latest first."""
    say = asked.say
    entries = await asked.desk.trail.entries(asked.community, _ACTIONS)
    if not entries:
        return Reply((title(say.say("trail-empty")),))
    rows = []
    for entry in entries:
        told = (asked.who(entry.moderator), entry.action, asked.named(entry.target), entry.value)
        rows.append((_moment(entry.hour), " · ".join(part for part in told if part)))
    return Reply((title(say.say("trail-title")), Facts(tuple(rows)), aside(say.say("trail-what"))))


def _moment(hour: str) -> str:
    """Write an hour, `2026-11-22T09`, as `2026-11-22 09:00 UTC`."""
    day, _, at = hour.partition("T")
    return f"{day} {at}:00 UTC"
