"""`commonplace check` and `commonplace backup`."""

import asyncio
import os
import shlex
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bot.app import index_is_current
from bot.cli.configuring import config_file, configured
from bot.cli.findings import print_findings
from bot.cli.outcome import Failed, language, note, out
from bot.config import Config
from bot.corpus.freshness import hash_file
from bot.corpus.library import Library
from bot.errors import CommonplaceError, ConfigInvalid, StoreMissing, StoreOlder, TokenUnreadable
from bot.search.semantic.installed import installed, installed_english, unusable
from bot.search.synonyms import read, shipped
from bot.store.backup import write as write_copy
from bot.store.database import Database

if TYPE_CHECKING:
    from bot.cli.arguments import Chosen


_MEGABYTE = 1024**2
_LEAST_ROOM = 32
"""Megabytes that the disk should have left: the journal grows to a few, a new index needs the room of one."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the report: which part (an id of a word in `locales/`), whether it is well, and what was found."""

    part: str
    good: bool
    found: str


def check(chosen: "Chosen") -> int:
    """Look everything over, change nothing, and print a table. The exit code is 1 where something has to be mended."""
    config = configured(chosen)
    findings = [
        Finding("configuration", True, str(config_file(chosen.config))),
        _synonyms(config),
        _data_folder(config),
        *asyncio.run(_store(config, chosen.quick)),
        _meaning(chosen.quick),
        _token(config),
        *_matrix(config),
    ]
    say = language().say
    print_findings((say(f"cli-check-{finding.part}"), finding.good, finding.found) for finding in findings)
    return 0 if all(finding.good for finding in findings) else 1


def _synonyms(config: Config) -> Finding:
    say = language().say
    try:
        own = read(config.search.synonyms)
    except ConfigInvalid as error:
        return Finding("synonyms", False, "; ".join(error.problems))
    count = len(shipped()) if config.search.shipped_synonyms else 0
    return Finding("synonyms", True, say("cli-check-synonyms-good", shipped=count, own=len(own)))


def _data_folder(config: Config) -> Finding:
    say = language().say
    folder = Path(config.data).expanduser()
    if not folder.exists():
        # The first start makes it; whether it can shows in the nearest folder that is there.
        above = next((parent for parent in folder.absolute().parents if parent.exists()), Path("/"))
        if os.access(above, os.W_OK):
            return Finding("data", True, say("cli-check-no-data", folder=str(folder)))
        folder = above
    if not (folder.is_dir() and os.access(folder, os.W_OK)):
        return Finding("data", False, say("cli-check-not-writable", folder=str(folder)))
    room = shutil.disk_usage(folder).free // _MEGABYTE
    told = "cli-check-writable" if room >= _LEAST_ROOM else "cli-check-no-room"
    return Finding("data", room >= _LEAST_ROOM, say(told, folder=str(folder), megabytes=room))


async def _store(config: Config, quick: bool) -> list[Finding]:
    """Look into the store beside whoever may be writing it."""
    say = language()
    try:
        async with await Database.open(config.database, readers=1, read_only=True) as database:
            if not quick:
                await database.check()
            library = await Library.open(database)
            megabytes = f"{config.database.stat().st_size / 1e6:.1f}"
            whole = say.say("cli-check-store-good", file=str(config.database), megabytes=megabytes)
            return [Finding("store", True, whole), *_texts(library), _files(library, quick), _index(config, library)]
    except StoreMissing:
        return [Finding("store", True, say.say("cli-check-no-store"))]
    except StoreOlder:
        return [Finding("store", True, say.say("cli-check-store-older", file=str(config.database)))]
    except CommonplaceError as error:
        return [Finding("store", False, say.explain(error))]


def _texts(library: Library) -> list[Finding]:
    say = language()
    shelf = library.sources()
    if not shelf:
        return [Finding("texts", False, say.say("error-no-texts"))]
    passages = sum(entry.passages for entry in shelf)
    return [Finding("texts", True, say.say("cli-check-texts-good", texts=len(shelf), passages=passages))]


