"""Caps on quoted words hold whatever a reply has in it."""

import asyncio
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answers.checking import check
from bot.answers.concordance import concordance, keyword_line
from bot.answers.quoting import excerpt, quote_of
from bot.answers.rights import Per, within_rights
from bot.errors import RightsExhausted
from bot.model import (
    Action,
    ActionKind,
    Actions,
    Block,
    Column,
    Columns,
    Quote,
    Reply,
    Rights,
    Source,
    Text,
    Tone,
    words_in,
)
from bot.search import Index
from tests.fakes import FakeLibrary

TEXT = """The tower was built of stone. It stood for ninety years. A storm took the roof away in one night.

Nobody repaired it. The keepers left for the mainland in the spring of that year and never came back.

Gulls live there now. The lamp was sold."""


async def quotes(library: FakeLibrary, name: str) -> list[Quote]:
    shelved = library.source(name)
    document = await library.document(name, shelved.edition)
    return [
        quote_of(excerpt(passage, document, shelved.source), "somebody", "somewhere")
        for passage in await library.of_source(name)
    ]


def shelf(first: Rights, second: Rights) -> FakeLibrary:
    sources = [Source("a", "A", ("Ada",), rights=first), Source("b", "B", ("Ben",), rights=second)]
    return FakeLibrary({"a": TEXT, "b": TEXT.replace("tower", "mill")}, sources)


def counted(reply: Reply) -> Counter[str]:
    words: Counter[str] = Counter()
    for quote in reply.quotes():
        words[quote.source] += words_in(quote.text)
    for line in reply.lines():
        words[line.source] += words_in(line.left_text + line.key_text + line.right_text)
    return words


_CAP = st.none() | st.integers(0, 60)
_RIGHTS = st.builds(Rights, words_per_answer=_CAP, words_per_day=_CAP)


@given(first=_RIGHTS, second=_RIGHTS, spent=st.integers(0, 70), columns=st.booleans(), seed=st.randoms())
@settings(max_examples=80, deadline=None)
def test_never_over_a_cap(first: Rights, second: Rights, spent: int, columns: bool, seed: st.DataObject) -> None:
    async def go() -> None:
        library = shelf(first, second)
        every = await quotes(library, "a") + await quotes(library, "b")
        seed.shuffle(every)  # type: ignore[attr-defined]
        blocks: tuple[Block, ...] = (Columns((Column("all", tuple(every)),)),) if columns else tuple(every)
        try:
            kept, words, notes = await within_rights(Reply(blocks), library, lambda _: spent)
        except RightsExhausted as refused:
            limits = {"a": first.words_per_day, "b": second.words_per_day}
            assert limits[refused.source] == refused.limit  # noqa: PT017
            return
        await check(kept, library)
        assert dict(counted(kept)) == {name: count for name, count in words.items() if count}
        for name, rights in (("a", first), ("b", second)):
            if rights.words_per_answer is not None:
                assert words.get(name, 0) <= rights.words_per_answer
            if rights.words_per_day is not None:
                assert words.get(name, 0) <= max(rights.words_per_day - spent, 0)
        whole = counted(Reply(blocks)) == counted(kept)
        assert whole == (not notes)

    asyncio.run(go())


async def test_cut_to_leading_sentences_and_said() -> None:
    library = shelf(Rights(words_per_answer=12), Rights())
    quote = (await quotes(library, "a"))[0]
    kept, words, (note,) = await within_rights(Reply((quote,)), library, lambda _: 0)
    (cut,) = kept.quotes()
    assert cut.text == "The tower was built of stone. It stood for ninety years."
    assert cut.cut
    assert words == {"a": 11}
    assert (note.source.id, note.per, note.limit, note.cut, note.dropped) == ("a", Per.ANSWER, 12, 1, 0)


async def test_buttons_go_with_their_quote() -> None:
    library = shelf(Rights(words_per_answer=2), Rights())
    first, other = (await quotes(library, "a"))[0], (await quotes(library, "b"))[0]
    buttons = Actions((Action(ActionKind.CONTEXT, "context", first.passage),))
    kept, _, notes = await within_rights(Reply((Text("Found"), first, buttons, other)), library, lambda _: 0)
    assert kept.blocks == (Text("Found"), other)
    assert notes[0].dropped == 1


async def test_an_answer_goes_on_past_what_was_left_out() -> None:
    """A page of a concordance may be all of one text, whose day is used up: the other texts' lines come after it."""
    library = shelf(Rights(words_per_day=20), Rights())
    first = (await quotes(library, "a"))[0]
    more, why = Action(ActionKind.MORE, "more", "abc", 1), Action(ActionKind.WHY, "why", "abc")
    buttons = Actions((Action(ActionKind.CONTEXT, "context", first.passage), more, why))
    title = Text("Found", Tone.TITLE)
    kept, _, notes = await within_rights(Reply((title, first, buttons)), library, lambda _: 20)
    assert kept.blocks == (title, Actions((more, why)))
    assert notes[0].per == Per.DAY
    with pytest.raises(RightsExhausted):
        await within_rights(Reply((first, Actions((why,)))), library, lambda _: 20)


async def test_the_name_of_a_text_goes_with_the_last_of_its_quotes() -> None:
    library = shelf(Rights(words_per_day=20), Rights())
    used_up, free = (await quotes(library, "a"))[0], (await quotes(library, "b"))[0]
    title, end = Text("Found", Tone.TITLE), Text("That is all", Tone.NOTE)
    reply = Reply((title, Text("a"), used_up, used_up, Text("b"), free, end))
    kept, _, _ = await within_rights(reply, library, lambda name: 20 if name == "a" else 0)
    assert kept.blocks == (title, Text("b"), free, end)


async def test_a_used_up_day_is_an_error_of_its_own() -> None:
    library = shelf(Rights(words_per_day=20), Rights())
    with pytest.raises(RightsExhausted) as refused:
        await within_rights(Reply(tuple(await quotes(library, "a"))), library, lambda _: 20)
    assert (refused.value.source, refused.value.limit) == ("a", 20)


async def test_lines_of_a_concordance_count_too() -> None:
    library = shelf(Rights(words_per_answer=15), Rights())
    index = await Index.open(None, library)
    found = await concordance(library, index, "the", source="a")
    kept, words, _ = await within_rights(
        Reply(tuple(keyword_line(one, "c") for one in found.lines)), library, lambda _: 0
    )
    assert words["a"] <= 15
    assert 0 < len(list(kept.lines())) < len(found.lines)


async def test_texts_without_caps_pass_untouched() -> None:
    library = shelf(Rights(), Rights())
    reply = Reply(tuple(await quotes(library, "a")))
    kept, words, notes = await within_rights(reply, library, lambda _: 10**6)
    assert kept == reply
    assert notes == ()
    assert words == counted(reply)
