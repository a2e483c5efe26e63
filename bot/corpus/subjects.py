"""Who is the subject of a verb of saying, and which person, office or group a mention stands for."""

import re
from collections import defaultdict
from functools import lru_cache

from bot.corpus.names import NAME, TITLES, UPPER, WORD, is_name

_VERBS_EN = (
    "said|says|say|saying|told|tells|tell|wrote|writes|write|added|adds|add|replied|replies|asked|asks|"
    "answered|answers|argued|argues|argue|"
    "claimed|claims|claim|stated|states|declared|declares|announced|announces|insisted|insists|insist|"
    "noted|notes|explained|explains|warned|warns|"
    "concluded|concludes|recalled|recalls|remarked|remarks|observed|observes|continued|continues|"
    "admitted|admits|acknowledged|acknowledges|"
    "conceded|concedes|confirmed|confirms|denied|denies|alleged|alleges|complained|complains|pleaded|"
    "shouted|cried|exclaimed|whispered|muttered|"
    "quipped|joked|urged|urges|demanded|demands|called|calls|described|describes|dismissed|dismisses|"
    "denounced|denounces|branded|accused|accuses|"
    "teaches|taught|reads|reported|reports|tweeted|posted|suggested|suggests|predicted|predicts|promised|"
    "promises|vowed|vows|pledged|testified|"
    "testifies|maintained|maintains|contended|contends|estimates|estimated|emphasized|emphasised|"
    "emphasizes|stressed|stresses|praised|"
    "speak|speaks|spoke|talk|talks|talked|chanted|chants|termed|hailed|characterized|characterised|"
    "labelled|labeled|deemed|recounted|recounts"
)
_VERBS_OTHER = (
    "сказав|сказала|сказали|каже|кажуть|говорить|говорять|заявив|заявила|заявили|написав|написала|пише|"
    "додав|додала|додає|зазначив|зазначила|зазначає|"
    "наголосив|наголосила|наголошує|пояснив|пояснила|пояснює|повідомив|повідомила|повідомили|відповів|"
    "відповіла|відповідає|запитав|запитала|розповів|"
    "розповіла|розповідає|підкреслив|підкреслила|стверджує|стверджував|сказал|сказали|говорит|заявил|"
    "заявила|написал|написала|пишет|добавил|добавила|"
    "отметил|отметила|подчеркнул|подчеркнула|пояснил|объяснил|объяснила|сообщил|сообщила|ответил|"
    "ответила|спросил|спросила|рассказал|рассказала|"
    "dit|déclare|déclaré|affirme|affirmé|explique|expliqué|ajoute|ajouté|écrit|répond|répondu|souligne|"
    "souligné|raconte|raconté|"
    "sagte|sagt|erklärte|erklärt|schrieb|schreibt|betonte|betont|meinte|meint|antwortete|fragte|"
    "berichtete|ergänzte|dijo|dice|afirmó|explicó|añadió|declaró|escribió"
)
_VERBS_CASELESS = (
    "אמר|אמרה|אמרו|אומר|אומרת|הוסיף|הוסיפה|כתב|כתבה|ציין|ציינה|הסביר|הסבירה|טען|טענה|השיב|השיבה|מסר|מסרה|הדגיש|הדגישה|"
    "قال|قالت|يقول|تقول|أضاف|أضافت|وأضاف|وأضافت|وقال|وقالت|كتب|كتبت|صرح|صرحت|أكد|أكدت|أوضح|أوضحت"
)
SAYS = re.compile(
    rf"(?<![\w-])(?:{_VERBS_EN}|{_VERBS_OTHER})\b|(?<![\u0590-\u08ff])(?:{_VERBS_CASELESS})(?![\u0590-\u08ff])"
)
CASELESS = re.compile(r"[\u0590-\u08ff]")
_DET = (
    r"(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Oo]ne|[Ss]ome|[Mm]any|[Ss]everal|[Mm]ost|[Aa]nother|"
    r"[Tt]hose|[Tt]hese|[Bb]oth|[Tt]wo|[Tt]hree|[Ee]very|[Mm]y|[Oo]ur|[Yy]our)"
)
_LINK = re.compile(
    r"\b(?:that|which|who|whom|whose|when|while|as|because|but|and|or|if|although|since|after|before|"
    r"until|is|are|was|were|has|have|had|"
    r"will|would|can|could|should|did|does|do|not|on|by|to|with|about|it|he|she|they|we|you|I)\b"
)
_ADVERB = re.compile(
    r"(?:[\s,]+(?:also|later|then|further|once|still|often|has|have|had|again|first|now|never|always|will|"
    r"would|did|recently|reportedly|repeatedly|"
    r"famously|simply|usually|frequently|a|used to|likes? to|liked to|went on to|is said to have|[a-z]{3,}ly))+\s*$"
)
_APPOSITIVE = re.compile(r",\s[^,“”\"]{2,140},\s*$")
_INNER_NAME = re.compile(rf"[\w’'],\s(?P<np>{NAME}),$")
_AND = re.compile(r"\b(?:and|but|und|et|і|й|та|и)$")
_NAMED = re.compile(
    rf"(?:^|(?<=[\s(—–-]))(?P<np>{NAME}(?:(?<=s)['’]|['’]s)?(?:\s(?:office|ministry|government|spokes\w+|"
    rf"press\s\w+|lawyers?|family|team|administration|side|department|party|campaign|wife|husband|brother|"
    rf"sister|mother|father|son|daughter|friend|colleague)s?)?)$"
)
_COMMON = re.compile(rf"(?:^|(?<=\s))(?P<np>{_DET}\s(?:[\w’'-]+\s){{0,8}}[\w’'-]+)$")
_UNDER = re.compile(r"\b(?:of|in|at|for|from|on|to|with|near|by|outside)\s(?:the\s)?$")
_MEMBER = re.compile(rf"(?:^|(?<=[\s(—–]))(?P<np>{NAME}[ ]{WORD})\s(?:of|at|from)\s(?:[\w’'-]+\s){{0,6}}{NAME}$")
_GOVERNED = re.compile(
    rf"(?:^|(?<=[\s(—–]))(?P<np>(?:{_DET}\s(?:[\w’'-]+\s){{1,3}}?|[\w’'-]+\s)(?:of|in|at|for|from|to|with|"
    rf"near)\s(?:[\w’'-]+\s){{0,6}}{NAME})$"
)
_PLURAL = re.compile(
    r"(?:^|(?<=\s))(?P<np>(?:[A-Za-z]+\s)?(?:people|officials|critics|supporters|opponents|experts|"
    r"researchers|scientists|residents|witnesses|activists|protesters|analysts|authorities|police|"
    r"prosecutors|lawyers|doctors|teachers|workers|soldiers|leaders|diplomats|historians|economists|"
    r"farmers|fishers|neighbours|neighbors|students|parents))$"
)
_PRONOUN = re.compile(
    r"(?:^|(?<=[\s“\"(—–]))(?P<np>[Hh]e|[Ss]he|[Tt]hey|I|[Ww]e|[Ii]t|він|вона|вони|он|она|они|il|elle|ils|"
    r"er|sie|Він|Вона|Он|Она|Il|Elle|Er|Sie)$"
)
_AFTER = re.compile(
    rf"\s*(?:(?:us|me|him|them|reporters|journalists|the\s\w+|"
    rf"a\s\w+)?\s*)?(?P<np>(?:{_DET}\s(?:[a-z][\w’'-]*\s){{0,5}}(?:(?:of|for|from|"
    rf"at)\s(?:the\s)?)?)?(?:[a-z]{{3,}}\s){{0,2}}{NAME}(?:(?<=['’]s)\s[a-z]+)?|"
    rf"{_DET}\s(?:[\w’'-]+\s){{0,5}}[\w’'-]+|he|she|they|I|we|він|вона|он|она|il|elle|er|"
    rf"sie)(?=[\s,.;:!?—–\"“”]|$)"
)
_OPENING = re.compile(
    rf"(?P<np>(?:[Hh]e|[Ss]he|[Tt]hey|I|[Ww]e)\b|{_DET}\s(?:[\w’'-]+\s){{0,3}}?[\w’'-]+|"
    rf"{NAME})(?:,\s(?P<inner>{NAME}),|,[^,]{{2,80}},|(?=\s[a-z]))"
)
_CALLING = re.compile(
    r"The (?P<np>(?:[a-z]+ )?(?:mayor|minister|president|chancellor|governor|judge|professor|doctor|"
    r"director|chief|chairman|"
    r"chairwoman|chair|head|leader|commissioner|lawyer|activist|author|writer|officer|coach|teacher|owner|farmer|"
    r"spokesman|spokeswoman|spokesperson|manager|driver|priest|rabbi|imam|nurse|captain|general))(?= [a-z])"
)
_APPOSED = re.compile(rf",\s(?P<np>{NAME})(?=[,.;]|$)")
_DEMONYM = re.compile(rf"^(?:[{UPPER}][\w]+(?:ian|ish|ese|an|ch|i|can|ean)\s+)(?=\w)")
_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
_FULL = re.compile(rf"{NAME}")
_RELEASE = re.compile(
    rf"\b(?:press release|statement|report|letter|communiqué|document|memo|announcement|study|survey|"
    rf"release)s?\s(?:issued\s|released\s|published\s|sent\s|put out\s)?(?:from|by|"
    rf"of)\s(?P<np>(?:the\s)?{NAME}(?:(?<=['’]s)\s[a-z]+)?|the\s[a-z]+(?:\s[a-z]+)?)"
)
_PAPER = re.compile(
    r"(?:the|its|their|his|her)\s(?:press release|statement|report|letter|communiqué|document|memo|"
    r"announcement|study|survey|release)$",
    re.IGNORECASE,
)
_GROUP = re.compile(
    rf"(?:[^,]{{2,30}},\s)?(?P<np>(?:People|Those|Critics|Supporters|Opponents|Many|Some|Others)\s(?:who|"
    rf"of)\s[^,.;]{{3,70}}?(?=\s(?:usually|often|always|do|are|have|tend|say|think|claim|argue|believe|"
    rf"will|can|never)\b)"
    rf"|(?:the\s)?{NAME}(?:,\s{NAME})*\sand\s(?:the\s)?{NAME})(?=\s)",
)


