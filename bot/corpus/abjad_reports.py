"""Statements that Hebrew and Arabic sentences report: "ברק טענה כי …", "לדברי ברק, …", "وقال نصار إن …".

No capital letter shows a name there: who is said to speak must be somebody whom the text names elsewhere with a title,
an age or kin, or be called by an office or the name of a body. All else between a verb and its "that" forbids it.
"""

import re

from bot.corpus.cues import Cue, Reading
from bot.corpus.reports import Found, end_of_report
from bot.corpus.words import word_set

_HEBREW = word_set(
    "אמר אמרה אומר אומרת הוסיף הוסיפה מוסיף מוסיפה כתב כתבה כותב כותבת ציין ציינה מציין מציינת הסביר הסבירה "
    "מסביר מסבירה טען "
    "טענה טוען טוענת מסר מסרה הדגיש הדגישה מדגיש מדגישה הודיע הודיעה סיפר סיפרה מספר מספרת הודה הודתה הזהיר "
    "הזהירה העריך "
    "העריכה מעריך מעריכה הבהיר הבהירה מבהיר מבהירה קבע קבעה קובע קובעת סבור סבורה הצהיר הצהירה אישר אישרה מאשר מאשרת"
)
_ARABIC = word_set(
    "قال قالت يقول تقول أضاف أضافت يضيف تضيف كتب كتبت يكتب صرح صرّح صرحت صرّحت أكد أكّد أكدت أكّدت يؤكد تؤكد "
    "أوضح أوضحت يوضح "
    "توضح أعلن أعلنت يعلن تعلن ذكر ذكرت يذكر شدد شدّد شددت شدّدت أشار أشارت يشير تشير حذر حذّر حذرت حذّرت اعتبر "
    "اعتبرت يعتبر "
    "تعتبر رأى رأت يرى ترى يعتقد تعتقد اعترف اعترفت أفاد أفادت لفت لفتت"
)
_ACCORDING_HE = ("לדברי", "לטענת", "לדעת", "להערכת", "לגרסת")
_ACCORDING_AR = ("بحسب", "حسب", "وفقا", "وفقاً", "وفق", "برأي")
# Without one of these words nothing is reported in these ways.
REPORTING = frozenset(
    (
        *(f"{joined}{verb}" for verb in _HEBREW for joined in ("", "ו")),
        *(f"{joined}{verb}" for verb in _ARABIC for joined in ("", "و", "ف")),
        *(f"{joined}{word}" for word in _ACCORDING_HE for joined in ("", "ו")),
        *(f"{joined}{word}" for word in _ACCORDING_AR for joined in ("", "و")),
    )
)
_WORD = "[\u05d0-\u05ea\u0620-\u0652\u0670-\u06d3][\u05d0-\u05ea\u0620-\u0652\u0670-\u06d3'׳\"״־-]*"
_WORDS = rf"{_WORD}(?:\s{_WORD})"
_ASIDE = r"(?:\s?[,،]\s(?P<aside>(?:[^,،.:؛!?؟«»\"]|(?<=\w)\"(?=\w)){2,80})[,،])?"
_SAID_HE = rf"ו?(?P<verb>{'|'.join(sorted(_HEBREW))})"
_SAID_AR = rf"[وف]?(?P<verb>{'|'.join(sorted(_ARABIC))})"
# "That" in Hebrew: כי, or ש before a word that with it is none of its own ("שהגשר", "שאין"; but "שלום").
_THAT_HE = (
    r"(?:כי\s|ש(?=ה[\u05d0-\u05ea]{2,}|(?:לא|אין|יש|זה|זו|זאת|כל|גם|אם|אפשר|"
    r"צריך|אנחנו|אני|אסור|מותר|בעוד|לדעתו|לדעתה)\s))"
)
_THAT_AR = r"(?:(?:على|إلى|من|عن)\s)?(?:(?:بأ|أ|إ)نّ?\s|(?=(?:بأ|أ|إ)نّ?(?:ه|ها|هم|هما|نا|ني|ي)\s))"
_LED_HE = (
    r"\s*(?:(?:אבל|אולם|אך|גם|אתמול|היום|השבוע|עם זאת|בנוסף|מנגד|"
    r"ב(?:יום|ישיבה|דיון|ראיון|תגובה|נאום)(?:\s[\u05d0-\u05ea]+)?),?\s)?"
)
_LED_AR = (
    r"\s*(?:(?:أما|كما|ثم|وقد|قد|لكن|من جهته|من جهتها|ومن جهته|ومن جهتها|بدوره|بدورها|وبدوره|وبدورها|في المقابل|اليوم|"
    r"أمس)"
    r"[،,]?\s)?"
)
_TOLD_HE = (
    r"(?:\s(?:אתמול|היום|השבוע|אז|עוד|גם|לנו|לי|ל(?:כתב|עיתונא|עיתון|תושב|מועצ|כנסת|רדיו|ערוץ|משפח|שוטר|חבר|הורי|"
    r"אתר|סוכנות)"
    r"[\u05d0-\u05ea]*(?:\sה[\u05d0-\u05ea]+)?|ב(?:ישיב|דיון|ראיון|ריאיון|תגוב|נאום|שיח|ועד|וועד|כנס|מסיבת|בית|"
    r"פייסבוק|מכתב|עדות|"
    r"הודע|פגיש|יום)[\u05d0-\u05ea]*(?:\s(?!כי\s)[\u05d0-\u05ea]+)?)){0,3}"
)
_TOLD_AR = (
    r"(?:\s(?:أمس|اليوم|أيضا|أيضاً|لنا|لي|لل[\u0620-\u064a]+|يوم\sال[\u0620-\u064a]+|"
    r"(?:في|خلال|أمام)\s[\u0620-\u064a]+(?:\s[\u0620-\u064a]+)?)){0,3}"
)
_BEFORE = (
    re.compile(rf"{_LED_HE}(?P<np>{_WORDS}{{0,5}}?){_ASIDE}\s{_SAID_HE}{_TOLD_HE}\s{_THAT_HE}"),
    re.compile(rf"{_LED_AR}(?P<np>{_WORDS}{{0,5}}?){_ASIDE}\s{_SAID_AR}{_TOLD_AR}\s{_THAT_AR}"),
)
_AFTER = (
    re.compile(rf"{_LED_HE}{_SAID_HE}\s(?P<np>{_WORDS}{{0,5}}?){_ASIDE}{_TOLD_HE}\s{_THAT_HE}"),
    re.compile(rf"{_LED_AR}{_SAID_AR}\s(?P<np>{_WORDS}{{0,5}}?){_ASIDE}{_TOLD_AR}\s{_THAT_AR}"),
)
_SOURCE = (
    re.compile(
        rf"\s*ו?(?:{'|'.join(_ACCORDING_HE)})\s(?P<np>{_WORDS}{{0,5}}?){_ASIDE}(?<![,،])[,]?(?:(?<=,)|(?<=،))\s"
    ),
    re.compile(
        rf"\s*و?(?:(?:بحسب|حسب|وفق|برأي)\s|وفقاً?\sل)(?P<np>{_WORDS}{{0,5}}?){_ASIDE}[،,]?(?:(?<=,)|(?<=،))\s(?:ف?إنّ?\s)?"
    ),
)
_TRAILING = re.compile(rf"(?P<clause>[^«»“”\"?؟]{{12,600}}),\s{_SAID_HE}\s(?P<np>{_WORDS}{{0,5}})[.]$")
_CUT = re.compile(
    r"[;؛]|[:]\s|,\s(?:אך|אבל|אולם|ואילו|בעוד|למרות|אף ש\w+|לעומת)\s|[،,]\s(?:لكنّ?|ولكنّ?|بينما|فيما|غير أن|إلا "
    r"أن|مع أن|و(?!إنّ?\s|أنّ?\s))|"
    rf"[,،]?\sו(?:{'|'.join(sorted(_HEBREW))})\s|[,،]?\sو(?:{'|'.join(sorted(_ARABIC))})\s"
)
_NEXT = re.compile(r"[.!…]\s")


def reported(sentence: str) -> Found | None:
    """Find the statement that a sentence reports: its start and end in the sentence, and who is said to make it."""
    if REPORTING.isdisjoint(sentence.split()) or sentence.rstrip(' »”"').endswith(("?", "؟")):
        return None
    arabic = int(sentence.lstrip(" —–-")[:1] >= "\u0600")
    for form in (_SOURCE[arabic], _AFTER[arabic], _BEFORE[arabic]):
        found = form.match(sentence)
        if found is not None:
            return _clause(sentence, found.end(), _cue(found["np"], found.group(), found["aside"]))
    found = _TRAILING.match(sentence[:800]) if not arabic else None
    if found is not None:
        return found.start("clause"), found.end("clause"), _cue(found["np"], sentence[found.start("verb") :])
    return None


def _cue(mention: str, words: str, aside: str | None = None) -> Cue:
    return Cue(f"{mention}, {aside}" if aside else mention, words.strip(" ,،."), Reading.CASELESS)


def _clause(sentence: str, start: int, cue: Cue) -> Found | None:
    """The clause from its start on, up to where somebody else's words or another verb may begin."""
    end = end_of_report(sentence, start, _NEXT, _CUT)
    return (start, end, cue) if sentence.count(" ", start, end) else None
