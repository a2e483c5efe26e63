"""Who speaks in a text without a byline: who signs a letter, and who gives a speech by its title."""

import re
from collections.abc import Sequence

from bot.corpus.names import CUT_NAME, NAME, bare, in_order, is_name
from bot.corpus.uncased import Uncased
from bot.corpus.units import NOBODY, Page, Unit
from bot.corpus.words import ends_sentence, in_first_person
from bot.model import BlockKind, Role, Speaker

_SPOKEN = (
    r"(?:speech|address|remarks|statement|lecture|keynote|testimony|eulogy|sermon|(?:open )?letter|appeal|declaration|"
    r"toast|homily)"
)
_TEXT = r"(?:(?:(?:the )?full )?(?:text|transcript)(?: of)?:? )?"
_BY = re.compile(
    rf"{_TEXT}(?:the |an? )?(?:\w+ )?{_SPOKEN}\b(?: (?:given|delivered|made|written|issued|signed))?"
    rf" (?:by|of|from)(?: the)? (?P<who>{NAME})|"
    rf"{_TEXT}(?P<whose>{CUT_NAME})['’]s? (?:\w+ )?{_SPOKEN}\b",
    re.IGNORECASE,
)
# "We, the Night Watch of Port Ellis, …": a group that speaks for itself. English, German, French, Ukrainian, Russian,
# Spanish, Italian.
_WE = re.compile(
    rf"(?:We|Wir|Nous|Ми|Мы|Nosotr[oa]s|Noi)(?:,\s|\s)(?:the\s|die\s|der\s|das\s|les?\s|la\s|l['’]|l[oa]s\s|il\s|i\s)?"
    rf"(?P<who>{NAME}(?:\s(?:of|for|and|in|de|du|des|der|für|von)\s(?:the\s|la\s|le\s)?{NAME})*),\s"
)
_CLOSING = re.compile(
    r"(?:yours(?: \w+)?|(?:very |most )?(?:sincerely|truly|faithfully|respectfully)(?: yours)?|"
    r"(?:kind|best|warm) regards|"
    r"signed(?: by)?|in solidarity|with (?:respect|hope|best wishes|kind regards)|"
    r"з повагою|із повагою|щиро ваш[аі]?|підписали|підписанти|с уважением|искренне ваш[аи]?|подписали|"
    r"mit freundlichen grüßen|hochachtungsvoll|ihre?|gezeichnet|unterzeichnet|"
    r"cordialement|bien à vous|signataires|atentamente|firmado|firmantes|cordialmente|distinti saluti|firmato|"
    r"z poważaniem|podpisano|בברכה|בכבוד רב|חתומים|مع التحية|الموقعون)[\s,.:!–—]*",
    re.IGNORECASE,
)
_SALUTATION = re.compile(
    r"(?:dear|sirs?|madam|to (?:the|whom|all)|to our|an open letter|open letter|шановн\w+|дорог\w+|уважаем\w+|"
    r"sehr geehrte\w*|liebe\w*|chers?|chères?|estimad\w+|querid\w+|gentil\w+|szanown\w+|לכבוד|السادة)\b",
    re.IGNORECASE,
)
_TO_EDITOR = Uncased(
    r"(?:sirs?[,:]|dear (?:editor|sir|madam)|madam[,:]|to the editor|шановн\w+ редакці\w+|уважаем\w+ редакци\w+|"
    r"sehr geehrte\w* |monsieur,|madame,|לעורך|למערכת|السيد المحرر)"
)
_FOOT = 14
_TELLS = 6  # words


def signer(page: Page, inner: range) -> Speaker:
    """Give who speaks in a letter or a speech whose page prints no byline; nobody where that does not show."""
    body = [unit for unit in page.units[inner.start : inner.stop] if unit.kind is BlockKind.PARAGRAPH]
    name = _title_names(page) or _group(body) or _signature(page, inner)
    if name is None:
        return NOBODY
    personal = sum(in_first_person(unit.plain) for unit in body)
    return Speaker(name, Role.AUTHOR) if personal * 4 >= len(body) else NOBODY


def _title_names(page: Page) -> str | None:
    """The person whose letter or speech it is by its title."""
    titles = [unit.plain for unit in page.units if unit.kind in (BlockKind.TITLE, BlockKind.SUBTITLE, BlockKind.KICKER)]
    found = next((match for title in titles if (match := _BY.match(title[:300]))), None)
    if found:
        name = bare(in_order(found["who"] or found["whose"]))
        if name[:1].isupper() and " " in name:
            return name
    return None


def _group(body: Sequence[Unit]) -> str | None:
    """The group that speaks of itself as "we" where its text begins; one or two persons are none."""
    found = next((match["who"] for unit in body[:3] if (match := _WE.match(unit.plain[:240]))), None)
    persons = found is not None and all(is_name(part) for part in found.split(" and ")) and " and " in found
    return found if found and " " in found and not persons else None


def _signature(page: Page, inner: range) -> str | None:
    """The one name under a letter's closing words; the first line alone if more signed."""
    units = [unit for unit in page.units[inner.start :] if unit.kind is not BlockKind.FURNITURE]
    closing = next((n for n in range(len(units) - 1, max(-1, len(units) - _FOOT), -1) if _closes(units[n])), None)
    if closing is None or not any(_SALUTATION.search(unit.plain[:80]) for unit in page.units[: inner.start + 4]):
        return None
    if any(signs(unit) for unit in units[:closing]):
        return None  # a page of several letters, of which this is the last
    lines = [unit for unit in units[closing + 1 :] if unit.words <= 10 and not ends_sentence(unit.plain)]
    if not lines:
        return None
    name = bare(in_order(lines[0].plain.strip(" *_,")))
    signing = sum(is_name(in_order(unit.plain.split(",")[0])) for unit in lines)
    if is_name(name):
        return name if signing == 1 else None
    return name if re.fullmatch(rf"(?:The )?{NAME}(?: (?:of|for|and|&) (?:the )?{NAME})*", name) else None


def several(page: Page, begins: int, stop: int) -> bool:
    """Whether letters of others end before a place: a page of letters belongs to nobody alone.

    Where such a line stands above all that is told, it introduces who speaks below, as in a round of questions.
    """
    units = page.units[max(0, begins - 1) : stop]
    signing = next((place for place, unit in enumerate(units) if "," in unit.plain and signs(unit)), None)
    return signing is not None and any(
        not unit.settled and unit.words >= _TELLS and ends_sentence(unit.plain) for unit in units[:signing]
    )


def signs(unit: Unit) -> bool:
    """Whether a line is a name alone, or a name and what or where somebody is ("Jane Doe, teacher, Lund")."""
    lined = unit.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING)
    short = lined and unit.words <= 8 and not ends_sentence(unit.plain)
    return short and not _SALUTATION.match(unit.plain) and is_name(in_order(unit.plain.split(",")[0].strip(" *_–—-")))


def greets_editor(words: str) -> bool:
    """Whether some words open as letters to a newspaper do ("Sir, …", "Dear editor, …")."""
    return _TO_EDITOR.match(words) is not None


def _closes(unit: Unit) -> bool:
    return unit.words <= 6 and _CLOSING.fullmatch(unit.plain) is not None
