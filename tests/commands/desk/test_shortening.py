"""A quote that rights made shorter is attributed to whose words are left of it."""

from collections.abc import Sequence
from dataclasses import replace

from bot.answers.quoting import excerpt, quote_of
from bot.commands.desk.shortening import shortened
from bot.commands.desk.wording import attribution
from bot.model import Passage, Reply, Role, Source, Span, Speaker, Statement, StatementType
from bot.words import words
from tests.fakes import FakeLibrary

SAY = words("en")
FIRST, SECOND = '"Lamps are for the rich," said Tom Ash.', '"Nobody asked us at all," said Ida Moss.'
TEXT = f"{FIRST} The town bought nine lamps. {SECOND}"


class Quoting(FakeLibrary):
    """A library of a text in which two others are quoted."""

    async def passages(self, ids: Sequence[str]) -> list[Passage]:
        said = [
            Statement((Span(at, at + 24),), Speaker(name, Role.QUOTED), StatementType.DIRECT)
            for name, at in (("Tom Ash", 0), ("Ida Moss", TEXT.index(SECOND)))
        ]
        return [replace(one, statements=tuple(said)) for one in await super().passages(ids)]


async def test_whose_words_were_cut_is_not_named_and_whose_alone_are_left_is() -> None:
    source = Source("lamps", "Lamps", ("Ada Byron",))
    library = Quoting({"lamps": TEXT}, [source])
    (passage,) = await library.passages(["lamps-1"])
    document = await library.document("lamps", passage.edition)
    everything = excerpt(passage, document, source)
    whole = quote_of(everything, attribution(everything, SAY), "there")
    assert whole.attribution == "Ada Byron (author) · quotes: Tom Ash, Ida Moss"

    async def left(spans: tuple[Span, ...]) -> tuple[str, str]:
        """Tell what is said of those spans where they are what was left."""
        cut = replace(whole, spans=spans, text=document.derive(spans), cut=True)
        (quote,) = await shortened(Reply((cut,)), Reply((whole,)), library, SAY)
        return getattr(quote, "attribution", ""), getattr(quote, "citation", "")

    two = await left((Span(0, TEXT.index(SECOND) - 1),))
    assert two == ("Ada Byron (author) · quotes: Tom Ash", SAY.say("rights-cut", citation="there"))
    assert (await left((Span(0, 24),)))[0] == "Tom Ash (quoted), as told by Ada Byron"
    assert await shortened(Reply((whole,)), Reply((whole,)), library, SAY) == (whole,)
