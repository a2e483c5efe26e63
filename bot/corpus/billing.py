"""Who takes part in a conversation, where a line above it says so: "Interviewer: Jane Doe. Guest: John Roe, baker"."""

import re

from bot.corpus.names import NAME, bare, in_order, is_name
from bot.corpus.words import ends_sentence

# English; Ukrainian, Russian; German, French, Spanish, Italian, Polish; Hebrew, Arabic.
_ASKING = (
    r"interviewer|host|moderator|presenter|questions(?: by)?|interview(?:ed)? by|"
    r"ведуч(?:ий|а)|модератор(?:ка)?|інтерв['’]юер(?:ка)?|розмовля(?:в|ла)|ведущ(?:ий|ая)|интервьюер|беседовала?|"
    r"interviewer(?:in)?|moderation|das gespräch führte|propos recueillis par|"
    r"entrevistador(?:a)?|intervistat(?:ore|rice)|"
    r"rozmawiała?|מראיי(?:ן|נת)|מנחה|المحاورة?|حاورت?(?:ه|ها)|(?:أجرت|أجرى) (?:الحوار|المقابلة)|المذيعة?"
)
_ANSWERING = (
    r"interviewee|guest|answer(?:s|ed)?(?: by)?|гість|гостя|співрозмовни(?:к|ця)|відповіда(?:є|в|ла)|гость|гостья|"
    r"собеседни(?:к|ца)|отвеча(?:ет|л|ла)|gast|invitée?|invitad[oa]|ospite|gość|מרואיי(?:ן|נת)|אורחת?|הדובר(?:ת)?|الضيفة?|"
    r"ضيفة? (?:الحوار|الحلقة)"
)
_PART = r"[\u0590-\u08ff][\u0590-\u08ff'\"׳״-]*"
_NAME = rf"(?P<who>{NAME}|{_PART}(?:\s{_PART}){{1,2}})(?=\s*(?:[,،.;|()]|$|[–—]\s))"
_TRADE = r"(?:[a-zà-ÿа-яіїєґё-]+\s){0,2}"  # what somebody is, before the name
_BILLED = re.compile(rf"(?<!\w)(?i:(?P<asks>{_ASKING})|{_ANSWERING})(?:\s?[:：]|\s[–—])\s+{_TRADE}{_NAME}")
# "Jane Doe talks to our reporter John Roe": who asks, although the other name stands before the verb.
_OURS = re.compile(
    r"\b(?:our|unser(?:er|em|en|e)?|notre|nuestr[oa]|наш(?:ий|а|ою|им|ій|ему|его|ей|ого)?)\s"
    r"(?:[a-zà-ÿа-яіїєґё-]+\s){0,1}(?:reporter|correspondent|journalist|editor|columnist|colleague|"
    r"Reporter(?:in)?|Redakteur(?:in)?|Kolleg(?:e|in|en)|journaliste|collègue|periodista|"
    r"журналіст\w*|кореспондент\w*|редактор\w*|колег\w+|журналист\w*|корреспондент\w*|коллег\w+)\s"
    rf"(?P<who>{NAME})"
)
_MOST = 24  # words of such a line


def is_billing(words: str) -> bool:
    """Whether a line tells who takes part, so that "Guest:" in it opens no turn."""
    found = _BILLED.match(words)
    if found is None or words.count(" ") > _MOST:
        return False
    several = len(_BILLED.findall(words)) > 1
    return several or not ends_sentence(words)


def billed(words: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the names of those who ask and of those who answer, as some words introduce them."""
    found = list(_BILLED.finditer(words))
    asking = [match["who"] for match in found if match["asks"]] + [match["who"] for match in _OURS.finditer(words)]
    answering = [match["who"] for match in found if not match["asks"]]
    return _named(asking), _named(answering)


def _named(found: list[str]) -> tuple[str, ...]:
    names = (name if name[0] > "\u0590" else bare(in_order(name)) for name in found)
    return tuple(dict.fromkeys(name for name in names if name[0] > "\u0590" or is_name(name)))
