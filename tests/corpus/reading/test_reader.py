"""The reading process: what it gives, and what becomes of files that hang, crash or fill it."""

import asyncio
import hashlib
import io
import os
import pickle
import signal
import weakref
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.corpus.catalog import Catalog
from bot.corpus.fingerprints import fingerprint
from bot.corpus.reading import Limits, Reader, worker
from bot.corpus.reading import reader as reader_module
from bot.corpus.reading.frames import LENGTH, open_answer, pack
from bot.corpus.records import RecognisePart, Record
from bot.errors import CatalogBroken, FileDamaged, FileKindUnknown, FileTimeout, FileTooLarge, FileUnreadable
from bot.model import Rights
from bot.words import Words, languages

TEXT = "# The garden opens\n\nBy Ada Writer\n\n" + "\n\n".join(
    f"On day {n} the reading circle spoke about the well. It counted {n} trees, and nobody contradicted."
    for n in range(12)
)
CATALOG = Catalog.empty(Rights(words_per_answer=150))


def write(folder: Path, text: str = TEXT, name: str = "garden.md") -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


async def test_a_file_is_read_recognised_and_parsed(tmp_path: Path) -> None:
    path = write(tmp_path)
    async with Reader() as reader:
        found = await reader.load(path, CATALOG)
    assert found.path == path
    assert found.raw.text == TEXT
    assert (found.source.id, found.source.rights, found.declared) == ("the-garden-opens", CATALOG.default_rights, False)
    assert found.structure.drafts
    assert found.sha256 == hashlib.sha256(TEXT.encode()).hexdigest()
    assert (found.size, found.mtime_ns) == (path.stat().st_size, path.stat().st_mtime_ns)


async def test_each_file_is_seen_with_the_catalog_of_its_call(tmp_path: Path) -> None:
    record = Record(id="g", title="Garden", recognise=RecognisePart(fingerprint=fingerprint(TEXT)))
    known = Catalog({"g": record}, {}, tuple((r.id, reader_fingerprint(r)) for r in (record,)))
    path = write(tmp_path)
    async with Reader() as reader:
        assert (await reader.load(path, CATALOG)).declared is False
        found = await reader.load(path, known)
        assert (found.source.id, found.declared) == ("g", True)
        assert (await reader.load(path, CATALOG)).declared is False


def reader_fingerprint(record: Record):
    from bot.corpus.fingerprints import Fingerprint

    assert record.recognise is not None
    return Fingerprint.parse(record.recognise.fingerprint)


async def test_errors_come_through_and_the_process_stays(tmp_path: Path) -> None:
    write(tmp_path, name="x.yaml", text="id: 5")
    (tmp_path / "noise.txt").write_bytes(b"\0\1\2" * 100)
    async with Reader() as reader:
        await reader.load(write(tmp_path), CATALOG)
        process = reader._process
        with pytest.raises(FileUnreadable):
            await reader.load(tmp_path / "none.txt", CATALOG)
        with pytest.raises(FileKindUnknown):
            await reader.load(tmp_path / "picture.jpg", CATALOG)
        with pytest.raises(CatalogBroken):
            await reader.load(write(tmp_path, name="x.md"), CATALOG)
        assert reader._process is process


async def test_many_tasks_take_turns(tmp_path: Path) -> None:
    paths = [write(tmp_path, f"# Text {n}\n\n{TEXT}", f"{n}.md") for n in range(12)]
    async with Reader() as reader:
        found = await asyncio.gather(*(reader.load(path, CATALOG) for path in paths))
    assert [item.source.title for item in found] == [f"Text {n}" for n in range(12)]


async def test_a_killed_process_costs_one_file(tmp_path: Path) -> None:
    path = write(tmp_path)
    async with Reader() as reader:
        await reader.load(path, CATALOG)
        assert reader._process is not None
        os.kill(reader._process.pid, signal.SIGSTOP)
        loading = asyncio.create_task(reader.load(path, CATALOG))
        await asyncio.sleep(0.05)
        os.kill(reader._process.pid, signal.SIGKILL)
        with pytest.raises(FileDamaged, match="crash"):
            await loading
        assert (await reader.load(path, CATALOG)).raw.text == TEXT


async def test_a_process_that_died_in_between_costs_nothing(tmp_path: Path) -> None:
    path = write(tmp_path)
    async with Reader() as reader:
        await reader.load(path, CATALOG)
        assert reader._process is not None
        os.kill(reader._process.pid, signal.SIGKILL)
        await reader._process.wait()
        assert (await reader.load(path, CATALOG)).raw.text == TEXT


async def test_a_file_that_takes_too_long_is_given_up(tmp_path: Path) -> None:
    path = write(tmp_path)
    async with Reader(Limits(seconds=1)) as reader:
        await reader.load(path, CATALOG)
        assert reader._process is not None
        os.kill(reader._process.pid, signal.SIGSTOP)
        with pytest.raises(FileTimeout) as refused:
            await reader.load(path, CATALOG)
        assert refused.value.seconds == 1
        assert (await reader.load(path, CATALOG)).raw.text == TEXT


