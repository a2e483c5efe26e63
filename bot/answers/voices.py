"""Whose words are asked for: in a talk, "what did Mara Lind say about the dyke" asks for her turns on the dyke.

There, a name mostly stands where others speak to its bearer or of them: looked for among the words, it leads astray.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from bot.search.analysis import is_stop, stem, words

# Of a longer name the last word alone asks for nobody: it is what an office is called ("the chair of the council").
LONGEST = 3


@dataclass(frozen=True, slots=True)
class Voices:
    """Speakers who are asked for by name, each with the asked stems that name them, and what is looked for.

    A speaker who is named in full is told by that: the stems of the name are not looked for, as long as others are
    left. A last name alone may be a word like any other, and is looked for as well.
    """

    speakers: Mapping[str, frozenset[str]]
    terms: frozenset[str]


def voices(names: Iterable[str], terms: Collection[str], language: str) -> Voices:
    """Find who of the speakers with these names is asked for; `terms` are the asked stems."""
    asked = frozenset(terms)
    speakers: dict[str, frozenset[str]] = {}
    whole: set[str] = set()
    for name in names:
        every = [word for word in words(name) if len(word) > 1]
        own = [stem(word, language) for word in every if not is_stop(word, language)]
        if len(own) > 1 and asked.issuperset(own):
            whole.update(own)
            speakers[name] = frozenset(own)
        elif own and own[-1] in asked and len(every) == len(own) <= LONGEST:
            speakers[name] = asked.intersection(own)
    return Voices(speakers, asked - whole or asked)
