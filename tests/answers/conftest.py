"""Three texts in memory, and their index."""

import pytest

from bot.model import Rights, Source, Standpoint
from bot.search import Index
from tests.fakes import FakeLibrary

LETTER = """# The old harbour

The harbour was closed in March by order of the council. Ships waited outside for
three weeks. They also lost their cargo to the rain.

Mara Lind: We opened the sluice gates ourselves that night. Nobody helped, and nobody's boats came to us.

> Tom Reed: “The dyke must not break before the winter,” he warned the harbour council.

> Ida Moss: The council of the harbour never asked the fishermen about it.
"""
REPORT = """The dyke broke at night in March. Water rose quickly in the whole town. A dyke is a wall against the sea.

Ships left the harbour when the harbour master resigned. The café by the quay had closed long ago.

What will become of the harbour? Nobody in the council could tell the town so far.
"""
DIARY = """I walked along the sea wall with a lantern. The ferry did not come, and the harbour lay dark before us.

It was cold. The gulls slept on the roofs of the net lofts.
"""


def catalog() -> list[Source]:
    return [
        Source("diary", "A Diary", ("Jon Vale",), language="en", standpoint=Standpoint("fishermen", "the archive")),
        Source("letter", "A Letter", ("Ada Penn",), language="en", rights=Rights(words_per_answer=30)),
        Source("report", "A Report", ("Ben Ash",), language="en", rights=Rights(words_per_day=50)),
    ]


@pytest.fixture
def library() -> FakeLibrary:
    return FakeLibrary({"letter": LETTER, "report": REPORT, "diary": DIARY}, catalog())


@pytest.fixture
async def index(library: FakeLibrary) -> Index:
    return await Index.open(None, library)
