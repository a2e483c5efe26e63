"""Why an answer was what it was: its trace, and what the same question would find now."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.answers.quote import POOL, ordered
from bot.answers.quoting import still_there
from bot.answers.searching import Asked, search
from bot.errors import AskingError
from bot.model import Trace, TracedHit
from bot.search import Found, Index, Library

# Answers whose hits stand in the order of the ranking, so that ranks of then and now can be compared.
_RANKED = frozenset({"quote"})


@dataclass(frozen=True, slots=True)
class Now:
    """What became of a passage of the answer.

    `rank` (from 1) and `score` are those that the same question gives it now, None where it is found no longer;
    `moved` says that it stands in another place of the answer, `changed` that the text has a new edition since, and
    `gone` that the passage is in it no longer.
    """

    then: TracedHit
    source: str | None
    rank: int | None
    score: float | None
    moved: bool
    changed: bool
    gone: bool


@dataclass(frozen=True, slots=True)
class Reasons:
    """A trace told again. `found` is None where the answer rested on no search; `same` where nothing differs now."""

    trace: Trace
    hits: tuple[Now, ...]
    found: Found | None
    same: bool


async def why(library: Library, index: Index, trace: Trace) -> Reasons:
    """Replay the search that a trace keeps and say, for each passage of the answer, what differs."""
    found = await _replay(index, trace)
    order = await ordered(library, found, dict(trace.choices).get("speaker")) if found else []
    ranks = {match.passage: (rank, match.score) for rank, match in enumerate(order, 1)}
    first = int(dict(trace.choices).get("offset", "0")) + 1
    current = {text.source.id: text.edition for text in library.sources()}
    standing = {passage.id: passage for passage in await still_there(library, [hit.passage for hit in trace.hits])}
    hits: list[Now] = []
    for place, hit in enumerate(trace.hits, first):
        passage = standing.get(hit.passage)
        rank, score = ranks.get(hit.passage, (None, None))
        moved = found is not None and trace.command in _RANKED and rank != place
        changed = passage is not None and current.get(passage.source) != hit.edition
        hits.append(Now(hit, passage.source if passage else None, rank, score, moved, changed, passage is None))
    return Reasons(trace, tuple(hits), found, not any(hit.moved or hit.changed or hit.gone for hit in hits))


async def _replay(index: Index, trace: Trace) -> Found | None:
    if not trace.terms or trace.command == "concordance":
        return None
    chosen = dict(trace.choices)
    asked = Asked(_again(trace.terms, chosen.get("missing")), again(chosen))
    await asked.prepare(index)
    try:
        return search(index, asked, source=chosen.get("source"), speaker=chosen.get("speaker"), limit=POOL).found
    except AskingError:  # the stop words of the languages that the texts have changed with the texts
        return None


def again(chosen: Mapping[str, str]) -> str | None:
    """Ask again what decided whether anything is about a question, where that was not all of it."""
    cut = "bare" in chosen or "bare-missing" in chosen
    return _again(chosen.get("bare", "").split(), chosen.get("bare-missing")) if cut else None


def _again(terms: Iterable[str], missing: str | None) -> str:
    return " ".join((*terms, *_nowhere(int(missing or "0"))))


def _nowhere(count: int) -> list[str]:
    """Give so many words that stand in no text, in place of those that were asked and aren't kept."""
    return [f"{number:032}" for number in range(count)]
