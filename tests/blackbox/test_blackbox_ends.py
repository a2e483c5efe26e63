"""How the bot ends, and how it comes back: limits, kills, SIGTERM, tokens that are no good."""

import asyncio
import signal
from typing import Any

import pytest


async def test_a_limit_of_the_whole_address_silences_the_bot(new_house: Any) -> None:
    house = await new_house().start()
    house.dc.faults.add("cloudflare", "*", times=1000)
    assert (await house.dc.slash("quote", {"about": "ceasefire"}, wait=0)).error
    asked = [asyncio.ensure_future(house.dc.slash("quote", {"about": "ceasefire"}, wait=0)) for _ in range(8)]
    assert all(result.error for result in await asyncio.gather(*asked))
    refused = [request for request in house.dc.log.requests if request.get("status") == 429]
    assert len(refused) == 1
    await house.stop()


async def test_killed_and_started_again_with_its_old_buttons(new_house: Any) -> None:
    house = await new_house().start()
    asked = await house.dc.slash("quote", {"about": "ceasefire", "count": 1})
    synced = len(syncs(house))
    await house.bot.kill()
    await house.start(wait_sync=False)
    assert (await house.answers()).text
    for kind in ("context", "more", "why", "thread"):
        written = next(one for one in asked.custom_ids() if one.startswith(f"cp:{kind}:"))
        result = await house.dc.click(asked, written)
        assert result.error is None, kind
        assert result.text, kind
    assert len(syncs(house)) == synced == 1
    await house.stop()
    house.assert_clean()


def syncs(house: Any) -> list[Any]:
    return [one for one in house.dc.log.requests if one.get("op") == "bulk_set_application_commands"]


async def test_told_to_stop_while_it_answers(new_house: Any) -> None:
    house = await new_house().start()
    house.dc.faults.add("slow", "create_interaction_response", times=3, seconds=0.5)
    asked = [asyncio.ensure_future(house.dc.slash("quote", {"about": "ceasefire"})) for _ in range(3)]
    await asyncio.sleep(0.2)
    assert await house.bot.stop(sig=signal.SIGTERM) == 0
    for result in await asyncio.gather(*asked):
        assert result.error is None
    house.assert_clean()


async def test_a_wrong_token_ends_it_at_once(new_house: Any) -> None:
    house = new_house()
    house.bot.env["DISCORD_TOKEN"] = "d3Jvbmc.token.that-is-wrong"
    with pytest.raises(RuntimeError, match="READY"):
        await house.bot.start(ready_timeout=30)
    assert "refused the token" in house.bot.output()
    assert "that-is-wrong" not in house.bot.output()
    assert len(house.dc.log.requests) <= 2


async def test_a_token_that_is_revoked_ends_it_at_once(new_house: Any) -> None:
    house = await new_house().start()
    house.dc.world.token = "bmV3.token.another"
    await house.dc.gateway.drop(4004)
    assert await asyncio.wait_for(house.bot.proc.wait(), 20) != 0
    assert "refused the token" in house.bot.output()
