"""Persons in Hebrew and Arabic texts, where no capital letter shows a name: by an age, a title, kin or a kunya."""

import re
from collections.abc import Iterator

from bot.corpus.verbs import SAYS
from bot.corpus.words import places_of, word_set

_LETTER = "\u05d0-\u05ea\u0620-\u0652\u0670-\u06d3"
_WORD = rf"[{_LETTER}][{_LETTER}'׳-]*"
_TWO = rf"{_WORD}\s(?:(?:בן|בר|אבו|בן־|عبد|بن|أبو|آل)\s)?{_WORD}"
_START = rf"(?<![{_LETTER}])"
# "Mazal Tal, 82,": בת 82, בן 45, (82); البالغة من العمر, (34 عاما), ابنة الثمانين.
_AGED = re.compile(
    rf"{_START}(?P<name>{_TWO})(?:,\s(?P<he>בן|בת)\s(?:ה-?)?\d|\s?\(\d{{2}}\)|،?\s(?:ال(?P<ar>بالغة?))\sمن العمر|"
    rf"،?\s\(?\d{{2}}\s(?:عام|سنة))"
)
_TITLED = re.compile(
    rf"{_START}[ולو]?(?P<title>ד[\"״]ר|פרופ['׳]|עו[\"״]ד|ח[\"״]כ|מר|גב['׳]|הגברת|السيدة?|الدكتورة?|المهندسة?|المحامية?|"
    rf"الأستاذة?|الشيخ|الصحفية?|الوزيرة?)\s(?P<name>{_TWO})"
)
# Kin and offices with which a sentence may open before a name between commas.
_KIN = (
    "נכדה|נכדו|נכדתה|נכדתו|בנה|בנו|בתה|בתו|אביה|אביו|אמה|אמו|אחיה|אחיו|אחותה|אחותו|אשתו|בעלה|שכנה|שכנתה|שכנו|"
    "המנהל|המנהלת|הדובר|הדוברת|היזם|היזמת|המורה|האדריכל|האדריכלית|"
    "ابنها|ابنه|ابنتها|ابنته|زوجها|زوجته|حفيدها|حفيدته|أخوها|أخته|والدها|والدته|جارها|جارتها|جارته|المدير|المديرة|"
    "المتحدث|المتحدثة|الناطق|الناطقة"
)
_RELATED = re.compile(rf"(?:^|[.!?؟]\s+)(?:{_KIN})[,،]\s(?P<name>{_TWO})[,،]\s")
# Without one of these a text need not be searched for the forms above.
_AGE = re.compile(r",\s(?:בן|בת)\s(?:ה-?)?\d|\(\d\d\)|من العمر|\d\d\s(?:عام|سنة)")
_TITLE = re.compile(
    'ד["״]ר|פרופ|עו["״]ד|ח["״]כ|מר |גב[\'׳]|הגברת|السيد|الدكتور|المهندس|المحامي|الأستاذ|الشيخ|الصحفي|الوزير'
)
_RELATION = re.compile(rf"(?:^|[.!?؟]\s+)(?:{_KIN})[,،]\s")
# "Mother of Salim": a name where it comes back in a text, for the first word means "or" as well.
_KUNYA = re.compile(rf"{_START}[و]?(?P<name>(?:أم|أبو)\s(?!ال)[{_LETTER}]{{3,}})(?![{_LETTER}])")
_OPENING = re.compile(r"[،,]\s")
_PLACES = frozenset({"أبو ظبي", "أبو غريب", "أبو سمبل", "أم درمان"})
_FEMININE = word_set("בת גב' גב׳ הגברת السيدة الدكتورة المهندسة المحامية الأستاذة الصحفية الوزيرة")
_TOKEN = re.compile(rf"[{_LETTER}'׳\"״-]+|[^\s{_LETTER}]")
_PREFIX = "ולבכמשהوفبلك"
_TOLD = re.compile(r"\s*(?P<whom>ל[\u05d0-\u05ea]+)\sה[\u05d0-\u05ea]+\s(?=[\u05d0-\u05ea])")
# Two words behind a noun with the article, neither of them with it, nor with a preposition that has swallowed it.
_BEHIND = re.compile(
    rf"{_START}(?:ה[\u05d0-\u05ea]{{2,}}|ال[\u0620-\u0652]{{2,}})\s"
    rf"(?P<name>(?!ה|ال|بال|لل|وال|كال|فال){_WORD}\s(?!ה|بال|لل|وال|كال|فال){_WORD})(?![{_LETTER}])"
)
# Words that no name holds.
_SMALL = word_set(
    "לא את של על עם אל הוא היא אני זה זו כל גם כי אין יש מה אחרי לפני בין מול תחת בלי "
    "עד מאז אצל דרך ליד נגד לקראת לשעבר "
    "בעקבות למען מתוך כדי או אבל רק עוד אשר כבר לאחר מדוע איך למה "
    "في من على إلى عن مع لا لم لن ما هذا هذه كل هل أن إن هو هي هم بين بعد قبل كان كانت ليس يا أو ثم عند لدى منذ حول "
    "خلال ضد دون غير حتى التي الذي كيف لماذا متى"
)
# What somebody is, and bodies that speak under their names; as a first word.
_CALLED = word_set(
    'סגן סגנית מנכ"ל מנכ"לית נציג נציגת الأمين أمين أمينة نائب نائبة سفير سفيرة السفير السفيرة '
    "ראש המנהל המנהלת מנהל מנהלת הדובר הדוברת דובר דוברת השר השרה שר שרת הנשיא הנשיאה נשיא נשיאת המפקד מפקד "
    "השופט השופטת "
    'המהנדס המהנדסת מהנדס מהנדסת המורה הרב מזכיר מזכירת המזכיר המזכירה היו"ר יו"ר '
    "رئيس رئيسة الرئيس الرئيسة مدير مديرة المدير المديرة وزير وزيرة الوزير الوزيرة المتحدث المتحدثة الناطق "
    "الناطقة محافظ المحافظ "
    "قائد القائد عمدة العمدة القاضي القاضية النائب النائبة المهندس المهندسة"
)
_BODIES = word_set(
    "משרד עיריית העירייה המשטרה משטרת המועצה מועצת הממשלה ממשלת לשכת הנהלת המשרד "
    "وزارة الوزارة بلدية البلدية الشرطة شرطة الحكومة حكومة الجيش المحكمة محكمة شركة هيئة نقابة مجلس المجلس جمعية "
    "منظمة"
)
_TITLES = re.compile(
    r"^(?:ד[\"״]ר|פרופ['׳]|עו[\"״]ד|ח[\"״]כ|מר|גב['׳]|הגברת|السيدة?|الدكتورة?|المهندسة?|المحامية?|الأستاذة?|الشيخ|"
    r"الصحفية?)\s"
)
_SCRIPT = re.compile("[\u0590-\u08ff]")
# "The head of the council, Dan Barak, …": what somebody is, and a name between commas.
_HOLDING = re.compile(
    rf"{_START}ו?و?(?P<office>(?:{'|'.join(sorted(_CALLED, key=len, reverse=True))})(?:\s{_WORD}){{0,3}})[,،]\s"
    rf"(?P<name>(?!ה|ال|ש|و)(?:(?:أبو|أم)\s)?{_TWO})[,،]\s"
)
_TO_WHOM = word_set("לי לנו לך לו לה להם להן לכם لي لنا لك له لها لهم لكم إليه إليها إلينا")
# Given names and surnames with the letter that means "to" as well. Hebrew, Arabic.
_NAMES_IN_L = word_set(
    "ליאור לירון לאה לילך לימור לביא ליאת לינוי לנה לוי לפיד ליברמן ליפשיץ ליבוביץ לב לבנון לוין לנדאו ליזה לידיה "
    "ليلى لينا لمى لميس لطيفة لطفي لبنى لؤي ليث لقمان لوسي لورا ليان لين ليال لارا لونا ليلي"
)


