"""What Discord and the line do wrong, and what becomes of the bot: it answers, or keeps quiet, and lives on."""

import asyncio
from typing import Any

import pytest

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_a_server_error_is_tried_again(house: Any) -> None:
    house.dc.faults.add("status", "create_interaction_response", times=1, status=503)
    result = await house.dc.slash("quote", {"about": "ceasefire"})
    assert result.error is None
    house.assert_clean()


async def test_a_connection_that_breaks_before_the_answer(house: Any) -> None:
    house.dc.faults.add("reset", "create_interaction_response", times=1)
    result = await house.dc.slash("quote", {"about": "ceasefire"})
    assert result.error is None
    house.assert_clean()


async def test_a_rate_limit_is_waited_for(house: Any) -> None:
    house.dc.faults.add("ratelimit", "create_interaction_response", times=1, seconds=0.3)
    result = await house.dc.slash("quote", {"about": "ceasefire"})
    assert result.error is None


async def test_the_same_event_twice_is_answered_once(house: Any) -> None:
    before = len(house.dc.bot_messages())
    house.dc.gateway.duplicate(2, "INTERACTION_CREATE")
    result = await house.dc.slash("quote", {"about": "ceasefire"})
    assert result.error is None
    await asyncio.sleep(0.3)
    assert len(house.dc.bot_messages()) == before + 1
    house.assert_clean()


@pytest.mark.parametrize("how", ["cut", "closed", "reconnect", "resumable", "invalid"])
async def test_the_gateway_goes_and_the_bot_comes_back(house: Any, how: str) -> None:
    match how:
        case "cut":
            await house.dc.gateway.drop()
        case "closed":
            await house.dc.gateway.drop(4000)
        case "reconnect":
            house.dc.gateway.reconnect()
        case "resumable":
            house.dc.gateway.invalidate(True)
        case "invalid":
            house.dc.gateway.invalidate(False)
    await asyncio.sleep(0.3)
    assert (await house.answers()).text
    house.assert_clean()


async def test_a_thread_that_discord_refuses_is_told(house: Any) -> None:
    asked = await house.dc.slash("quote", {"about": "ceasefire"})
    thread = next(written for written in asked.custom_ids() if written.startswith("cp:thread:"))
    house.dc.faults.add("status", "create_thread_from_message", times=1, status=404)
    refused = await house.dc.click(asked, thread)
    assert refused.ephemeral
    assert "did not open" in refused.text
    assert (await house.answers()).text


async def test_a_connection_that_breaks_after_the_answer(house: Any) -> None:
    before = len(house.dc.bot_messages())
    house.dc.faults.add("drop_response", "create_interaction_response", times=1)
    result = await house.dc.slash("quote", {"about": "ceasefire"})
    assert result.error is None
    await asyncio.sleep(0.6)
    assert len(house.dc.bot_messages()) == before + 1
    # Nobody can tell whether the answer arrived, so it was tried again, and Discord said that it had.
    house.expected.add("double-ack")
    house.assert_clean()
