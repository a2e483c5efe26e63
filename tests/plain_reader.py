"""Reads files in this process, with the simplest structure there is: a paragraph is a passage, `# ` marks the title."""

import hashlib
import re
from pathlib import Path

from bot.corpus.catalog import Catalog
from bot.corpus.parts import Draft, Metadata, Raw, Structure
from bot.corpus.reading.imported import Imported
from bot.corpus.reading.limits import Limits
from bot.errors import FileEmpty
from bot.model import Role, Span, Speaker

AUTHOR = Speaker("Ada Penn", Role.AUTHOR)


class PlainReader:
    """Counts what it loads in `loaded`."""

    def __init__(self) -> None:
        self.limits = Limits()
        self.loaded: list[str] = []

    async def load(self, path: Path, catalog: Catalog) -> Imported:
        self.loaded.append(path.name)
        data, stat = path.read_bytes(), path.stat()
        text = data.decode()
        if not text.strip():
            raise FileEmpty(str(path))
        raw, structure = Raw(text), structure_of(text)
        known = catalog.known(text, path)
        source = known or catalog.printed(structure, path)
        digest = hashlib.sha256(data).hexdigest()
        return Imported(path, raw, source, structure, digest, stat.st_size, stat.st_mtime_ns, known is not None)


def structure_of(text: str) -> Structure:
    title, drafts = None, []
    for block in re.finditer(r"\S(?:.|\n(?!\s*(?:\n|\Z)))*", text):
        if block.group().startswith("# "):
            title = block.group()[2:]
        else:
            span = (Span(*block.span()),)
            drafts.append(Draft(span, (span,), AUTHOR))
    return Structure(Metadata(title=title), drafts=tuple(drafts))
