"""A summary made only of quoted sentences: of one text or all of them, or of what they say to a question."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.answers.answered import with_answers
from bot.answers.asking import asks_for_all, subject
from bot.answers.choosing import Chosen, Open, choose
from bot.answers.lines import Concept
from bot.answers.quoting import Excerpt, Part, excerpt, opened, shelf, still_there
from bot.answers.searching import Asked, search
from bot.answers.sentences import Unit
from bot.answers.turns import strongest
from bot.model import Role, Source, Trace
from bot.search import Found, Index, Library, Match, Shelved

LENGTHS = {"short": 60, "medium": 120, "long": 240}
# Texts that share a summary at most, and the least share of words that a text gets.
MOST_TEXTS = 8
_LEAST_SHARE = 20
# A text speaks of a question only if its best passage is so good, of what the best of all is: less is a word in common.
TOUCHED = 1 / 3
# Texts that stand side by side.
MOST_SIDES = 4
# Words of what comes nearest, where nothing is about a question.
NEAREST = 60
# Passages that are looked at: in all, of one text at most, and of one among many; where nothing is asked, more of them.
_POOL, _MOST, _FEW = 24, 10, 4
_TOLD, _TOLD_MOST = 48, 20
# Likewise in all, those among which is looked for who speaks in a talk.
_WIDE = 64


@dataclass(frozen=True, slots=True)
class Summary:
    """Quoted sentences, grouped by text. `left_out` counts texts that would have had something to say.

    Where nothing is about the question, `near` says that the sentences only come nearest to it. `found` is None where
    nothing was asked; `changed` names texts that were left out because they changed; `each` is how many words each text
    has at most where they stand side by side. `capped` are texts of which not as much as that may be quoted in an
    answer.
    """

    parts: tuple[Part, ...]
    budget: int
    each: int | None
    searched: int
    left_out: int
    found: Found | None
    changed: tuple[str, ...]
    trace: Trace
    near: bool = False
    capped: tuple[Source, ...] = ()

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
    apart: bool = False,
) -> Summary:
    """Summarise in at most `words` words; texts share them equally, and where they stand `apart` pass nothing on.

    Who asks `about` everything asks for no subject: then, as without a question, texts are told by what they speak of.
    Where nothing is about a question, a short summary is made of what comes nearest.

    `turn` (the day, say) moves on which texts come first where there are more than a summary holds.
    Raises the errors of asking, NoTexts, and SourceChanged when all that was found stands in changed texts.
    """
    texts = [shelved for shelved in shelf(library) if source in (None, shelved.source.id)]
    found = None if about is None or asks_for_all(about) else await _search(library, index, about, source)
    if near := found is not None and not found.matches:
        words, apart = min(words, NEAREST), False
    room = min(_room(words), MOST_SIDES if apart else MOST_TEXTS)
    groups = _found(found.matches or found.nearest, texts) if found else _salient(index, texts, room, turn)
    shown = list(groups.values())[:room]
    pool, limit = (_POOL, _MOST) if found else (_TOLD, _TOLD_MOST)
    most = min(max(pool // max(len(shown), 1), _FEW), limit)
    wide = most if found else max(most, _WIDE // max(len(shown), 1))
    looked = {match.passage: match for matches in shown for match in matches[:wide]}
    passages = await still_there(library, list(looked))
    if not found:
        passages = strongest(passages, most)
    open_ = await opened(library, passages)
    if found:
        open_, looked = await with_answers(library, open_, looked)
    scores = {passage: match.score for passage, match in looked.items()}
    each = words // max(len(shown), 1) if apart else None
    parts, capped = _shared(_by_source(open_.passages), asked_words(found), scores, words, each)
    left_out = 0 if near else (len(groups) if found else len(texts)) - len(parts)
    searched = found.searched if found else len(texts)
    if found:
        parts = tuple(Part(part.source, tuple(because(part.excerpts, looked))) for part in parts)
    hits = tuple(chosen.traced for part in parts for chosen in part.excerpts)
    choices = (("source", source), ("words", str(words)), ("turn", str(turn)), ("apart", "yes" if apart else None))
    kept = tuple((name, value) for name, value in choices if value)
    trace = Trace("summary", found.terms if found else (), kept, hits, searched)
    return Summary(parts, words, each, searched, left_out, found, open_.changed, trace, near, capped)


async def _search(library: Library, index: Index, about: str, source: str | None) -> Found:
    """Search for a question; whether anything is about it is told by what is left without who is asked for."""
    asked = Asked.of(about, subject(about, library.speakers()), library)
    await asked.prepare(index)
    return search(index, asked, source=source, limit=2 * _POOL).found


def asked_words(found: Found | None) -> list[str]:
    """Give the words that a search looked for, without the marks of phrases, and those that it found in their place."""
    if found is None:
        return []
    signals = (signal for match in found.matches for signal in match.why if signal.name == "synonyms")
    instead = (term for signal in signals for term in signal.terms if " " not in term)
    return [word for term in (*found.terms, *dict.fromkeys(instead)) for word in term.strip('"').split()]


def _room(words: int) -> int:
    return max(1, words // _LEAST_SHARE)


def _found(matches: Sequence[Match], texts: Sequence[Shelved]) -> dict[str, list[Match]]:
    """Group matches by text, of those that speak of it; standpoints take turns, each with its best text first."""
    groups: defaultdict[str, list[Match]] = defaultdict(list)
    speaking = touching(matches)
    for match in matches:
        if match.source in speaking:
            groups[match.source].append(match)
    return {source: groups[source] for source in in_turns(list(groups), texts)}


def touching(matches: Sequence[Match]) -> set[str]:
    """Give the texts that speak of a question, by their best passages."""
    least = TOUCHED * max((match.score for match in matches), default=0.0)
    return {match.source for match in matches if match.score >= least}


def _salient(index: Index, texts: Sequence[Shelved], room: int, turn: int) -> dict[str, list[Match]]:
    """Take the strongest passages of as many texts as there is room for; the next turn begins where this one ends."""
    room = min(room, len(texts))
    first = turn * room % len(texts) if len(texts) > room else 0
    every = in_turns([text.source.id for text in texts], texts)
    ordered = [every[(first + at) % len(every)] for at in range(room)]
    return {source: list(index.salient(source, _WIDE // room)) for source in ordered}


def in_turns(sources: Sequence[str], texts: Sequence[Shelved]) -> list[str]:
    """Order texts so that standpoints take turns: of each its first, then of each its second; those without are one."""
    labels = {text.source.id: text.source.standpoint.label if text.source.standpoint else "" for text in texts}
    seen: Counter[str] = Counter()
    turns: list[tuple[int, int, str]] = []
    for place, source in enumerate(sources):
        label = labels.get(source, "")
        turns.append((seen[label], place, source))
        seen[label] += 1
    return [source for _, _, source in sorted(turns)]


def _by_source(passages: Sequence[Open]) -> dict[str, list[Open]]:
    groups: defaultdict[str, list[Open]] = defaultdict(list)
    for one in passages:
        groups[one[2].id].append(one)
    return groups


def _shared(
    texts: Mapping[str, Sequence[Open]],
    asked: Sequence[str],
    scores: Mapping[str, float],
    words: int,
    each: int | None,
) -> tuple[tuple[Part, ...], tuple[Source, ...]]:
    """Give each text `each` words, or else its equal share; what one leaves of it goes to those after it.

    What the last ones leave goes to the first that have more to say. No text has more than may be quoted of it in an
    answer; gives those that would have had, too.
    """
    chosen: dict[str, Chosen] = {}
    capped: dict[str, Source] = {}
    left = words
    for place, (name, own) in enumerate(texts.items()):
        share = each if each is not None else left // (len(texts) - place)
        chosen[name] = _within(own, asked, scores, share, _told(chosen, name) if each is None else ())
        left -= chosen[name].words
        if _bound(own, share):
            capped[name] = own[0][2]
    for name, own in texts.items() if each is None else ():
        if left < _LEAST_SHARE:
            break
        share = chosen[name].words + left
        more = _within(own, asked, scores, share, _told(chosen, name))
        if more.words > chosen[name].words:
            left, chosen[name] = share - more.words, more
            if _bound(own, share):
                capped[name] = own[0][2]
    room = left if each is None else min(each, left)
    return tuple(_parts(texts, chosen, scores, room if asked else 0)), tuple(capped.values())


def _parts(
    texts: Mapping[str, Sequence[Open]], chosen: Mapping[str, Chosen], scores: Mapping[str, float], left: int
) -> Iterator[Part]:
    """Give what is quoted of each text; of one without a sentence that can be quoted, a whole passage if that fits."""
    for name, one in chosen.items():
        excerpts = excerpts_of(one.units) or _whole(texts[name], scores, left)
        left -= 0 if one.units else sum(whole.words for whole in excerpts)
        if excerpts:
            yield Part(texts[name][0][2], tuple(excerpts), one.speakers)


def _whole(own: Sequence[Open], scores: Mapping[str, float], left: int) -> list[Excerpt]:
    """Quote the passage of a text that is nearest to a question as a whole, where none of its sentences stands alone.

    A list inside a paragraph, say. It has to fit into what is `left` of the words, and into the text's rights.
    """
    cap = own[0][2].rights.words_per_answer
    nearest = max(own, key=lambda one: (scores.get(one[0].id, 0.0), -one[0].number))
    whole = excerpt(*nearest)
    fits = whole.words <= (left if cap is None else min(cap, left))
    return [whole] if fits and nearest[0].speaker.role not in (Role.INTERVIEWER, Role.EDITOR) else []


def _within(
    own: Sequence[Open], asked: Sequence[str], scores: Mapping[str, float], share: int, told: Collection[Concept]
) -> Chosen:
    """Choose of a text, within its share and its rights."""
    cap = own[0][2].rights.words_per_answer
    return choose(own, asked, scores, share if cap is None else min(cap, share), told)


def _bound(own: Sequence[Open], share: int) -> bool:
    """Whether a text's rights leave it less than its share."""
    cap = own[0][2].rights.words_per_answer
    return cap is not None and cap < share


