"""`commonplace matrix verify`: what other people's clients are shown of the bot's keys, checked by another library."""

import asyncio
from dataclasses import replace
from typing import Any

import pytest
import vodozemac

from bot.platforms.matrix.device import load
from bot.platforms.matrix.http import Http, Json
from bot.platforms.matrix.vouching import Keys, Known, Obstacle, Standing
from tests.matrix.bot_process import PASSWORD, Bot, House, entered
from tests.matrix.people import Person
from tests.platforms.matrix.test_matrix_signing import holds_of

pytestmark = pytest.mark.asyncio(loop_scope="module")
KINDS = ("master_keys", "self_signing_keys", "user_signing_keys")


async def verify(bot: Bot, *more: str) -> tuple[int, str]:
    """Run it; gives its exit code and what it said."""
    before = len(bot.output())
    code = await asyncio.to_thread(bot.run_to_end, "matrix", "verify", *more)
    return code, bot.output()[before:]


async def shown(to: Person, of: Person) -> dict[str, Any]:
    """What somebody is shown of somebody's keys."""
    return await to.call("POST", "/keys/query", {"device_keys": {of.id: []}})


def key_of(told: dict[str, Any]) -> str:
    (key,) = told["keys"].values()
    return str(key)


def vouched(told: dict[str, Any], bot: Bot) -> tuple[str, str]:
    """Check the whole chain as another's client does; gives the master key and the device's."""
    kept = load(bot.folder / "data" / "matrix")
    assert kept is not None
    user = bot.person.id
    master, self_signing = (told[kind][user] for kind in KINDS[:2])
    device = told["device_keys"][user][kept.device]
    holds_of(self_signing, user, key_of(master))
    holds_of(device, user, key_of(self_signing))
    holds_of(device, user, device["keys"][f"ed25519:{kept.device}"], named=kept.device)
    return key_of(master), device["keys"][f"ed25519:{kept.device}"]


async def another_clients_keys(bot: Bot) -> str:
    """Give the account keys that are not the bot's, as a person does who logs in with a client; gives the master's."""
    account, user = vodozemac.Account(), bot.person.id
    public = account.ed25519_key.to_base64()
    body = {"master_key": {"user_id": user, "usage": ["master"], "keys": {f"ed25519:{public}": public}}}
    await bot.person.call("POST", "/keys/device_signing/upload", body)
    return public


async def test_others_are_shown_a_device_that_the_account_vouches_for(house: House) -> None:
    bot, ada = await house.bot(), await house.person()
    code, told = await verify(bot)
    assert code == 0, told
    assert "vouches for this device" in told
    first = vouched(await shown(ada, bot.person), bot)
    folder = bot.folder / "data" / "matrix"
    assert all(file.stat().st_mode & 0o077 == 0 for file in folder.glob("*.json"))
    await bot.start()  # beside a bot that runs, nothing changes
    async with entered(house, bot) as presence:
        vouching = presence.vouching
        assert (await vouching.set_up(reset=True)).good  # its own keys are not replaced, whatever is asked for
    room = await house.room(bot, ada)
    assert "digest" in (await ada.ask(room, "!sources", bot.person))["content"]["body"]
    assert await bot.stop() == 0
    assert vouched(await shown(ada, bot.person), bot) == first
    seeds = (folder / "cross-signing.json").read_text()
    assert not any(part in bot.output() for part in seeds.split('"') if len(part) > 30)
    assert PASSWORD not in bot.output()


async def test_keys_that_another_client_made_are_replaced_only_where_it_is_asked_for(house: House) -> None:
    bot, ada = await house.bot(), await house.person()
    others = await another_clients_keys(bot)
    code, told = await verify(bot)
    assert code == 1
    assert "--reset" in told
    assert "does not vouch" in told
    assert key_of((await shown(ada, bot.person))["master_keys"][bot.person.id]) == others
    async with entered(house, bot) as presence:
        vouching = presence.vouching
        for password, obstacle in ((None, Obstacle.PASSWORD), ("wrong", Obstacle.REFUSED)):
            standing = await replace(vouching, password=password).set_up(reset=True)
            assert standing == Standing(Known.YES, Keys.OTHERS, False, False, obstacle)
            assert key_of((await shown(ada, bot.person))["master_keys"][bot.person.id]) == others
        assert (await vouching.set_up(reset=True)).good
        assert vouched(await shown(ada, bot.person), bot)[0] != others
        another = await replace(vouching, fingerprint="another's").set_up(reset=False)
        assert (another.known, another.good) == (Known.OTHER, False)


async def test_a_token_alone_makes_the_first_keys(house: House) -> None:
    bot, ada = await house.bot(), await house.person()
    async with entered(house, bot) as presence:
        vouching = presence.vouching
        assert (await replace(vouching, password=None).set_up(reset=False)).good
    vouched(await shown(ada, bot.person), bot)


class Cut(Exception):
    """The process ends here."""


class CutShort(Http):
    """Requests of which the last one's answer does not arrive."""

    left = 0

    async def request(self, method: str, where: str, *more: Any, **named: Any) -> Json:
        found = await super().request(method, where, *more, **named)
        self.left -= 1
        if self.left == 0:
            raise Cut
        return found


async def test_cut_short_anywhere_it_is_gone_on_with(house: House) -> None:
    bot, ada = await house.bot(), await house.person()
    masters: set[str] = set()
    async with entered(house, bot) as presence:
        vouching = presence.vouching
        for most in range(1, 20):
            http = CutShort(vouching.http.url)
            http.token, http.left = vouching.device.token, most
            try:
                standing = await replace(vouching, http=http).set_up(reset=False)
                break
            except Cut:
                found = (await shown(ada, bot.person))["master_keys"].get(bot.person.id)
                masters |= {key_of(found)} if found else set()
            finally:
                await http.close()
    assert standing.good
    assert most > 3
    assert masters == {vouched(await shown(ada, bot.person), bot)[0]}  # the first keys, to the end
