"""`commonplace texts show` and `fingerprint`: how a text was understood, before or after it is imported."""

import asyncio
import json
from pathlib import Path
from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.text import Text as Line

from bot.app import limits_of, open_texts, shipped_catalog
from bot.cli.configuring import configured
from bot.cli.outcome import language, note, out
from bot.config import Config
from bot.corpus.exporting import to_json
from bot.corpus.identity import assign
from bot.corpus.parsing import parse
from bot.corpus.parts import Raw, Structure
from bot.corpus.reading import Reader
from bot.model import BlockKind, Document, Passage, Source, Speaker
from bot.platforms.shared.cleaning import safe
from bot.platforms.terminal.console import Console

if TYPE_CHECKING:
    from bot.cli.arguments import Chosen

Understood = tuple[Source, Raw, Structure, tuple[Passage, ...]]


def show(chosen: "Chosen") -> int:
    """Print a text's parts and passages; with `--json` nothing else goes to standard output."""
    path = Path(chosen.text)
    source, raw, structure, passages = asyncio.run(_from_file(path) if path.is_file() else _from_store(chosen))
    if chosen.json:
        out(json.dumps(to_json(raw, structure, passages), ensure_ascii=False, indent=1))
    else:
        _draw(source, raw, structure, passages)
    return 0


async def _from_file(path: Path) -> Understood:
    """Read a file without configuration and store, in the worker that bounds what reading may cost."""
    async with Reader(limits_of(Config())) as reader:
        found = await reader.load(path, shipped_catalog(Config()))
    document = Document.of(found.source.id, found.raw.text)
    return found.source, found.raw, found.structure, assign(document, found.structure.drafts, None).passages


async def _from_store(chosen: "Chosen") -> Understood:
    """Parse the stored text again; its passages have the ids that they carry in the store."""
    async with open_texts(configured(chosen), read_only=True) as texts:
        shelved = texts.library.source(chosen.text)
        document = await texts.library.document(shelved.source.id, shelved.edition)
        passages = await texts.library.of_source(shelved.source.id)
    raw = Raw(document.text, Path(shelved.file or "").suffix.lstrip(".").lower() or "txt")
    return shelved.source, raw, parse(raw, shelved.source), tuple(passages)


def _draw(source: Source, raw: Raw, structure: Structure, passages: tuple[Passage, ...]) -> None:
    console = Console()
    console.print(Line(safe(f"{source.id} · {source.title}"), style="bold"))
    console.print(Line(language().say("cli-shown", blocks=len(structure.blocks), passages=len(passages)), style="dim"))
    for block in structure.blocks:
        who = _speaker(block.speaker)
        console.print(Line(f"\n{block.kind}{f' · {safe(who)}' if who else ''}", style="cyan"))
        style = "dim" if block.kind is BlockKind.FURNITURE else ""
        console.print(Padding(Line(safe(raw.text[block.span.start : block.span.end]), style=style), (0, 0, 0, 2)))
    for passage in passages:
        console.print(Line(f"\n{passage.id} · {passage.number} · {safe(_speaker(passage.speaker))}", style="cyan"))
        words = Document.of(source.id, raw.text).derive(passage.spans)
        console.print(Padding(Line(safe(words)), (0, 0, 0, 2)))


def _speaker(speaker: Speaker) -> str:
    via = f" via {speaker.via}" if speaker.via else ""
    return f"{speaker.name or '-'} ({speaker.role}){via}" if speaker.name else f"({speaker.role}){via}"


def fingerprint(chosen: "Chosen") -> int:
    """Print what a catalog needs to recognise a file by its content."""
    from bot.corpus.fingerprints import fingerprint as sketch

    async def load() -> str:
        """Give the text of the file."""
        async with Reader(limits_of(Config())) as reader:
            return (await reader.load(chosen.file, shipped_catalog(Config()))).raw.text

    found = sketch(asyncio.run(load()))
    if not found:
        note(language().say("cli-fingerprint-short", file=str(chosen.file)))
        return 1
    out(found)
    return 0
