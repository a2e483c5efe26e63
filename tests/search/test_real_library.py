"""Search and answers on the real library: imported, indexed, edited on disk, imported again."""

from pathlib import Path

import pytest

from bot.answers.checking import check
from bot.answers.quote import quote
from bot.answers.quoting import quote_of
from bot.answers.summary import summary
from bot.corpus.catalog import Catalog
from bot.corpus.importing import sync
from bot.corpus.library import Library
from bot.corpus.reading import Reader
from bot.errors import SourceChanged
from bot.model import Reply
from bot.search import Index
from bot.store.database import Database
from tests.fakes import FakeLibrary

FERRY = """# The last ferry

By Ada Penn

The last ferry of the northern sound sailed in October. Its captain had asked the council for a new boiler, and the
council had answered with a letter of thanks.

Forty horses crossed on the ferry in its last week, more than in the whole of the spring before. The harbour master
counted them twice, because nobody on the quay believed the first number.
"""
MILL = """# A mill by the weir

By Ben Ash

The mill by the weir ground rye for nine villages until the flood took its wheel. The miller, who had warned of it
for years, left the valley the same winter and never came back to it.
"""


async def test_from_files_to_checked_quotes(tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "ferry.md").write_text(FERRY)
    (texts / "mill.md").write_text(MILL)
    async with await Database.open(tmp_path / "store.db") as database, Reader() as reader:
        library = await Library.open(database)
        await sync(library, [texts], reader, Catalog.empty())
        index = await Index.open(tmp_path / "index", library)
        found = await quote(library, index, "how many horses crossed")
        assert "Forty horses" in found.excerpts[0].text
        reply = Reply(tuple(quote_of(chosen, "somebody", "somewhere") for chosen in found.excerpts))
        await check(reply, library)
        assert {part.source.id for part in (await summary(library, index)).parts} == {
            text.source.id for text in library.sources()
        }

        (texts / "ferry.md").write_text(FERRY.replace("Forty", "Fifty"))
        with pytest.raises(SourceChanged):
            await check(reply, library)
        with pytest.raises(SourceChanged):
            await quote(library, index, "how many horses crossed")

        await sync(library, [texts], reader, Catalog.empty())
        await index.refresh(library)
        found = await quote(library, index, "how many horses crossed")
        assert "Fifty horses" in found.excerpts[0].text
        again = await Index.open(tmp_path / "index", library)
        assert again.search("horses mill") == index.search("horses mill")


async def test_an_index_that_cannot_be_written_is_kept_in_memory(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    library = FakeLibrary({"ferry": FERRY})
    index = await Index.open(tmp_path / "file" / "index", library)
    assert index.search("horses").matches
