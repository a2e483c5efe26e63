"""What a community has set: by channel, for threads, after a restart; and how moderators see and set it."""

import re
from pathlib import Path
from typing import Any

import pytest

from bot.app import App, open_app
from bot.config import Config, Discord
from bot.discussion.settings import DIGEST, OFF, OFFER, ON, SETTINGS, SIGN, SPOTTING, Settings
from bot.model import Community, Facts, Reply, Request, Right, Text, Tone
from bot.store.database import Database
from bot.store.settings import Settings as Kept
from bot.words import languages, words

HERE = Community("discord:1", "11")


async def test_what_is_set_holds_for_a_channel_and_its_threads(tmp_path: Path) -> None:
    async with await Database.open(tmp_path / "store.db") as database:
        settings = await Settings.open(Kept(database))
        assert settings.value(SPOTTING, "discord:1", "11") == OFF
        assert not settings.anywhere(SPOTTING)
        await settings.set(SPOTTING, "discord:1", "11", ON, notice="900")
        await settings.set(SPOTTING, "discord:1", "13", OFF)
        for known in (settings, await Settings.open(Kept(database))):
            assert known.value(SPOTTING, "discord:1", "11") == ON
            assert known.value(SPOTTING, "discord:1", "12", parent="11") == ON
            assert known.value(SPOTTING, "discord:1", "13", parent="11") == OFF
            assert known.value(SPOTTING, "discord:1", "12") == OFF
            assert known.value(SPOTTING, "discord:2", "11") == OFF
            assert known.anywhere(SPOTTING)
            assert known.is_notice("900")
            assert not known.is_notice("11")
            assert known.notices() == (("11", "900"),)


async def test_what_a_later_version_has_set_is_left_alone(tmp_path: Path) -> None:
    async with await Database.open(tmp_path / "store.db") as database:
        kept = Kept(database)
        await kept.set("discord:1", "spotting:11", "loudly")
        await kept.set("discord:1", "weather:11", "on")
        assert (await Settings.open(kept)).value(SPOTTING, "discord:1", "11") == OFF


async def ask(app: App, command: str = "settings", may: frozenset[Right] = frozenset(Right), **given: str) -> Reply:
    platform = given.pop("platform", "discord")
    return await app.dispatch.ask(Request(command, given, platform, HERE, given.pop("locale", "en"), may))


def said(reply: Reply) -> str:
    return "\n".join(block.text for block in reply.blocks if isinstance(block, Text))


def refused(reply: Reply) -> bool:
    return reply.notice is None and any(isinstance(b, Text) and b.tone is Tone.ERROR for b in reply.blocks)


def hearing(data: Path) -> Config:
    return Config(data=str(data), discord=Discord(message_content=True))


async def test_every_setting_is_shown_with_its_choices(data: Path) -> None:
    async with open_app(hearing(data)) as app:
        for reply in (await ask(app), await ask(app, name="spotting")):
            assert reply.private
            assert "spotting is off" in said(reply)
            facts, *others = (block for block in reply.blocks if isinstance(block, Facts))
            assert [[name for name, _ in each.rows] for each in others] in (
                [["off", "on"], ["auto", "en", "uk"]],  # the digest, the language
                [],
            )
            assert [row[0] for row in facts.rows] == ["off", "on", "offer"]


async def test_what_a_channel_has_to_know_it_is_told_first(data: Path) -> None:
    async with open_app(hearing(data)) as app:
        for reply in (await ask(app, name="spotting", value="ON"), await ask(app, name="Spotting on")):
            assert reply.notice is not None
            assert (reply.notice.channel, reply.notice.setting, reply.notice.value) == ("11", "spotting", ON)
            assert SIGN in said(Reply(reply.notice.blocks))
            assert app.desk.settings.value(SPOTTING, HERE.id, "11") == OFF  # the platform tells the channel, then sets
        elsewhere = await ask(app, name="spotting", value="offer", channel="77")
        assert elsewhere.notice is not None
        assert (elsewhere.notice.channel, elsewhere.notice.value) == ("77", OFFER)


async def test_turning_off_needs_no_notice(data: Path) -> None:
    async with open_app(hearing(data)) as app:
        await app.desk.settings.set(SPOTTING, HERE.id, "11", ON)
        assert "on already" in said(await ask(app, name="spotting", value="on"))
        reply = await ask(app, name="spotting", value="off")
        assert reply.notice is None
        assert "off from now on" in said(reply)
        assert app.desk.settings.value(SPOTTING, HERE.id, "11") == OFF


@pytest.mark.parametrize("given", [{"name": "weather"}, {"name": "spotting", "value": "loud"}, {"name": "spotting no"}])
async def test_what_is_no_setting_or_no_value_is_refused(data: Path, given: dict[str, str]) -> None:
    async with open_app(hearing(data)) as app:
        assert refused(await ask(app, **given))


async def test_only_moderators_may(data: Path) -> None:
    async with open_app(hearing(data)) as app:
        reply = await ask(app, may=frozenset(), name="spotting", value="on")
        assert refused(reply)
        assert "those who look after" in said(reply)


@pytest.mark.parametrize(("platform", "why"), [("discord", "Message Content Intent"), ("terminal", "nobody else")])
async def test_a_bot_that_can_not_hear_says_so_and_sets_nothing(data: Path, platform: str, why: str) -> None:
    async with open_app(Config(data=str(data))) as app:
        reply = await ask(app, name="spotting", value="on", platform=platform)
        assert refused(reply)
        assert why in said(reply)
        assert app.desk.settings.value(SPOTTING, HERE.id, "11") == OFF
        assert "off already" in said(await ask(app, name="spotting", value="off", platform=platform))


