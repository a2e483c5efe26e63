"""What a command may use, and the way from a request to its reply: the same for every command and platform."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # a declaration can be read without loading the index and the store
    from bot.clock import Clock
    from bot.commands.desk.curating import Curating
    from bot.corpus.library import Library
    from bot.daily.arranging import Arranging
    from bot.discussion.announcing import Announcing
    from bot.discussion.insights import Insights
    from bot.discussion.settings import Settings
    from bot.quotation.provider import Quotations
    from bot.search.index import Index
    from bot.store.corrections import Corrections
    from bot.store.log import AnswerLog
    from bot.store.orphans import Orphans
    from bot.store.reviews import Reviews, Trail
    from bot.store.spending import Spending
    from bot.store.tallies import Tallies
    from bot.store.withholding import Withholding


@dataclass(frozen=True, slots=True)
class Desk:
    """What lies on a command's desk: the texts, their indexes, what was answered, counted and set, and the time.

    `keep_days` and `log_days` are for how many days answers can be explained, and the log tells of passages, at most.
    """

    library: Library
    index: Index
    quotations: Quotations
    answers: AnswerLog
    clock: Clock
    keep_days: int
    settings: Settings
    tallies: Tallies
    log_days: int
    insights: Insights
    reviews: Reviews
    trail: Trail
    spending: Spending
    daily: Arranging
    withholding: Withholding
    texts: Curating
    corrections: Corrections
    orphans: Orphans
    announcing: Announcing
