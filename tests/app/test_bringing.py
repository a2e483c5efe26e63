"""Many files at once: each becomes a text or is told why not; zips are opened with care; a run can be stopped."""

import asyncio
import io
import stat
import struct
import zipfile
from collections.abc import AsyncIterator, Mapping
from contextlib import ExitStack, suppress
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.app import App, open_app
from bot.app.bundles import bundle
from bot.commands.desk.curating import Became, Brought
from bot.config import Config, Texts
from bot.corpus.reading.limits import Limits
from bot.errors import FileDamaged, FileHostile, FileUnreadable, ReadingError, TextElsewhere, TextExists, TextWithdrawn
from bot.model import Attachment, Community, Facts, Reply, Request, Right, Text
from bot.platforms.terminal.conversation import Conversation

LITTLE = Limits(file_bytes=20_000, unpacked_bytes=50_000, entries=5, ratio=20)


def essay(subject: str, more: str = "") -> str:
    return (
        f"# On {subject}\n\nBy Ada Byron\n\nThe {subject} stood by the mill for many summers before anybody "
        f"climbed it, and those who slept under it at night say that it hums. {more}\n"
    )


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, data in files.items():
            opened.writestr(name, data)
    return made.getvalue()


def names(path: Path, limits: Limits = LITTLE) -> dict[str, str | None]:
    """The files of a bundle, each with the name of what is wrong with it."""
    with ExitStack() as stack:
        return {one.name: type(one.error).__name__ if one.error else None for one in bundle([path], limits, stack)}


@pytest.fixture
async def app(tmp_path: Path) -> AsyncIterator[App]:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "wells.md").write_text(essay("wells"), encoding="utf-8")
    own = Texts(shipped=False, folder=str(tmp_path / "own"), words_per_answer=None, words_per_day=None)
    async with open_app(Config(data=str(tmp_path / "data"), texts=own)) as opened:
        yield opened


async def brought(app: App, *files: Path, updating: bool = False, most: int = 10_000) -> Brought:
    return await app.desk.texts.bring(files, None, "us", lambda done, total, name: done < most, updating=updating)


def became(done: Brought) -> dict[str, tuple[str, str | None]]:
    return {one.file: (one.became.value, one.text) for one in done.outcomes}


def ids(app: App) -> set[str]:
    return {text.source.id for text in app.desk.library.sources()}


def told(reply: Reply) -> str:
    found = []
    for block in reply.blocks:
        if isinstance(block, Text):
            found.append(block.text)
        if isinstance(block, Facts):
            found += [f"{block.title}", *(f"{name}: {value}" for name, value in block.rows)]
    return "\n".join(found)


async def test_each_file_of_a_folder_becomes_a_text_or_is_told_why_not(app: App, tmp_path: Path) -> None:
    folder = tmp_path / "essays"
    (folder / "deep" / "deeper").mkdir(parents=True)
    (folder / "gate.md").write_text(essay("gates"), encoding="utf-8")
    (folder / "deep" / "again.md").write_text(essay("gates"), encoding="utf-8")
    (folder / "deep" / "deeper" / "gate.md").write_text(essay("gates", "It is another gate."), encoding="utf-8")
    (folder / "deep" / "wells.md").write_text(essay("wells", "Others than those."), encoding="utf-8")
    (folder / "deep" / "empty.md").touch()
    (folder / "tool.exe").write_bytes(b"MZ")
    (folder / ".hidden.md").write_text(essay("hiding"), encoding="utf-8")
    (folder / "out.md").symlink_to(tmp_path / "own" / "wells.md")
    done = await brought(app, folder)
    found = became(done)
    assert found.keys() == {"gate.md", "deep/again.md", "deep/deeper/gate.md", "deep/wells.md", "deep/empty.md"} | {
        "tool.exe",
        "out.md",
    }
    first, second = (found[name] for name in ("deep/again.md", "deep/deeper/gate.md"))
    assert (first, found["gate.md"]) == (("added", "on-gates"), ("twice", "deep/again.md"))
    assert second[0] == "added"
    assert str(second[1]).startswith("on-gates-")
    wrong = {one.file: one.error for one in done.outcomes if one.became is Became.SKIPPED}
    assert isinstance(wrong["deep/wells.md"], TextExists)
    assert {type(error).__name__ for error in wrong.values()} == {
        *("TextExists", "FileEmpty", "FileKindUnknown", "FileOutside")
    }
    assert all(str(tmp_path) not in str(error) for error in wrong.values())
    assert list((await Conversation(app.dispatch, "en").ask("quote another gate")).quotes())
    again = await brought(app, folder)
    assert {one.became for one in again.outcomes} == {Became.UNCHANGED, Became.TWICE, Became.SKIPPED}
    assert list((tmp_path / "data" / "incoming").iterdir()) == []


