"""Changes that turn what a quote says, in the middle of it: each gives None where it doesn't apply."""

import random
import re
from collections.abc import Callable, Sequence

Alter = Callable[[random.Random, str, Sequence[str]], str | None]

_NEGATION = re.compile(
    r"(?<=\w )(?:not|never|no|nobody|не|ні|ніхто|никто|nicht|nie|ne|jamais|nunca|לא|لم|لا) (?=\w)", re.IGNORECASE
)
_AUXILIARY = re.compile(r"\b(?:is|was|are|were|will|would|should|must|may|can|could|does|did|has|had|do|argues|says) ")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_PAIRS = (
    ("all", "some"), ("some", "all"), ("must", "may"), ("may", "must"), ("always", "sometimes"), ("more", "less"),
    ("fewer", "more"), ("before", "after"), ("first", "last"), ("can't", "can"), ("every", "no"), ("few", "many"),
    ("better", "worse"), ("because", "although"), ("without", "with"), ("with", "without"), ("only", "not only"),
    ("million", "billion"), ("marks", "pounds"), ("degrees", "points"), ("closed", "opened"), ("old", "new"),
    ("should", "should not"), ("unless", "if"), ("except", "also"), ("nobody", "everybody"), ("support", "oppose"),
    ("three", "thirteen"), ("two", "ten"), ("weeks", "years"), ("less", "more"), ("half", "all"), ("never", "ever"),
    ("але", "і"), ("завжди", "ніколи"), ("только", "не только"), ("nicht", "nur"), ("nadie", "alguien"),
    ("jamais", "toujours"),
    ("certain", "uncertain"), ("loyal", "disloyal"), ("possible", "impossible"), ("asks", "orders"), ("cannot", "can"),
)  # fmt: skip


def alter(rng: random.Random, text: str, words: Sequence[str]) -> str | None:
    """Alter a wording in one way or another; None where none was found that changes its words."""
    ways = list(WAYS.values())
    rng.shuffle(ways)
    for way in ways:
        changed = way(rng, text, words)
        if changed and _plain(changed) != _plain(text):
            return changed
    return None


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[\w%$€−-]+(?:[.,'’]\w+)*", text.casefold()))


def _drop_negation(rng: random.Random, text: str, _: Sequence[str]) -> str | None:
    found = list(_NEGATION.finditer(text))
    if not found:
        return None
    match = rng.choice(found)
    return text[: match.start()] + text[match.end() :]


def _add_negation(rng: random.Random, text: str, _: Sequence[str]) -> str | None:
    found = [match for match in _AUXILIARY.finditer(text) if match.end() < len(text) - 8 and match.start() > 3]
    if not found:
        return None
    match = rng.choice(found)
    return f"{text[: match.end()]}{rng.choice(('not', 'never', 'hardly'))} {text[match.end() :]}"


def _number(rng: random.Random, text: str, _: Sequence[str]) -> str | None:
    found = list(_NUMBER.finditer(text))
    if not found:
        return None
    match = rng.choice(found)
    number = match[0]
    others = (
        number + "0", str(int(re.sub(r"\D", "", number)) + 1), number.replace(".", "").replace(",", "") + "5",
        "l" + number[1:],
        number[:-1] + "О", number.replace(".", ","), number.replace(",", "."), "-" + number, number + "%", "$" + number,
        number.replace("1", "l").replace("0", "o"), number[:-1] + "٣",
    )  # fmt: skip
    changed = rng.choice([other for other in others if other != number])
    return text[: match.start()] + changed + text[match.end() :]


def _sign(rng: random.Random, text: str, _: Sequence[str]) -> str | None:
    changes = (
        ("%", ""),
        ("-5", "5"),
        ("$", "€"),
        ("$", ""),
        ("U.S.", "us"),
        ("1.5", "15"),
        ("1.5", "1,5"),
        ("can't", "can"),
    )
    possible = [(one, two) for one, two in changes if one in text]
    if not possible:
        return None
    one, two = rng.choice(possible)
    return text.replace(one, two, 1)


def _name(rng: random.Random, text: str, words: Sequence[str]) -> str | None:
    found = list(re.finditer(r"(?<=[a-zа-яіїє,] )[A-ZА-ЯІЇЄ][\w’']+(?= \w)", text))
    names = [word for word in words if word[0].isupper()]
    if not found or not names:
        return None
    match = rng.choice(found)
    return text[: match.start()] + rng.choice(names) + text[match.end() :]


def _opposite(rng: random.Random, text: str, _: Sequence[str]) -> str | None:
    possible = [pair for pair in _PAIRS if re.search(rf"(?<=\w ){pair[0]}\b(?! {pair[1]})(?=\W+\w)", text)]
    if not possible:
        return None
    one, two = rng.choice(possible)
    return re.sub(rf"(?<=\w ){one}\b(?=\W+\w)", two, text, count=1)


def _swap(rng: random.Random, text: str, _: Sequence[str]) -> str | None:
    words = text.split(" ")
    if len(words) < 6:
        return None
    at = rng.randrange(1, len(words) - 3)
    words[at], words[at + 1] = words[at + 1], words[at]
    return " ".join(words)


def _hide(rng: random.Random, text: str, _: Sequence[str]) -> str | None:
    """Hide a negation behind an ellipsis."""
    found = list(_NEGATION.finditer(text))
    if not found:
        return None
    match = rng.choice(found)
    before, after = text[: match.start()].rstrip(), text[match.end() :].lstrip()
    if len(before.split()) < 3 or len(after.split()) < 4:
        return None
    more = " ".join(after.split()[1:]) if rng.random() < 0.4 else after
    return before + rng.choice(("… ", " ... ", " [...] ", " (…) ", "...")) + more


def _replace(rng: random.Random, text: str, words: Sequence[str]) -> str | None:
    parts = text.split(" ")
    if len(parts) < 5:
        return None
    parts[rng.randrange(1, len(parts) - 1)] = rng.choice(words)
    return " ".join(parts)


def _remove(rng: random.Random, text: str, _: Sequence[str]) -> str | None:
    parts = text.split(" ")
    if len(parts) < 6:
        return None
    del parts[rng.randrange(1, len(parts) - 2)]
    return " ".join(parts)


def _insert(rng: random.Random, text: str, words: Sequence[str]) -> str | None:
    parts = text.split(" ")
    if len(parts) < 5:
        return None
    parts.insert(rng.randrange(1, len(parts) - 1), rng.choice((*words[:40], "not", "never", "never", "allegedly")))
    return " ".join(parts)


def _disguise(rng: random.Random, text: str, _: Sequence[str]) -> str | None:
    """Put a letter of another script into a word: it looks the same and is another word to a machine."""
    places = [match.start() for match in re.finditer(r"(?<=[a-z])[aeopcy](?=[a-z])", text)]
    if not places:
        return None
    at = rng.choice(places)
    return text[:at] + text[at].translate(str.maketrans("aeopcy", "аеорсу")) + text[at + 1 :]


def _strike(rng: random.Random, text: str, _: Sequence[str]) -> str | None:
    words = text.split(" ")
    if len(words) < 8:
        return None
    at = rng.randrange(3, len(words) - 4)
    words[at] = f"~~{words[at]}~~"
    return " ".join(words)


WAYS: dict[str, Alter] = {
    "negation dropped": _drop_negation, "negation added": _add_negation, "number": _number, "sign": _sign,
    "name": _name, "opposite": _opposite, "swap": _swap, "hidden": _hide, "word replaced": _replace,
    "word removed": _remove, "word inserted": _insert, "look-alike": _disguise, "struck out": _strike,
}  # fmt: skip
