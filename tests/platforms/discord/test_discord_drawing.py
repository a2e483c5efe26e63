"""Whatever a reply holds, its messages keep Discord's limits, and its quotes are there word for word."""

from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.model import (
    Action,
    ActionKind,
    Actions,
    Column,
    Columns,
    Facts,
    KeywordLine,
    Quote,
    Reply,
    Role,
    Span,
    Speaker,
    Text,
    Tone,
)
from bot.platforms.discord import components
from bot.platforms.discord.components import Component
from bot.platforms.discord.drawing import draw
from bot.platforms.discord.escaping import unescape
from bot.platforms.shared.splitting import CUT, size

NOBODY = Speaker(None, Role.UNCLEAR)
lines = st.text(max_size=400)
long = st.one_of(st.text(max_size=80), st.builds(lambda word, times: f"{word} " * times, lines, st.integers(0, 40)))
urls = st.none() | st.just("https://example.org/a_text") | st.text(max_size=30)
quotes = st.builds(
    lambda text, attribution, citation, url, focus: Quote(
        "p1", "s", "e", (Span(0, 1),), text, NOBODY, attribution, citation, url, False, focus
    ),
    long,
    lines,
    lines,
    urls,
    st.booleans(),
)
actions = st.builds(
    lambda some: Actions(tuple(some)),
    st.lists(
        st.builds(Action, st.sampled_from(ActionKind), lines, st.from_regex(r"[a-z0-9]{1,20}", fullmatch=True) | lines),
        max_size=12,
    ),
)
blocks = st.one_of(
    st.builds(Text, long, st.sampled_from(Tone)),
    quotes,
    st.builds(
        lambda left, key, right: KeywordLine("p", "s", "e", Span(0, 1), Span(2, 3), Span(4, 5), left, key, right, key),
        long,
        lines,
        long,
    ),
    st.builds(Facts, st.lists(st.tuples(lines, long), max_size=8).map(tuple), st.none() | lines),
    st.builds(
        Columns,
        st.lists(st.builds(Column, lines, st.lists(quotes, max_size=2).map(tuple), lines), max_size=4).map(tuple),
    ),
    actions,
)
replies = st.builds(lambda some: Reply(tuple(some)), st.lists(blocks, max_size=14))


def walk(message: tuple[Component, ...]) -> Iterator[Component]:
    for component in message:
        yield component
        yield from walk(tuple(component.get("components", ())))


def texts(messages: tuple[tuple[Component, ...], ...]) -> list[str]:
    return [part["content"] for message in messages for part in walk(message) if part["type"] == 10]


@settings(max_examples=100, deadline=None)
@given(replies)
def test_any_reply_keeps_the_limits(reply: Reply) -> None:
    messages = draw(reply)
    assert messages
    for message in messages:
        parts = list(walk(message))
        assert 0 < len(parts) <= components.MOST_COMPONENTS
        assert sum(size(part["content"]) for part in parts if part["type"] == 10) <= components.MOST_TEXT
        assert all(part["content"] for part in parts if part["type"] == 10)
        ids = [part["custom_id"] for part in parts if part["type"] == 2]
        assert len(ids) == len(set(ids))
        assert all(len(written) <= components.LONGEST_CUSTOM_ID for written in ids)
        assert all(0 < size(part["label"]) <= components.LONGEST_LABEL for part in parts if part["type"] == 2)
        assert all(1 <= len(part["components"]) <= 5 for part in parts if part["type"] == 1)


def quote(text: str, **more: object) -> Quote:
    return Quote("abc", "s", "e", (Span(0, 1),), text, NOBODY, "Ada Byron", "A Title · 3 · abc", **more)  # type: ignore[arg-type]


def quoted(drawn: str) -> str:
    return unescape("\n".join(line.removeprefix("> ") for line in drawn.split("\n") if line.startswith("> ")))


@given(st.text(min_size=1).filter(lambda text: text.strip() and len(text) < 1000))
def test_a_quote_is_drawn_word_for_word(text: str) -> None:
    (drawn,) = texts(draw(Reply((quote(text),))))
    assert quoted(drawn) == text


def test_a_long_quote_goes_on_and_says_so() -> None:
    text = " ".join(f"Sentence number {n} stands here_ and *says* little." for n in range(300))
    drawn = texts(draw(Reply((quote(text),))))
    assert len(drawn) > 3
    parts = [quoted(part) for part in drawn]
    assert all(part.endswith(CUT) for part in parts[:-1])
    assert all(part.startswith(CUT) for part in parts[1:])
    assert " ".join(part.removeprefix(CUT).removesuffix(CUT).strip() for part in parts) == text


def test_each_line_of_a_quote_is_quoted() -> None:
    (drawn,) = texts(draw(Reply((quote("one\n# two\n- three"),))))
    assert drawn.split("\n")[:3] == ["> one", "> \\# two", "> \\- three"]


def test_items_of_a_list_stand_on_lines_of_their_own() -> None:
    (drawn,) = texts(draw(Reply((quote("She asks for: a tap a bench", breaks=(13, 19)),))))
    assert drawn.split("\n")[:3] == ["> She asks for:", "> a tap", "> a bench"]


def test_a_citation_links_only_to_an_address_to_trust() -> None:
    (linked,) = texts(draw(Reply((quote("Words.", url="https://example.org/a"),))))
    assert linked.endswith("-# [A Title · 3 · abc](https://example.org/a)")
    (plain,) = texts(draw(Reply((quote("Words.", url="javascript:alert(1)"),))))
    assert plain.endswith("-# A Title · 3 · abc")


def test_buttons_stand_under_their_quote() -> None:
    row = Actions((Action(ActionKind.CONTEXT, "Context", "abc"), Action(ActionKind.THREAD, "Thread", "abc")))
    ((card,),) = draw(Reply((Text("Found", Tone.TITLE), quote("Words."), row, quote("More."))))
    assert [part["type"] for part in card["components"]] == [10, 10, 1, 14, 10]
    assert [button["custom_id"] for button in card["components"][2]["components"]] == [
        "cp:context:abc",
        "cp:thread:abc",
    ]


def test_no_thread_is_offered_where_none_can_be() -> None:
    row = Actions((Action(ActionKind.CONTEXT, "Context", "abc"), Action(ActionKind.THREAD, "Thread", "abc")))
    for messages in (
        draw(Reply((quote("Words."), row)), threads=False),
        draw(Reply((quote("Words."), row), private=True)),
    ):
        assert [part["label"] for part in walk(messages[0]) if part["type"] == 2] == ["Context"]


def test_a_key_word_stands_out_in_its_line() -> None:
    line = KeywordLine(
        "p", "s", "e", Span(0, 8), Span(9, 13), Span(13, 20), "there is", "room", ", they say", "A Title"
    )
    (drawn,) = texts(draw(Reply((line,))))
    assert drawn == "> there is **room**, they say\n-# A Title"


def test_small_print_and_empty_replies() -> None:
    assert texts(draw(Reply((Text("a\n\nb", Tone.NOTE),)))) == ["-# a\n-# b"]
    assert texts(draw(Reply(()))) == ["…"]
