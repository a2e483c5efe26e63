"""`balance`: which standpoints and texts the bot has shown here, beside what the texts offer."""

from collections.abc import Iterator, Sequence

from bot.answers.quoting import shelf
from bot.commands.desk import Desk, counting
from bot.commands.desk.declaration import command
from bot.discussion.numbers import Share
from bot.model import Bar, Bars, Block, Count, Reply, Request, Text, Tone
from bot.words import Words, words

_TEXTS = 12


@command()
async def balance(request: Request, desk: Desk) -> Reply:
    """Show each standpoint's and each text's share in answers and daily posts of thirty days. Raises NoTexts."""
    say = words(request.locale)
    shelf(desk.library)
    window = counting.window_of(request, desk, counting.MONTH)
    standpoints = await desk.insights.balance(window)
    texts = await desk.insights.balance_of_sources(window)
    return Reply(tuple(_blocks(standpoints, sorted(texts, key=_weight, reverse=True), say)))


def _weight(share: Share) -> int:
    """Order texts by the larger of their two numbers: what was shown much is not hidden behind what offers much."""
    return max(share.percent or 0, share.offered)


def _blocks(standpoints: Sequence[Share], texts: Sequence[Share], say: Words) -> Iterator[Block]:
    yield Text(say.say("balance-title", days=counting.MONTH), Tone.TITLE)
    if all(share.percent is None for share in texts):
        yield Text(say.say("balance-too-little"))
    yield _bars(say.say("balance-standpoints"), standpoints, say)
    yield _bars(say.say("balance-texts"), texts[:_TEXTS], say)
    if len(texts) > _TEXTS:
        yield Text(say.say("balance-left", count=len(texts) - _TEXTS), Tone.NOTE)
    yield Text(say.say("balance-what"), Tone.NOTE)


def _bars(title: str, shares: Sequence[Share], say: Words) -> Bars:
    """Make two bars for each share: what was shown, and what the texts offer."""
    bars = tuple(bar for share in shares for bar in _pair(share, say))
    alt = "; ".join(_told(share, say) for share in shares)
    return Bars(title, bars, alt)


def _pair(share: Share, say: Words) -> Iterator[Bar]:
    if share.percent is not None:
        shown = say.say("balance-shown", percent=share.percent)
        yield Bar(_name(share, say), Count(share.percent, 1), shown)
    offered = _offered(share, say)
    yield Bar(_name(share, say) if share.percent is None else "", Count(share.offered, 1), offered)


def _told(share: Share, say: Words) -> str:
    offered = _offered(share, say)
    if share.percent is None:
        return f"{_name(share, say)}: {offered}"
    return f"{_name(share, say)}: {say.say('balance-shown', percent=share.percent)}, {offered}"


def _offered(share: Share, say: Words) -> str:
    """Say what part of all passages texts offer. None of them offers nothing."""
    return say.say("balance-offered", percent=share.offered) if share.offered else say.say("balance-offered-little")


def _name(share: Share, say: Words) -> str:
    """Name a standpoint with who labelled it so, or a text."""
    if share.source is not None:
        return share.source.title
    if share.label is None:
        return say.say("standpoint-none")
    return say.say("standpoint", label=share.label, by=share.by or "")
