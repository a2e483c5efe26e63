"""What people do on Discord, with the whole bot: commands, offers, buttons, the menu, threads, languages, places."""

import re
from typing import Any

import pytest

from bot.commands.desk.registry import commands
from bot.platforms.discord.escaping import unescape

pytestmark = pytest.mark.asyncio(loop_scope="module")

ASKED: dict[str, dict[str, Any]] = {
    "quote": {"about": "ceasefire"},
    "summary": {},
    "compare": {"about": "weapons"},
    "concordance": {"term": "ceasefire"},
    "sources": {},
    "random": {},
    "help": {},
    "privacy": {},
}


def button(result: Any, kind: str) -> str:
    return next(written for written in result.custom_ids() if written.startswith(f"cp:{kind}:"))


def words(result: Any) -> str:
    """What is read: without the marks of quotes and without backslashes."""
    return unescape(re.sub(r"(?m)^(?:> |-# |### )", "", result.text))


async def test_every_command_answers(house: Any) -> None:
    free = {name for name, command in commands().items() if not any(p.required for p in command.parameters)}
    for name in sorted(free | set(ASKED)):
        options = ASKED.get(name, {})
        result = await house.dc.slash(name, options, user="owner" if commands()[name].rights else None)
        assert result.error is None, name
        assert result.text, name
        assert result.ephemeral == commands()[name].private, name
    house.assert_clean()


async def test_each_command_is_listed_with_its_limits(house: Any) -> None:
    quote = house.dc.command("quote")
    options = {option["name"]: option for option in quote["options"]}
    assert options["about"]["required"]
    assert options["about"]["autocomplete"]
    assert options["about"]["max_length"] <= 6000
    assert options["count"]["min_value"] == 1
    assert quote["name_localizations"]["uk"] == "цитата"
    assert quote["contexts"] == [0, 1, 2]
    assert quote["integration_types"] == [0, 1]
    assert options["about"]["name_localizations"]["uk"] == "про"
    for name in commands():
        listed = house.dc.command(name)
        assert listed["description"] != "…", name
        assert listed["description_localizations"]["uk"] != listed["description"], name
        for option in listed.get("options", ()):
            assert option["description"] != "…", option["name"]
            assert re.search("[а-яіїєґ]", option["description_localizations"]["uk"]), option["name"]


async def test_offers_while_typing(house: Any) -> None:
    terms = (await house.dc.autocomplete("quote", "about", "cea")).choices
    assert "ceasefire" in [choice["value"] for choice in terms]
    sources = (await house.dc.autocomplete("quote", "source", "interv")).choices
    assert "interview-digest" in [choice["value"] for choice in sources]
    passages = (await house.dc.autocomplete("context", "passage", "ceasefire")).choices
    assert passages
    assert all(len(choice["name"]) <= 100 for choice in passages)
    assert (await house.dc.autocomplete("help", "command", "q")).choices[0]["value"] == "quote"
    for hostile in ("", " ", '" OR 1=1 --', "*", "\u202e", "x" * 300):
        assert (await house.dc.autocomplete("quote", "about", hostile)).choices is not None


async def test_buttons(house: Any) -> None:
    asked = await house.dc.slash("quote", {"about": "ceasefire", "count": 2})
    around = await house.dc.click(asked, button(asked, "context"))
    assert around.error is None
    assert not around.ephemeral
    more = await house.dc.click(asked, button(asked, "more"))
    assert more.error is None
    assert words(more) != words(asked)
    why = await house.dc.click(asked, button(asked, "why"))
    assert why.ephemeral
    assert "ceasefire" in why.text
    again = await house.dc.slash("why", {"answer": button(asked, "why").rpartition(":")[2]})
    assert words(again) == words(why)


async def test_more_goes_on_to_the_end(house: Any) -> None:
    result = await house.dc.slash("quote", {"about": "ceasefire", "count": 1})
    seen = []
    for _ in range(12):
        seen.append(words(result))
        following = [written for written in result.custom_ids() if written.startswith("cp:more:")]
        if not following:
            break
        result = await house.dc.click(result, following[0])
    assert 2 < len(seen) < 12
    assert len(set(seen)) == len(seen)


