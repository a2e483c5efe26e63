"""Occurrences, counted from the index, are those that reading everything gives."""

import asyncio
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.search import Index
from bot.search.occurrences import Sought
from tests.fakes import FakeLibrary

_WORDS = st.sampled_from(["dam", "Dam", "dams", "dam-wall", "the", "sea", "sea.", "“sea”", "wall", "Wall’s"])
_TEXTS = st.dictionaries(
    st.sampled_from(["a", "b", "c"]),
    st.lists(st.lists(_WORDS, min_size=1, max_size=8).map(" ".join), min_size=1, max_size=4).map("\n\n".join),
    min_size=1,
)


def brute(texts: dict[str, str], term: str, source: str | None) -> list[tuple[str, int]]:
    """Read every passage and count, in reading order."""
    prefix = term.endswith("*")
    inner = r"[\W_]+".join(re.findall(r"\w+", term.lower()))
    ending = "" if prefix else r"(?!\w)"
    pattern = re.compile(rf"(?<!\w)(?=({inner}){ending})")
    counted: list[tuple[str, int]] = []
    for name, text in sorted(texts.items()):
        for number, passage in enumerate(text.split("\n\n"), 1):
            count = len(pattern.findall(passage.lower()))
            if count and source in (None, name):
                counted.append((f"{name}-{number}", count))
    return counted


@given(
    texts=_TEXTS,
    term=st.sampled_from(["dam", "the", "sea", "wall", "the sea", "dam wall", "dam*", "the s*", "wa*", "dam-wall"]),
    source=st.sampled_from([None, "a"]),
)
@settings(max_examples=60, deadline=None)
def test_every_occurrence_is_counted(texts: dict[str, str], term: str, source: str | None) -> None:
    async def check() -> None:
        index = await Index.open(None, FakeLibrary(texts))
        expected = brute(texts, term, source)
        found = index.occurrences(term, source=source, limit=1_000)
        assert [(place.passage, place.count) for place in found.places] == expected
        assert found.total == sum(count for _, count in expected)
        assert found.in_passages == len(expected)
        pages = [index.occurrences(term, source=source, limit=2, offset=at).places for at in range(0, found.total, 2)]
        assert sum(place.count for page in pages for place in page) == found.total

    asyncio.run(check())


@pytest.mark.parametrize(
    ("term", "words", "prefix"),
    [
        ("Dam", ("dam",), False),
        ("the DAM*", ("the", "dam"), True),
        ("dam *", ("dam",), False),
        ("“dam”", ("dam",), False),
    ],
)
def test_terms_are_read(term: str, words: tuple[str, ...], prefix: bool) -> None:
    assert Sought.of(term) == Sought(words, prefix)


async def test_totals_stay_right_after_changes() -> None:
    library = FakeLibrary({"a": "dam dam dam", "b": "dam and dam"})
    index = await Index.open(None, library)
    assert index.occurrences("dam").total == 5
    library.take("a")
    await index.refresh(library)
    assert index.occurrences("dam").total == 2
    assert index.occurrences("da*").total == 2