async def test_a_run_that_is_stopped_or_cancelled_goes_on_where_it_was(app: App, tmp_path: Path) -> None:
    folder = tmp_path / "essays"
    folder.mkdir()
    for number in range(12):
        (folder / f"n{number:02}.md").write_text(essay(f"ladder {number}"), encoding="utf-8")
    done = await brought(app, folder, most=3)
    assert (len(done.outcomes), done.left) == (3, 9)

    def cancelling(at: int, total: int, name: str) -> bool:
        if at == 7:
            task.cancel()
        return True

    task = asyncio.ensure_future(app.desk.texts.bring([folder], None, "us", cancelling, updating=False))
    with suppress(asyncio.CancelledError):
        await task
    there = ids(app) - {"on-wells"}
    assert 7 <= len(there) < 12
    for text in there:  # whole, every one of them, and found
        assert await app.desk.library.of_source(text)
        assert (tmp_path / "data" / "texts" / f"{text}.md").exists()
    assert app.desk.index.texts == len(there) + 1
    done = await brought(app, folder)
    assert sum(one.became is Became.ADDED for one in done.outcomes) == 12 - len(there)
    assert len(ids(app)) == 13


async def test_many_new_editions_at_once(app: App, tmp_path: Path) -> None:
    folder = tmp_path / "essays"
    folder.mkdir()
    for subject in ("gates", "walls", "roofs", "doors"):
        (folder / f"{subject}.md").write_text(essay(subject), encoding="utf-8")
    await brought(app, folder)
    await app.desk.texts.withdraw("on-roofs")
    for subject in ("walls", "roofs", "wells", "windows"):
        (folder / f"{subject}.md").write_text(essay(subject, "It was mended since."), encoding="utf-8")
    (folder / "on-doors.txt").write_text(essay("doors").replace("# On doors", "# Doors, once more"), encoding="utf-8")
    (folder / "doors.md").unlink()
    done = await brought(app, folder, updating=True)
    found = became(done)
    assert (found["gates.md"], found["walls.md"]) == (("unchanged", "on-gates"), ("updated", "on-walls"))
    assert (found["windows.md"], found["on-doors.txt"]) == (("unknown", None), ("updated", "on-doors"))
    wrong = {one.file: type(one.error) for one in done.outcomes if one.error}
    assert wrong == {"roofs.md": TextWithdrawn, "wells.md": TextElsewhere}
    assert sum(done.changes.values()) >= 2
    reply = await Conversation(app.dispatch, "en").ask(f"texts update {folder}")
    assert "3 texts are here already, as they were. 3 files were skipped." in told(reply)
    assert "“texts restore” brings it back" in told(reply)
    assert "balance" not in told(reply)


