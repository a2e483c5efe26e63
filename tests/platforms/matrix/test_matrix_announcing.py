"""Announcing on Matrix: into the community's own room, mentioning nobody, and told where it did not arrive."""

from collections.abc import AsyncIterator, Mapping
from pathlib import Path
from typing import Any

import orjson
import pytest

from bot.discussion.settings import Settings
from bot.model import Text, Tone
from bot.platforms.matrix.announcing import MatrixAnnouncer
from bot.platforms.matrix.device import Device
from bot.platforms.matrix.homeserver import Homeserver
from bot.platforms.matrix.http import Http, Json
from bot.platforms.matrix.rooms import Rooms
from bot.platforms.matrix.trouble import Denied, Unauthorized
from bot.store.database import Database
from bot.store.settings import Settings as Kept

ROOM, OTHER = "!room:test", "!other:test"
DEVICE = Device("http://127.0.0.1", "@reader:test", "DEVICE", "token")


class Recorded(Http):
    """Takes what is sent, or refuses it."""

    refusal: Exception | None = None

    def __init__(self) -> None:
        super().__init__(DEVICE.homeserver)
        self.sent: list[tuple[str, Mapping[str, Any]]] = []

    async def put(self, where: str, body: Mapping[str, Any]) -> Json:
        if self.refusal is not None:
            raise self.refusal
        self.sent.append((where, body))
        return {"event_id": f"${len(self.sent)}"}


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    async with await Database.open(tmp_path / "store.db") as opened:
        yield opened


@pytest.fixture
async def http() -> Recorded:
    return Recorded()


@pytest.fixture
async def announcer(http: Recorded, database: Database) -> MatrixAnnouncer:
    rooms = Rooms()
    for name in (ROOM, OTHER):
        rooms.take(name, [])
    settings = await Settings.open(Kept(database))
    return MatrixAnnouncer(Homeserver(http, DEVICE, rooms, object()), rooms, "en", settings)  # type: ignore[arg-type]


async def test_an_announcement_goes_into_the_communitys_own_room(http: Recorded, announcer: MatrixAnnouncer) -> None:
    assert await announcer.announce(
        f"matrix:{ROOM}",
        ROOM,
        (
            Text("What waits", Tone.TITLE),
            Text("@room <b>"),
        ),
    )
    ((where, content),) = http.sent
    assert "/rooms/%21room%3Atest/send/m.room.message/" in where
    assert (content["msgtype"], content["m.mentions"]) == ("m.notice", {})
    assert "m.relates_to" not in content
    assert "<b>" not in content["formatted_body"]
    assert announcer.locale(f"matrix:{ROOM}") == "en"


@pytest.mark.parametrize(
    ("community", "room"),
    [(f"matrix:{ROOM}", OTHER), ("matrix:!gone:test", "!gone:test"), ("discord:1", ROOM), ("matrix:dm", "dm")],
)
async def test_nothing_goes_anywhere_else(
    http: Recorded, announcer: MatrixAnnouncer, community: str, room: str
) -> None:
    assert not await announcer.announce(community, room, (Text("What waits"),))
    assert http.sent == []


@pytest.mark.parametrize("refusal", [Denied("M_FORBIDDEN", 403), Unauthorized("M_UNKNOWN_TOKEN", 401)])
async def test_what_is_refused_did_not_arrive(http: Recorded, announcer: MatrixAnnouncer, refusal: Exception) -> None:
    http.refusal = refusal
    assert not await announcer.announce(f"matrix:{ROOM}", ROOM, (Text("What waits"),))


async def test_a_long_one_comes_in_parts_each_under_a_name_of_its_own(
    http: Recorded, announcer: MatrixAnnouncer
) -> None:
    blocks = tuple(Text(f"{number} " + "words that fill a line. " * 100) for number in range(30))
    assert await announcer.announce(f"matrix:{ROOM}", ROOM, blocks)
    assert len(http.sent) > 2
    assert all(len(orjson.dumps(content)) < 40_000 for _, content in http.sent)
    assert len({where for where, _ in http.sent}) == len(http.sent)
    assert await announcer.announce(f"matrix:{ROOM}", ROOM, blocks)  # the same words again are another announcement
    assert len({where for where, _ in http.sent}) == len(http.sent)


@pytest.mark.parametrize(
    ("community", "room", "problem"),
    [
        (f"matrix:{ROOM}", ROOM, None),
        (f"matrix:{ROOM}", OTHER, "missing"),
        (f"matrix:{ROOM}", "!gone:test", "missing"),
        ("matrix:!gone:test", "!gone:test", "left"),
        ("matrix:dm", "dm", "kind"),
    ],
)
async def test_where_nothing_can_be_announced_is_told(
    announcer: MatrixAnnouncer, community: str, room: str, problem: str | None
) -> None:
    assert announcer.problem(community, room) == problem


@pytest.mark.parametrize(
    ("levels", "problem"),
    [
        ({"events_default": 50}, "send"),
        ({"events_default": 50, "users": {DEVICE.user: 50}}, None),
        ({"events_default": 50, "events": {"m.room.message": 0}}, None),
        ({"events": {"m.room.encrypted": 50}}, None),
        ({"events": {"m.room.message": 50}, "events_default": "0"}, "send"),
    ],
)
async def test_a_power_level_that_is_too_low_is_told(
    announcer: MatrixAnnouncer, levels: dict[str, Any], problem: str | None
) -> None:
    announcer.rooms.take(ROOM, [{"type": "m.room.power_levels", "state_key": "", "content": levels}])
    assert announcer.problem(f"matrix:{ROOM}", ROOM) == problem


async def test_in_a_sealed_room_the_level_for_sealed_events_counts(announcer: MatrixAnnouncer) -> None:
    content = {"events": {"m.room.encrypted": 50, "m.room.message": 0}}
    announcer.rooms.take(ROOM, [{"type": "m.room.power_levels", "state_key": "", "content": content}])
    assert announcer.problem(f"matrix:{ROOM}", ROOM) is None
    announcer.rooms.take(ROOM, [{"type": "m.room.encryption", "state_key": "", "content": {}}])
    assert announcer.problem(f"matrix:{ROOM}", ROOM) == "send"
