"""Who is let in to the page, for how long, and what every answer carries."""

import asyncio
import logging
import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from aiohttp import ClientSession, CookieJar
from page_house import PERSON, House, house
from visiting import FROM_HERE, come_in, read

from bot.web.guarding import HEADERS
from bot.web.links import LIFE_MINUTES, WRONG_A_MINUTE
from bot.web.sessions import LIFE_HOURS, SURE_SECONDS


async def test_without_a_session_there_is_nothing_to_see(here: House, browser: ClientSession) -> None:
    for path in ("/", "/texts/op-ed-digest", "/passages/op-ed-digest.aaaaaaa", "/passages.csv", "/nothing", "/leave"):
        status, shown = await read(browser, here.base + path)
        assert status == 401, path
        assert "Please come in by a link" in shown
        assert "digest" not in shown


async def test_looking_at_a_link_does_not_use_it_up(here: House, browser: ClientSession) -> None:
    link = here.link()
    for _ in range(3):
        status, shown = await read(browser, link)
        assert status == 200
        assert '<form method="post"><button>' in shown
        assert (await browser.head(link)).status == 200
    assert (await read(browser, here.base + "/"))[0] == 401
    assert (await browser.post(link, headers=FROM_HERE)).status == 200


async def test_a_link_lets_in_once(here: House, browser: ClientSession) -> None:
    link = here.link()
    async with browser.post(link, headers=FROM_HERE) as answer:
        assert answer.url.path == "/"
        assert "What is discussed" in await answer.text()
    async with ClientSession(cookie_jar=CookieJar(unsafe=True)) as somebody:
        async with somebody.post(link, headers=FROM_HERE) as answer:
            assert answer.status == 410
            assert "This link does not work any more" in await answer.text()
        assert not list(somebody.cookie_jar)
        assert (await read(somebody, link))[0] == 410


async def test_a_link_is_too_old_after_ten_minutes(here: House, browser: ClientSession) -> None:
    link = here.link()
    here.hand.seconds += LIFE_MINUTES * 60
    assert (await read(browser, link))[0] == 410
    assert (await browser.post(link, headers=FROM_HERE)).status == 410


async def test_wrong_links_are_turned_away_and_right_ones_are_not(here: House, browser: ClientSession) -> None:
    statuses = [(await read(browser, f"{here.base}/enter/{number:064x}"))[0] for number in range(WRONG_A_MINUTE + 3)]
    assert statuses == [410] * WRONG_A_MINUTE + [429] * 3
    assert (await come_in(browser, here)).status == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "none"},
        {"Origin": "https://elsewhere.example"},
        {"Origin": "null"},
        {},
    ],
)
async def test_other_sites_cannot_post(here: House, browser: ClientSession, headers: dict[str, str]) -> None:
    link = here.link()
    async with browser.post(link, headers=headers) as answer:
        assert answer.status == 403
        assert "not sent from this page" in await answer.text()
    assert (await browser.post(link, headers=FROM_HERE)).status == 200, "the link was not used up"
    async with browser.post(here.base + "/leave", headers=headers) as answer:
        assert answer.status == 403
    assert (await read(browser, here.base + "/"))[0] == 200, "nobody was logged out"


async def test_an_old_browser_names_the_origin(here: House, browser: ClientSession) -> None:
    assert (await browser.post(here.link(), headers={"Origin": here.base})).status == 200


async def test_a_foreign_name_for_this_computer_is_refused(here: House, browser: ClientSession) -> None:
    status, shown = await read(browser, here.base + "/", headers={"Host": "rebound.example"})
    assert status == 421
    assert "another address" in shown


async def test_every_answer_carries_the_headers(here: House, browser: ClientSession) -> None:
    await come_in(browser, here)
    passage = (await here.app.texts.library.of_source("op-ed-digest"))[0].id
    paths = ("/", "/texts/op-ed-digest", f"/passages/{passage}", "/passages.csv", "/nothing", "/left", "/style.css")
    for path in paths:
        async with browser.get(here.base + path) as answer:
            assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS, path
            kept = answer.headers["Cache-Control"]
            assert kept == ("public, max-age=86400" if path == "/style.css" else "no-store")
    async with browser.post(here.link(), allow_redirects=False, headers=FROM_HERE) as answer:
        assert answer.status == 303
        assert answer.headers["Cache-Control"] == "no-store"


