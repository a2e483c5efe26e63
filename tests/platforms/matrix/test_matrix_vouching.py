"""What a homeserver that sends people to a browser comes to. Everything else is tried on a real one."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from bot.platforms.matrix.device import Device
from bot.platforms.matrix.http import Http, Json
from bot.platforms.matrix.trouble import Denied, Unproven
from bot.platforms.matrix.vouching import Keys, Known, Obstacle, Standing, Vouching

APPROVE = "https://id.example.org/approve"


class Browsers(Http):
    """Takes keys only where a person has agreed in a browser."""

    async def post(self, where: str, body: Mapping[str, Any]) -> Json:
        if "device_signing" in where:
            raise Unproven((("m.oauth",),), "abc", APPROVE)
        return {}

    async def get(self, where: str, patience: float = 1.0) -> Json:
        raise Denied("M_NOT_FOUND", 404)


async def test_an_address_is_told_and_the_same_keys_are_tried_again(tmp_path: Path) -> None:
    device = Device("http://127.0.0.1", "@reader:test", "DEVICE", "token")
    vouching = Vouching(Browsers(device.homeserver), device, "print", tmp_path, "password")
    standing = await vouching.set_up(reset=False)
    assert standing == Standing(Known.NO, Keys.NONE, False, False, Obstacle.BROWSER, APPROVE)
    (kept,) = tmp_path.iterdir()
    before = kept.read_bytes()
    assert (await vouching.set_up(reset=False)).obstacle is Obstacle.BROWSER
    assert kept.read_bytes() == before
