"""Words that stand in no text: what of them is found in the data or in the log was kept of what somebody wrote."""

import asyncio
from pathlib import Path

from tests.blackbox.house import House

CANARIES = ("xylocanary", "quaggamirth", "zephyrpike")


def database(house: House) -> Path:
    return Path(house.bot.env["COMMONPLACE_DATA"]) / "commonplace.db"


async def nothing_is_left(house: House, *files: str) -> None:
    """See that neither what members wrote nor who they are is kept: while it runs, in a copy, and after it stopped.

    `files` have to be there besides the database and its copy.
    """
    data = database(house).parent
    _look(house, data, {"commonplace.db", *files})
    copied = await asyncio.create_subprocess_exec(
        *house.bot.cmd[:-3], "backup", str(data / "copy.db"), env=house.bot.env, cwd=house.bot.cwd
    )
    assert await copied.wait() == 0
    _look(house, data, {"commonplace.db", "copy.db", *files})
    await house.stop()
    _look(house, data, {"commonplace.db", "copy.db", *files})
    house.assert_clean()


def _look(house: House, data: Path, expected: set[str]) -> None:
    words = [*CANARIES, *(user["id"] for user in house.dc.users.values())]
    found = [file for file in data.rglob("*") if file.is_file()]
    assert expected <= {file.name for file in found}
    files = {str(file): file.read_bytes().lower() for file in found}
    files["log"] = house.bot.output().lower().encode()
    files |= {name: content.lower() for name, content in house.dc.world.files.values()}
    assert [(name, word) for name, held in files.items() for word in words if word.encode() in held] == []