def subject_before(words: str) -> str | None:
    """Find the subject whose verb comes right after `words`."""
    rest = _ADVERB.sub("", words[-240:]).rstrip()
    inner = _INNER_NAME.search(rest)
    if inner:
        return inner["np"]
    if _AND.search(rest):
        return opening_subject(rest)
    for attempt in (rest, _APPOSITIVE.sub("", rest)):
        for form in (_NAMED, _PRONOUN, _PLURAL):
            found = form.search(attempt)
            if found and _UNDER.search(attempt[: found.start("np")]):
                return _whole(attempt)
            if found:
                return found["np"]
        group = _common(attempt)
        if group:
            return group
    return None


def _whole(words: str) -> str | None:
    """Take the whole group whose last part is a name: "the mayor of Lund", not "Lund"."""
    member = _MEMBER.search(words[-140:])
    if member:
        return member["np"]
    found = _GOVERNED.search(words[-140:])
    return found["np"] if found and not _LINK.search(re.sub(r"\b(?:on|to|with)\b", "", found["np"])) else None


def _common(words: str) -> str | None:
    """Find a group of common words that begins with an article or its like, the longest without a verb in it."""
    tail = words[-90:]
    starts = [match.start() for match in re.finditer(rf"(?:^|(?<=\s)){_DET}\s", tail)]
    for start in starts:
        group = tail[start:]
        if not re.search(r"[,;:.!?“”\"—–(]", group) and not _LINK.search(group) and group.count(" ") <= 8:
            return group
    return None


