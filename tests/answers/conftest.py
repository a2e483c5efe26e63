"""Three texts in memory, and their index."""

import pytest

from bot.model import Rights, Source, Standpoint
from bot.search import Index
from tests.answers.three_texts import DIARY, LETTER, REPORT
from tests.fakes import FakeLibrary


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
