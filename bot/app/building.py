"""From a configuration to a bot that answers."""

from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bot.app.curating import Curating
from bot.app.daily import arranged, posting
from bot.app.housekeeping import keeping_house
from bot.app.meaning import meaning
from bot.app.noticing import BESIDE, EVERY, noticing
from bot.app.texts import Texts, Told, open_texts
from bot.clock import now
from bot.commands.desk import Desk
from bot.commands.desk.dispatch import Dispatch
from bot.commands.desk.registry import commands
from bot.config import Config
from bot.corpus.library import Library
from bot.daily.posting import Posting
from bot.discussion.announcing import Announcing
from bot.discussion.discussing import Discussing
from bot.discussion.insights import Insights
from bot.discussion.leaving import Leaving
from bot.discussion.recording import Recording
from bot.discussion.settings import Settings
from bot.discussion.weekly import Weekly
from bot.errors import StoreError, StoreLocked, StoreReadOnly
from bot.logs import get_logger
from bot.quotation.provider import Quotations
from bot.search import state
from bot.search.beside import Beside
from bot.search.index import Grouped, Index
from bot.search.legs import Leg
from bot.search.synonyms import grouped, read
from bot.store.corrections import Corrections
from bot.store.digests import Digests
from bot.store.log import AnswerLog, EventLog
from bot.store.orphans import Orphans
from bot.store.participants import ParticipantCounts
from bot.store.retention import Retention
from bot.store.reviews import Reviews, Trail
from bot.store.settings import Settings as Kept
from bot.store.spending import Spending
from bot.store.tallies import Tallies
from bot.store.withholding import Withholding
from bot.words import words

_log = get_logger(__name__)

_LONG = 50
"""Building an index of fewer texts takes no time that anybody would want explained."""


@dataclass(frozen=True, slots=True)
class App:
    """The bot, ready to answer: what a platform needs."""

    texts: Texts
    dispatch: Dispatch
    discussing: Discussing
    posting: Posting

    @property
    def desk(self) -> Desk:
        """What lies on the commands' desk."""
        return self.dispatch.desk


@asynccontextmanager
async def open_app(config: Config, *, told: Told | None = None, may_read_only: bool = False) -> AsyncIterator[App]:
    """Open everything: the store, the texts (those that come with the bot and the configured folder), the index.

    With `may_read_only`, a store that another process holds, or that may not be written, is only read: answers are
    given, and nothing is kept of them. Raises ConfigInvalid, the StoreErrors, CatalogBroken and DuplicateSource.
    """
    told = told or _logged
    own = read(config.search.synonyms)
    synonyms = partial(grouped, own, with_shipped=config.search.shipped_synonyms)
    async with AsyncExitStack() as stack:
        texts = await _texts(stack, config, told, may_read_only)
        if texts.writable:
            await _bring_in(texts, told)
        index = await _index(texts, told, await stack.enter_async_context(meaning(texts, told)), synonyms)
        database = texts.database
        quotations = Quotations(texts.library, config.index.with_name("quotations") if texts.writable else None)
        settings = await Settings.open(Kept(database), _hearing(config))
        spending, withholding = await Spending.open(database), await Withholding.open(database)
        events = EventLog(database)
        discussing = await Discussing.open(
            database, texts.library, quotations, settings, events, now, withholding, spending
        )
        stack.push_async_callback(_settled, discussing.recording)
        retention = Retention(database, config.discussion.keep_days.model_dump())
        desk = _desk(texts, index, quotations, settings, spending, withholding, retention, discussing.recording)
        await _go_on(stack, texts, desk, retention, discussing.leaving)
        dispatch = Dispatch(commands(), desk, events, spending, recording=texts.writable)
        yield App(texts, dispatch, discussing, posting(desk, events, discussing.recording))


