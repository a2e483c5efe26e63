"""How written a sentence is: what binds it (articles, prepositions), against what only fills it or speaks of the talk.

A sentence of written prose holds more of a subject than one of talk; that it can be told by function words alone was
shown by Heylighen and Dewaele, "Variation in the Contextuality of Language" (2002).
"""

from collections.abc import Sequence

_BINDING = {
    "en": "the of in to for by with and from on at as between a an against under during through into among toward",
    "uk": "в у на до для з із зі від про при за під над між через після перед та і й щодо без",
    "ru": "в во на до для с со от о об про при за под над между через после перед и без из по",
}
_LOOSE = {
    "en": "i we my our me us you your im ive uh um yeah yes okay ok well mean know like sort kind hmm oh so just right"
    " really actually",
    "uk": "я ми мій моя моє мої наш наша мене мені нас нам ти ви твій ваш тебе вас вам ну от ага так знаєте значить"
    " типу просто справді",
    "ru": "я мы мой моя мое мои наш наша меня мне нас нам ты вы твой ваш тебя вас вам ну вот ага да знаете значит"
    " типа просто действительно",
}
_DEFINITE = frozenset({"the"})
_SETS = {
    language: (frozenset(_BINDING[language].split()), frozenset(_LOOSE[language].split())) for language in _BINDING
}


def loose(words: Sequence[str], language: str) -> int:
    """Count the words that only fill a sentence or speak of the talk: talk has more than five in a hundred of them."""
    known = _SETS.get(language)
    return sum(word in known[1] for word in words) if known else 0


def register(words: Sequence[str], language: str) -> float:
    """Give the share of binding words less that of loose ones, from -1 to 1.5; 0 in a language without lists.

    `words` are folded. A definite article counts half as much again: what it stands before is what is spoken of.
    """
    known = _SETS.get(language)
    if known is None or not words:
        return 0.0
    binding, loose = known
    found = sum((word in binding) - (word in loose) + (word in _DEFINITE) / 2 for word in words)
    return found / len(words)
