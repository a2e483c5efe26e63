"""What a confined process may not do; tried in a process of its own, since it is for good."""

import subprocess
import sys
from pathlib import Path

import pytest

_IMPORTS = "import os, shutil, socket, subprocess, sys; "
_ITSELF = "from bot.confining import confine; confine(); "
_READING = "from bot.corpus.reading.worker import Limits, _restrict; _restrict(Limits()); "
_MEANING = "from bot.search.semantic.worker import _be_modest; _be_modest(); "


@pytest.mark.parametrize(
    "tried",
    [
        "socket.socket()",
        "subprocess.run(['true'])",
        "os.system('true')",
        "os.fork()",
        "os.remove(sys.argv[1])",
        "os.rename(sys.argv[1], sys.argv[1] + '2')",
        "shutil.copyfile(sys.argv[1], sys.argv[1] + '2')",
    ],
)
def test_it_is_refused(tried: str, tmp_path: Path) -> None:
    _refused(_ITSELF + tried, tmp_path)


@pytest.mark.parametrize("process", [_READING, _MEANING])
def test_the_processes_that_read_are_confined(process: str, tmp_path: Path) -> None:
    _refused(process + "socket.socket()", tmp_path)


def _refused(code: str, tmp_path: Path) -> None:
    file = tmp_path / "kept"
    file.write_text("words")
    done = subprocess.run(
        [sys.executable, "-c", _IMPORTS + code, str(file)],
        cwd=Path(__file__).parents[1],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 1
    assert "PermissionError" in done.stderr
    assert [found.name for found in tmp_path.iterdir()] == ["kept"]
