"""The command asks for one thread of numpy before that is loaded, and leaves alone what an operator asked for."""

import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parents[1]
TOLD = """
import sys
from contextlib import redirect_stdout, suppress
from bot.cli import main
with redirect_stdout(sys.stderr), suppress(SystemExit):
    main(["--version"])
import os
print("numpy" in sys.modules, os.environ["OPENBLAS_NUM_THREADS"])
"""


def started(**more: str) -> str:
    environment = {name: value for name, value in os.environ.items() if not name.endswith("_NUM_THREADS")} | more
    done = subprocess.run([sys.executable, "-c", TOLD], env=environment, cwd=HERE, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_one_thread_is_asked_for_before_numpy_is_loaded() -> None:
    assert started() == "False 1"


def test_an_operator_may_ask_for_more() -> None:
    assert started(OPENBLAS_NUM_THREADS="2") == "False 2"
