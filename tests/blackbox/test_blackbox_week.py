"""A week in three communities, with restarts and broken lines: what came, what was counted, what nobody finds."""

import asyncio
import re
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from tests.blackbox.agreeing import assert_shown, assert_told
from tests.blackbox.test_blackbox_page import MANAGES, free_port
from tests.blackbox.week import NAMES, WORD, Community, Week, passages_of

CALL = "Zelensky calls Netanyahu"
KYIV, ANGELES, AUCKLAND = "Europe/Kyiv", "America/Los_Angeles", "Pacific/Auckland"
FIRST = datetime(2030, 10, 24, tzinfo=UTC)
"""The week has the night of 27 October, in which half past three comes twice in Kyiv."""


@pytest.fixture
async def week(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Week]:
    """A bot, with its page, whose clock stands at the beginning of the week; Discord goes by the same clock."""
    from localcord import Localcord, world

    async with Localcord(portal_intents=set()) as dc:
        web = {"COMMONPLACE_WEB__ENABLED": "true", "COMMONPLACE_WEB__PORT": str(free_port())}
        made = Week(dc, tmp_path, **web)
        made.go_to(FIRST)
        monkeypatch.setattr(world, "time", made.time)
        yield made
        await made.house.bot.stop()


@pytest.mark.timeout(300)
async def test_a_week_in_three_communities(week: Week) -> None:
    message, thread, forum = communities = people(week)
    await week.start()
    await turned_on(week, communities)
    queued = await chosen_by_moderators(week, message)
    withheld = await withheld_by_moderators(week, message)
    for number in range(7):
        for when, community, day in due_on(number):
            await passage_comes(week, communities[community], when, day, TROUBLES.get((number, community), ""))
        week.go_to(FIRST + timedelta(days=number, hours=20))
        await taking_part(week, message, number)
        await talking(week, thread, number)
        if number % 2:
            await quietly(week, forum, number)
        await week.agrees()
        await NIGHTS.get(number, nothing)(week)
    dates = assert_seven_posts(week, communities)
    assert passages_of(message.posts[2]) == [queued]
    assert not withheld & {one for post in message.posts for one in passages_of(post)}
    assert not withheld & set(passages_of(await week.quote(message, message.members[0], CALL, 3)))
    await moderating(week, message, queued)
    for community in communities:
        await assert_told(week, community, dates[community.id])
        await assert_shown(week, community)
    await nobody_is_found(week)
    await week.stop()
    await nobody_is_found(week)
    week.house.assert_clean()


def people(week: Week) -> tuple[Community, Community, Community]:
    """Arrange three servers with eight, five and two members, whose posts are messages, have threads, are a forum's."""
    dc = week.dc

    def made(guild: dict[str, Any], forum: bool, members: int) -> Community:
        tag = {"id": dc.world.snowflake(), "name": "Reading", "moderated": False, "emoji_id": None, "emoji_name": None}
        talk = dc.text_channel("talk", guild=guild)
        more = {"available_tags": [tag]} if forum else {}
        place = dc.text_channel("passages", 15 if forum else 0, guild=guild, **more)
        moderator = dc.user(f"{NAMES}-mo-{guild['id'][-4:]}", guild=guild, permissions=MANAGES)
        named = [dc.user(f"{NAMES}{n}-{guild['id'][-4:]}", guild=guild) for n in range(members)]
        return Community(guild, talk, place, moderator, named)

    # Of a channel that is chosen, the local Discord tells what this owner may do there, whoever asks.
    hill = dc.world.add_guild("The Hill", owner=dc.users["owner"], locale="uk")
    island = dc.world.add_guild("The Island", owner=dc.users["owner"])
    return made(dc.guild, False, 8), made(hill, False, 5), made(island, True, 2)


async def turned_on(week: Week, communities: tuple[Community, ...]) -> None:
    """Have moderators arrange it, each in their own way."""
    for community, (at, style) in zip(communities, ARRANGED, strict=True):
        told = await week.asked(community, "daily", action="style", value=style, channel=community.place)
        assert told.text == "That is set.\nThe passage of the day is off: “daily on” turns it on."
        told = await week.asked(community, "daily", action="on", value=at)
        assert "is on" in told.text, told.text


ARRANGED = ((f"03:30 {KYIV}", "message"), (f"18:15 {ANGELES}", "thread"), (f"08:00 {AUCKLAND}", "forum reading"))
TROUBLES = {(1, 0): "drop", (2, 1): "503", (2, 2): "drop", (3, 0): "kill", (4, 2): "stop", (5, 1): "late"}
"""What goes wrong, by the number of the day and of the community."""


def due_on(number: int) -> list[tuple[datetime, int, str]]:
    """Give when passages are due on a day (UTC) of the week, in which community and for which local date."""
    day = FIRST + timedelta(days=number)
    found = []
    for community, ((at, _), ahead) in enumerate(zip(ARRANGED, (0, -1, 1), strict=True)):
        time, _, zone = at.partition(" ")
        hour, minute = map(int, time.split(":"))
        local = day.replace(tzinfo=ZoneInfo(zone), hour=hour, minute=minute) + timedelta(days=ahead)
        found.append((local.astimezone(UTC), community, local.date().isoformat()))
    return sorted(found)