async def test_a_file_that_fills_the_memory_is_given_up(tmp_path: Path) -> None:
    limits = Limits(memory=200 * 1024 * 1024, unpacked_bytes=2**40, ratio=10**6)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as opened, opened.open("word/document.xml", "w") as entry:
        for _ in range(210):
            entry.write(b" " * 1024 * 1024)
    (tmp_path / "bomb.docx").write_bytes(packed.getvalue())
    async with Reader(limits) as reader:
        with pytest.raises(FileTooLarge) as refused:
            await reader.load(tmp_path / "bomb.docx", CATALOG)
        assert refused.value.limit == limits.memory
        assert (await reader.load(write(tmp_path), CATALOG)).raw.text == TEXT


async def test_a_name_that_is_no_unicode_is_told_for_what_it_is(tmp_path: Path) -> None:
    path = write(tmp_path, name=os.fsdecode(b"gard\xe9n.md"))
    async with Reader() as reader:
        with pytest.raises(FileUnreadable, match="name") as refused:
            await reader.load(path, CATALOG)
    assert refused.value.file == str(path)
    for language in languages():
        assert "UTF-8" in Words(language).explain(refused.value)


def test_what_filled_the_memory_is_let_go_before_that_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    held: list[weakref.ref[set[int]]] = []

    def fill(*_: object) -> None:
        large = {1}
        held.append(weakref.ref(large))
        raise MemoryError

    monkeypatch.setattr(worker, "_answer", fill)
    assert worker._packed(Path("full.md"), Limits(), CATALOG) is None
    assert [large() for large in held] == [None]


async def test_a_cancelled_load_leaves_no_answer_behind(tmp_path: Path) -> None:
    one, other = write(tmp_path, name="one.md"), write(tmp_path, f"# Other\n\n{TEXT}", "other.md")
    async with Reader() as reader:
        await reader.load(one, CATALOG)
        loading = asyncio.create_task(reader.load(one, CATALOG))
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        loading.cancel()
        with pytest.raises(asyncio.CancelledError):
            await loading
        assert (await reader.load(other, CATALOG)).source.title == "Other"


async def test_the_process_sees_no_secrets_and_ends_with_its_reader(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", "not-for-the-worker")
    async with Reader() as reader:
        await reader.load(write(tmp_path), CATALOG)
        assert reader._process is not None
        pid = reader._process.pid
        assert "not-for-the-worker" not in Path(f"/proc/{pid}/environ").read_text()
    assert not Path(f"/proc/{pid}").exists()


async def test_a_process_that_does_not_start_is_no_fault_of_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader_module, "_MODULE", "bot.corpus.reading.no_such_module")
    async with Reader() as reader:
        with pytest.raises(RuntimeError):
            await reader.load(write(tmp_path), CATALOG)


async def test_a_text_of_a_hundred_thousand_words(tmp_path: Path) -> None:
    chapter = "\n\n".join(
        f"In year {n} the circle read a book on gardens, and {n} people came to talk of it." for n in range(60)
    )
    text = "\n\n".join(f"## Part {n}\n\n{chapter}" for n in range(90))
    assert len(text.split()) > 95_000
    async with Reader() as reader:
        found = await reader.load(write(tmp_path, text), CATALOG)
    assert len(found.structure.drafts) > 700


@pytest.mark.parametrize("value", [("file", print), os.system, ("file", Path("x")), 5, ("error", ("SystemExit", {}))])
def test_only_texts_come_out_of_an_answer(value: object) -> None:
    with pytest.raises(FileDamaged):
        open_answer(pack(value)[LENGTH.size :], "x.txt")


def test_a_hostile_pickle_runs_nothing(tmp_path: Path) -> None:
    class Hostile:
        def __reduce__(self) -> tuple[Callable[..., object], tuple[object, ...]]:
            return os.mkdir, (str(tmp_path / "made"),)

    with pytest.raises(FileDamaged):
        open_answer(pickle.dumps(("file", Hostile())), "x.txt")
    assert not (tmp_path / "made").exists()


@pytest.mark.parametrize("deed", ["socket.socket().connect(('127.0.0.1', 9))", "subprocess.run(['true'])", "os.fork()"])
def test_the_process_may_not_do_what_reading_never_needs(deed: str) -> None:
    import subprocess
    import sys

    imports = "import os, socket, subprocess, sys; from bot.corpus.reading import Limits, worker"
    code = f"{imports}; worker._restrict(Limits()); {deed}"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env={"PYTHONPATH": ":".join(sys.path)}
    )
    assert "PermissionError" in done.stderr


async def test_tasks_that_outlive_a_failure_end_with_their_reader(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader_module, "_MODULE", "bot.corpus.reading.no_such_module")
    async with Reader() as reader:
        loading = [asyncio.create_task(reader.load(write(tmp_path), CATALOG)) for _ in range(4)]
        with pytest.raises(RuntimeError):
            await asyncio.gather(*loading)
    done = await asyncio.gather(*loading, return_exceptions=True)
    assert all(isinstance(failed, RuntimeError) for failed in done)
