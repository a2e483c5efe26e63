"""The page over HTTP: who is let in, what every answer carries, what is shown, and that nothing in a text is obeyed."""

import csv
import io
import logging
import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientResponse, ClientSession, CookieJar
from page_house import COMMUNITY, HOSTILE, NOTED, NOW, PERSON, House, house, talk

from bot.discussion.numbers import Ranked
from bot.model import Count, Source
from bot.store.reviews import Reviews, Status
from bot.web.guarding import HEADERS
from bot.web.links import LIFE_MINUTES, WRONG_A_MINUTE
from bot.web.serving import serving
from bot.web.sessions import LIFE_HOURS, SURE_SECONDS
from bot.web.sheet import written

FROM_HERE = {"Sec-Fetch-Site": "same-origin"}


@pytest.fixture
async def browser() -> AsyncIterator[ClientSession]:
    async with ClientSession(cookie_jar=CookieJar(unsafe=True)) as session:
        yield session


async def come_in(browser: ClientSession, here: House, locale: str = "en") -> ClientResponse:
    return await browser.post(here.link(locale), headers=FROM_HERE)


async def read(browser: ClientSession, url: str, **more: Any) -> tuple[int, str]:
    async with browser.get(url, **more) as answer:
        return answer.status, await answer.text()


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


async def test_small_numbers_are_nowhere(here: House, browser: ClientSession) -> None:
    await come_in(browser, here)
    _, shown = await read(browser, here.base + "/")
    counts = re.findall(r'<td class="count">([^<]*)</td>', shown)
    assert "fewer than 5" in shown
    told = {int(count[:-1]) for count in counts if re.fullmatch(r"\d+\+", count)}
    assert told
    assert told <= {*range(5, 1000, 5)}
    assert {count for count in counts if count.isdecimal()} <= {"0", "1"}, "nothing else is exact but numbers of texts"


async def test_the_filters_are_kept_from_page_to_page(here: House, browser: ClientSession) -> None:
    await come_in(browser, here)
    query = "from=2026-11-01&to=2026-11-20&channel=12"
    _, shown = await read(browser, f"{here.base}/?{query}")
    assert 'value="2026-11-01"' in shown
    assert '<option value="12" selected>#slow-reading</option>' in shown
    escaped = query.replace("&", "&amp;")
    assert f'href="/texts/op-ed-digest?{escaped}"' in shown
    assert f'href="/passages.csv?{escaped}"' in shown
    _, told = await read(browser, f"{here.base}/?from=noon&to=25:00")
    assert "These days could not be read" in told


async def test_a_hundred_years_are_shown(here: House, browser: ClientSession) -> None:
    await come_in(browser, here)
    status, shown = await read(browser, f"{here.base}/?from=1970-01-01&to=2070-01-01")
    assert status == 200
    assert "Jan 1, 1970" in shown


async def test_it_speaks_the_language_of_the_link(here: House, browser: ClientSession) -> None:
    await come_in(browser, here, "uk")
    _, shown = await read(browser, here.base + "/", headers={"Accept-Language": "en"})
    assert '<html lang="uk" dir="ltr">' in shown
    assert "Що обговорюють" in shown


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("uk", "uk"),
        ("uk-UA,uk;q=0.9,en;q=0.8", "uk"),
        ("fr, en;q=0.5, uk;q=0.7", "uk"),
        ("uk;q=0, *", "en"),
        (";;,=", "en"),
    ],
)
async def test_before_the_link_it_speaks_the_browsers(
    here: House, browser: ClientSession, header: str, expected: str
) -> None:
    _, shown = await read(browser, here.base + "/", headers={"Accept-Language": header})
    assert f'<html lang="{expected}"' in shown


async def test_a_passages_words_are_exact(here: House, browser: ClientSession) -> None:
    await come_in(browser, here)
    library = here.app.texts.library
    passage = (await library.of_source("interview-digest"))[2]
    document = await library.document(passage.source, passage.edition)
    _, shown = await read(browser, f"{here.base}/passages/{passage.id}")
    (words,) = re.findall(r'<blockquote lang="en" dir="ltr"><p>(.*?)</p></blockquote>', shown, flags=re.DOTALL)
    assert re.sub("&#39;", "'", re.sub("&#34;", '"', words)) == document.derive(passage.spans)
    assert (passage.speaker.name or "") in shown


async def test_a_note_is_shown_with_who_set_it_as_a_mark(here: House, browser: ClientSession) -> None:
    await come_in(browser, here)
    passage = (await here.app.texts.library.of_source(NOTED))[2].id
    _, shown = await read(browser, f"{here.base}/passages/{passage}")
    assert "a topic for Friday’s call" in shown
    assert "moderator 9f3c" in shown
    assert "9f3c1" not in shown


async def test_a_changed_text_is_not_quoted(data: Path, tmp_path: Path, browser: ClientSession) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    file = texts / "letter.md"
    file.write_text("# A letter\n\nby Ada Penn\n\nThe harbour was quiet, and the ships stayed away for a year.\n")
    async with house(data, texts=texts) as there:
        await come_in(browser, there)
        source = next(s.source.id for s in there.app.texts.library.sources() if "letter" in s.source.id)
        passage = (await there.app.texts.library.of_source(source))[0].id
        assert "The harbour was quiet" in (await read(browser, f"{there.base}/passages/{passage}"))[1]
        file.write_text("# A letter\n\nby Ada Penn\n\nThe harbour was loud, and the ships stayed there for a year.\n")
        status, shown = await read(browser, f"{there.base}/passages/{passage}")
        assert status == 200
        assert "The harbour was" not in shown
        assert "Discussed by people" in shown