def _told(chosen: Mapping[str, Chosen], name: str) -> set[Concept]:
    """Give the concepts that other texts brought."""
    return {concept for other, one in chosen.items() if other != name for concept in one.concepts}


def excerpts_of(chosen: Sequence[Unit]) -> list[Excerpt]:
    """Put units into reading order; those that follow each other in a passage become one excerpt."""
    made: list[Excerpt] = []
    run: list[Unit] = []
    for unit in (*sorted(chosen, key=lambda unit: unit.place), None):
        if run and (unit is None or not _follows(run[-1], unit)):
            spans = tuple(span for one in run for span in one.spans)
            made.append(excerpt(run[0].passage, run[0].document, run[0].source, spans))
            run = []
        if unit is not None:
            run.append(unit)
    return made


def because(excerpts: Sequence[Excerpt], matches: Mapping[str, Match]) -> list[Excerpt]:
    """Add to excerpts how their passages were found."""
    return [one.because(matches[one.passage.id]) if one.passage.id in matches else one for one in excerpts]


def _follows(one: Unit, other: Unit) -> bool:
    """Whether a unit begins with the sentence after the last one of another."""
    sentences = one.passage.sentences
    past = next((at for at, spans in enumerate(sentences) if spans[-1] == one.spans[-1]), len(sentences))
    return one.passage == other.passage and other.first == past + 1
