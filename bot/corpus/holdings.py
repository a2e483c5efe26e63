"""What the library holds in memory of each text: its place on the shelf, and the file that it was read from."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from bot import shipped
from bot.corpus.shelf import Shelf, Shelved
from bot.errors import DuplicateSource
from bot.store.texts import Entry, Stamp


class Holdings:
    """Texts by id and by file; those that are withdrawn stand apart."""

    def __init__(self) -> None:
        self.shelf = Shelf()
        self.stamps: dict[str, Stamp] = {}
        self.withdrawn: dict[str, Shelved] = {}
        self._files: dict[str, str] = {}

    @classmethod
    def of(cls, entries: Iterable[Entry], voices: Mapping[str, Iterable[str]], gone: Iterable[Entry]) -> "Holdings":
        """Make them of what the store has: the texts, who speaks in each, and those that are withdrawn."""
        held = cls()
        for entry in entries:
            held.put(_shelved(entry), entry.stamp, voices.get(entry.source.id, ()))
        held.withdrawn = {entry.source.id: _shelved(entry) for entry in gone}
        return held

    def held_by(self, file: str) -> tuple[Shelved, Stamp] | None:
        """Give the source that was read from a file (its resolved path), and the file's stamp then."""
        shelved = self.shelf.get(self._files.get(file, ""))
        return None if shelved is None else (shelved, self.stamps[shelved.source.id])

    def refuse_duplicate(self, source: str, stamp: Stamp) -> None:
        """Refuse a text whose id another file holds that still exists. Raises DuplicateSource."""
        held = self.stamps.get(source)
        if held is None or held.file is None or stamp.file is None or held.file == stamp.file:
            return
        # The same words at another place are a folder that moved; what comes with the bot is that of this installation.
        if held.sha256 == stamp.sha256 or Path(stamp.file).parent == shipped.seeds().resolve():
            return
        if Path(held.file).exists():
            raise DuplicateSource(source, held.file, stamp.file)

    def put(self, shelved: Shelved, stamp: Stamp, voices: Iterable[str]) -> None:
        """Take a text in, in place of what has its id or was read from its file."""
        name = shelved.source.id
        before = self.stamps.get(name)
        if before is not None and before.file is not None:
            self._files.pop(before.file, None)
        if stamp.file is not None:
            other = self._files.get(stamp.file)
            if other is not None and other != name:  # its file now holds another text; the store keeps its words
                self._detach(other)
            self._files[stamp.file] = name
        self.stamps[name] = stamp
        self.shelf.put(shelved, voices)

    def _detach(self, source: str) -> None:
        self.stamps[source] = replace(self.stamps[source], file=None)
        self.shelf.put(replace(self.shelf.exactly(source), file=None), self.shelf.voices(source))

    def forget(self, source: str) -> None:
        """Let go of a text."""
        stamp = self.stamps.pop(source, None)
        if stamp is not None and stamp.file is not None:
            self._files.pop(stamp.file, None)
        self.shelf.take(source)


def _shelved(entry: Entry) -> Shelved:
    source, stamp = entry.source, entry.stamp
    return Shelved(source, entry.edition, entry.passages, entry.words, stamp.file, entry.added, stamp.rules)
