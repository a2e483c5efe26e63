"""Whether what moderators are told of a week, by commands and by the page, is what the test counted itself."""

import csv
import html
import io
import re
from collections import Counter
from datetime import date, timedelta
from typing import Any

from aiohttp import ClientSession, CookieJar

from bot.store.tallies import DISCUSSED
from tests.blackbox.test_blackbox_page import FROM_HERE
from tests.blackbox.week import Community, Week, passages_of

K, LAST = 5, date(2030, 10, 30)


def discussed(week: Week, community: Community, by: int) -> Counter[str]:
    """Add up the test's own count: by passage (4), day (2) or channel (1)."""
    found = Counter[str]()
    for event, times in week.counted.items():
        if event[0] == community.id and event[3] in DISCUSSED:
            found[event[by]] += times
    return found


def least(total: int) -> int:
    """The least that may stand behind what is told of a number."""
    return 1 if 0 < total < K else total - total % K


def told(total: int) -> str:
    """Tell a number as everybody may know it."""
    return "fewer than 5" if 0 < total < K else f"{total - total % K}+" if total else "0"


def by_count(totals: Counter[str]) -> list[str]:
    """Order what was counted as it is listed: no order tells more than the numbers."""
    return sorted(totals, key=lambda name: (-least(totals[name]), name))


def described(result: Any) -> str:
    """Give what is said of an answer's one picture."""
    (picture,) = result.message["attachments"]
    return str(picture["description"])


async def assert_told(week: Week, community: Community, dates: list[str]) -> None:
    """What moderators are told by commands is what was counted here, without its small numbers."""
    history = (await week.asked(community, "daily", action="history")).text
    came = re.findall(r"\*\*(2030-\d\d-\d\d):\*\* ([\w.-]+) · ", history)
    assert came == [(day, passages_of(post)[0]) for day, post in zip(dates, community.posts, strict=True)][::-1]
    totals, days, channels = (discussed(week, community, by) for by in (4, 2, 1))
    ranked, liveliest = by_count(totals), max(sorted(days), key=lambda day: least(days[day]))
    top = await week.asked(community, "review", action="top")
    assert passages_of(top.message) == ranked[:10]
    assert f"({told(totals[ranked[0]])} times)" in described(top)
    trend = await week.asked(community, "review", action="trend")
    assert f"From {min(days)} to {LAST}, by day; most on {liveliest}, {told(days[liveliest])} " in described(trend)
    where = await week.asked(community, "review", action="channels")
    several = f"{len(channels)} channels, the liveliest first."
    assert described(where).endswith(several if len(channels) > 1 else "One channel.")
    for passage in (ranked[0], ranked[-1]):
        one = await week.asked(community, "review", action="passage", passage=passage)
        assert f"**Discussed:** {told(totals[passage])} times" in one.text.replace("\\", "")
    exported = await week.asked(community, "review", action="export")
    rows = table(week, exported)
    assert {row["passage"]: int(row["discussed_from"]) for row in rows} == {one: least(totals[one]) for one in ranked}
    assert all(int(row["discussed_to"]) - int(row["discussed_from"]) >= K - 2 for row in rows)
    for form in ("json", "annotations"):
        await week.asked(community, "review", action="export", format=form)


def table(week: Week, result: Any) -> list[dict[str, str]]:
    """Read the table that was handed out with an answer."""
    (file,) = result.message["attachments"]
    return list(csv.DictReader(io.StringIO(week.dc.world.files[file["id"]][1].decode("utf-8-sig"))))


async def assert_shown(week: Week, community: Community) -> None:
    """The page, which its link opens once, shows the same."""
    asked = await week.asked(community, "review", action="page")
    (link,) = re.findall(r"\]\((http://127\.0\.0\.1:\d+/enter/[0-9a-f]{64})\)", asked.text)
    async with ClientSession(cookie_jar=CookieJar(unsafe=True)) as session:
        async with session.post(link, headers=FROM_HERE) as answer:
            shown = await answer.text()
        async with session.get(answer.url.with_path("/passages.csv"), headers=FROM_HERE) as answer:
            sheet = csv.DictReader(io.StringIO(await answer.text(encoding="utf-8-sig")))
        async with session.post(link, headers=FROM_HERE) as answer:
            assert answer.status == 410
    assert html.escape(community.guild["name"]) in shown
    totals, days, channels = (discussed(week, community, by) for by in (4, 2, 1))
    cells = re.findall(r'class="cell s\d" href="/passages/([\w.-]+)\?[^"]*" title="\d+ · ([^"]*)"', shown)
    assert {passage: count for passage, count in cells if count != "0"} == {one: told(totals[one]) for one in totals}
    listed = re.findall(
        r'<th scope="row"><a href="/passages/([\w.-]+)\?.*?<td class="count">(.*?)</td>', shown, re.DOTALL
    )
    assert listed == [(one, told(totals[one])) for one in by_count(totals)[:15]]
    assert {row["passage"]: row["count"] for row in sheet} == {
        one: told(times).replace("fewer than ", "<").rstrip("+") for one, times in totals.items()
    }
    drawn = [(day.partition(",")[0], count) for day, count in re.findall(r"<title>(.*?): (.*?)</title>", shown)]
    first = date.fromisoformat(min(days))
    course = [first + timedelta(days=ahead) for ahead in range((LAST - first).days + 1)]
    assert drawn == [(f"Oct {day.day}", told(days[day.isoformat()])) for day in course]
    named = {f"#{week.dc.world.channels[one]['name']}": told(times) for one, times in channels.items()}
    assert dict(re.findall(r'<bdi>(#.*?)</bdi></th><td class="count">(.*?)</td>', shown)) == named
    week.output.append(shown)
