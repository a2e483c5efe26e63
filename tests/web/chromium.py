"""A real browser for the page's tests: Debian's Chromium, driven by Playwright; without it they are skipped, loudly."""

import json
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from page_house import House
from playwright.async_api import Browser, Page, async_playwright

MISSING = "NOT TRIED: Chromium is not installed (Debian: apt-get install chromium)"
PROGRAM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
_QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--no-proxy-server",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]


@asynccontextmanager
async def chromium() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=PROGRAM, args=_QUIET)
        try:
            yield browser
        finally:
            await browser.close()


@asynccontextmanager
async def visiting(browser: Browser, here: House, locale: str = "en", **how: Any) -> AsyncIterator[Page]:
    """Come in by a link and its button, as a moderator does; `how` is what kind of browser it is.

    Whatever the browser refuses or complains of on the way fails the test.
    """
    complaints: list[str] = []
    context = await browser.new_context(**how)
    page = await context.new_page()
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: _at_home(request.url, here.base, complaints))
    try:
        await page.goto(here.link(locale))
        await page.locator("main button").click()
        await page.wait_for_url(f"{here.base}/")
        yield page
        assert complaints == []
    finally:
        await context.close()


def _at_home(url: str, base: str, complaints: list[str]) -> None:
    if not url.startswith((base, "data:")):
        complaints.append(f"asked elsewhere: {url}")


async def violations(page: Page) -> list[str]:
    """Look for what bars people from the page (axe-core: all of its rules)."""
    await page.evaluate(AXE_SCRIPT)
    rules = json.dumps({"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}})
    found = await page.evaluate(f"axe.run({rules})")
    return [
        f"{entry['id']}: {entry['help']}: {node['html'][:160]}"
        for entry in found["violations"]
        for node in entry["nodes"]
    ]
