"""The command line: what it prints where, and its exit codes."""

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from bot.cli import main
from bot.store import migrating
from tests.search.semantic.english_file import SHIPPED, write_english
from tests.search.semantic.model_file import write_model

Run = Callable[..., tuple[int, str, str]]
NOTE = (
    "# On wells\n\nBy Ada Byron\n\nThe well in the yard was dug long before the mill, and nobody remembers by whom.\n"
)


@pytest.fixture
def run(data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """Run the command in an empty folder, on a store of its own; gives exit code, output and what was noted."""
    for name in [name for name in os.environ if name.startswith(("COMMONPLACE_", "DISCORD_"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("COMMONPLACE_DATA", str(data))
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str) -> tuple[int, str, str]:
        code = main(arguments)
        said = capsys.readouterr()
        return code, said.out, said.err

    return call


def test_help_lists_every_subcommand(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--help"])
    assert ended.value.code == 0
    shown = capsys.readouterr().out
    assert all(name in shown for name in ("chat", "say", "run", "check", "texts", "backup", "restore", "config"))


@pytest.mark.parametrize("arguments", [[], ["nosuch"], ["say"], ["texts"], ["backup"], ["restore"]])
def test_what_is_not_understood_is_exit_code_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert "usage" in capsys.readouterr().err


def test_say_answers(run: Run) -> None:
    code, out, err = run("say", "quote ceasefire count=1")
    assert code == 0
    assert "“ceasefire”: 1 of" in out
    assert "> why " in out
    assert err == ""


def test_say_takes_words_without_quotes_too(run: Run) -> None:
    assert run("say", "quote", "ceasefire", "count=1")[0] == 0


def test_say_with_a_mistake_is_exit_code_1(run: Run) -> None:
    code, out, _ = run("say", "quote ceasefire source=nosuch")
    assert code == 1
    assert "No text here has that name" in out


def test_say_gives_json(run: Run) -> None:
    code, out, _ = run("say", "--json", "quote ceasefire count=1")
    told = json.loads(out)
    assert code == 0
    assert [block["type"] for block in told["blocks"]].count("quote") == 1
    assert told["trace"]["command"] == "quote"
    assert told["trace"]["terms"] == ["ceasefire"]


def test_an_answer_can_be_explained_by_a_later_process(run: Run) -> None:
    answer = json.loads(run("say", "--json", "quote weapons")[1])["answer"]
    assert "words looked for" in run("say", f"why {answer}")[1]


def test_the_privacy_audit_proves_what_it_says(run: Run, data: Path) -> None:
    code, out, _ = run("privacy", "audit")
    assert code == 0
    assert "the database itself was only read" in out
    assert "nobody's mark is kept now" in out
    with sqlite3.connect(data / "commonplace.db") as connection:
        connection.execute("CREATE TABLE readers (name TEXT PRIMARY KEY)")
    connection.close()
    code, out, _ = run("privacy", "audit")
    assert code == 1
    assert "readers.name" in out


def test_texts_come_are_shown_and_go(run: Run, tmp_path: Path) -> None:
    (tmp_path / "wells.md").write_text(NOTE, encoding="utf-8")
    code, out, err = run("texts", "import", "wells.md", "nosuch.md")
    assert (code, out) == (1, "Texts: 1 added, 0 changed, 0 unchanged, 1 failed.\n")
    assert "nosuch.md" in err
    listed = [line.split("\t")[0] for line in run("texts", "list")[1].splitlines()]
    assert listed == ["Id", "interview-digest", "on-wells", "op-ed-digest", "report-digest"]
    assert "The well in the yard" in run("texts", "show", "on-wells")[1]
    assert run("texts", "import", "wells.md")[1] == "Texts: 0 added, 0 changed, 1 unchanged, 0 failed.\n"
    assert run("say", "texts withdraw on-wells")[0] == 0
    code, out, err = run("texts", "import", "wells.md")
    assert (code, out) == (0, "Texts: 0 added, 0 changed, 0 unchanged, 0 failed, 1 withdrawn as before.\n")
    assert "The text on-wells was withdrawn. “texts restore” brings it back." in err
    assert run("say", "texts restore on-wells")[0] == 0
    assert run("texts", "remove", "wells")[0] == 1
    assert run("texts", "remove", "on-wells")[0] == 0
    assert run("texts", "remove", "on-wells")[0] == 1


def test_a_text_of_which_nothing_can_be_quoted_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "title.md").write_text("# The Well in the Yard of the Old Mill\n", encoding="utf-8")
    code, out, err = run("texts", "import", "title.md")
    assert (code, out) == (0, "Texts: 1 added, 0 changed, 0 unchanged, 0 failed.\n")
    assert "Nothing in title can be quoted" in " ".join(err.split())
    assert "can be quoted" not in run("texts", "import", "title.md")[2]


def test_what_comes_back_by_itself_is_told(run: Run, tmp_path: Path) -> None:
    run("say", "help")
    code, out, err = run("texts", "remove", "op-ed-digest")
    assert (code, out) == (0, "op-ed-digest is taken out.\n")
    assert "it will come back" in err
    (tmp_path / "wells.md").write_text(NOTE, encoding="utf-8")
    run("texts", "import", str(tmp_path / "wells.md"))
    assert run("texts", "remove", "on-wells")[2] == ""


def test_a_folder_with_nothing_to_read_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    code, out, err = run("texts", "import", str(tmp_path / "empty"))
    assert (code, out) == (0, "Texts: 0 added, 0 changed, 0 unchanged, 0 failed.\n")
    assert "no file in there" in err


def test_a_file_is_shown_as_json_without_configuration_and_store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COMMONPLACE_CONFIG", str(tmp_path / "nosuch.yaml"))
    (tmp_path / "wells.md").write_text(NOTE, encoding="utf-8")
    assert main(["texts", "show", "wells.md", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert {"metadata", "blocks", "paragraphs", "quotes", "sentences", "passages"} <= told.keys()
    assert told["metadata"]["title"] == "On wells"
    assert sorted(file.name for file in tmp_path.iterdir()) == ["wells.md"]


def test_a_stored_text_is_shown_with_the_ids_it_carries(run: Run) -> None:
    told = json.loads(run("texts", "show", "interview-digest", "--json")[1])
    quoted = json.loads(run("say", "--json", "quote ceasefire")[1])
    shown = {block["passage"] for block in quoted["blocks"] if block["type"] == "quote"}
    assert shown <= {passage["id"] for passage in told["passages"]}


def test_a_fingerprint_is_printed(run: Run, tmp_path: Path) -> None:
    long = " ".join(f"word{number} of a long text" for number in range(200))
    (tmp_path / "long.txt").write_text(long, encoding="utf-8")
    (tmp_path / "short.txt").write_text("Too short.", encoding="utf-8")
    assert run("texts", "fingerprint", "long.txt")[1].startswith("w3:")
    assert run("texts", "fingerprint", "short.txt")[0] == 1


def test_check_finds_all_well(run: Run) -> None:
    for arguments in (("check",), ("check", "--quick")):
        code, out, _ = run(*arguments)
        assert code == 0, out
        assert out.count(" ok ") == 9


def test_check_before_the_first_start(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("COMMONPLACE_DATA", str(tmp_path / "new"))
    assert run("check")[0] == 0
    assert not (tmp_path / "new").exists()


def test_check_tells_a_changed_file_and_a_damaged_store(run: Run, data: Path, tmp_path: Path) -> None:
    (tmp_path / "wells.md").write_text(NOTE, encoding="utf-8")
    run("texts", "import", "wells.md")
    (tmp_path / "wells.md").write_text(NOTE.replace("dug", "cut"), encoding="utf-8")
    code, out, _ = run("check")
    assert code == 1
    assert "on-wells" in out
    database = data / "commonplace.db"
    database.write_bytes(database.read_bytes()[:4096] + b"\x00" * 8192)
    code, out, _ = run("check")
    assert code == 1
    assert "problem" in out


def test_after_an_upgrade_check_and_backup_go_before_the_first_start(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """An earlier version's database is no fault: whoever upgrades looks, copies, and starts."""
    monkeypatch.setenv("COMMONPLACE_DATA", str(tmp_path / "former"))
    file = tmp_path / "former" / "commonplace.db"
    file.parent.mkdir()
    (migrations := tmp_path / "migrations").mkdir()
    (migrations / "0001.sql").write_bytes((migrating.FOLDER / "0001.sql").read_bytes())
    connection = sqlite3.connect(file, isolation_level=None)
    migrating.migrate(connection, file, migrations)
    connection.execute("INSERT INTO settings VALUES ('terminal', 'style', 'text', 'thread')")
    connection.close()
    code, out, _ = run("check")
    assert (code, "problem" in out) == (0, False)
    assert "earlier version" in out
    code, _, err = run("privacy", "audit")
    assert code == 1
    assert f"schema 1; this version has {migrating.known()}" in err
    assert run("backup", "copy.db")[0] == 0
    copy = sqlite3.connect(tmp_path / "copy.db")
    assert copy.execute("SELECT value FROM settings").fetchall() == [("thread",)]
    copy.close()
    assert run("say", "quote ceasefire")[0] == 0
    code, out, _ = run("check")
    assert (code, "earlier version" in out) == (0, False)


def test_check_tells_that_a_disk_is_nearly_full(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run("say", "random")
    left = SimpleNamespace(free=5 * 1024**2)
    monkeypatch.setattr("bot.cli.checking.shutil.disk_usage", lambda _: left)
    code, out, _ = run("check", "--quick")
    assert code == 1
    assert "5 MB" in " ".join(out.split())
    left.free = 50 * 1024**2
    assert run("check", "--quick")[0] == 0


def test_check_looks_synonyms_over_and_nothing_starts_with_wrong_ones(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "ours.yaml").write_text("- dyke = levee\n", encoding="utf-8")
    monkeypatch.setenv("COMMONPLACE_SEARCH__SYNONYMS", str(tmp_path / "ours.yaml"))
    code, out, _ = run("check", "--quick")
    assert code == 0
    assert "1 of your own" in " ".join(out.split())
    (tmp_path / "ours.yaml").write_text("- dyke = levee\n- dyke = the\n", encoding="utf-8")
    code, out, _ = run("check", "--quick")
    assert code == 1
    told = "[1]: “the” only holds sentences together, and is never searched for"
    assert told in " ".join(out.split())
    code, _, err = run("say", "quote dyke")
    assert code == 78
    assert told in err


def test_check_never_shows_the_token(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", "canary-token")
    for arguments in (("check", "--quick"), ("config", "show")):
        code, out, err = run(*arguments)
        assert code == 0
        assert "canary" not in out + err


def test_backup_is_whole_and_writes_over_nothing(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("backup", "copy.db")[0] == 0
    assert run("backup", "copy.db")[0] == 1
    (tmp_path / "restored").mkdir()
    (tmp_path / "copy.db").rename(tmp_path / "restored" / "commonplace.db")
    monkeypatch.setenv("COMMONPLACE_DATA", str(tmp_path / "restored"))
    assert run("check")[0] == 0


def test_restore_puts_a_copy_in_the_place_of_the_database(run: Run, data: Path, tmp_path: Path) -> None:
    assert run("backup", "copy.db")[0] == 0
    (tmp_path / "wells.md").write_text(NOTE, encoding="utf-8")
    assert run("texts", "import", "wells.md")[0] == 0
    assert run("say", "quote yard")[0] == 0
    code, out, err = run("restore", "copy.db")
    assert (code, err) == (0, "")
    assert str(data / "former-") in out
    assert not (data / "index").exists()
    assert "On wells" not in run("texts", "list")[1]
    assert run("say", "quote ceasefire")[0] == 0
    assert run("check")[0] == 0
    assert run("restore", "none.db")[0] == 1


def test_backup_makes_no_folder_of_a_mistyped_path(run: Run, tmp_path: Path) -> None:
    code, out, err = run("backup", "bakcups/today/copy.db")
    assert (code, out) == (1, "")
    assert f"mkdir -p {tmp_path / 'bakcups' / 'today'}" in err
    assert not (tmp_path / "bakcups").exists()


def test_a_broken_configuration_is_told_line_by_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bot.yaml").write_text("housekeeping:\n  time: 8:30\ncolour: red\n", encoding="utf-8")
    code, out, err = run("check", "--config", "bot.yaml")
    assert (code, out) == (78, "")
    assert "housekeeping.time" in err
    assert "colour" in err


def test_the_configuration_is_looked_for_in_order(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "bot.yaml").write_text("language: uk\n", encoding="utf-8")
    (tmp_path / "other.yaml").write_text("log: {level: debug}\n", encoding="utf-8")
    assert "language: uk" in run("config", "show")[1]
    monkeypatch.setenv("COMMONPLACE_CONFIG", "other.yaml")
    assert "level: debug" in run("config", "show")[1]
    assert "language: uk" in run("config", "show", "--config", "config/bot.yaml")[1]


def test_the_schema_is_json(run: Run) -> None:
    assert "properties" in json.loads(run("config", "schema")[1])


def test_running_without_a_token_ends_at_once(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    code, _, err = run("run")
    assert code == 78
    assert "No token for Discord" in err
    monkeypatch.setenv("DISCORD_TOKEN_FILE", "nosuch")
    assert run("run")[0] == 78


def test_a_conversation_through_a_pipe(data: Path, tmp_path: Path) -> None:
    lines = "quote ceasefire count=1\n\n1\nnosuch\nquit\nquote never\n"
    talked = _process(data, tmp_path, "chat", given=lines)
    assert talked.returncode == 0
    assert talked.stderr == ""
    assert "“ceasefire”: 1 of" in talked.stdout
    assert "· passages" in talked.stdout
    assert "There is no command of that name" in talked.stdout
    assert "never" not in talked.stdout


def test_a_reader_who_has_seen_enough(data: Path, tmp_path: Path) -> None:
    command = f"{sys.executable} -m bot say summary length=long | head -n 1"
    talked = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command}"],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env=_environment(data),
        check=False,
        timeout=60,
    )
    assert talked.returncode == 0
    assert talked.stderr == ""


def test_asking_while_another_process_holds_the_store(data: Path, tmp_path: Path) -> None:
    holder = (
        "import asyncio, sys\n"
        "from pathlib import Path\n"
        "from bot.store.database import Database\n"
        "async def hold():\n"
        "    async with await Database.open(Path(sys.argv[1])):\n"
        "        print('held', flush=True)\n"
        "        await asyncio.to_thread(sys.stdin.readline)\n"
        "asyncio.run(hold())\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", holder, str(data / "commonplace.db")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=tmp_path,
        env=_environment(data),
    ) as other:
        assert other.stdout is not None
        assert other.stdin is not None
        assert other.stdout.readline() == "held\n"
        asked = _process(data, tmp_path, "say", "quote ceasefire")
        assert asked.returncode == 0
        assert "only read" in asked.stderr
        assert "> context " in asked.stdout
        assert "> why " not in asked.stdout
        assert _process(data, tmp_path, "texts", "list").returncode == 0
        assert _process(data, tmp_path, "check", "--quick").returncode == 0
        refused = _process(data, tmp_path, "texts", "remove", "op-ed-digest")
        assert refused.returncode == 1
        assert "Another process holds the database" in refused.stderr
        other.stdin.write("\n")


def _environment(data: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("COMMONPLACE_", "DISCORD_"))}
    return kept | {"COMMONPLACE_DATA": str(data), "PYTHONPATH": str(Path(__file__).parent.parent), "PYTHONUTF8": "1"}


def _process(data: Path, folder: Path, *arguments: str, given: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        input=given,
        capture_output=True,
        text=True,
        cwd=folder,
        env=_environment(data),
        check=False,
        timeout=60,
    )


def test_a_mistake_of_the_bots_own_is_one_line_without_what_was_asked(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("canary")

    monkeypatch.setattr("bot.cli.asking.configured", fail)
    code, out, err = run("say", "quote ceasefire")
    assert (code, out) == (1, "")
    assert "RuntimeError" in err
    assert "canary" not in err
    assert len(err.splitlines()) == 1


def test_check_tells_what_is_missing_for_matrix(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMMONPLACE_MATRIX__HOMESERVER", "https://matrix.example.org")
    code, out, _ = run("check")
    assert code == 1
    assert "MATRIX_PASSWORD_FILE" in " ".join(out.split())
    monkeypatch.setenv("MATRIX_TOKEN", "canary-token")
    code, out, _ = run("check")
    assert code == 0
    assert "canary" not in out


def test_check_says_which_models_there_are(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    models = {"installed": write_model(tmp_path / "weights.bin"), "installed_english": tmp_path / "model.onnx"}
    write_english(models["installed_english"], SHIPPED)
    for name in models:
        monkeypatch.setattr(f"bot.cli.checking.{name}", lambda: None)
    code, out, _ = run("check", "--quick")
    assert code == 0
    assert "not installed" in out
    for name, file in models.items():
        monkeypatch.setattr(f"bot.cli.checking.{name}", lambda file=file: file)
    code, out, _ = run("check")
    assert code == 0
    assert "in all languages, in English" in out
    models["installed_english"].write_bytes(b"broken")
    assert run("check", "--quick")[0] == 0
    code, out, _ = run("check")
    assert code == 1
    assert "in all languages, in English (off: " in out