def opening_subject(sentence: str) -> str | None:
    """Find the subject that a sentence opens with, for a second verb ("Its captain, Jo Ray, waits and asks …")."""
    found = _OPENING.match(sentence[-400:].lstrip('“"„« '))
    return (found["inner"] or found["np"]) if found else None


def subject_after(words: str) -> str | None:
    """Find the subject that follows its verb ("…," said Jane Doe): `words` begin after the verb."""
    if CASELESS.match(words.lstrip()[:1]):
        found = re.match(
            r"\s*(?:(?:לי|לנו|לו|לה|לי|لي|لنا|له|"
            r"لها)\s)?(?P<np>[\u0590-\u08ff]+(?:\s[\u0590-\u08ff]+)?)(?=\s*[,.;:،]|\s*$)",
            words[:80],
        )
        return found["np"] if found else None
    found = _AFTER.match(words[:160])
    if found is None:
        return None
    named = _APPOSED.match(words, found.end())
    return named["np"] if named and found["np"][0].islower() else found["np"].strip()


class People:
    """The persons, offices and groups that a text has named so far, as far as mentions must be resolved."""

    def __init__(self) -> None:
        self._by_surname: dict[str, dict[str, None]] = defaultdict(dict)
        self.release: str | None = None
        self.last: str | None = None
        self.last_at = -9

    def meet(self, words: str) -> None:
        """Take note of the full names and of the papers' origins in some words."""
        for match in _FULL.finditer(words):
            if " " in match.group():
                name = tidy(match.group())
                if is_name(name):
                    self._by_surname[name.split()[-1]].setdefault(name)
        if "release" in words or "statement" in words or "report" in words or "letter" in words:
            for match in _RELEASE.finditer(words):
                self.release = tidy(match["np"])

    def persons(self, words: str) -> list[str]:
        """The different persons named in some words, as the fullest form of their names."""
        found: dict[str, None] = {}
        for match in _FULL.finditer(words):
            name = self.full(tidy(match.group()))
            if is_name(name) and name in self._by_surname.get(name.split()[-1], {}):
                found.setdefault(name)
        return list(found)

    def full(self, name: str) -> str:
        """The full name for a surname when only one person of that name was met."""
        if " " in name:
            return name
        known = self._by_surname.get(name, {})
        return next(iter(known)) if len(known) == 1 else name

    def said(self, name: str | None, paragraph: int) -> None:
        """Remember who spoke last, for the pronouns that follow."""
        if name and (is_name(name) or (" " not in name and name[0].isupper() and not name.endswith("s"))):
            self.last, self.last_at = name, paragraph


