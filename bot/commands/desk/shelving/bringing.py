"""What many files brought: how many texts came and changed, which files were skipped and why, and what that does."""

import csv
import io
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from bot.commands.desk.curating import Became, Brought, Outcome
from bot.commands.desk.shelving.asked import Asked
from bot.commands.desk.shelving.weighing import effect, shares
from bot.discussion.exporting.tables import safe
from bot.model import Attachment, Block, Facts, Reply, Text, Tone
from bot.words import Words

_TOLD = ("kept", "edited", "moved", "split", "merged", "added", "vanished", "orphan")
_LISTED = 20
"""Files that are named in the answer; where there are more, all of them are in a table that goes with it."""
_LONGEST = 200
_COUNTED = (Became.ADDED, Became.UPDATED, Became.UNCHANGED)


async def bring(asked: Asked, files: Sequence[Path], *, updating: bool) -> Reply:
    """Add many texts, or give many a new edition."""
    say = asked.say
    before = shares(asked.desk, say)
    progress = asked.request.progress or _silently
    labelled_by = say.say("texts-labelled-by")
    done = await asked.desk.texts.bring(files, asked.standpoint, labelled_by, progress, updating=updating)
    counts = Counter(outcome.became for outcome in done.outcomes)
    skipped = [outcome for outcome in done.outcomes if outcome.became not in _COUNTED]
    await asked.noted("", ", ".join(f"{counts[one]} {one.value}" for one in _COUNTED))
    told = {one.value: counts[one] for one in _COUNTED} | {"skipped": len(skipped)}
    sentences = [say.say(f"texts-brought-{what}", count=count) for what, count in told.items() if count]
    blocks: list[Block] = [Text(" ".join(sentences), Tone.TITLE)] if sentences else []
    if not sentences and not done.left:
        blocks.append(Text(say.say("texts-brought-nothing"), Tone.TITLE))
    if done.left:
        blocks.append(Text(say.say("texts-brought-left", count=done.left), Tone.NOTE))
    blocks += _skipped(skipped, done, say)
    blocks += await _changed(asked, done)
    if counts[Became.ADDED] and asked.standpoint is None:
        blocks.append(Text(say.say("texts-label-them"), Tone.NOTE))
    if counts[Became.ADDED] or counts[Became.UPDATED]:
        blocks += effect(before, shares(asked.desk, say), say)
    return Reply(tuple(blocks))


def changes(counted: Mapping[str, int], say: Words) -> Facts:
    """Count what became of passages."""
    rows = tuple((say.say(f"texts-change-{kind}"), str(counted[kind])) for kind in _TOLD if counted.get(kind))
    return Facts(rows, say.say("texts-changes"))


async def orphaned(asked: Asked, texts: Collection[str]) -> list[Block]:
    """Say how many passages of some texts wait for a decision."""
    orphans = [one for one in await asked.desk.orphans.waiting(asked.community) if one.source in texts]
    return [Text(asked.say.say("texts-orphans-wait", count=len(orphans)), Tone.NOTE)] if orphans else []


async def _changed(asked: Asked, done: Brought) -> list[Block]:
    """Say what new editions changed: of their passages, and of what was shown here."""
    texts = {outcome.text for outcome in done.outcomes if outcome.became is Became.UPDATED and outcome.text}
    if not texts:
        return []
    blocks: list[Block] = [changes(done.changes, asked.say), *await orphaned(asked, texts)]
    found = [one for one in await asked.desk.corrections.waiting(asked.community, None) if one.source in texts]
    if found:
        blocks.append(Text(asked.say.say("texts-corrections-offered", count=len(found)), Tone.NOTE))
    return blocks


def _skipped(skipped: Sequence[Outcome], done: Brought, say: Words) -> list[Block]:
    """Name the files that brought nothing, and why; many of them in a table, with what became of the others."""
    if not skipped:
        return []
    rows = tuple((_short(outcome.file), _why(outcome, say)) for outcome in skipped[:_LISTED])
    blocks: list[Block] = [Facts(rows, say.say("texts-skipped"))]
    if len(skipped) > _LISTED:
        blocks.append(Text(say.say("texts-skipped-more", count=len(skipped) - _LISTED), Tone.NOTE))
        blocks.append(Attachment("texts.csv", "text/csv", _table(done, say), say.say("texts-skipped-table")))
    return blocks


def _why(outcome: Outcome, say: Words) -> str:
    if outcome.error is not None:
        return say.explain(outcome.error)
    return say.say(f"texts-became-{outcome.became}", text=outcome.text or "")


def _table(done: Brought, say: Words) -> bytes:
    """Write what became of every file as CSV that no spreadsheet takes for formulas."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(("file", "became", "text", "why"))
    for one in done.outcomes:
        why = "" if one.became in _COUNTED else _why(one, say)
        writer.writerow([safe(cell) for cell in (one.file, one.became.value, one.text, why)])
    return written.getvalue().encode("utf-8-sig", "replace")


def _short(name: str) -> str:
    """Give a file's name, of a long one its end."""
    return name if len(name) <= _LONGEST else f"…{name[-_LONGEST:]}"


def _silently(_done: int, _total: int, _name: str) -> bool:
    return True
