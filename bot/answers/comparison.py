"""What each text says to a question, side by side: verbatim, the same number of words for each, nobody always first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b

from bot.answers.answered import with_answers
from bot.answers.choosing import choose
from bot.answers.quoting import Part, excerpt, opened, shelf, still_there
from bot.answers.summary import TOUCHED, asked_words, because, excerpts_of, touching
from bot.model import Source, Trace
from bot.search import Found, Index, Library

# Sides that are shown at once, and texts up to which all are named, the silent ones too.
MOST_SIDES = 4
NAMED = 10
WORDS = 80
_POOL = 100
_PASSAGES = 6


@dataclass(frozen=True, slots=True)
class Comparison:
    """Sides in the order of the day, each of at most `budget` words.

    `silent` names the texts in which nothing fits, where there are few texts; `silent_count` counts them always.
    `following` is the offset of further sides; `changed` names texts that were left out because they changed.
    """

    sides: tuple[Part, ...]
    budget: int
    silent: tuple[Source, ...]
    silent_count: int
    fitting: int
    following: int | None
    found: Found
    changed: tuple[str, ...]
    trace: Trace


async def compare(
    library: Library, index: Index, about: str, *, words: int = WORDS, offset: int = 0, day: date = date.min
) -> Comparison:
    """Compare what the texts say. `day` turns the order of the sides that are shown together.

    Raises the errors of asking, NoTexts, and SourceChanged when all that was found stands in changed texts.
    """
    texts = shelf(library)
    await index.prepare(about)
    found = index.search(about, limit=_POOL)
    fitting = _fitting(index, about, found)
    page = _turned(fitting[offset : offset + MOST_SIDES], found.terms, day)
    sides, changed = await _sides(library, index, about, page, words)
    speaking = set(fitting)
    silent = [shelved.source for shelved in texts if shelved.source.id not in speaking]
    named = tuple(silent) if len(texts) <= NAMED else ()
    following = offset + MOST_SIDES if offset + MOST_SIDES < len(fitting) else None
    choices = (("words", str(words)), ("offset", str(offset)), ("day", day.isoformat()))
    hits = tuple(chosen.traced for side in sides for chosen in side.excerpts)
    trace = Trace("compare", found.terms, choices, hits, found.searched)
    return Comparison(tuple(sides), words, named, len(silent), len(fitting), following, found, changed, trace)


def _fitting(index: Index, about: str, found: Found) -> list[str]:
    """Give the texts that speak of a question, the best first; those that only have a word in common don't.

    Where there are more matches than were looked at, and the last of them still speaks of it, so may others.
    """
    speaking = touching(found.matches)
    fitting = [match.source for match in found.matches if match.source in speaking]
    if len(found.matches) == _POOL and found.matches[-1].score >= TOUCHED * found.matches[0].score:
        fitting += index.fitting(about, loosened=found.loosened)
    return list(dict.fromkeys(fitting))


def _turned(page: Sequence[str], terms: Sequence[str], day: date) -> list[str]:
    """Order the sides by a hash of question, day and text: the same all day, and no side first every day."""

    def key(source: str) -> bytes:
        """Give a side's hash."""
        return blake2b("\n".join((*sorted(terms), day.isoformat(), source)).encode(), digest_size=8).digest()

    return sorted(page, key=key)


async def _sides(
    library: Library, index: Index, about: str, page: Sequence[str], words: int
) -> tuple[list[Part], tuple[str, ...]]:
    found = {source: index.search(about, source=source, limit=_PASSAGES) for source in page}
    # Whether the texts are about the question was told of all together; one of them may only touch on it.
    near = {source: one.matches or one.nearest for source, one in found.items()}
    matches = {match.passage: match for own in near.values() for match in own}
    open_, matches = await with_answers(
        library, await opened(library, await still_there(library, list(matches))), matches
    )
    sides: list[Part] = []
    for source in page:
        own = [(passage, document, record) for passage, document, record in open_.passages if record.id == source]
        if own:
            scores = {passage: match.score for passage, match in matches.items() if match.source == source}
            chosen = choose(own, asked_words(found[source]), scores, words)
            quoted = because(excerpts_of(chosen.units), matches)
            whole = (excerpt(*one, match=matches.get(one[0].id)) for one in own)
            sides.append(Part(own[0][2], tuple(quoted or [one for one in whole if one.words <= words][:1])))
    return sides, open_.changed
