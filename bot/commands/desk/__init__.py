"""What a command may use, and the way from a request to its reply: the same for every command and platform."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # a declaration can be read without loading the index and the store
    from bot.clock import Clock
    from bot.corpus.library import Library
    from bot.discussion.settings import Settings
    from bot.quotation.provider import Quotations
    from bot.search.index import Index
    from bot.store.log import AnswerLog


@dataclass(frozen=True, slots=True)
class Desk:
    """What lies on a command's desk: the texts, their indexes, what was answered and set, and the time."""

    library: Library
    index: Index
    quotations: Quotations
    answers: AnswerLog
    clock: Clock
    keep_days: int
    settings: Settings