async def test_a_thread_and_what_stands_in_its_way(house: Any) -> None:
    asked = await house.dc.slash("quote", {"about": "ceasefire"})
    thread = button(asked, "thread")
    opened = await house.dc.click(asked, thread)
    assert opened.ephemeral
    grown = house.dc.world.channels[asked.message["id"]]
    assert 0 < len(grown["name"]) <= 100
    (first,) = house.dc.bot_messages(grown)
    assert "interview" in str(first["components"])
    again = await house.dc.click(asked, thread)
    assert "already" in again.text
    inside = await house.dc.slash("quote", {"about": "ceasefire"}, channel=grown)
    assert not [written for written in inside.custom_ids() if written.startswith("cp:thread:")]


async def test_a_thread_where_it_is_not_allowed(house: Any) -> None:
    quiet = house.dc.text_channel("quiet")
    house.dc.deny_bot(quiet, "create_public_threads")
    asked = await house.dc.slash("quote", {"about": "ceasefire"}, channel=quiet)
    refused = await house.dc.click(asked, button(asked, "thread"))
    assert refused.ephemeral
    assert "may not open a thread" in refused.text
    house.assert_clean()


async def test_find_in_the_texts(house: Any) -> None:
    message = await house.dc.post("Some of us wonder what the texts say about a ceasefire, " + "and about peace " * 60)
    found = await house.dc.context_menu("Find in the texts", message)
    assert found.ephemeral
    assert "ceasefire" in words(found)
    picture = await house.dc.post("", attachments=[("a.png", b"x")])
    nothing = await house.dc.context_menu("Find in the texts", picture)
    assert nothing.ephemeral
    assert "no words" in nothing.text


async def test_check_this_quote(house: Any) -> None:
    claimed = "> In the Ukrainian case, she argues, a ceasefire or talks would not confirm the occupation"
    message = await house.dc.post(f"As canaryword said:\n{claimed}\nand that settles it.")
    checked = await house.dc.context_menu("Check this quote", message)
    assert checked.ephemeral
    assert "Negation" in checked.text
    assert "would confirm the occupation" in words(checked)
    typed = await house.dc.slash("check", {"wording": claimed.removeprefix("> ")})
    assert typed.ephemeral
    assert "Altered" in typed.text
    house.assert_clean()


async def test_in_ukrainian(house: Any) -> None:
    result = await house.dc.slash("quote", {"about": "ceasefire"}, user="olena", locale="uk")
    assert re.search("[іїєґ]", result.text)
    assert house.dc.command("Find in the texts", 3)["name_localizations"]["uk"] == "Знайти в текстах"


async def test_in_a_direct_message_and_for_a_user_install(house: Any) -> None:
    bob = house.dc.user("bob")
    direct = await house.dc.slash("quote", {"about": "ceasefire"}, user="bob", channel=house.dc.world.dm(bob["id"]))
    assert direct.error is None
    assert not [written for written in direct.custom_ids() if written.startswith("cp:thread:")]
    around = await house.dc.click(direct, button(direct, "context"), user="bob")
    assert around.error is None
    installed = await house.dc.slash("quote", {"about": "ceasefire"}, user="bob", user_install=True)
    assert installed.error is None


async def test_whatever_a_text_contains_stays_words(house: Any) -> None:
    result = await house.dc.slash("quote", {"about": "harbour", "count": 5, "source": "a-letter-with-everything-in-it"})
    read = words(result)
    for said in (
        "@everyone",
        "<@123456789012345678>",
        "<t:1700000000:R>",
        "||spoiler||",
        "discord.gg/harbour",
        ":smile:",
    ):
        assert said in read, said
    marked = result.text
    for active in ("https://", " @everyone", " <@", "<t:", "discord.gg", "||", " </", " :smile", " <:", "~~"):
        assert active not in marked, active
    message = result.message
    assert not message["mentions"]
    assert not message["mention_everyone"]


@pytest.mark.parametrize(
    "asked", ['" OR 1=1 --', "NEAR(", "*", "?!…", "the of and", "мир", "@everyone **x** <@1>", "x" * 300]
)
async def test_hostile_questions_get_an_answer(house: Any, asked: str) -> None:
    result = await house.dc.slash("quote", {"about": asked})
    assert result.error is None
    assert result.text
    assert "@everyone" not in result.text.replace("\\@everyone", "")
    house.assert_clean()


async def test_unknown_values_are_told_privately(house: Any) -> None:
    for name, options in (
        ("quote", {"about": "ceasefire", "source": "no such text"}),
        ("context", {"passage": "no-such-passage"}),
        ("why", {"answer": "zzzzzzzzzz"}),
    ):
        result = await house.dc.slash(name, options)
        assert result.ephemeral, name
        assert result.text, name
