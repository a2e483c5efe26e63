"""The page in a real browser: for everybody, by keyboard, without scripts, in every light and direction."""

import os
import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from chromium import MISSING, PROGRAM, chromium, violations, visiting
from page_house import HOSTILE, NOTED, House, house, talk
from playwright.async_api import Browser, Page

from bot import shipped
from tests.speaking import speaking_from

pytestmark = [
    pytest.mark.asyncio(loop_scope="module"),
    pytest.mark.skipif(PROGRAM is None, reason=MISSING),
]

DESKTOP = {"viewport": {"width": 1200, "height": 900}}
PHONE = {"viewport": {"width": 360, "height": 740}, "device_scale_factor": 2, "is_mobile": True, "has_touch": True}
SHOTS = Path(__file__).resolve().parents[2] / "docs"

HEBREW = """# מכתב מן הנמל

מאת עדה פן

הנמל היה שקט, והאוניות לא באו שנה שלמה. איש בעיר לא ביקש מהן להתרחק.

## הסתיו

איש לא ביקש מהן לחזור, והן חזרו בכל זאת, אחת אחרי השנייה.
"""
WALL = (
    f"# {HOSTILE}\n\nby Ada Penn\n\n{HOSTILE} was written on the wall of the harbour, and nobody in the town read it.\n"
)


