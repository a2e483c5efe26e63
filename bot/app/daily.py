"""Wiring the passage of the day: what moderators arrange, and the way from a day that is due to its post."""

from bot.app.texts import Texts
from bot.clock import Clock
from bot.commands.desk import Desk
from bot.commands.desk.composing import Composing
from bot.daily.arranging import Arranging
from bot.daily.posting import Posting
from bot.daily.selection import Selection
from bot.discussion.recording import Recording
from bot.store.days import Days
from bot.store.log import EventLog
from bot.store.queue import Queue
from bot.store.schedules import Schedules
from bot.store.spending import Spending
from bot.store.tallies import Tallies
from bot.store.withholding import Withholding


def arranged(texts: Texts, tallies: Tallies, spending: Spending, withholding: Withholding, clock: Clock) -> Arranging:
    """Wire what moderators arrange over a store and its texts."""
    days, queue = Days(texts.database), Queue(texts.database)
    selection = Selection(texts.library, days, queue, tallies, withholding, spending)
    return Arranging(Schedules(texts.database), days, queue, selection, clock)


def posting(desk: Desk, events: EventLog, recording: Recording) -> Posting:
    """Wire what posts, for a platform to join (`Arranging.work`)."""
    daily = desk.daily
    days, schedules, selection = daily.days, daily.schedules, daily.selection
    return Posting(days, schedules, selection, Composing(desk), events, desk.spending, recording.remember, desk.clock)
