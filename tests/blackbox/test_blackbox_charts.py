"""Pictures and files as people get them on Discord: with descriptions, for the right eyes, and with nobody in them."""

from pathlib import Path
from typing import Any

import pytest

from tests.blackbox.house import LOCALCORD, MISSING, House

pytestmark = [
    pytest.mark.blackbox,
    pytest.mark.timeout(120),
    pytest.mark.skipif(not LOCALCORD.is_dir(), reason=MISSING),
]
LETTER = "# A letter home\n\nBy Ada Penn\n\n## One\n\nThe post rider slept in the barn.\n\n## Two\n\nNobody woke him.\n"


def kinds(parts: Any) -> list[int]:
    return [kind for part in parts for kind in (part["type"], *kinds(part.get("components", ())))]


async def test_strips_bars_and_files_arrive(tmp_path: Path) -> None:
    from localcord import Localcord

    async with Localcord() as dc:
        house = House(dc, tmp_path, {"letter.md": LETTER})
        await house.start()
        for _ in range(6):
            await dc.slash("check", {"wording": '"The post rider slept in the barn."'})
        strip = await dc.slash("discussed", {"source": "letter"})
        assert [(file["filename"], file["description"].split(":")[0]) for file in strip.message["attachments"]] == [
            ("chart-2.png", "A letter home")
        ]
        assert 12 in kinds(strip.message["components"])
        assert not strip.ephemeral
        for action, name in (("top", "chart-0.png"), ("channels", "chart-0.png"), ("export", "1-discussed-")):
            result = await dc.slash("review", {"action": action}, user="owner")
            assert result.ephemeral
            (file,) = result.message["attachments"]
            assert file["filename"].startswith(name)
            data = dc.world.files[file["id"]][1]
            assert data.startswith(b"\x89PNG") or b"5,9,open" in data
            assert not any(person["id"].encode() in data for person in dc.users.values())
        await house.stop()
        house.assert_clean()
