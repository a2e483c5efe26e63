"""`commonplace texts import`, `list` and `remove`."""

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from rich.table import Table
from rich.text import Text as Line

from bot.app import Texts, configured_paths, open_texts, read_meaning
from bot.cli.configuring import configured
from bot.cli.outcome import Failed, language, note, out, remark
from bot.errors import TextWithdrawn
from bot.platforms.shared.cleaning import safe
from bot.platforms.terminal.console import Console
from bot.platforms.terminal.progress import bar

if TYPE_CHECKING:
    from bot.cli.arguments import Chosen
    from bot.corpus.importing import Report
    from bot.corpus.shelf import Shelved


_COLUMNS = ("id", "title", "kind", "published", "passages", "words")


def import_files(chosen: "Chosen") -> int:
    """Read files and folders into the store; what fails is told at the end, and the rest is in."""
    report = asyncio.run(_import(chosen))
    say = language()
    for _, error in report.failed:
        note(safe(say.explain(error)))
    for source in report.withdrawn:
        note(say.explain(TextWithdrawn(source)))
    added, changed, unchanged = len(report.added), len(report.changed), len(report.unchanged)
    if not (added or changed or unchanged or report.failed or report.withdrawn):
        note(say.say("cli-nothing-to-read"))
    counts = {"added": added, "changed": changed, "unchanged": unchanged, "failed": len(report.failed)}
    out(say.say("cli-imported", withdrawn=len(report.withdrawn), **counts))
    return 1 if report.failed else 0


async def _import(chosen: "Chosen") -> "Report":
    async with open_texts(configured(chosen)) as texts:
        with bar() as progress:
            report = await texts.take(chosen.paths, progress)
        with bar() as progress:

            def read(done: int, whole: int) -> None:
                """Move the bar: so many passages are read for their meaning."""
                progress(done, whole, language().say("cli-meaning"))

            await read_meaning(texts, remark, read)
        for source in (*report.added, *report.changed):
            if not texts.library.source(source).passages:
                remark("cli-no-passages", text=source)
        return report


def list_texts(chosen: "Chosen") -> int:
    """Print a line for each text; in a pipe its columns stand between tabs."""
    shelf = asyncio.run(_shelf(chosen))
    say = language().say
    if not shelf:
        note(say("error-no-texts"))
        return 0
    headings = [say(f"cli-column-{column}") for column in _COLUMNS]
    console = Console()
    if not console.is_terminal:
        for line in (headings, *(_row(entry) for entry in shelf)):
            out("\t".join(" ".join(safe(value).split()) for value in line))
        return 0
    table = Table(box=None, pad_edge=False, header_style="bold", expand=True)
    for column, heading in zip(_COLUMNS, headings, strict=True):
        justify: Literal["right", "left"] = "right" if column in ("passages", "words") else "left"
        table.add_column(heading, justify=justify, overflow="fold", ratio=1 if column == "title" else None)
    for entry in shelf:
        table.add_row(*(Line(safe(value)) for value in _row(entry)))
    console.print(table)
    return 0


async def _shelf(chosen: "Chosen") -> "tuple[Shelved, ...]":
    async with open_texts(configured(chosen), read_only=True) as texts:
        return texts.library.sources()


def _row(entry: "Shelved") -> tuple[str, ...]:
    source = entry.source
    counts = (str(entry.passages), str(entry.words))
    return (source.id, source.title, source.kind.value, source.published or "", *counts)


def remove(chosen: "Chosen") -> int:
    """Take a text out of the store."""
    removed, back = asyncio.run(_remove(chosen))
    out(language().say("cli-removed", source=removed))
    if back is not None:
        remark("cli-removed-for-now", file=safe(back))
    return 0


async def _remove(chosen: "Chosen") -> tuple[str, str | None]:
    async with open_texts(configured(chosen)) as texts:
        return await _remove_from(texts, chosen.text)


async def _remove_from(texts: Texts, wanted: str) -> tuple[str, str | None]:
    """Give the id of the text, and its file where that will be read again by itself."""
    entry = texts.library.source(wanted)
    if wanted not in (entry.source.id, entry.source.title):
        # Part of a title is enough to ask, but not to take something away.
        remark("cli-remove-which", source=entry.source.id)
        raise Failed
    await texts.library.remove(entry.source.id)
    folders = [folder.resolve() for folder in configured_paths(texts.config)]
    comes_back = entry.file is not None and any(Path(entry.file).is_relative_to(folder) for folder in folders)
    return entry.source.id, entry.file if comes_back else None
