"""Readers are told where a quote stops right before its text turns."""

import pytest
from fakes import FakeLibrary

from bot.answers.quoting import excerpt, quote_of
from bot.answers.stopping import stops
from bot.model import Reply

TEXT = (
    "The council counted every boat in the harbour. But the tally left out the ferries. Nobody asked why.\n\n"
    "Boats may leave at dawn. Unless the bell rings, the gates stay open all day.\n\n"
    "The bell hangs in the tower. It was cast in the year of the flood."
)


async def told(*wanted: tuple[int, int]) -> list[str]:
    """Quote sentences (passage, sentence) in one reply; give the words before which they stop."""
    library = FakeLibrary({"tally": TEXT})
    shelved = library.source("tally")
    document = await library.document("tally", shelved.edition)
    passages = await library.of_source("tally")
    quotes = []
    for passage, sentence in wanted:
        spans = passages[passage].sentences[sentence]
        quotes.append(quote_of(excerpt(passages[passage], document, shelved.source, spans), "", ""))
    return [stop.cue for stop in stops(Reply(tuple(quotes)), {("tally", shelved.edition): document})]


@pytest.mark.parametrize(
    ("wanted", "cues"),
    [
        ([(0, 0)], ["but"]),
        ([(0, 1)], []),
        ([(0, 0), (0, 1)], []),
        ([(1, 0)], ["unless"]),
        ([(0, 0), (1, 0)], ["but", "unless"]),
        ([(2, 1)], []),
        ([], []),
    ],
)
async def test_a_quote_that_stops_before_a_turn_is_told(wanted: list[tuple[int, int]], cues: list[str]) -> None:
    assert await told(*wanted) == cues
