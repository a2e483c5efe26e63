"""A page that is served, with a community that has talked for a month."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiohttp import ClientSession, CookieJar
from page_house import House, house, talk


@pytest.fixture
async def here(data: Path) -> AsyncIterator[House]:
    async with house(data) as opened:
        await talk(opened.app)
        yield opened


@pytest.fixture
async def browser() -> AsyncIterator[ClientSession]:
    """A browser's cookies, on an address without a name."""
    async with ClientSession(cookie_jar=CookieJar(unsafe=True)) as session:
        yield session
