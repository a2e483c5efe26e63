"""Nothing that stands in a text becomes anything on Discord, and nothing is added that a reader would copy."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.platforms.discord.escaping import cost, escape, unescape
from bot.platforms.shared.splitting import size

HOSTILE = [
    "@everyone and @here, <@1234567890> <@!1> <@&42> <#99> <id:guide>",
    "<t:1700000000:R> </privacy:123456789012345678> <:owl:1> <a:owl:2>",
    "https://example.org/a_b?c=*d* and http://example.org, <https://example.org>",
    "discord.gg/abcdef and discord.com/invite/abcdef, www.example.org/x",
    '[a link](https://example.org) and [another](<https://example.org> "title")',
    "**bold** *it* __under__ ~~gone~~ ||hidden|| `code` ```py\nblock\n```",
    "# heading\n## two\n-# small\n> quote\n>>> all\n- item\n* item\n+ item\n1. one\n   22. indented\n1986. A year.",
    ":smile: :+1: ¯\\_(ツ)_/¯ \\ \\\\ \\* a\\",
    "left \u202e right \u2066 isolated",
    "line\u2028- item\r\n# again",
]

words = st.text(
    alphabet=st.one_of(st.characters(codec="utf-8"), st.sampled_from("\\*_~`|[]<>@#:.-+ \n0123456789/()"))
) | (st.lists(st.sampled_from(HOSTILE)).map("".join))


@given(words)
@example("\\")
@example("1.")
def test_escaping_round_trips(text: str) -> None:
    assert unescape(escape(text)) == text


@given(words)
def test_only_backslashes_are_added(text: str) -> None:
    escaped = escape(text)
    kept = iter(escaped)
    assert all(any(character == other for other in kept) for character in text)
    assert escaped.replace("\\", "") == text.replace("\\", "")


@given(words)
def test_a_backslash_stands_only_before_what_discord_takes_as_a_sign(text: str) -> None:
    assert re.sub(r"\\[^0-9A-Za-z\s]", "", escape(text)).count("\\") == 0


@given(words)
def test_what_escaping_costs_at_most(text: str) -> None:
    assert size(escape(text)) <= cost(text)


@given(words, words)
def test_costs_add_up(one: str, other: str) -> None:
    assert cost(one + other) == cost(one) + cost(other)


ACTIVE = re.compile(
    r"""(?<!\\)(?:\\\\)*(?:
        [*_~`|<>@\[\]\#]            # any sign of formatting or of a mention
      | :(?=/|[^\s:]+:)             # an address or an emoji
      | (?:\A|\n)[^\S\n]*(?:[-+]|\d+[.)])  # a list
    )""",
    re.VERBOSE,
)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_are_plain(text: str) -> None:
    assert not ACTIVE.search(escape(text))


@given(words)
def test_any_words_are_plain(text: str) -> None:
    assert not ACTIVE.search(escape(text))


def test_hosts_without_a_scheme_are_no_addresses() -> None:
    assert escape("discord.gg/abc") == "discord\\.gg/abc"
    assert escape("At 8:30, said example.org. The end: none.") == "At 8:30, said example.org. The end: none."


def test_a_line_that_other_words_begin_can_not_become_a_list() -> None:
    assert escape("1. one\n2. two", within=True) == "1. one\n2\\. two"


def test_plain_words_stay_as_they_are() -> None:
    plain = "It was said (twice!) that “nothing” – not a thing – had changed; who knows? Yes, 3,000 of them."
    assert escape(plain) == plain