async def test_nothing_on_the_page_is_a_script_or_a_style_of_its_own(here: House, browser: ClientSession) -> None:
    await come_in(browser, here)
    passage = (await here.app.texts.library.of_source("op-ed-digest"))[0].id
    for path in ("/", "/texts/op-ed-digest", f"/passages/{passage}"):
        _, shown = await read(browser, here.base + path)
        assert not re.search(r"<script|<style|\sstyle=|\son\w+=|javascript:|https?://(?!www\.w3\.org)", shown), path


async def test_the_cookie_of_this_computer(here: House, browser: ClientSession) -> None:
    async with browser.post(here.link(), headers=FROM_HERE, allow_redirects=False) as answer:
        (said,) = answer.headers.getall("Set-Cookie")
    assert re.fullmatch(
        rf"commonplace=[0-9a-f]{{64}}; HttpOnly; Max-Age={LIFE_HOURS * 3600}; Path=/; SameSite=Lax", said
    )


async def test_the_cookie_of_an_address_with_https(data: Path, browser: ClientSession) -> None:
    async with house(data, base="https://circle.example.org") as there:
        link = there.link()
        assert link.startswith("https://circle.example.org/enter/")
        path = link.removeprefix("https://circle.example.org")
        proxied = {"Host": "circle.example.org", **FROM_HERE}
        async with browser.post(there.base + path, headers=proxied, allow_redirects=False) as answer:
            (said,) = answer.headers.getall("Set-Cookie")
        long = LIFE_HOURS * 3600
        expected = rf"__Host-commonplace=([0-9a-f]{{64}}); HttpOnly; Max-Age={long}; Path=/; SameSite=Lax; Secure"
        token = re.fullmatch(expected, said)
        assert token is not None
        cookie = {"Cookie": f"__Host-commonplace={token[1]}", "Host": "circle.example.org"}
        assert (await read(browser, there.base + "/", headers=cookie))[0] == 200


async def test_who_lost_the_role_is_out(here: House, browser: ClientSession) -> None:
    await come_in(browser, here)
    here.keeper.moderates = False
    assert (await read(browser, here.base + "/"))[0] == 200
    here.hand.seconds += SURE_SECONDS
    async with browser.get(here.base + "/") as answer:
        assert answer.status == 403
        assert "Your session has ended" in await answer.text()
        assert "commonplace=" in answer.headers["Set-Cookie"]
    here.keeper.moderates = True
    assert (await read(browser, here.base + "/"))[0] == 401


async def test_who_lost_the_role_before_coming_in_stays_out(here: House, browser: ClientSession) -> None:
    here.keeper.moderates = False
    async with browser.post(here.link(), headers=FROM_HERE) as answer:
        assert answer.status == 403
        assert not answer.headers.getall("Set-Cookie", [])


async def test_a_platform_that_fails_ends_the_session(here: House, browser: ClientSession) -> None:
    await come_in(browser, here)
    here.keeper.fails = True
    here.hand.seconds += SURE_SECONDS
    assert (await read(browser, here.base + "/"))[0] == 403


async def test_a_session_lasts_eight_hours(here: House, browser: ClientSession) -> None:
    await come_in(browser, here)
    here.hand.seconds += LIFE_HOURS * 3600 - 1
    assert (await read(browser, here.base + "/"))[0] == 200
    here.hand.seconds += 1
    assert (await read(browser, here.base + "/"))[0] == 401


async def test_who_logs_out_is_out(here: House, browser: ClientSession) -> None:
    await come_in(browser, here)
    (cookie,) = browser.cookie_jar
    async with browser.post(here.base + "/leave", headers=FROM_HERE) as answer:
        assert "You are logged out" in await answer.text()
    assert (await read(browser, here.base + "/", headers={"Cookie": f"commonplace={cookie.value}"}))[0] == 401


