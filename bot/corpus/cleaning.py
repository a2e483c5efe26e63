"""What is page furniture: lines that a site or a printer adds around every text, in the languages that we know.

The lists (in `phrases`) hold ways in which pages speak of themselves, never words of a certain page; what a line looks
like counts before what it says. A line is furniture only as a whole: nothing is cut out of a sentence.
"""

import re

from bot.corpus.alternatives import by_letter
from bot.corpus.phrases import BOXES, BUTTONS, COUNTED, OPENINGS, PLEA_OF, PLEA_OPENS, READING, SERVICES
from bot.corpus.uncased import Uncased
from bot.corpus.words import ends_sentence

_NUMBER = r"\d[\d.,\u00a0 ]{0,9}[km]?"
_COUNT = rf"(?:\s?\(?{_NUMBER}\)?)?"
_BUTTONS = by_letter(BUTTONS)
_SHARING = Uncased(
    rf"(?:{_BUTTONS}){_COUNT}\s?[*:›»→]?(?:[\s|·•∙,/:]+(?:{_BUTTONS}){_COUNT})*[\s|·•∙,/]*"
    r"|(?:share|send|email|e-mail|print|save|tweet|post)(?: this)?(?: (?:article|story|page|post))?"
    r"(?: (?:on|to|by|via|in|with) .{0,30})?"
    rf"|{_NUMBER}\s*(?:{COUNTED})|(?:{COUNTED})\s*:?\s*\(?\d*\)?|·?\s*(?:{READING})"
)
_PAGE = Uncased(
    r"[-–—\s\[(|]*(?:(?:page|p\.|seite|стор(?:інка|\.)|стр(?:аница|\.)|עמוד|صفحة)\s*)?\d{1,4}"
    r"(?:\s*(?:of|/|von|sur|de|з|из|מתוך|من)\s*\d{1,4})?[-–—\s\])|]*|\*\s?\*\s?\*|[-=_*~·•\s]{3,}|[|:+\s-]{3,}|#{1,6}"
)
_OPENING = Uncased(rf"(?:{by_letter(f'{BOXES}|{OPENINGS}')})")
_RIGHTS = Uncased(r"[©\W]*(?:©|copyright|all rights|we (?:use|value)|we and our|this (?:site|website|page))")
_ADDRESS = Uncased(
    r"<?(?:https?://|www\.)\S+>?(?:\s{2,}\d{1,4}(?:\s?/\s?\d{1,4})?)?|\[[^\[\]]{0,200}\]\(\S{0,500}\)\s*\|?|p\.?\s?s\.?|"
    r"@\w{2,30}|!\[\]\(\S{0,500}\)"
)
_LINK = re.compile(r"!?\[[^\[\]]{0,200}\]\([^()\s]{0,500}\)")
_BETWEEN_LINKS = re.compile(r"[\s|·•∙/,›>»&-]*")
_SHORTCODE = re.compile(
    r"\[/?(?:ad|ads|advertisement|embed|caption|gallery|newsletter|poll)\]|\[/?[a-z]{2,20}[_-](?:\d+|[a-z_-]{2,20}\d*)\]|"
    r"\[[a-z_-]{2,20}(?: [a-z_]{2,20}=[^\[\]]{0,80})+\]|\[/[a-z_-]{2,20}\]"
)
_PRINTED = re.compile(
    r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4},?\s+\d{1,2}[:.]\d\d(?:\s?[AP]M)?\s{2,}\S.{0,200}"
    r"|.{3,160}\s[-–—|]\s(?:page|seite|сторінка|страница|página|עמוד|صفحة)\s\d{1,4}\s(?:of|von|sur|de|з|из|מתוך|من)\s\d{1,4}",
    re.IGNORECASE,
)
_MEDIA = re.compile(r"[▶►▷⏵⏯🎧🔊🔉🎙🎵🎬📷📸📹📺☰🔍✉📧🔗]\ufe0f?\s?.{0,90}")
_ARROWED = Uncased(
    r"[←⟵⬅]\s?.{3,90}|.{3,90}\s?[→⟶⮕]|[«‹<]{1,2}\s?(?:previous|next|older|newer|back|précédent|zurück|vorherig|anterior|"
    r"попередн|предыдущ|назад|הקודם|السابق)\b.{0,90}|(?:next|newer|older|previous|suivant|weiter|nächst|siguiente|"
    r"наступн|следующ|далі|далее|הבא|التالي)\b.{0,90}\s[»›>]{1,2}"
)
_ARROWS = (">", "›", "»", "→", "::")
_CRUMB = re.compile(r"\s(?:>|›|»|→|::)\s")
# Above each message of a chat that was saved: the room or the sender, and when.
_STAMPED = re.compile(r".{0,60}[\[(]\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? \d{1,2}:\d\d(?::\d\d)?[\])]")
_CLOCK = re.compile(r"^[\[(]?\d{1,2}:\d\d(?::\d\d)?[\])]?\s(?=\[?(?i:ad|advertisement|commercial|music) break\b)")
_HANDLE = re.compile(r"(?:u/|@)?(?:[A-Za-z]{2,}(?:\d{1,4}|[_.-]\w+)|[A-Z][a-z]+[A-Z][A-Za-z]+|[a-z]{3,})")
_PLEA = Uncased(rf"(?:{PLEA_OPENS})")
_PLEA_OF = Uncased(PLEA_OF)
_SERVICES = Uncased(SERVICES)
_TERSE, _LENGTHY = 8, 26
_LONGEST = 240
_PLAIN = re.compile(r"[*_\[\]]|\]\([^()\s]{0,300}\)|\([#]\)")
_CASELESS = re.compile(r"[\u0590-\u08ff]")


