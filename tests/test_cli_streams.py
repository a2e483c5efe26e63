"""The command line where its input, its output or the token's file are not as they should be."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from bot.cli import main

_BOT = [sys.executable, "-m", "bot"]


@pytest.fixture
def environment(data: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("COMMONPLACE_", "DISCORD_"))}
    return kept | {"COMMONPLACE_DATA": str(data), "PYTHONPATH": str(Path(__file__).parent.parent), "PYTHONUTF8": "1"}


def test_a_conversation_with_nobody(environment: dict[str, str], tmp_path: Path) -> None:
    """Started by a service, there may be no input at all."""
    closed = subprocess.run(
        ["/bin/sh", "-c", 'exec "$@" <&-', "sh", *_BOT, "chat"],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env=environment,
        check=False,
        timeout=60,
    )
    assert (closed.returncode, closed.stdout, closed.stderr) == (0, "", "")


def test_an_interrupt_needs_no_further_line(environment: dict[str, str], tmp_path: Path) -> None:
    with subprocess.Popen(
        [*_BOT, "chat"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=tmp_path,
        env=environment,
    ) as talk:
        assert talk.stdin is not None
        assert talk.stdout is not None
        assert talk.stderr is not None
        talk.stdin.write("help\n")
        talk.stdin.flush()
        assert talk.stdout.readline() == "What can be asked\n"
        talk.send_signal(signal.SIGINT)
        assert talk.wait(30) == 130
        assert talk.stderr.read() == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
@pytest.mark.parametrize("asked", [("say", "help"), ("texts", "list"), ("config", "schema")])
def test_output_that_finds_no_room(environment: dict[str, str], tmp_path: Path, asked: tuple[str, ...]) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*_BOT, *asked],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            cwd=tmp_path,
            env=environment,
            check=False,
            timeout=60,
        )
    assert done.returncode == 1
    assert done.stderr == "The system doesn't let me go on: No space left on device.\n"


@pytest.mark.parametrize(
    ("held", "told"),
    [
        (None, "No such file or directory"),
        (b" \n", "it is empty"),
        (b"my token\nis here", "more than one word"),
        (b"\xff\xfe\xfa", "not UTF-8"),
    ],
)
def test_a_token_that_its_file_does_not_give(
    data: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    held: bytes | None,
    told: str,
) -> None:
    file = tmp_path / "token"
    if held is not None:
        file.write_bytes(held)
    monkeypatch.setenv("COMMONPLACE_DATA", str(data))
    monkeypatch.setenv("DISCORD_TOKEN_FILE", str(file))
    monkeypatch.delenv("DISCORD_TOKEN", raising=False)
    assert main(["run"]) == 78
    said = capsys.readouterr().err
    assert told in said
    assert str(file) in said
    assert main(["check", "--quick"]) == 1


def test_what_cannot_be_a_token_is_never_sent(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COMMONPLACE_DATA", str(data))
    monkeypatch.setenv("DISCORD_TOKEN", "can ary\nX-Header: 1")
    assert main(["run"]) == 78
    said = capsys.readouterr().err
    assert "Discord refused the token" in said
    assert "ary" not in said
