"""The best passages for a question, varied over the texts."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heapreplace

from bot.answers.quoting import Excerpt, excerpt, opened, shelf, still_there
from bot.answers.searching import Asked, search
from bot.errors import SourceChanged
from bot.model import Role, Trace
from bot.search import Found, Index, Library, Match

# The passages among which the order is varied; "more" ends with them.
POOL = 50
# Passages that are offered as the nearest where nothing is about a question.
NEAREST = 2
# Whose words answer no question of an interview.
_ASKING = frozenset({Role.INTERVIEWER, Role.EDITOR})


@dataclass(frozen=True, slots=True)
class Quoted:
    """Passages for a question. `following` is the offset of the next ones; `changed` names texts that were left out.

    Where nothing is about the question, `near` says that the passages only come nearest to it. `answering` counts those
    that were shown without a place of their own, because they answer an interviewer's question that has one, and
    `joined` those of all that was found which have none for that reason, on whatever page.
    """

    excerpts: tuple[Excerpt, ...]
    found: Found
    following: int | None
    changed: tuple[str, ...]
    trace: Trace
    near: bool = False
    answering: int = 0
    joined: int = 0


async def quote(
    library: Library,
    index: Index,
    about: str,
    *,
    source: str | None = None,
    speaker: str | None = None,
    count: int = 3,
    offset: int = 0,
    bare: str | None = None,
) -> Quoted:
    """Find the `count` best passages from `offset` on; `source` is an id and `speaker` a name of the library's.

    `bare` is what decided before whether anything is about the question, where it is asked again by its words.

    Raises the errors of asking, NoTexts, and SourceChanged when all that was found stands in changed texts.
    """
    shelf(library)
    asked = Asked(about, bare) if bare else Asked.in_a_sentence(about, library)
    await asked.prepare(index)
    told = search(index, asked, source=source, speaker=speaker, limit=POOL)
    found = told.found
    order = await ordered(library, found, speaker)
    page = {match.passage: match for match in order[offset : offset + count]}
    open_ = await opened(library, await still_there(library, list(page)))
    # A passage that was split or merged since comes under a new id: its reasons are those of the old one no longer.
    excerpts = tuple(
        excerpt(passage, document, record, match=page.get(passage.id)) for passage, document, record in open_.passages
    )
    following = offset + count if offset + count < len(order) else None
    choices = (
        ("source", source),
        ("speaker", speaker),
        ("count", str(count)),
        ("offset", str(offset)),
        # What is enough of a question depends on the words that stand nowhere, too: kept is how many they are.
        ("missing", str(found.missing or "")),
        *told.choices,
    )
    kept = tuple((name, value) for name, value in choices if value)
    hits = tuple(chosen.traced for chosen in excerpts)
    trace = Trace("quote", found.terms, kept, hits, found.searched)
    near = not found.matches
    shown = {match.passage for match in order[: offset + count]}
    answered = excerpts if near or speaker else await _answered(library, excerpts, shown)
    joined = 0 if near else len(found.matches) - len(order)
    return Quoted(answered, found, following, open_.changed, trace, near, len(answered) - len(excerpts), joined)


async def _answered(library: Library, excerpts: Sequence[Excerpt], shown: Collection[str]) -> tuple[Excerpt, ...]:
    """Put after each interviewer's question what is answered: who asks about it wants to read that.

    What is `shown` in a place of its own, on this page or before it, is not shown again.
    """
    told: list[Excerpt] = []
    there = {*shown, *(chosen.passage.id for chosen in excerpts)}
    for chosen in excerpts:
        told.append(chosen)
        if chosen.passage.speaker.role is Role.INTERVIEWER:
            after = chosen.passage.number + 1
            told += [one for one in await _opened(library, chosen, after) if one.passage.id not in there]
    return tuple(told)


async def _opened(library: Library, asked: Excerpt, number: int) -> list[Excerpt]:
    """Give the passage with that number of the text of a question, unless it is asked, too, or its text changed."""
    after = await library.of_source(asked.source.id, number, number)
    others = [one for one in after if one.speaker.role not in _ASKING]
    try:
        return [excerpt(*one) for one in (await opened(library, others)).passages]
    except SourceChanged:
        return []


async def ordered(library: Library, found: Found, speaker: str | None) -> list[Match]:
    """Order what was found as it is quoted: what answers, or else the few passages that come nearest.

    What answers an interviewer's question that comes before it is shown with that, and has no place of its own; where
    one voice is asked for, questions are shown alone.
    """
    order = varied(found.matches)
    if not order:
        return list(found.nearest[:NEAREST])
    return order if speaker else await _apart(library, order)


async def _apart(library: Library, order: list[Match]) -> list[Match]:
    """Leave out what answers an interviewer's question that comes before it."""
    interviews = await library.interviews()
    places = {(match.source, match.number): at for at, match in enumerate(order) if match.source in interviews}
    asked: dict[str, str] = {}
    for at, match in enumerate(order):
        before = places.get((match.source, match.number - 1), at)
        if before < at:
            asked[match.passage] = order[before].passage
    standing = await still_there(library, list(dict.fromkeys((*asked, *asked.values())))) if asked else []
    voices = {passage.id: passage.speaker.role for passage in standing}
    joined = {
        answer
        for answer, question in asked.items()
        if voices.get(question) is Role.INTERVIEWER and voices.get(answer, Role.EDITOR) not in _ASKING
    }
    return [match for match in order if match.passage not in joined]


def varied(matches: Iterable[Match]) -> list[Match]:
    """Order matches so that every text has its turn: each passage shown of a text halves what its next one counts.

    So a text comes twice before another's turn only with a passage that is at least twice as good.
    """
    queues: dict[str, list[tuple[float, int, Match]]] = {}
    for place, match in enumerate(matches):
        queues.setdefault(match.source, []).append((-match.score, place, match))
    # A text's best passage is always its next one, so that only those are compared; equals come as they came.
    turns: list[tuple[float, int, int, list[tuple[float, int, Match]]]] = []
    for queue in queues.values():
        queue.sort(reverse=True)
        score, place, _ = queue[-1]
        turns.append((score, place, 1, queue))
    heapify(turns)
    order: list[Match] = []
    while turns:
        _, _, shown, queue = turns[0]
        order.append(queue.pop()[2])
        if queue:
            score, place, _ = queue[-1]
            heapreplace(turns, (score / 2**shown, place, shown + 1, queue))
        else:
            heappop(turns)
    return order