def is_furniture(words: str) -> bool:
    """Whether a line, as it stands on the page, is no part of the text by its own look."""
    if len(words) <= 3 and not any(sign.isalnum() for sign in words):
        return True
    if len(words) > 60 and words[0].islower():
        return _ADDRESS.fullmatch(words) is not None or (words[:4] == "http" and _PRINTED.fullmatch(words) is not None)
    if len(words) > _LONGEST:
        return _is_crumbs(words) or words[:1] == "©" or (len(words) <= 1000 and _only_links(words))
    bare = _PLAIN.sub("", words).strip(" >#")
    bare = _CLOCK.sub("", bare) if bare[:1] in "[(0123456789" else bare
    if words[-1] in "])" and _STAMPED.fullmatch(words):
        return True
    if _PAGE.fullmatch(words) or _ADDRESS.fullmatch(words) or _is_doubled(bare):
        return True
    if words[0] == "#" and len(words) > 1:
        return opens_furniture(bare)
    return bool(_SHARING.fullmatch(bare)) or opens_furniture(bare) or _looks_so(words, bare)


def _looks_so(words: str, bare: str) -> bool:
    """Whether a line is furniture by its form alone, whatever language it is in."""
    if (_MEDIA.fullmatch(bare) and not ends_sentence(bare)) or _SHORTCODE.fullmatch(words) or _PRINTED.fullmatch(words):
        return True
    if _only_links(words) or _is_crumbs(words) or is_plea(bare):
        return True
    return _ARROWED.fullmatch(bare) is not None and bare[-1] not in ".!?…"


def opens_furniture(words: str) -> bool:
    """Whether a line begins as furniture does. A line that is a whole long sentence is none for its first words."""
    if _OPENING.match(words) is None:
        return False
    count = words.count(" ") + 1
    if count <= _TERSE or not ends_sentence(words) or _RIGHTS.match(words):
        return True
    longest = _LENGTHY if not _CASELESS.match(words) else _LENGTHY // 2
    return count <= longest and _SERVICES.search(words) is not None


def is_plea(words: str) -> bool:
    """Whether a line asks readers for money or to become members."""
    if words.count(" ") > 45 or _PLEA.match(words) is None:
        return False
    return len({match.group().casefold() for match in _PLEA_OF.finditer(words)}) >= 2


def is_handle(words: str) -> bool:
    """Whether a line is only a member's handle on a forum; told from a heading by the buttons beside it."""
    return len(words) <= 25 and _HANDLE.fullmatch(words) is not None


def is_page_number(words: str) -> bool:
    """Whether a line only numbers a page or rules it off."""
    return len(words) <= 40 and _PAGE.fullmatch(words) is not None


def _only_links(words: str) -> bool:
    """Whether two links or more stand on a line with nothing but signs between them."""
    if words.count("](") < 2:
        return False
    return _BETWEEN_LINKS.fullmatch(_LINK.sub("", words)) is not None


def _is_doubled(words: str) -> bool:
    """Whether a short label stands twice without a space between, as buttons come out of a page."""
    half = len(words) // 2
    return 4 <= half <= 40 and len(words) % 2 == 0 and words[:half] == words[half:] and words[0].isalpha()


def _is_crumbs(words: str) -> bool:
    if not any(sign in words for sign in _ARROWS):
        return False
    parts = _CRUMB.split(words[:1000])
    return len(parts) >= 3 and all(len(part) <= 60 for part in parts[:-1])
