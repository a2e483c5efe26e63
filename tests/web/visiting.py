"""Visiting the moderators' page as a browser does."""

from typing import Any

from aiohttp import ClientResponse, ClientSession
from page_house import House

FROM_HERE = {"Sec-Fetch-Site": "same-origin"}


async def come_in(browser: ClientSession, here: House, locale: str = "en") -> ClientResponse:
    return await browser.post(here.link(locale), headers=FROM_HERE)


async def read(browser: ClientSession, url: str, **more: Any) -> tuple[int, str]:
    async with browser.get(url, **more) as answer:
        return answer.status, await answer.text()
