"""Direct rooms: one with each person, whatever happens between making it and writing it down."""

from collections.abc import Mapping
from typing import Any

import pytest

from bot.platforms.matrix.directs import Directs
from bot.platforms.matrix.http import Json
from bot.platforms.matrix.rooms import Rooms
from bot.platforms.matrix.trouble import Denied, Unauthorized

ME, ADA, BEN = "@reader:test", "@ada:test", "@ben:test"


class Server:
    """A homeserver that has rooms with members, and the account's list of direct rooms."""

    me = ME

    def __init__(self, rooms: Rooms) -> None:
        self.rooms = rooms
        self.members: dict[str, dict[str, str]] = {}
        self.listed: Mapping[str, Any] = {}
        self.refusal: type[Denied] | None = None
        self.cut = False

    async def get(self, where: str) -> Json:
        if where.endswith("m.direct"):
            return dict(self.listed)
        if self.refusal is not None:
            raise self.refusal("M_FORBIDDEN", 403)
        room, _, _, person = where.removeprefix("/_matrix/client/v3/rooms/").replace("%21", "!").split("/")
        found = self.members.get(room.replace("%3A", ":"), {}).get(person.replace("%40", "@").replace("%3A", ":"))
        if found is None:
            raise Denied("M_NOT_FOUND", 404)
        return {"membership": found}

    async def put(self, where: str, body: Mapping[str, Any]) -> Json:
        self.listed = {person: list(rooms) for person, rooms in body.items()}
        return {}

    async def create_direct(self, person: str, *, encrypted: bool) -> str:
        name = f"!{len(self.members)}:test"
        self.there(name, ME, {person: "invite"}, encrypted=encrypted)
        if self.cut:
            raise ConnectionError
        return name

    def there(self, name: str, creator: str, members: dict[str, str], *, encrypted: bool = False) -> None:
        self.members[name] = members
        state = [{"type": "m.room.create", "state_key": "", "sender": creator, "content": {"room_version": "11"}}]
        if encrypted:
            state.append({"type": "m.room.encryption", "state_key": "", "sender": creator, "content": {}})
        self.rooms.take(name, state)


@pytest.fixture
def server() -> Server:
    return Server(Rooms())


async def directs(server: Server) -> Directs:
    made = Directs(server, server.rooms)
    await made.load()
    return made


async def test_one_room_with_each_person(server: Server) -> None:
    known = await directs(server)
    first = await known.room_with(ADA, encrypted=False)
    assert await known.room_with(ADA, encrypted=False) == first
    other = await known.room_with(BEN, encrypted=False)
    assert other != first
    secret = await known.room_with(ADA, encrypted=True)  # what was asked in secret is answered in secret
    assert secret not in (first, other)
    assert await (await directs(server)).room_with(ADA, encrypted=True) == secret


async def test_a_room_that_was_made_before_a_kill_is_found_again(server: Server) -> None:
    server.there("!readers:test", ADA, {ADA: "join", ME: "join"})
    server.cut = True
    with pytest.raises(ConnectionError):
        await (await directs(server)).room_with(ADA, encrypted=True)
    server.cut = False
    assert server.listed == {}
    again = await directs(server)
    assert await again.room_with(ADA, encrypted=True) == "!1:test"
    assert server.listed == {ADA: ["!1:test"]}
    assert await again.room_with(BEN, encrypted=True) == "!2:test"  # that room is not ben's


async def test_a_room_that_its_other_side_left_is_not_taken(server: Server) -> None:
    server.there("!gone:test", ME, {ADA: "leave"})
    assert await (await directs(server)).room_with(ADA, encrypted=False) != "!gone:test"


async def test_a_room_in_which_somebody_third_is_is_none(server: Server) -> None:
    rooms = Rooms()
    directs = Directs(server, rooms)
    await directs.add("@ada:test", "!direct:test")
    assert "!direct:test" in directs  # before anybody was counted
    for joined, invited, direct in ((2, 0, True), (1, 1, True), (2, 1, False), (3, 0, False), (2, 0, True)):
        rooms.count("!direct:test", {"m.joined_member_count": joined, "m.invited_member_count": invited})
        rooms.count("!direct:test", {})  # nothing has changed
        assert ("!direct:test" in directs) is direct
        assert directs.belongs("!direct:test", "@ada:test")
    rooms.count("!direct:test", {"m.joined_member_count": 3, "m.invited_member_count": "x"})
    await directs.drop("!direct:test")
    assert not directs.belongs("!direct:test", "@ada:test")


async def test_a_token_that_is_refused_is_told(server: Server) -> None:
    server.there("!made:test", ME, {ADA: "invite"})
    server.refusal = Unauthorized
    with pytest.raises(Unauthorized):
        await (await directs(server)).room_with(ADA, encrypted=False)


@pytest.mark.parametrize("listed", [{}, {ADA: None}, {ADA: [1, "!a:test"]}, {ADA: {"x": 1}}])
async def test_a_list_of_any_form_is_read(server: Server, listed: dict[str, Any]) -> None:
    server.listed = listed
    known = await directs(server)
    assert ("!a:test" in known) is (listed.get(ADA) == [1, "!a:test"])
    await known.drop("!a:test")
    assert "!a:test" not in known