def named(words: str) -> Iterator[tuple[str, str | None]]:
    """Find the full names in some words, each with "f" or "m" where the words tell."""
    if words.isascii() or not _SCRIPT.search(words):
        return
    for form, sign in ((_AGED, _AGE), (_TITLED, _TITLE), (_RELATED, _RELATION)):
        for match in form.finditer(words) if sign.search(words) else ():
            name = match["name"]
            if not has_small_word(name) and not any(SAYS.fullmatch(word) for word in name.split()):
                yield name, _sex(match)
    for match in _HOLDING.finditer(words):
        name, told = match["name"], (*match["office"].split()[1:], *match["name"].split())
        if not has_small_word(name) and not any(SAYS.fullmatch(word) or word in _CALLED for word in told):
            yield name, None


def _sex(match: re.Match[str]) -> str | None:
    part = match.groupdict()
    sign = part.get("he") or part.get("title") or part.get("ar")
    if sign is None:
        return None
    return "f" if sign in _FEMININE or sign == "بالغة" else "m" if sign in ("בן", "מר", "بالغ", "السيد") else None


def kunyas(words: str) -> Iterator[tuple[str, str]]:
    """Find what may be a kunya ("the mother of Salim"), with "f" or "m"."""
    for match in _KUNYA.finditer(words) if "أم " in words or "أبو " in words else ():
        if match["name"] not in _PLACES:
            told = match["name"], "f" if match["name"].startswith("أم") else "m"
            yield told
            if _OPENING.match(words, match.end()) and (not match.start() or words[match.start() - 2] in ".!؟?»"):
                yield told  # whom a sentence opens with is no "or": as good as named twice