@pytest.fixture(scope="module")
def right_to_left(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A language that runs from right to left, with English words: the bot has none of its own yet."""
    folder = tmp_path_factory.mktemp("locales")
    for language, source in (("en", "en"), ("uk", "uk"), ("he", "en")):
        shutil.copytree(shipped.locales() / source, folder / language)
    with speaking_from(folder):
        yield


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    async with chromium() as opened:
        yield opened


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def there(
    shipped_store: Path, tmp_path_factory: pytest.TempPathFactory, right_to_left: None
) -> AsyncIterator[House]:
    """A community that has talked for a month, about texts that run in both directions or mean harm."""
    data = Path(shutil.copytree(shipped_store, tmp_path_factory.mktemp("page") / "data"))
    texts = tmp_path_factory.mktemp("texts")
    (texts / "hebrew.md").write_text(HEBREW, encoding="utf-8")
    (texts / "wall.txt").write_text(WALL, encoding="utf-8")
    async with house(data, texts=texts) as opened:
        opened.keeper.channels = {"11": HOSTILE, "12": "slow-reading"}
        await talk(opened.app)
        yield opened


async def passage_of(there: House, part: str, number: int = 1) -> str:
    source = next(s.source.id for s in there.app.texts.library.sources() if part in str(s.file) or part == s.source.id)
    return (await there.app.texts.library.of_source(source))[number - 1].id


async def every_page(there: House) -> list[str]:
    noted, hebrew = await passage_of(there, NOTED, 3), await passage_of(there, "hebrew")
    return ["/", "/?from=noon", f"/texts/{NOTED}", f"/passages/{noted}", f"/passages/{hebrew}", "/nothing"]


@pytest.mark.parametrize(
    ("locale", "how"),
    [
        ("en", DESKTOP),
        ("en", {**DESKTOP, "color_scheme": "dark"}),
        ("uk", PHONE),
        ("en", {**PHONE, "color_scheme": "dark"}),
        ("he", DESKTOP),
        ("he", {**PHONE, "color_scheme": "dark"}),
    ],
    ids=["light", "dark", "phone", "dark-phone", "right-to-left", "right-to-left-phone"],
)
async def test_nothing_bars_anybody(browser: Browser, there: House, locale: str, how: dict[str, Any]) -> None:
    found: list[str] = []
    async with visiting(browser, there, locale, **how) as page:
        assert await page.locator("html").get_attribute("dir") == ("rtl" if locale == "he" else "ltr")
        for path in await every_page(there):
            if path == "/nothing":  # the browser itself complains of a page that is not there
                continue
            await page.goto(there.base + path)
            for summary in await page.locator("summary").all():
                await summary.click()
            found += [f"{path}: {problem}" for problem in await violations(page)]
            wide = await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            assert wide <= 0, f"{path} has to be moved sideways"
    assert found == []


async def test_coming_in_and_what_goes_wrong_bars_nobody_either(browser: Browser, there: House) -> None:
    context = await browser.new_context(**PHONE)
    page = await context.new_page()
    found: list[str] = []
    for url in (there.link(), there.link("he"), there.base + "/", there.base + "/left", there.base + "/enter/none"):
        await page.goto(url)
        found += [f"{url}: {problem}" for problem in await violations(page)]
    await context.close()
    assert found == []


async def test_it_works_without_scripts(browser: Browser, there: House) -> None:
    async with visiting(browser, there, java_script_enabled=False, **DESKTOP) as page:
        assert await page.locator("h1").inner_text() == "What is discussed"
        await page.locator("select[name=channel]").select_option("12")
        await page.locator("input[name=from]").fill("2026-11-10")
        await page.get_by_role("button", name="Show").click()
        assert "channel=12" in page.url
        assert "from=2026-11-10" in page.url
        assert "#slow-reading" in await page.locator(".period").inner_text()
        await page.locator("ol.strip a").first.click()
        assert "/passages/" in page.url
        assert await page.locator("blockquote").count() == 1
        await page.get_by_role("button", name="Log out").click()
        assert await page.locator("h1").inner_text() == "You are logged out"
        await page.goto(there.base + "/left")


async def test_the_file_can_be_downloaded(browser: Browser, there: House) -> None:
    async with visiting(browser, there, accept_downloads=True, **DESKTOP) as page:
        async with page.expect_download() as waiting:
            await page.get_by_role("link", name="Download as CSV").click()
        download = await waiting.value
        assert download.suggested_filename == "commonplace-2026-10-24-2026-11-22.csv"


async def test_a_used_link_opens_nothing(browser: Browser, there: House) -> None:
    link = there.link()
    for expected in ("What is discussed", None):
        context = await browser.new_context()
        page = await context.new_page()
        await page.goto(link)
        button = page.locator("main button")
        if expected is None:
            assert await button.count() == 0
            assert await page.locator("h1").inner_text() == "This link does not work any more"
        else:
            await button.click()
            assert await page.locator("h1").inner_text() == expected
        await context.close()


async def test_another_site_cannot_use_a_link_up(browser: Browser, there: House) -> None:
    link = there.link()
    context = await browser.new_context()
    page = await context.new_page()
    elsewhere = f"<form method=post action='{link}'><button>prize</button></form>"
    await page.goto("data:text/html," + elsewhere.replace("#", "%23"))
    await page.locator("button").click()
    assert await page.locator("h1").inner_text() == "That was not sent from this page"
    assert await context.cookies() == []
    await page.goto(link)
    await page.locator("main button").click()
    assert await page.locator("h1").inner_text() == "What is discussed"
    await context.close()


async def test_hostile_words_do_nothing(browser: Browser, there: House) -> None:
    dialogs: list[str] = []
    async with visiting(browser, there, **DESKTOP) as page:
        page.on("dialog", lambda dialog: dialogs.append(dialog.message))
        wall = await passage_of(there, "wall")
        for path in ("/", "/?channel=11", f"/texts/{wall.split('.')[0]}", f"/passages/{wall}"):
            await page.goto(there.base + path)
            assert await page.title() != "owned"
            assert await page.locator("script, img, iframe, object, embed").count() == 0
            assert HOSTILE in await page.locator("body").inner_text()
    assert dialogs == []


async def test_a_text_runs_in_its_own_direction(browser: Browser, there: House) -> None:
    async with visiting(browser, there, **DESKTOP) as page:
        await page.goto(f"{there.base}/passages/{await passage_of(there, 'hebrew')}")
        quote = page.locator("blockquote")
        assert await quote.evaluate("element => getComputedStyle(element).direction") == "rtl"
        assert "הנמל היה שקט" in await quote.inner_text()


async def focused(page: Page) -> str:
    return str(await page.evaluate("document.activeElement.outerHTML.slice(0, 120)"))


async def test_everything_is_reached_by_keyboard(browser: Browser, there: House) -> None:
    async with visiting(browser, there, **DESKTOP) as page:
        await page.keyboard.press("Tab")
        assert 'class="skip"' in await focused(page)
        assert await page.locator(".skip").evaluate("element => element.getBoundingClientRect().top >= 0")
        await page.keyboard.press("Enter")
        await page.keyboard.press("Tab")
        assert 'name="from"' in await focused(page)
        outlined: set[str] = set()
        for _ in range(40):
            await page.keyboard.press("Tab")
            outlined.add(str(await page.evaluate("getComputedStyle(document.activeElement).outlineStyle")))
            if 'class="cell' in await focused(page):
                break
        assert outlined == {"solid"}, "what has the focus shows it"
        assert 'class="cell' in await focused(page)
        await page.keyboard.press("Enter")
        await page.wait_for_url("**/passages/**")
        while "Log out" not in await focused(page):
            await page.keyboard.press("Shift+Tab")
        await page.keyboard.press("Enter")
        await page.wait_for_url("**/left")


async def test_the_pictures_of_the_documentation(browser: Browser, shipped_store: Path, tmp_path: Path) -> None:
    """Draws them into `docs/` when asked to (`make screenshots`), else somewhere else, so that they can be drawn."""
    folder = SHOTS if os.environ.get("SCREENSHOTS") else tmp_path
    data = Path(shutil.copytree(shipped_store, tmp_path / "data"))
    async with house(data) as opened:
        await talk(opened.app)
        async with visiting(browser, opened, viewport={"width": 1120, "height": 940}) as page:
            await page.screenshot(path=folder / "page-desktop.png")
        async with visiting(browser, opened, **{**PHONE, "color_scheme": "dark"}) as page:
            await page.locator("#coverage").scroll_into_view_if_needed()
            await page.evaluate("document.querySelector('#coverage').scrollIntoView()")
            await page.screenshot(path=folder / "page-phone.png")
    for name in ("page-desktop.png", "page-phone.png"):
        assert (folder / name).stat().st_size > 10_000
