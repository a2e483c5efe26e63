"""Which texts there are, and who speaks in one of them."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from bot.answers.quoting import shelf
from bot.model import Role
from bot.search import Library, Shelved

# Passages that are read at once to count who speaks.
_PART = 1_000
# Who speaks and is quoted, too, is shown as who speaks: one passage counts for more than all quotations.
_SPEAKS = 1_000_000


@dataclass(frozen=True, slots=True)
class Texts:
    """All texts, by id, and how much there is of them."""

    texts: tuple[Shelved, ...]
    passages: int
    words: int


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who speaks in a text: in how many passages in their own voice, and in how many quoted or reported."""

    name: str
    role: Role
    speaking: int
    quoted: int


@dataclass(frozen=True, slots=True)
class Portrait:
    """One text and everybody who speaks in it, most passages first. `unclear` counts passages of nobody's."""

    text: Shelved
    voices: tuple[Voice, ...]
    unclear: int


def texts(library: Library) -> Texts:
    """List the texts. Raises NoTexts."""
    found = tuple(shelf(library))
    return Texts(found, sum(text.passages for text in found), sum(text.words for text in found))


async def portrait(library: Library, source: str) -> Portrait:
    """Describe one text, by its id or title. Raises UnknownSource and NoTexts."""
    shelf(library)
    text = library.source(source)
    speaking: Counter[str] = Counter()
    quoted: Counter[str] = Counter()
    roles: dict[str, Counter[Role]] = defaultdict(Counter)
    unclear = 0
    for first in range(1, text.passages + 1, _PART):
        for passage in await library.of_source(text.source.id, first, first + _PART - 1):
            own = passage.speaker.name
            unclear += own is None
            speaking.update([own] if own else [])
            others = [statement.speaker for statement in passage.statements if statement.speaker.name != own]
            quoted.update({other.name for other in others if other.name})
            for voice, weight in ((passage.speaker, _SPEAKS), *((other, 1) for other in others)):
                if voice.name:
                    roles[voice.name][voice.role] += weight
    mostly = {name: counts.most_common(1)[0][0] for name, counts in roles.items()}
    return Portrait(text, _voices(speaking, quoted, mostly), unclear)


def _voices(speaking: Counter[str], quoted: Counter[str], roles: dict[str, Role]) -> tuple[Voice, ...]:
    voices: Sequence[Voice] = [Voice(name, role, speaking[name], quoted[name]) for name, role in roles.items()]
    return tuple(sorted(voices, key=lambda voice: (-voice.speaking, -voice.quoted, voice.name)))
