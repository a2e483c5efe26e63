"""What Discord offers while somebody types. Where finding offers fails there are none, and nobody is told."""

from discord import app_commands

from bot.commands.desk import Desk
from bot.commands.desk.declaration import Parameter, Suggest, Words
from bot.commands.desk.suggesting import Choice, suggest
from bot.logs import get_logger
from bot.platforms.shared.asking import Dispatch
from bot.platforms.shared.splitting import shorten, size

_log = get_logger(__name__)

MOST_CHOICES = 25
LONGEST_CHOICE = 100
_LONGEST_QUESTION = 200


async def choices(
    parameter: Parameter, typed: str, desk: Desk, dispatch: Dispatch, community: str = ""
) -> list[app_commands.Choice[str]]:
    """Give up to 25 offers for a parameter in a community; none where anything goes wrong."""
    try:
        if isinstance(parameter.accepts, Words) and parameter.accepts.suggest is Suggest.PASSAGES:
            found = await _passages(typed, desk, community)
        else:
            found = suggest(parameter, typed, desk, dispatch.commands, MOST_CHOICES)
    except Exception:  # noqa: BLE001 - somebody is typing: whatever fails, they can go on without offers
        _log.exception("no offers", parameter=parameter.name)
        return []
    return [
        app_commands.Choice(name=shorten(choice.shown, LONGEST_CHOICE) or choice.value, value=choice.value)
        for choice in found
        if choice.value.strip() and size(choice.value) <= LONGEST_CHOICE
    ][:MOST_CHOICES]


async def _passages(typed: str, desk: Desk, community: str) -> list[Choice]:
    """Offer the passages nearest to what was typed, each by its first words."""
    if not typed.strip():
        return []
    withheld = desk.withholding.of(community)
    index = desk.index.without(withheld) if withheld else desk.index
    asked = typed[:_LONGEST_QUESTION]
    await index.prepare(asked)
    found = index.search(asked, limit=MOST_CHOICES)
    offers: list[Choice] = []
    for passage in await desk.library.passages([match.passage for match in found.matches]):
        document = await desk.library.document(passage.source, passage.edition)
        offers.append(Choice(passage.id, f"{passage.id} · {document.derive(passage.spans)}"))
    return offers
