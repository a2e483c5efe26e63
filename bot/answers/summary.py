"""A summary made only of quoted sentences: of one text or all of them, or of what they say to a question."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from bot.answers.choosing import Weighed, choose, weigh
from bot.answers.quoting import Excerpt, excerpt, opened, shelf, still_there
from bot.answers.sentences import Unit, units
from bot.model import Source, Trace
from bot.search import Found, Index, Library, Match, Shelved

LENGTHS = {"short": 60, "medium": 120, "long": 240}
# Texts that share a summary at most, and the least share of words that a text gets.
MOST_TEXTS = 8
_LEAST_SHARE = 20
# Passages that are looked at: in all, of one text at most, and of one among many.
_POOL, _MOST, _FEW = 24, 10, 4


@dataclass(frozen=True, slots=True)
class Part:
    """What a summary takes from one text, in reading order."""

    source: Source
    excerpts: tuple[Excerpt, ...]

    @property
    def words(self) -> int:
        """How many words of it are quoted."""
        return sum(chosen.words for chosen in self.excerpts)


@dataclass(frozen=True, slots=True)
class Summary:
    """Quoted sentences, grouped by text. `left_out` counts texts that would have had something to say.

    `found` is None where nothing was asked; `changed` names texts that were left out because they changed.
    """

    parts: tuple[Part, ...]
    budget: int
    searched: int
    left_out: int
    found: Found | None
    changed: tuple[str, ...]
    trace: Trace

    @property
    def words(self) -> int:
        """How many words are quoted in all."""
        return sum(part.words for part in self.parts)


async def summary(
    library: Library,
    index: Index,
    about: str | None = None,
    *,
    source: str | None = None,
    words: int = LENGTHS["medium"],
    turn: int = 0,
) -> Summary:
    """Summarise in at most `words` words; texts share them equally.

    `turn` (the day, say) moves on which texts come first where there are more than a summary holds.
    Raises the errors of asking, NoTexts, and SourceChanged when all that was found stands in changed texts.
    """
    texts = [shelved for shelved in shelf(library) if source in (None, shelved.source.id)]
    found = index.search(about, source=source, limit=2 * _POOL) if about is not None else None
    groups = _found(found.matches) if found else _salient(index, texts, words, turn)
    shown = list(groups.values())[: _room(words)]
    each = min(max(_POOL // max(len(shown), 1), _FEW), _MOST)
    scores = {match.passage: match.score for matches in shown for match in matches[:each]}
    open_ = await opened(library, await still_there(library, list(scores)))
    candidates = [unit for one in open_.passages for unit in units(*one)]
    asked = [word for term in found.terms for word in term.strip('"').split()] if found else []
    parts = tuple(_shared(weigh(candidates, asked, scores), words))
    left_out = (len(groups) if found else len(texts)) - len(parts)
    searched = found.searched if found else len(texts)
    hits = tuple(chosen.traced for part in parts for chosen in part.excerpts)
    choices = (("source", source), ("words", str(words)), ("turn", str(turn)))
    kept = tuple((name, value) for name, value in choices if value)
    trace = Trace("summary", found.terms if found else (), kept, hits, searched)
    return Summary(parts, words, searched, left_out, found, open_.changed, trace)


def _room(words: int) -> int:
    return max(1, min(MOST_TEXTS, words // _LEAST_SHARE))


def _found(matches: Sequence[Match]) -> dict[str, list[Match]]:
    groups: defaultdict[str, list[Match]] = defaultdict(list)
    for match in matches:
        groups[match.source].append(match)
    return groups


def _salient(index: Index, texts: Sequence[Shelved], words: int, turn: int) -> dict[str, list[Match]]:
    """Take the strongest passages of as many texts as there is room for; the next turn begins where this one ends."""
    room = min(_room(words), len(texts))
    first = turn * room % len(texts) if len(texts) > room else 0
    ordered = [texts[(first + at) % len(texts)].source.id for at in range(room)]
    return {source: list(index.salient(source, _MOST)) for source in ordered}


def _shared(candidates: Sequence[Weighed], words: int) -> list[Part]:
    """Give each text its equal share; what one leaves of it goes to those after it."""
    by_source: defaultdict[str, list[Weighed]] = defaultdict(list)
    for candidate in candidates:
        by_source[candidate.unit.source.id].append(candidate)
    parts: list[Part] = []
    taken: list[Weighed] = []
    left = words
    for place, own in enumerate(by_source.values()):
        chosen = choose(own, left // (len(by_source) - place), taken)
        taken += chosen
        left -= sum(one.words for one in chosen)
        if chosen:
            parts.append(Part(own[0].unit.source, tuple(excerpts_of([one.unit for one in chosen]))))
    return parts


def excerpts_of(chosen: Sequence[Unit], match: Match | None = None) -> list[Excerpt]:
    """Put units into reading order; those that follow each other in a passage become one excerpt."""
    made: list[Excerpt] = []
    run: list[Unit] = []
    for unit in (*sorted(chosen, key=lambda unit: unit.place), None):
        if run and (unit is None or not _follows(run[-1], unit)):
            spans = tuple(span for one in run for span in one.spans)
            made.append(excerpt(run[0].passage, run[0].document, run[0].source, spans, match))
            run = []
        if unit is not None:
            run.append(unit)
    return made


def _follows(one: Unit, other: Unit) -> bool:
    """Whether a unit begins with the sentence after the last one of another."""
    sentences = one.passage.sentences
    past = next((at for at, spans in enumerate(sentences) if spans[-1] == one.spans[-1]), len(sentences))
    return one.passage == other.passage and other.first == past + 1