@lru_cache(maxsize=8192)
def tidy(name: str) -> str:
    """Give a mention without article, titles and typographic apostrophes: "the President Jane Doe" is "Jane Doe"."""
    plain = _ARTICLE.sub("", name.replace("’", "'").strip(' ,.;:"“”'))
    if re.search(r"'s?\s[a-z]", plain):
        return plain
    bare = TITLES.sub("", _strip_demonym(re.sub(r"^(?:[Tt]hen|[Ff]ormer|[Ee]x)[ -]", "", plain))).strip(" ,")
    plain = bare if bare and bare[0].isupper() else plain
    return re.sub(r"'s?$", "", plain)


def _strip_demonym(name: str) -> str:
    rest = _DEMONYM.sub("", name)
    return rest if rest != name and TITLES.match(rest) else name


def is_paper(mention: str) -> bool:
    """Whether a mention is a paper that speaks for whoever issued it ("the press release said")."""
    return _PAPER.fullmatch(mention.strip()) is not None


def plural_subject(sentence: str) -> str | None:
    """The group that a sentence begins with ("Ann and Ben …", "People who … usually …"), for a "they" that follows."""
    found = _GROUP.match(sentence)
    return found["np"].strip() if found else None


def role_of(sentence: str) -> str | None:
    """The calling of whoever opens a sentence without a name ("The mayor disagrees."), for a "she" that follows."""
    found = _CALLING.match(sentence)
    return found["np"] if found else None