def _files(library: Library, quick: bool) -> Finding:
    """Compare the texts' files with what was read of them: by size and time, and by their bytes unless `quick`."""
    changed: list[str] = []
    gone = same = 0
    for entry in library.sources():
        file = Path(entry.file) if entry.file else None
        if file is None or not file.exists():
            gone += 1
        elif _differs(file, library, quick):
            changed.append(entry.source.id)
        else:
            same += 1
    say = language().say
    if changed:
        return Finding("files", False, say("cli-check-files-changed", files=", ".join(changed)))
    told = [say("cli-check-files-good", files=same), *([say("cli-check-files-gone", files=gone)] if gone else [])]
    return Finding("files", True, "; ".join(told))


def _differs(file: Path, library: Library, quick: bool) -> bool:
    held = library.held_by(str(file))
    if held is None:
        return False
    stamp = held[1]
    found = file.stat()
    if (found.st_size, found.st_mtime_ns) == (stamp.size, stamp.mtime_ns) and quick:
        return False
    return found.st_size != stamp.size or hash_file(file) != stamp.sha256


def _index(config: Config, library: Library) -> Finding:
    say = language().say
    if not config.index.is_dir():
        return Finding("index", True, say("cli-check-index-missing"))
    if not index_is_current(config.index, library):
        return Finding("index", True, say("cli-check-index-stale"))
    return Finding("index", True, say("cli-check-index-good", texts=len(library.sources())))


def _meaning(quick: bool) -> Finding:
    """Say which models there are for finding by meaning, and unless `quick` load each to see whether it can be used."""
    say, good = language().say, True
    told: list[str] = []
    for name, weights in (("every", installed()), ("english", installed_english())):
        if weights is None:
            continue
        model = say(f"cli-check-meaning-{name}")
        if not quick and (reason := unusable(weights)):
            good, model = False, say("cli-check-meaning-off", model=model, reason=reason)
        told.append(model)
    return Finding("meaning", good, ", ".join(told) or say("cli-check-meaning-none"))


def _token(config: Config) -> Finding:
    say = language().say
    try:
        token = config.discord.secret()
    except TokenUnreadable as error:
        return Finding("token", False, language().explain(error))
    return Finding("token", True, say("cli-check-token-set" if token else "cli-check-token-missing"))


def _matrix(config: Config) -> list[Finding]:
    """Look whether the bot could be let in on Matrix, where it is to go there: the homeserver is not asked."""
    if config.matrix.homeserver is None:
        return []
    try:
        secret = any(config.matrix.secrets())
    except TokenUnreadable as error:
        return [Finding("matrix", False, language().explain(error))]
    kept = (config.database.with_name("matrix") / "device.json").exists()
    good = kept or secret
    return [Finding("matrix", good, language().say(f"cli-check-matrix-{'set' if good else 'missing'}"))]


def backup(chosen: "Chosen") -> int:
    """Write a copy of the database; a file that is there already is not written over."""
    config = configured(chosen)
    if chosen.file.exists():
        note(language().say("cli-backup-exists", file=str(chosen.file)))
        raise Failed
    if not (folder := chosen.file.absolute().parent).is_dir():
        command = shlex.join(("mkdir", "-p", str(folder)))
        note(language().say("cli-backup-no-folder", folder=str(folder), command=command))
        raise Failed
    asyncio.run(_backup(config, chosen.file))
    out(language().say("cli-backed-up", file=str(chosen.file)))
    return 0


async def _backup(config: Config, target: Path) -> None:
    try:
        async with await Database.open(config.database, readers=1, read_only=True) as database:
            await database.backup(target)
    except StoreOlder:  # the copy that is wanted before the first start of a new version
        await asyncio.to_thread(write_copy, config.database, target)
