"""A page that is served, with a community that has talked for a month."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from page_house import House, house, talk


@pytest.fixture
async def here(data: Path) -> AsyncIterator[House]:
    async with house(data) as opened:
        await talk(opened.app)
        yield opened
