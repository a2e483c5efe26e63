"""From the labels of turns to people: "JD", "DOE", "Dr. Doe" and "Jane Doe" are one speaker where the text says so."""

import re
from collections.abc import Iterable, Sequence

from bot.corpus.names import NAME, UPPER, bare, in_order, is_name, names_in, same
from bot.corpus.turnwords import is_answerer, is_asker, is_crowd
from bot.corpus.units import Page, Unit

INITIALS = rf"(?:[{UPPER}]\.?[ -]?){{1,4}}"
_GIVEN = re.compile(rf"(?P<name>{NAME})\s?[(\[](?P<short>[{UPPER}]{{1,5}})[)\]]")
_SHORTENED = re.compile(rf"(?P<first>[{UPPER}])\.\s?(?:[{UPPER}]\.\s?)?(?P<family>[{UPPER}][\w’'-]+)")
_POSSESSIVE = re.compile(r"(?:['’]s|['’])$")
# Ukrainian and Russian names as they stand after "with", "of", "to": the endings of their parts tell.
_OBLIQUE_GIVEN = re.compile(r"[а-яіїєґ](?:ою|ею|єю|ёй|ом|ем|єм|ові|еві|єві|ы|и|і|ї|у|ю|е)$", re.IGNORECASE)
_OBLIQUE_FAMILY = re.compile(
    r"[а-яіїєґ](?:енка|енку|енком|ука|юка|ака|яка|уку|юку|уком|юком|ого|ому|им|ым|ської|цької|ською|цькою|ській|цькій|"
    r"ской|цкой|скую|цкую|ську|цьку|овой|евой|ової|евої|ову|еву|овою|евою|овым|евым|овим|евим)$",
    re.IGNORECASE,
)
_NOMINATIVE = frozenset(("артем", "артём", "юрій", "наомі", "андрій", "максим", "єфрем", "рем"))


def is_initials(name: str) -> bool:
    """Whether a label is somebody's initials: at most four capital letters, with full stops or without."""
    letters = re.sub(r"[\s.-]", "", name)
    return 1 <= len(letters) <= 4 and letters.isupper() and letters.isalpha() and (" " not in name or "." in name)


def is_loud(name: str) -> bool:
    """Whether a label is a name in capital letters."""
    return name.isupper() and sum(sign.isalpha() for sign in name) > 4


def own(name: str) -> str:
    """Take the possessive ending off a name: "Jane Doe’s"."""
    return _POSSESSIVE.sub("", name)


def is_oblique(name: str) -> bool:
    """Whether a Ukrainian or Russian name stands in another case than the one that names its bearer."""
    words = name.split()
    if not words or not re.search(r"[а-яіїєґ]$", words[-1], re.IGNORECASE):
        return False
    given = words[0].casefold() not in _NOMINATIVE and _OBLIQUE_GIVEN.search(words[0]) is not None
    return given or (len(words) > 1 and _OBLIQUE_FAMILY.search(words[-1]) is not None)


def people_near(page: Page, first: int) -> list[str]:
    """Names of two words and more in the text before, at and after the turns, where people are introduced."""
    near = [*page.units[max(0, first - 15) : first + 6], *page.units[-6:]]
    words = [_after_label(unit) for unit in near]
    named = [bare(own(in_order(m.group()))) for text in words for m in names_in(text[:3000])]
    return [name for name in named if is_name(name) and not is_oblique(name)]


def _after_label(unit: Unit) -> str:
    head, colon, rest = unit.plain.partition(":")
    return rest if colon and len(head) <= 45 else unit.plain


def given_initials(page: Page, last: int) -> dict[str, str]:
    """The initials that the text itself gives: "Jane Doe (JD)"."""
    words = ". ".join(unit.plain for unit in page.units[: last + 1])[:20_000]
    pairs = ((match["short"], bare(in_order(match["name"]))) for match in _GIVEN.finditer(words))
    return {short: name for short, name in pairs if short in initials_of(name)}


def initials_of(name: str) -> frozenset[str]:
    """All ways in which a name's initials are written, without full stops."""
    words = bare(name).split()
    parts = bare(name).replace("-", " ").split()
    capital = [word for word in words if word[0].isupper()]
    ways = (words, parts, capital, [words[0], words[-1]]) if words else ()
    return frozenset("".join(word[0] for word in way).upper() for way in ways)


def stands_for(name: str, person: str) -> bool:
    """Whether a label can be a person's: the name, a part of it, or its initials."""
    tidy = _tidy(name)
    if is_initials(name) and re.sub(r"[\s.-]", "", name) in initials_of(person):
        return True
    return same(tidy, person) or same(bare(tidy), person)


def full_names(names: Sequence[str], people: Sequence[str], given: dict[str, str]) -> dict[str, str]:
    """Give each label the one full name that it can stand for; a label that could stand for two stays as printed."""
    labelled = [_tidy(name) for name in names if " " in name and not is_initials(name) and not _is_role(name)]
    fuller = [*labelled, *people]
    return {name: _full(name, labelled, fuller, given) for name in dict.fromkeys(names)}


def _full(name: str, labelled: Sequence[str], fuller: Sequence[str], given: dict[str, str]) -> str:
    if _is_role(name):
        return name.capitalize() if is_crowd(name) and name.isupper() else name
    letters = re.sub(r"[\s.-]", "", name)
    if is_initials(name):
        if letters in given:
            return given[letters]
        matches = _one_each([full for full in labelled if letters in initials_of(full)])
        if len(matches) != 1:
            matches = _one_each([full for full in fuller if letters in initials_of(full)])
        if len(matches) != 1 and len(letters) > 2:
            matches = _one_each([full for full in fuller if same(_tidy(name).capitalize(), full)])
        return matches[0] if len(matches) == 1 else name
    tidy = _tidy(name)
    short = bare(tidy)
    if " " in short:
        spelt = _one_each(_spelt_out(short, fuller))
        return spelt[0] if len(spelt) == 1 else tidy
    matches = _one_each([full for full in fuller if full != tidy and same(short, full)])
    return matches[0] if len(matches) == 1 else tidy


def _spelt_out(name: str, fuller: Iterable[str]) -> Iterable[str]:
    """Give the names that "J. Doe" can stand for, from the first name on: of "Baker Jane Doe" the last two words."""
    short = _SHORTENED.fullmatch(name)
    if short is None:
        return
    for full in fuller:
        *given, family = full.split()
        first = next(
            (at for at, word in enumerate(given) if word[0] == short["first"] and len(word) > 2 and "." not in word),
            None,
        )
        if family == short["family"] and first is not None:
            yield " ".join((*given[first:], family))


def _tidy(name: str) -> str:
    if is_initials(name):
        return name
    tidy = in_order(name)
    return tidy.capitalize() if tidy.isupper() and " " not in tidy and len(tidy) > 3 else tidy


def _one_each(names: Iterable[str]) -> list[str]:
    """Drop the shorter forms of a name: "Ana Ruiz" beside "Ana Ruiz Soto" is one person."""
    found = list(dict.fromkeys(names))
    return [name for name in found if not any(set(name.split()) < set(other.split()) for other in found)]


def _is_role(name: str) -> bool:
    return is_asker(name) or is_answerer(name) or is_crowd(name)