async def test_a_wish_is_handed_to_the_platform(data: Path) -> None:
    async with open_app(hearing(data)) as app:
        out, back = await ask(app, "privacy", choice="opt-out"), await ask(app, "privacy", choice="opt-in")
        assert (out.consent, back.consent) == ("out", "in")
        assert out.private
        assert (await ask(app, "privacy")).consent is None
        assert (await ask(app, "privacy", choice="opt-out", platform="terminal")).consent is None


async def test_the_digest_is_set_without_hearing_anybody(tmp_path: Path) -> None:
    async with open_app(Config(data=str(tmp_path))) as app:
        assert "digest is off" in said(await ask(app, action="show"))
        assert "digest is on from now on" in said(await ask(app, action="set", name="digest", value="on"))
        assert app.desk.settings.where(SETTINGS["digest"], ON) == {HERE.id: [HERE.channel]}
        assert "digest is on" in said(await ask(app, action="show", name="digest", value="off"))
        assert "needs" in said(await ask(app, action="set"))
        assert "needs" in said(await ask(app, action="set", name="digest"))
        (entry,) = await app.desk.trail.entries(HERE.id, 5)
        assert (entry.action, entry.target, entry.value) == ("settings digest", HERE.channel, "on")


class Closed:
    """A platform that may not write where it is asked to, for a reason; None where nobody can tell."""

    def __init__(self, reason: str | None) -> None:
        self.reason = reason
        self.looked_at: list[tuple[str, str]] = []

    def problem(self, community: str, channel: str) -> str | None:
        self.looked_at.append((community, channel))
        return self.reason


@pytest.mark.parametrize("locale", languages())
@pytest.mark.parametrize("reason", ["left", "missing", "kind", "send"])
async def test_a_digest_is_refused_where_it_could_not_be_posted(tmp_path: Path, reason: str, locale: str) -> None:
    async with open_app(Config(data=str(tmp_path))) as app:
        closed: Any = Closed(reason)
        with app.desk.announcing.joined("discord", closed):
            for given in ({"value": "on"}, {"value": "on", "channel": "77"}):
                reply = await ask(app, name="digest", locale=locale, **given)
                assert refused(reply)
                assert said(reply) == words(locale).say(f"settings-unfit-{reason}")
            assert closed.looked_at == [(HERE.id, HERE.channel), (HERE.id, "77")]
            assert app.desk.settings.where(DIGEST, ON) == {}
            assert await app.desk.trail.entries(HERE.id, 5) == []
            await app.desk.settings.set(DIGEST, HERE.id, HERE.channel, ON)  # what is on can always be turned off
            assert not refused(await ask(app, name="digest", locale=locale, value="off"))
            closed.reason = None
            assert not refused(await ask(app, name="digest", locale=locale, value="on"))
        assert app.desk.settings.where(DIGEST, ON) == {HERE.id: [HERE.channel]}


async def test_what_everybody_sees_is_in_the_language_of_the_community(tmp_path: Path) -> None:
    async with open_app(Config(data=str(tmp_path))) as app:
        explained = said(await ask(app, name="language"))
        assert "language is auto" in explained
        assert "is uk from now on" in said(await ask(app, name="language", value="uk", channel="12"))
        assert "language is uk" in said(await ask(app))  # in every channel
        assert app.desk.settings.spoken(HERE.id, "de") == "uk"
        assert app.desk.settings.spoken("discord:2", "de") == "de"
        public = await ask(app, "quote", about="weapons")
        assert "Контекст" in str(public.blocks)
        nothing = await ask(app, "quote", about="zeppelins")
        assert "нічого не відповідає" in said(nothing)
        for command, given in (
            ("why", {"answer": public.answer or ""}),
            ("quote", {}),
            ("check", {"wording": "so it is"}),
        ):
            private = await ask(app, command, **given)
            assert private.private
            assert not re.search("[а-яі]", said(private))
        alone = Request("quote", {"about": "weapons"}, "discord", HERE, "en", alone=True)
        assert "Контекст" not in str((await app.dispatch.ask(alone)).blocks)
    async with open_app(Config(data=str(tmp_path))) as app:
        assert app.desk.settings.spoken(HERE.id, "de") == "uk"
        await ask(app, name="language", value="auto")
        assert app.desk.settings.spoken(HERE.id, "de") == "de"
        assert "Контекст" not in str((await ask(app, "quote", about="weapons")).blocks)


async def test_a_notice_is_in_the_language_of_the_community(tmp_path: Path) -> None:
    class Channel:
        def locale(self, community: str) -> str:
            return app.desk.settings.spoken(community, "en")

        async def announce(self, *given: object) -> bool:
            raise NotImplementedError

    async with open_app(hearing(tmp_path)) as app:
        with app.desk.announcing.joined("discord", Channel()):  # type: ignore[arg-type]  # it announces nothing
            await ask(app, name="language", value="uk")
            reply = await ask(app, name="spotting", value="on")
    assert "spotting is on" in said(reply)
    assert reply.notice is not None
    assert "У цьому каналі" in str(reply.notice.blocks)


@pytest.mark.parametrize("name", SETTINGS)
def test_every_value_of_every_setting_is_explained_in_every_language(name: str) -> None:
    for language in languages():
        for message in (f"setting-{name}", *(f"setting-{name}-{value}" for value in SETTINGS[name].choices)):
            assert words(language).has(message)