def _desk(
    texts: Texts,
    index: Index,
    quotations: Quotations,
    settings: Settings,
    spending: Spending,
    withholding: Withholding,
    retention: Retention,
    recording: Recording,
) -> Desk:
    database, least = texts.database, texts.config.discussion.least_shown
    tallies, reviews, people = Tallies(database), Reviews(database), ParticipantCounts(database)
    return Desk(
        texts.library,
        index,
        quotations,
        AnswerLog(database),
        now,
        texts.config.answers.keep_days,
        settings,
        tallies,
        retention.days,
        Insights(tallies, texts.library, reviews, least, people, partial(_settled, recording)),
        reviews,
        Trail(database),
        spending,
        arranged(texts, tallies, spending, withholding, now),
        withholding,
        Curating(texts, index, withholding),
        Corrections(database),
        Orphans(database),
        Announcing(),
    )


async def _go_on(stack: AsyncExitStack, texts: Texts, desk: Desk, retention: Retention, leaving: Leaving) -> None:
    """Begin what goes on by itself: noticing changes and, in the process that writes, clearing away and the digest."""
    every = EVERY if texts.writable else BESIDE
    await stack.enter_async_context(noticing(texts.library, desk.index, desk.withholding, every))
    if texts.writable:
        away = desk.answers, desk.spending, retention, leaving, desk.clock
        await stack.enter_async_context(keeping_house(texts.config, texts.library, *away))
        await stack.enter_async_context(_weekly(desk, texts).running())


def _weekly(desk: Desk, texts: Texts) -> Weekly:
    waiting = desk.orphans, desk.corrections, desk.tallies, desk.reviews
    least = texts.config.discussion.least_shown
    digests, schedules = Digests(texts.database), desk.daily.schedules
    return Weekly(desk.settings, desk.announcing, digests, schedules, *waiting, least, desk.clock)


def _hearing(config: Config) -> frozenset[str]:
    """Name the platforms that are configured to let the bot hear messages."""
    discord, matrix = config.discord.message_content, config.matrix.message_content
    return frozenset(name for name, hears in (("discord", discord), ("matrix", matrix)) if hears)


async def _texts(stack: AsyncExitStack, config: Config, told: Told, may_read_only: bool) -> Texts:
    try:
        return await stack.enter_async_context(open_texts(config))
    except (StoreLocked, StoreReadOnly):
        if not may_read_only:
            raise
    texts = await stack.enter_async_context(open_texts(config, read_only=True))
    told("cli-reading-only")
    return texts


async def _bring_in(texts: Texts, told: Told) -> None:
    report = await texts.take_configured()
    say = words(texts.config.language)
    for file, error in report.failed:
        told("cli-not-imported", file=file, reason=say.explain(error))
    if report.added or report.changed:
        _log.info("texts brought in", added=len(report.added), changed=len(report.changed))


async def _index(texts: Texts, told: Told, legs: Sequence[Leg], synonyms: Grouped) -> Index:
    """Open the index. Beside a running bot its folder is not touched: a stale one is replaced by one in memory."""
    library, folder = texts.library, texts.config.index
    if not texts.writable and not index_is_current(folder, library):
        return await Index.open(None, library, legs=legs, synonyms=synonyms)
    if not texts.writable:
        return await Beside.open(folder, library, legs=legs, synonyms=synonyms)
    many = len(library.sources()) > _LONG
    if many and not index_is_current(folder, library):
        told("cli-index-building", texts=len(library.sources()))
    return await Index.open(folder, library, legs=legs, synonyms=synonyms)


async def _settled(recording: Recording) -> None:
    try:
        await recording.settle()
    except StoreError as error:  # the answers were given; that they can't be counted is nothing to end with
        _log.warning("not counted", kind=type(error).__name__)


def index_is_current(folder: Path, library: Library) -> bool:
    """Whether the index in a folder is whole, and of exactly the texts that the library has."""
    found = state.load(folder)
    return found is not None and state.current(found, library)


def _logged(message: str, /, **values: str | int) -> None:
    _log.warning(words("en").say(message, **values))
