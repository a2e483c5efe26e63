"""What the page shows, over HTTP: small numbers nowhere, words exact, and nothing in a text obeyed."""

import csv
import io
import logging
import re
from pathlib import Path

import pytest
from aiohttp import ClientSession
from page_house import COMMUNITY, HOSTILE, NOTED, NOW, PERSON, House, house, talk
from visiting import come_in, read

from bot.discussion.numbers import Ranked
from bot.model import Count, Source
from bot.store.reviews import Reviews, Status
from bot.web.serving import serving
from bot.web.sessions import SURE_SECONDS
from bot.web.sheet import written


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
