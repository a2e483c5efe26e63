"""The leg: passages read by a process of its own, kept, found by their vectors, and never waited for."""

import asyncio
import socket
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import numpy as np
import pytest

from bot.model import Source
from bot.search.legs import Leg
from bot.search.semantic.encoder import Encoder
from bot.search.semantic.leg import Meaning
from bot.search.semantic.parts import parts
from bot.search.semantic.reading import Reading
from bot.search.semantic.weights import Floats
from tests.fakes import FakeLibrary

LETTER = (
    "The harbour was closed in March. Ships lay at the dyke till May. Nobody came.\n\n"
    "Ships waited at the dyke.\n\nA dyke is a wall."
)
REPORT = "The dyke broke.\n\nShips left the harbour."


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a call leaves the machine")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.fixture
async def leg(every_model: Path, no_network: None) -> AsyncIterator[Meaning]:
    async with Meaning.open(every_model, None) as opened:
        yield opened


def shelf() -> FakeLibrary:
    return FakeLibrary({"letter": LETTER, "report": REPORT})


async def test_it_is_a_leg(leg: Meaning) -> None:
    agreed: Leg = leg
    assert 0 <= agreed.share("uk") < 1
    assert agreed.stranger("uk") < agreed.least("uk") < 1


async def test_nearness_is_that_of_the_passage_its_best_sentence_and_its_company(
    leg: Meaning, every_model: Path
) -> None:
    await leg.refresh(shelf())
    await leg.done()
    encoder = Encoder(every_model)
    every = [text for whole in (LETTER, REPORT) for text in whole.split("\n\n")]
    wanted = _wanted(encoder, encoder.question("ships"), every)
    ids = ["letter-1", "letter-2", "letter-3", "report-1", "report-2"]
    assert leg.nearness("ships", ids) == pytest.approx(wanted, abs=0.01)
    everything = leg.nearest("ships", 10)
    assert len(everything) == 5
    assert [near.nearness for near in everything] == sorted((near.nearness for near in everything), reverse=True)
    for near in (*everything, *leg.nearest("ships", 9, "report")):
        # Nobody's nearness depends on who is asked for with it, or where.
        assert leg.nearness("ships", [near.passage]) == [pytest.approx(near.nearness, abs=1e-5)]
    assert leg.nearest("ships", 2) == everything[:2]
    assert {near.passage for near in leg.nearest("ships", 9, "report")} == {"report-1", "report-2"}
    assert leg.nearest("ships", 9, "no such text") == ()
    assert leg.nearness("ships", ["nowhere", "letter-1"])[0] is None


def _wanted(encoder: Encoder, asked: Floats, every: list[str]) -> list[float]:
    """Nearness as the decisions 168 and 178 write it, a passage at a time."""
    usual = sum(_cosine(encoder, asked, text) for text in every) / len(every)
    alone = []
    for text in every:
        best = max(_cosine(encoder, asked, sentence) for sentence in parts(text) or [text])
        alone.append((_cosine(encoder, asked, text) + best) / 2 - usual)
    vectors = encoder.passages(every)
    found = []
    for at, vector in enumerate(vectors):
        _, first, second, *_ = np.argsort(-(vectors @ vector))  # the nearest of all is the passage itself
        found.append(max(alone[at], (alone[at] + (alone[first] + alone[second]) / 2) / 2))
    return found


def _cosine(encoder: Encoder, asked: Floats, text: str) -> float:
    return float(encoder.passages([text])[0] @ asked)


async def test_nobody_waits_for_passages_that_are_not_ready(leg: Meaning) -> None:
    await leg.refresh(shelf())
    assert leg.nearest("ships", 10) == ()
    assert leg.nearness("ships", ["letter-1"]) == [None]
    before = leg.generation
    await leg.done()
    assert leg.generation > before
    assert len(leg.nearest("ships", 10)) == 5


async def test_texts_come_change_and_go(leg: Meaning) -> None:
    library = shelf()
    await leg.refresh(library)
    await leg.done()
    before = leg.nearness("ships", ["letter-1"])
    library.put(Source("letter", "Letter", ("Ada Penn",), language="en"), LETTER + "\n\nMore ships.")
    library.take("report")
    await leg.refresh(library)
    assert leg.nearness("ships", ["report-1"]) == [None]
    await leg.done()
    assert len(leg.nearest("ships", 10)) == 4
    assert leg.nearness("ships", ["letter-1"]) != before  # what is usual has changed
    library.changed.add("letter")
    library.put(Source("song", "Song", (), language="en"), "A song of ships.")
    await leg.refresh(library)
    await leg.done()
    assert "song-1" in {near.passage for near in leg.nearest("ships", 10)}


async def test_reading_that_is_broken_off_goes_on_where_it_was(every_model: Path, tmp_path: Path) -> None:
    file = tmp_path / "vectors"
    library = FakeLibrary({"long": "\n\n".join(f"Ship number {number} left." for number in range(60))})
    some = asyncio.Event()
    async with Meaning.open(every_model, file, lambda *_: some.set()) as leg:
        await leg.refresh(library)
        await some.wait()
    told: list[int] = []
    async with Meaning.open(every_model, file, lambda done, _: told.append(done)) as leg:
        await leg.refresh(library)
        ready = len(leg.nearest("ships", 100))
        assert ready >= 16
        await leg.done()
        assert len(leg.nearest("ships", 100)) == 60


async def test_a_process_that_cannot_read_costs_the_meaning_alone(
    every_model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with Meaning.open(every_model, tmp_path / "vectors") as leg:
        monkeypatch.setattr(sys, "executable", "/bin/false")
        await leg.refresh(shelf())
        await leg.done()
        assert leg.nearest("ships", 10) == ()
        monkeypatch.setattr(sys, "executable", str(tmp_path / "no such program"))
        await leg.refresh(shelf())
        await leg.done()
        assert leg.nearest("ships", 10) == ()


async def test_vectors_that_cannot_be_kept_are_used_all_the_same(every_model: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    async with Meaning.open(every_model, tmp_path / "file" / "vectors") as leg:
        await leg.refresh(shelf())
        await leg.done()
        assert len(leg.nearest("ships", 10)) == 5
    (tmp_path / "folder").mkdir()
    async with Meaning.open(every_model, tmp_path / "folder") as leg:
        await leg.refresh(shelf())
        await leg.done()
        assert len(leg.nearest("ships", 10)) == 5


async def test_the_reading_process_is_modest_and_has_no_network(every_model: Path) -> None:
    async with Reading(every_model) as reading:
        await reading.vectors("ships")
        status = Path(f"/proc/{reading._process.pid}")
        if not status.exists():
            pytest.skip("THIS COMPUTER HAS NO /proc: the priority of the reading process was not looked at")
        assert (status / "stat").read_text().rsplit(")", 1)[1].split()[16] == "19"
        # What it runs on: its main thread, and none that a library of numbers has started.
        assert len(list((status / "task").iterdir())) == 1