async def passage_comes(week: Week, community: Community, when: datetime, day: str, trouble: str) -> None:
    """Let a passage come, while something goes wrong."""
    faults, operation = week.dc.faults, "create_thread" if community.place["type"] == 15 else "create_message"
    if trouble == "late":
        await week.stop()
        week.go_to(when + timedelta(hours=3))
        await week.start()
    elif when > week.now:  # else it is late, because of another one that is
        week.go_to(when)
    if trouble in ("drop", "kill"):
        faults.add("drop_response", operation, times=1)
    elif trouble == "503":
        faults.add("status", operation, times=2, status=503)
    elif trouble == "stop":
        faults.add("slow", operation, times=1, seconds=0.7)
    if trouble in ("kill", "stop"):
        while not any(fault.hits for fault in faults.active):
            week.go_on(2)
            await asyncio.sleep(0.02)
        await (week.kill() if trouble == "kill" else week.stop())
        await week.start()
    await week.posted(community, day)
    assert all(fault.hits == fault.times for fault in faults.active)
    faults.clear()
    if trouble == "kill":  # that night the time of day comes again an hour later
        week.go_to(when + timedelta(minutes=65))
        await asyncio.sleep(0.3)


async def chosen_by_moderators(week: Week, community: Community) -> str:
    """Queue a passage for the third day."""
    answer = await week.quote(community, community.members[0], "orchard smithy bells")
    (passage,) = passages_of(answer)
    told = await week.asked(community, "daily", action="queue", value=passage, date="2030-10-26")
    assert passage in told.text
    return passage


async def withheld_by_moderators(week: Week, community: Community) -> set[str]:
    """Withhold every passage of an answer."""
    found = passages_of(await week.quote(community, community.members[0], CALL, 3))
    assert len(found) == 3
    for passage in found:
        told = await week.asked(community, "texts", action="withhold", passage=passage)
        assert passage in told.text
    return set(found)


async def taking_part(week: Week, community: Community, number: int) -> None:
    """A lively place: reactions, replies and a thread on a message, questions and checks."""
    members, post = community.members, community.posts[-1]
    await week.react(community, post, "👍", *members[: number + 2])
    await week.reply(community, post, *members[number % 3 :: 2])
    await week.check(community, members[number], ("mill", "mill", "mill", "ferry")[number % 4])
    answer = await week.quote(community, members[-1], "orchard chapel bells")
    await week.react(community, answer, "🎉", *members[2:7])
    if number in (1, 4):
        thread = await week.dc.create_thread(f"{WORD} {members[0]['username']}", members[0], community.place, post)
        await week.talk(community, thread, post, *members[:6])


async def talking(week: Week, community: Community, number: int) -> None:
    """A place that speaks Ukrainian, writes in the threads on posts, and comes back to the one of the day before."""
    for post in community.posts[-2:]:
        await week.talk(community, community.thread(week.dc, post), post, *community.members[: 1 + number % 4])
    await week.asked(community, "balance", community.members[0])
    await week.discussed(community, community.members[1])
    await week.react(community, community.posts[-1], "👀", community.members[number % 5])


async def quietly(week: Week, community: Community, number: int) -> None:
    """Two people, who do three things in a week."""
    post = community.posts[-1]
    await week.talk(community, community.thread(week.dc, post), post, community.members[number % 2])


async def nothing(week: Week) -> None:
    """Let a night pass without trouble."""


async def stopped(week: Week) -> None:
    """Stop and start."""
    await week.stop()
    await week.start()


async def killed(week: Week) -> None:
    """End without a word, and start."""
    await week.kill()
    await week.start()


async def dropped(week: Week) -> None:
    """Cut the line; the session goes on."""
    await week.dc.gateway.drop(None)
    await week.back()


async def invalid(week: Week) -> None:
    """End the session; another one begins."""
    week.dc.gateway.invalidate(False)
    await week.back()


NIGHTS = {0: stopped, 2: dropped, 4: killed, 5: invalid}


def assert_seven_posts(week: Week, communities: tuple[Community, ...]) -> dict[str, list[str]]:
    """See that seven messages stand in each community, for seven local dates in a row; give these dates."""
    found = {}
    for number, community in enumerate(communities):
        dates = [day for at in range(7) for _, which, day in due_on(at) if which == number]
        assert dates == [(date.fromisoformat(dates[0]) + timedelta(days=ahead)).isoformat() for ahead in range(7)]
        kept = week.rows("SELECT day, state, message FROM days WHERE community = ? ORDER BY day", community.id)
        assert kept == [(day, "sent", post["id"]) for day, post in zip(dates, community.posts, strict=True)]
        assert [post["id"] for post in week.posts(community)] == [post["id"] for post in community.posts]
        found[community.id] = dates
    return found


async def moderating(week: Week, community: Community, passage: str) -> None:
    """Note something of a passage, and see who did what."""
    await week.asked(community, "review", action="status", passage=passage, status="seen")
    await week.asked(community, "review", action="note", passage=passage, note="Ask the author in spring")
    trail = (await week.asked(community, "review", action="trail")).text
    assert re.findall(r"you · ([^·\n]+)", trail)[:2] == ["review note ", "review status "]
    assert "queue" in trail


async def nobody_is_found(week: Week) -> None:
    """No name, no id of a person and no word of a member's stands in a file, a log or what was handed out."""
    data, copy = week.data, week.data / f"copy-{len(week.output)}.db"
    copied = await asyncio.create_subprocess_exec(
        *week.house.bot.cmd[:-3], "backup", str(copy), env=week.house.bot.env, cwd=week.house.bot.cwd
    )
    assert await copied.wait() == 0
    held = {str(file): file.read_bytes() for file in data.rglob("*") if file.is_file()}
    assert any(name == str(copy) for name in held)
    held |= {f"log {number}": log.encode() for number, log in enumerate((*week.output, week.house.bot.output()))}
    held |= dict(week.dc.world.files.values())
    words = [NAMES, WORD, *(user["id"] for user in week.dc.users.values())]
    found = [(name, word) for name, content in held.items() for word in words if word.encode() in content.lower()]
    assert found == []