async def test_what_is_said_of_many_files(app: App, tmp_path: Path) -> None:
    (tmp_path / "essays.zip").write_bytes(
        zipped({f"a/n{n}.md": essay(f"ladder {n}") for n in range(3)} | {f"b/p{n}.png": b"x" for n in range(30)})
    )
    ask = Conversation(app.dispatch, "en").ask
    told_of: list[tuple[int, int, str]] = []

    def progress(done: int, total: int, name: str) -> bool:
        told_of.append((done, total, name))
        return True

    given = {"action": "add", "file": str(tmp_path / "essays.zip"), "standpoint": "tall"}
    request = Request("texts", given, rights=frozenset(Right), progress=progress)
    reply = await app.dispatch.ask(request)
    assert "3 texts are added" in told(reply)
    assert "30 files were skipped" in told(reply)
    assert "And 10 more files" in told(reply)
    assert "tall (labelled by moderators of a community): 0 →" in told(reply)
    (table,) = (block for block in reply.blocks if isinstance(block, Attachment))
    assert len(table.data.splitlines()) == 34
    assert told_of[0][:2] == (0, 33)
    assert told_of[-1] == (33, 33, "")
    for wrong in ("title=x", "text=on-wells"):
        assert "many files" in told(await ask(f"texts add file={tmp_path}/essays.zip {wrong}"))
    (tmp_path / "more.zip").write_bytes(zipped({f"n{n}.md": essay(f"stair {n}") for n in range(2)}))
    assert "one line of words" in told(await ask(f"texts add file={tmp_path}/more.zip standpoint='a\u0007b'"))
    assert "There is no file nosuch.zip" in told(await ask(f"texts add {tmp_path}/nosuch.zip"))
    member = Request("texts", given, "discord", Community("discord:1", "2"), rights=frozenset(Right))
    assert "Please give" in told(await app.dispatch.ask(member)) or "file" in told(await app.dispatch.ask(member))
    assert len(ids(app)) == 4


@given(st.lists(st.text(st.characters(codec="utf-8"), min_size=1, max_size=30), max_size=5))
@example(["\\"])  # "x\\.md": by the other system's slash a hidden file
def test_whatever_a_zip_calls_its_files_they_stay_in_their_folder(tmp_path_factory: object, called: list[str]) -> None:
    assert isinstance(tmp_path_factory, pytest.TempPathFactory)
    place = tmp_path_factory.mktemp("zip")
    (place / "in").mkdir()
    (place / "a.zip").write_bytes(zipped({f"x{name}.md": "words" for name in called}))
    with ExitStack() as stack:
        try:
            items = bundle([place / "a.zip"], LITTLE, stack)
        except ReadingError:
            items = []
        for item in items:
            assert item.put is None or item.put(place / "in").parent == place / "in"
    assert {path.name for path in place.iterdir()} == {"a.zip", "in"}


def linked() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as opened:
        entry = zipfile.ZipInfo("a.md")
        entry.external_attr = (stat.S_IFLNK | 0o777) << 16
        opened.writestr(entry, "/etc/passwd")
    return made.getvalue()


def locked() -> bytes:
    data = bytearray(zipped({"a.md": "words"}))
    data[data.find(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def long_table() -> bytes:
    data = bytearray(zipped({"a.md": "words"}))
    struct.pack_into("<I", data, data.rfind(b"PK\x05\x06") + 12, 10_000)
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "kind", "reason"),
    [
        (zipped({"../a.md": "words"}), FileHostile, "path"),
        (zipped({"a/../../a.md": "words"}), FileHostile, "path"),
        (zipped({"/etc/a.md": "words"}), FileHostile, "path"),
        (linked(), FileHostile, "path"),
        (zipped({f"{n}.md": "words" for n in range(6)}), FileHostile, "entries"),
        (long_table(), FileHostile, "entries"),
        (zipped({"a.md": bytes(60_000)}), FileHostile, "unpacked"),
        (locked(), FileUnreadable, "password"),
        (b"PK and no more", FileDamaged, "archive"),
        (zipped({"a.md": "words"})[:-30], FileDamaged, "archive"),
    ],
)
def test_a_zip_that_is_built_to_hurt_is_refused(
    tmp_path: Path, data: bytes, kind: type[ReadingError], reason: str
) -> None:
    (tmp_path / "a.zip").write_bytes(data)
    with ExitStack() as stack, pytest.raises(kind) as caught:
        bundle([tmp_path / "a.zip"], LITTLE, stack)
    assert (caught.value.file, caught.value.data["reason"]) == ("a.zip", reason)