@pytest.mark.parametrize(
    "path",
    [
        "/texts/nothing",
        "/texts/op-ed",
        "/texts/../../etc/passwd",
        "/texts/%2e%2e%2f%2e%2e%2fetc%2fpasswd",
        "/style.css/../../bot.yaml",
        "/templates/base.html",
        "/passages/nothing.aaaaaaa",
        "/passages/%00",
        "/passages/" + "x" * 2000,
        "/texts/op-ed-digest?page=0",
        "/texts/op-ed-digest?page=2",
        "/texts/op-ed-digest?page=1e9",
        "/texts/op-ed-digest?page=٣",
    ],
)
async def test_what_is_not_there_is_said_so(here: House, browser: ClientSession, path: str) -> None:
    await come_in(browser, here)
    status, shown = await read(browser, here.base + path)
    assert status == 404
    assert "There is nothing at this address" in shown
    assert "etc" not in shown


async def test_only_reading_is_possible(here: House, browser: ClientSession) -> None:
    await come_in(browser, here)
    for method in ("POST", "PUT", "DELETE", "PATCH"):
        async with browser.request(method, here.base + "/", headers=FROM_HERE) as answer:
            assert answer.status == 405
            assert "Allow" in answer.headers


async def test_who_is_forgotten_is_out_and_has_no_link(here: House, browser: ClientSession) -> None:
    await come_in(browser, here)
    link, other = here.link(), here.link(person="discord:5")
    for keeping in (here.site.links, here.site.sessions):
        keeping.forget("discord:5")
    assert (await read(browser, other))[0] == 410
    assert (await read(browser, here.base + "/"))[0] == 200
    for keeping in (here.site.links, here.site.sessions):
        keeping.forget(PERSON)
    assert (await read(browser, link))[0] == 410
    assert (await read(browser, here.base + "/"))[0] == 401


async def test_who_is_forgotten_at_the_door_stays_outside(here: House, browser: ClientSession) -> None:
    ask = here.keeper.may_moderate

    async def erased_meanwhile(community: str, person: str) -> bool:
        here.site.sessions.forget(person)
        return await ask(community, person)

    here.keeper.may_moderate = erased_meanwhile  # type: ignore[method-assign]
    async with browser.post(here.link(), headers=FROM_HERE) as answer:
        assert answer.status == 403
    assert (await read(browser, here.base + "/"))[0] == 401


NO_REQUESTS = {
    "a long address": b"GET /texts/" + b"x" * 10_000 + b" HTTP/1.1\r\nHost: a\r\n\r\n",
    "a long header": b"GET / HTTP/1.1\r\nHost: a\r\nX: " + b"y" * 10_000 + b"\r\n\r\n",
    "another version": b"GET / HTTP/9.9\r\n\r\n",
    "no number": b"GET / HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n",
    "a control character": b"GET /\x00 HTTP/1.1\r\nHost: a\r\n\r\n",
    "many headers": b"GET / HTTP/1.1\r\n" + b"".join(b"h%d: 1\r\n" % number for number in range(300)) + b"\r\n",
}


@pytest.mark.parametrize("sent", NO_REQUESTS.values(), ids=NO_REQUESTS)
async def test_what_is_no_request_is_refused_without_a_word_in_the_log(
    here: House, caplog: pytest.LogCaptureFixture, sent: bytes
) -> None:
    address = urlsplit(here.base)
    with caplog.at_level(logging.INFO):
        reader, writer = await asyncio.open_connection(address.hostname, address.port)
        writer.write(sent)
        assert (await reader.read()).startswith(b"HTTP/1.0 400 ")
        writer.close()
    # The bot's own housekeeping, which goes on meanwhile, may tell of its work.
    assert [record.getMessage() for record in caplog.records if record.name != "bot.app.housekeeping"] == []


async def test_a_failure_below_the_page_is_told_without_whose_request_it_was(
    here: House, caplog: pytest.LogCaptureFixture
) -> None:
    try:
        raise RuntimeError
    except RuntimeError:
        logging.getLogger("aiohttp.server.page").exception("Error handling request from %s", "192.0.2.7")
    assert [record.getMessage() for record in caplog.records if record.exc_info] == ["Error handling request"]
