"""A second way to alter quotes: tenses, modals, quantities, units, dates, pronouns, hearsay, moved negations, splices.

Each way takes a wording and the passage that it was cut from; None where it doesn't apply.
"""

import random
import re
from collections.abc import Callable, Sequence

Twist = Callable[[random.Random, str, str], str | None]

# What is replaced, and by what: the words as they stand, or a pattern.
_PAIRS = """
will may|will would|may will|may must|can could|should shall|some all|some most|most some|all many|every each
few many|the a|a the|nearly |about |about over|roughly exactly|only |alleged |was is|is was|had has|has had|were are
he she|she he|they we|we they|his her|her his|I we|kilometres miles|metres feet|million billion|francs marks|March May
seventeen seventy|nine ninety|before after|unless if|if though|but and|because although|although because|or and|and or
who that|from to|to from|in on|last next|half third|believe know|said denied|think know|calls is|asks demands
wants needs|three four|три чотири|триста тридцять|якщо хоча|можна треба|нібито |колись завжди|всім деяким|він вона
вона він|жодного кожного|хотя поскольку|уже ещё|только и|двадцать двенадцать|никто кто-то|летом зимой|до після
darf muss|zwei drei|kein ein|seit vor|zweimal dreimal|wurde wird|bis ab|jamais toujours|mais et|quatre quarante
seis dieciséis|nunca siempre|hasta desde|אף את|אבל כי|כולם חלקם|ארבעים ארבע|בקיץ בחורף|כל חלק|لكن لأن|لا |إلا |لم لن
منذ قبل|كل بعض
"""
PAIRS = [tuple(pair.split(" ", 1)) for line in _PAIRS.strip().split("\n") for pair in line.split("|")]
_TURNS_LIST = """
not never unless if only alleged nobody reported according нібито не якщо никто если nicht kein לא לפי אלא لم إلا
"""
_TURNS = frozenset(_TURNS_LIST.split())
_INSERTED_LIST = "so-called allegedly always nearly almost perhaps майже завжди почти fast כמעט دائما"
_INSERTED = _INSERTED_LIST.split()
_IN_WORDS = {
    "3": "four", "14": "forty", "340": "three hundred", "4": "five", "1931": "тисяча дев'ятсот", "48": "vierzig",
    "12": "twenty", "1902": "тысяча девятьсот", "2010": "twenty ten", "300": "three thousand", "40%": "four per cent",
    "11,000": "eleven",
}  # fmt: skip
_DOTS = (" … ", " ... ", " [...] ", "... ", " (…) ")


def _substituted(rng: random.Random, text: str, _: str) -> str | None:
    possible = [pair for pair in PAIRS if re.search(rf"\b{pair[0]}\b", text, re.IGNORECASE)]
    if not possible:
        return None
    one, other = rng.choice(possible)
    match = rng.choice(list(re.finditer(rf"\b{one}\b", text, re.IGNORECASE)))
    return " ".join(f"{text[: match.start()]}{other}{text[match.end() :]}".split())


def _tense(rng: random.Random, text: str, _: str) -> str | None:
    found = list(re.finditer(r"\b([a-z]{3,}?)(ed|s|ing)\b", text))
    if not found:
        return None
    match = rng.choice(found)
    other = rng.choice([ending for ending in ("", "ed", "s", "ing") if ending != match[2]])
    return f"{text[: match.start()]}{match[1]}{other}{text[match.end() :]}"


def _exchanged(rng: random.Random, text: str, _: str) -> str | None:
    """Exchange two names, or two words where there are fewer: subject and object."""
    words = text.split()
    names = [at for at, word in enumerate(words) if word[0].isupper()]
    places = names if len(names) > 1 else list(range(len(words)))
    if len(places) < 2:
        return None
    one, other = rng.sample(places, 2)
    words[one], words[other] = words[other], words[one]
    return " ".join(words)


def _negation_moved(rng: random.Random, text: str, _: str) -> str | None:
    words = text.split()
    found = [at for at, word in enumerate(words) if word.lower() in _TURNS]
    if not found:
        return None
    word = words.pop(rng.choice(found))
    words.insert(rng.randint(0, len(words)), word)
    return " ".join(words)


def _dropped(rng: random.Random, text: str, _: str) -> str | None:
    words = text.split()
    many = rng.choice((1, 1, 2, 3))
    if len(words) < many + 6:
        return None
    at = rng.randint(1, len(words) - many - 2)
    del words[at : at + many]
    return " ".join(words)


def _turn_hidden(rng: random.Random, _: str, whole: str) -> str | None:
    """Hide a negation, a condition or hearsay behind an ellipsis, with few words or many on its sides."""
    words = whole.split()
    found = [at for at, word in enumerate(words) if word.lower().strip(".,") in _TURNS and 3 <= at < len(words) - 5]
    if not found:
        return None
    at = rng.choice(found)
    after = at + 1 + rng.randint(0, 2)
    before = words[max(0, at - rng.randint(3, 8)) : at]
    return " ".join(before) + rng.choice(_DOTS) + " ".join(words[after : after + rng.randint(3, 8)])


def _number(rng: random.Random, text: str, _: str) -> str | None:
    match = re.search(r"\d+", text)
    if not match:
        return None
    number = match[0]
    more = (
        number[::-1],
        str(int(number) * 2),
        number[:-1] or "1",
        f"<{number}",
        f"{number}–{int(number) + 1}",
        f"{number}s",
    )
    changed = rng.choice([other for other in more if other != number])
    return f"{text[: match.start()]}{changed}{text[match.end() :]}"


def _number_in_words(rng: random.Random, text: str, _: str) -> str | None:
    found = [number for number in _IN_WORDS if re.search(rf"(?<!\w){number}(?!\w)", text)]
    if not found:
        return None
    number = rng.choice(found)
    return re.sub(rf"(?<!\w){number}(?!\w)", _IN_WORDS[number], text, count=1)


def _inserted(rng: random.Random, text: str, _: str) -> str | None:
    words = text.split()
    words.insert(rng.randint(1, max(1, len(words) - 1)), rng.choice(_INSERTED))
    return " ".join(words)


TWISTS: dict[str, Twist] = {
    "substituted": _substituted, "tense": _tense, "exchanged": _exchanged, "negation moved": _negation_moved,
    "dropped": _dropped, "turn hidden": _turn_hidden, "number": _number, "number in words": _number_in_words,
    "inserted": _inserted,
}  # fmt: skip


def cut(rng: random.Random, wholes: Sequence[str]) -> tuple[str, str]:
    """Cut five to 28 words out of one of some passages; gives them without quotation marks, and the passage."""
    whole = rng.choice(wholes)
    words = whole.split()
    many = min(len(words), rng.randint(5, 28))
    at = rng.randint(0, len(words) - many)
    return re.sub(r'["“”]', "", " ".join(words[at : at + many])), whole


def glue(rng: random.Random, wholes: Sequence[str]) -> str | None:
    """Glue the beginning of one quote to the end of another, of somebody else's."""
    (one, first), (other, second) = cut(rng, wholes), cut(rng, wholes)
    if first == second:
        return None
    head, tail = one.split(), other.split()
    parted = rng.choice((" ", ", ", " … ", " and ", " ... "))
    return " ".join(head[: max(4, len(head) // 2)]) + parted + " ".join(tail[len(tail) // 2 - 1 :])