def test_what_is_wrong_with_one_file_of_a_zip_is_told_of_that_one(tmp_path: Path) -> None:
    large = bytes(21_000)
    data = zipped({"a/good.md": "words", "a/large.md": large, "__MACOSX/a.md": "x", "a/.b.md": "x", "a/c.zip": b"PK"})
    (tmp_path / "a.zip").write_bytes(data)
    assert names(tmp_path / "a.zip") == {"a/good.md": None, "a/large.md": "FileTooLarge", "a/c.zip": "FileKindUnknown"}
    broken = bytearray(zipped({"a.md": "words and words and words", "b.md": "others"}))
    broken[broken.find(b"a.md") + 6] ^= 0xFF
    (tmp_path / "b.zip").write_bytes(broken)
    with ExitStack() as stack:
        first, second = bundle([tmp_path / "b.zip"], LITTLE, stack)
        assert first.put is not None
        assert second.put is not None
        with pytest.raises(FileDamaged):
            first.put(tmp_path)
        assert second.put(tmp_path).read_text() == "others"


async def test_two_who_bring_the_same_at_once_lose_and_double_nothing(app: App, tmp_path: Path) -> None:
    file = tmp_path / "essays.zip"
    file.write_bytes(zipped({f"n{n}.md": essay(f"ladder {n}") for n in range(12)}))
    runs = await asyncio.gather(brought(app, file), brought(app, file))
    assert all(one.became in (Became.ADDED, Became.UNCHANGED) for run in runs for one in run.outcomes)
    assert sum(one.became is Became.ADDED for run in runs for one in run.outcomes) == 12
    assert len(app.desk.library.sources()) == 13


async def test_a_process_beside_the_bot_leaves_what_is_on_its_way_to_the_bot_alone(app: App, tmp_path: Path) -> None:
    (tmp_path / "gate.md").write_text(essay("gates"), encoding="utf-8")
    async with app.desk.texts.receiving() as folder, open_app(app.texts.config, may_read_only=True) as beside:
        (folder / "upload.md").write_text(essay("walls"), encoding="utf-8")
        for line in (f"texts add {tmp_path / 'gate.md'}", f"texts add {tmp_path}"):
            reply = await Conversation(beside.dispatch, "en").ask(line)
            assert "another process has it" in told(reply)
        assert (folder / "upload.md").exists()


async def test_nothing_in_a_folder_is_said_as_that(app: App, tmp_path: Path) -> None:
    (tmp_path / "nothing").mkdir()
    ask = Conversation(app.dispatch, "en").ask
    assert told(await ask(f"texts add {tmp_path / 'nothing'}")).strip() == "There is no file in it."
    assert "There is no file" in told(await ask(f"texts add {tmp_path / 'elsewhere'}"))


async def test_an_update_labels_what_was_added_without_a_standpoint(app: App, tmp_path: Path) -> None:
    file, folder = tmp_path / "gate.md", tmp_path / "both"
    file.write_text(essay("gates"), encoding="utf-8")
    folder.mkdir()
    (folder / "gate.md").write_text(essay("gates"), encoding="utf-8")
    ask = Conversation(app.dispatch, "en").ask
    assert "“texts update on-gates”" in told(await ask(f"texts add {file}"))
    reply = await ask(f"texts update on-gates file={file} standpoint=open")
    assert "stands for “open” from now on" in told(reply)
    for standpoint in ("open", "shut"):
        labelled = app.desk.library.source("on-gates").source.standpoint
        assert labelled is not None
        assert labelled.label == standpoint
        await ask(f"texts update {folder} standpoint=shut")
    refused = await ask(f"texts update on-gates file={file} title=Doors")
    assert "a text keeps its title" in told(refused)