def mentioned(words: str, known: dict[str, dict[str, None]]) -> list[str]:
    """Find which persons some words speak of; `known` has the full names under their last word.

    The last name alone is enough where it can be one person's only, and no unknown first name stands before it.
    """
    found: dict[str, None] = {}
    tokens = _TOKEN.findall(words) if known and _SCRIPT.search(words) else []
    for place, token in enumerate(tokens):
        last = next((form for form in _forms(token) if form in known), None)
        if last is None:
            continue
        before = tokens[place - 1] if place else ""
        full = next((name for name in known[last] if name.split()[-2] in _forms(before)), None)
        bare = not before or not _SCRIPT.match(before) or SAYS.fullmatch(before) or token != last
        if full is None and bare and len(known[last]) == 1:
            full = next(iter(known[last]))
        if full is not None:
            found.setdefault(full)
    return list(found)


def _forms(token: str) -> tuple[str, ...]:
    """A word as it stands, and without the small words that are written together with it."""
    first = token[1:] if token[:1] in _PREFIX and len(token) > 3 else ""
    second = first[1:] if first and first[:1] in _PREFIX and len(first) > 3 else ""
    return tuple(form for form in (token, first, second) if form)


def is_addressee(mention: str) -> bool:
    """Whether a word after a verb of saying says to whom ("לעיתונאים", "لرجال الشرطة") rather than who speaks."""
    first = mention.split(" ", 1)[0]
    return first in _TO_WHOM or (first[:1] in "לل" and len(first) > 3 and first not in _NAMES_IN_L)


def past_addressee(words: str) -> int:
    """Where a subject may begin after whom a Hebrew verb says something to: "לראש העיר | בעל הטחנה"; else 0."""
    found = _TOLD.match(words)
    return found.end() if found and is_addressee(found["whom"]) else 0


def described(mention: str) -> bool:
    """Whether a Hebrew mention is a description ("בעל הטחנה"), not a name: its last word has the article."""
    first, _, last = mention.rpartition(" ")
    return first != "" and not first.startswith("ה") and last.startswith("ה")


def introduced(words: str) -> Iterator[str]:
    """Find names that stand right behind what somebody is ("בונה הסירות יואב ברקאי") and come back in the words.

    After a noun with the article an adjective would have it, too: two words without it are a name, if they are no
    preposition with its noun.
    """
    if words.isascii() or not _SCRIPT.search(words):
        return
    for match in _BEHIND.finditer(words):
        name = match["name"]
        one, two = name.split()
        small = one in _SMALL or two in _SMALL or SAYS.fullmatch(one) or SAYS.fullmatch(two)
        if not small and len(list(places_of(name, words))) > 1:
            yield name


def has_small_word(words: str) -> bool:
    """Whether a run of Hebrew or Arabic words holds one that no name does ("לא", "في")."""
    return not _SMALL.isdisjoint(words.split())


def untitled(mention: str) -> str:
    """A Hebrew or Arabic mention without the title before it: "עו״ד רון לביא" is רון לביא."""
    return _TITLES.sub("", mention.strip())


def is_called(words: list[str]) -> bool:
    """Whether words before a name tell only what its bearer is: an office with the article, or one of something that
    has it ("מנהלת המוזיאון"). Without words they do.
    """
    if not words:
        return True
    definite = words[-1].startswith(("ה", "ال"))
    return words[0] in _CALLED and definite and len(words) <= 3 and _CALLED.isdisjoint(words[1:])


def is_office(words: list[str]) -> bool:
    """Whether words name an office or a body, with whatever it is of."""
    return bool(words) and (words[0] in _CALLED or words[0] in _BODIES) and len(words) <= 5 and _SMALL.isdisjoint(words)
