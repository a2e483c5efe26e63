"""Slavic kin before two names: "брат Берга Карло" is Карло, whose brother Берг is; "брат Карло Берг" is one man."""

import re
from collections.abc import Callable

# Ukrainian, Russian: men first.
_HE = "брат|син|сын|батько|отец|дід|дед|чоловік|муж|дядько|дядя|племінник|племянник|онук|внук|друг|товариш|товарищ"
_SHE = "сестра|дочка|донька|дочь|мати|мать|баба|бабуся|бабушка|дружина|жена|тітка|тётка|племінниця|племянница|подруга"
_WORD = r"[А-ЯІЇЄҐЁ][а-яіїєґё'’-]+"
_OF_KIN = re.compile(rf"(?P<kin>(?P<he>{_HE})|{_SHE})\s(?P<whose>{_WORD})\s(?P<name>{_WORD})")
_GENITIVE_ONLY = re.compile(r"(?:[иіїы]|ого|ої)$")
_MAY_BE_GENITIVE = re.compile(r"(?:[аяиіїы]|ого|ої|ой)$")


def may_be_kin(mention: str) -> bool:
    """Whether a mention can name somebody after the one whose kin that is."""
    found = None if mention.isascii() else _OF_KIN.fullmatch(mention)
    return found is not None and _MAY_BE_GENITIVE.search(found["whose"]) is not None


def of_kin(mention: str, is_of: Callable[[str], bool]) -> str | None:
    """Name who is meant; nobody where it could be one name or two. `is_of` tells whether a word is a known name's."""
    found = _OF_KIN.fullmatch(mention)
    if found is None:
        return None
    whose: str = found["whose"]
    if _GENITIVE_ONLY.search(whose) or is_of(whose):
        return found["name"]
    return None if found["he"] else f"{whose} {found['name']}"