async def test_words_count_once_a_day_however_often_a_page_is_looked_at(
    data: Path, tmp_path: Path, browser: ClientSession
) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "letter.md").write_text(
        "# A letter\n\nby Ada Penn\n\n## Spring\n\nThe harbour was quiet, and the ships stayed away for a year.\n\n"
        "## Autumn\n\nNobody in the town had asked them to, and nobody asked them to come back.\n"
    )
    (texts / "catalog.yaml").write_text(
        "texts:\n  - id: letter\n    title: A letter\n    file: letter.md\n    rights: {words_per_day: 20}\n"
    )
    async with house(data, texts=texts) as there:
        await come_in(browser, there)
        one, other = await there.app.texts.library.of_source("letter")
        for _ in range(3):
            assert "quiet" in (await read(browser, f"{there.base}/passages/{one.id}"))[1]
        assert there.app.dispatch.spending.spent(COMMUNITY, "letter", there.site.desk.clock().date().isoformat()) == 12
        _, shown = await read(browser, f"{there.base}/passages/{other.id}")
        assert "Nobody in the town" not in shown
        assert "quiet" in (await read(browser, f"{there.base}/passages/{one.id}"))[1]


async def test_the_file_has_the_same_numbers(here: House, browser: ClientSession) -> None:
    await come_in(browser, here)
    async with browser.get(here.base + "/passages.csv") as answer:
        assert answer.content_type == "text/csv"
        assert answer.headers["Content-Disposition"] == 'attachment; filename="commonplace-2026-10-24-2026-11-22.csv"'
        rows = list(csv.DictReader(io.StringIO((await answer.read()).decode("utf-8-sig"))))
    assert rows
    assert {row["count"] for row in rows} <= {"<5", *map(str, range(5, 500, 5))}
    assert all(row["passage"].startswith(row["text"]) for row in rows)


@pytest.mark.parametrize("title", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", '=HYPERLINK("x")'])
def test_spreadsheets_take_no_formula(title: str) -> None:
    row = Ranked("a.b", Source("a", title), Count(5, 5), 1, 2, ("=cmd|' /C calc'!A0",))
    (_, cells) = csv.reader(io.StringIO(written([row]), newline=""))
    assert cells[1] == f"'{title}"
    assert cells[5].startswith("'=")


async def test_nothing_tells_who_came(here: House, browser: ClientSession, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        await come_in(browser, here)
        (cookie,) = browser.cookie_jar
        await read(browser, here.base + "/")
        here.keeper.fails = True
        here.hand.seconds += SURE_SECONDS
        await read(browser, here.base + "/")
    await here.app.texts.database.drain()
    kept = b"".join(file.read_bytes() for file in Path(here.app.texts.config.data).glob("commonplace.db*"))
    number = PERSON.split(":")[1]
    for secret in (number, cookie.value):
        assert secret not in caplog.text
        assert secret.encode() not in kept


async def test_a_taken_port_is_told_and_nothing_else_happens(here: House, caplog: pytest.LogCaptureFixture) -> None:
    async with serving(here.site, "127.0.0.1", int(here.base.rsplit(":", 1)[1])) as served:
        assert not served


async def test_hostile_words_stay_words(data: Path, tmp_path: Path, browser: ClientSession) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    body = f"# {HOSTILE}\n\nby Ada Penn\n\n{HOSTILE} was written on the wall of the harbour, and nobody read it.\n"
    (texts / "wall.txt").write_text(body, encoding="utf-8")
    async with house(data, texts=texts) as there:
        there.keeper.community = HOSTILE
        there.keeper.channels = {"11": HOSTILE, "12": "<b>bold</b>"}
        await talk(there.app)
        await come_in(browser, there)
        source = next(s.source.id for s in there.app.texts.library.sources() if s.file and "wall" in s.file)
        passage = (await there.app.texts.library.of_source(source))[0].id
        await Reviews(there.app.texts.database).set(COMMUNITY, passage, Status.NOTED, HOSTILE, "<i>", NOW)
        for path in ("/", "/?channel=11", f"/?channel={'<svg>'}", f"/texts/{source}", f"/passages/{passage}"):
            status, shown = await read(browser, there.base + path)
            assert status == 200
            for mark in ("<script", "<img", "<b>", "<i>", "<svg>", "6789000"):
                assert mark not in shown.replace("<svg ", ""), (path, mark)
            assert "&lt;script&gt;" in shown


async def test_a_failure_is_a_page_and_a_line_in_the_log(
    here: House, browser: ClientSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    await come_in(browser, here)

    async def fail(*_: object, **__: object) -> None:
        raise RuntimeError("a bug")

    monkeypatch.setattr(type(here.site.insights), "overview", fail)
    status, shown = await read(browser, here.base + "/")
    assert status == 500
    assert "Something went wrong" in shown
    assert "bug" not in shown


async def test_a_channel_that_a_moderator_does_not_see_has_numbers_and_no_name(
    here: House, browser: ClientSession
) -> None:
    await come_in(browser, here)
    _, seen = await read(browser, here.base + "/")
    assert "#slow-reading" in seen
    here.keeper.hidden = frozenset({"12"})
    here.hand.seconds += SURE_SECONDS
    _, shown = await read(browser, here.base + "/")
    assert "#general" in shown
    assert "slow-reading" not in shown
    assert "a channel you can’t see" in shown
    assert 'value="12"' not in shown
    count = re.compile(r'<td class="count">([^<]*)</td></tr>')
    assert count.findall(shown) == count.findall(seen)
    for path in ("/", f"/texts/{NOTED}"):
        _, filtered = await read(browser, f"{here.base}{path}?channel=12")
        assert "a channel you can’t see" in filtered
        assert "slow-reading" not in filtered


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
