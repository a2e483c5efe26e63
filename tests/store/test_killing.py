"""A process that is killed in the middle of its writes loses nothing that it acknowledged."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from bot.store.database import Database

ROOT = Path(__file__).parents[2]
KILLS = 10

WRITER = """
import asyncio, os, sys
from pathlib import Path
from bot.store.database import Database

async def main():
    database, run = await Database.open(Path(sys.argv[1])), sys.argv[2]
    numbers = iter(range(10**9))
    async def caller():
        for number in numbers:
            row = ("c", f"{run}-{number}", "text", "x" * 100)
            await database.write(lambda c: c.execute("INSERT INTO settings VALUES (?, ?, ?, ?)", row).rowcount)
            os.write(1, f"{run}-{number}\\n".encode())
    await asyncio.gather(*(caller() for _ in range(20)))

asyncio.run(main())
"""


async def test_nothing_acknowledged_is_lost(tmp_path: Path) -> None:
    file, chance = tmp_path / "store.db", random.Random(7)
    acknowledged: set[str] = set()
    for run in range(KILLS):
        with (tmp_path / f"out{run}").open("w+b") as out:
            process = subprocess.Popen([sys.executable, "-c", WRITER, str(file), str(run)], stdout=out, cwd=ROOT)
            while process.poll() is None and os.fstat(out.fileno()).st_size == 0:
                time.sleep(0.01)
            time.sleep(chance.uniform(0.005, 0.1))
            process.send_signal(signal.SIGKILL)
            assert process.wait(30) == -signal.SIGKILL
            out.seek(0)
            acknowledged |= {line.decode().strip() for line in out if line.endswith(b"\n")}
        async with await Database.open(file) as database:
            await database.check()
            there = {key for (key,) in await database.read("SELECT key FROM settings")}
        assert acknowledged <= there
    assert len(acknowledged) > KILLS
