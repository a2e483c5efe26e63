"""Who is the subject of a verb of saying that comes after it, and which subject a sentence opens with."""

import re
from functools import lru_cache

from bot.corpus.bodies import whole_name
from bot.corpus.callings import BARE_CALLING
from bot.corpus.names import NAME, TITLES, WORD
from bot.corpus.slavic_names import PATRONYMIC
from bot.corpus.words import word_set

_DET = (
    r"(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Oo]ne|[Ss]ome|[Mm]any|[Ss]everal|[Mm]ost|[Aa]nother|"
    r"[Tt]hose|[Tt]hese|[Bb]oth|[Tt]wo|[Tt]hree|[Ee]very|[Mm]y|[Oo]ur|[Yy]our|"
    r"[Ee]l|[Ll]os|[Ll]as|[Uu]na|[Ss]u|[Ii]l|[Uu]ma?|[Hh]et|[Ee]en|[Ll]es?|[Ll]a|[Uu]ne?|[Mm]on|[Mm]a|[Ss]a|"
    r"[Dd]er|[Dd]ie|[Dd]as|[Ee]ine?|[Mm]eine?|[Ss]eine?|[Ii]hre?)"
)
_LINK = re.compile(
    r"\b(?:that|which|who|whom|whose|when|while|as|because|but|and|or|if|although|since|after|before|"
    r"until|is|are|was|were|has|have|had|"
    r"will|would|can|could|should|did|does|do|not|on|by|to|with|about|it|he|she|they|we|you|I)\b"
)
_ADVERBS = (
    "already|just|since|even|all|both|rather|long|herself|himself|themselves|also|later|then|further|once|still|often|"
    "has|have|had|again|first|now|never|always|will|would|did|recently|reportedly|repeatedly|famously|simply|usually|"
    "frequently"
)
_FRENCH = "a|ont|avait|avaient"
_ADVERB = re.compile(
    r"(?:,\s(?:too|however|for example|for instance|in turn|[a-z]{3,}ly),|"
    rf"\s+(?:{_ADVERBS}|(?:(?:nous|vous|lui|leur|me)\s|[mtls]['’])?(?:{_FRENCH})|hat|haben|"
    r"used to|likes? to|liked to|went on to|is said to have|[a-z]{3,}ly))+\s*$"
)
# The last words of these: where none of them ends some words, no adverb does.
_ENDS_ADVERB = frozenset((*_ADVERBS.split("|"), *_FRENCH.split("|"), "hat", "haben", "to"))
_BREAK = re.compile(r"[\s'’]")
_LONGEST_ADVERB, _LONGEST_PRONOUN, _LONGEST_UNDER = 16, 8, 16  # code points
_APPOSITIVE = re.compile(r"(?:,\s[^,“”\"]{2,140},|\s\([^()]{1,60}\),?|\s[–—-]{1,2}\s[^–—“”\"]{2,140}\s[–—-]{1,2})\s*$")
_APART = (",", ")", "–", "—", "-")
_AGE = re.compile(r",\s\d{1,3}$")
_WHICH = ("who", "der", "die", "qui", "який", "яка", "который", "которая")
_WHO = re.compile(rf"(?:^|(?<=\s))(?P<np>{NAME}),?\s(?:{'|'.join(_WHICH)})$")
_SOMEBODY_WHO = re.compile(rf"(?:^|(?<=\s))(?P<np>{_DET}\s(?:[\w’'-]+\s){{0,3}}?[\w’'-]+),\swho$")
_WITH = re.compile(rf"(?:^|(?<=\s))(?P<np>(?:{NAME},\s){{0,3}}{NAME},?)\s(?:and|und|et|і|й|та|и)\s$")
_INNER_NAME = re.compile(rf"[\w’'],\s(?P<np>{NAME}),$")
_JOINS = ("and", "but", "und", "et", "і", "й", "та", "и")
_AND = re.compile(rf"\b(?:{'|'.join(_JOINS)})$")
_NAMED = re.compile(
    rf"(?:^|(?<=[\s(—–-]))(?P<np>{NAME}(?:\s(?:office|ministry|government|spokes\w+|"
    rf"press\s\w+|lawyers?|family|team|administration|side|department|party|campaign)s?|"
    rf"(?:(?<=s['’])|(?<=['’]s))(?:\s[a-z][a-z-]+){{1,3}})?)$"
)
_COMMON = re.compile(rf"(?:^|(?<=\s))(?P<np>{_DET}\s(?:[\w’'-]+\s){{0,8}}[\w’'-]+)$")
_UNDER = re.compile(r"\b(?:of|in|at|for|from|on|to|with|near|by|outside)\s(?:the\s)?$")
# Slavic prepositions: the name after one is a place ("бабуся в Стіні"), however it stands before a verb.
_AT = "в|у|на|з|із|зі|до|від|біля|під|при|над|за|по|во|из|с|со|от|около|возле|под|к|ко"
_AT_PLACE = re.compile(rf"(?<!\w)(?:{_AT})\s$", re.IGNORECASE)
_PREPOSITIONS = frozenset(_AT.split("|"))
_HOLDS = re.compile(
    rf"(?:^|(?<=\s))(?P<np>{_DET}\s(?:[\w’'-]+\s){{1,3}}?(?:of|in|at|for|from|on|to|with|near|by|outside)\s{_DET}\s"
    r"(?:[\w’'-]+\s){0,3}[\w’'-]+)$"
)
_MEMBER = re.compile(rf"(?:^|(?<=[\s(—–]))(?P<np>{NAME}[ ]{WORD})\s(?:of|at|from)\s(?:[\w’'-]+\s){{0,6}}{NAME}$")
_BODY = re.compile(rf"(?:^|(?<=[\s(—–]))(?P<np>{WORD})\s(?:of|for)\s(?:the\s)?{NAME}(?:\sand\s{NAME})?$")
_GOVERNED = re.compile(
    rf"(?:^|(?<=[\s(—–]))(?P<np>(?:{_DET}\s(?:[\w’'-]+\s){{1,3}}?|[\w’'-]+\s)(?:of|in|at|for|from|to|with|"
    rf"near)\s(?:[\w’'-]+\s){{0,6}}{NAME})$"
)
GROUPS = (
    r"people|officials|critics|supporters|opponents|experts|"
    r"researchers|scientists|residents|witnesses|activists|protesters|analysts|authorities|police|"
    r"prosecutors|lawyers|doctors|teachers|workers|soldiers|leaders|diplomats|historians|economists|"
    r"farmers|fishers|neighbours|neighbors|students|parents"
)
_GROUPS = tuple(GROUPS.split("|"))
_PLURAL = re.compile(rf"(?:^|(?<=\s))(?P<np>(?:[A-Za-z]+\s)?(?:{GROUPS}))$")
_BARE = re.compile(rf"(?:^|[,.:;!?…—–-]\s|\s(?:і|й|та|а|але|и|но|що|что)\s)(?P<np>(?i:{BARE_CALLING}))$")
_PRONOUN = re.compile(
    r"(?:^|(?<=[\s“\"(—–]))(?P<np>[Hh]e|[Ss]he|[Tt]hey|I|[Ww]e|[Ii]t|він|вона|вони|он|она|они|il|elle|ils|"
    r"er|sie|On|Man|Він|Вона|Он|Она|Il|Elle|Er|Sie)(?:[’'](?:d|s|ve|ll|re|m))?$"
)
_ARTICLE = re.compile(rf"(?:^|(?<=\s)){_DET}\s")
# An article after a noun begins another group: "(in) the morning | the radio". Not so "the mayor of | the town".
_NEW = re.compile(
    rf"(?!{_DET}\s$){_DET}\s(?:[\w’'-]+\s)*?(?!(?:of|in|at|for|from|on|to|with|near|by|outside|and|than)\s)[\w’'-]+\s$"
)
_PARTING = re.compile(r"[,;:.!?“”\"—–(]")
_LED_BY = re.compile(r"\b(?:on|to|with|by)\b")
_OPENING = re.compile(
    rf"(?P<np>(?:[Hh]e|[Ss]he|[Tt]hey|I|[Ww]e)\b|{_DET}\s(?:[\w’'-]+\s){{0,3}}?[\w’'-]+|"
    rf"{NAME})(?:,[^,]{{2,80}},|(?=\s[a-z]))"
)
# A clause or an adverbial before the main clause, up to its comma: "When the rain came in July, …", "On Monday, …".
_BEFORE_MAIN = re.compile(
    r"(?:When|While|As|After|Before|Since|Although|Though|Because|Once|Until|If|In|On|At|During|By|From|For|With|"
    r"Under|"
    r"Over|Despite|Throughout|Afterwards?|Later|Then|Meanwhile|Earlier|Yesterday|Today|Finally|Eventually|Als|"
    r"Nachdem|"
    r"Während|Quand|Lorsque|Après|Коли|Після|Когда|После)\b[^,“”\"«».;:!?]{0,120},\s"
)
# "Union leader Omar Brandt …": the name is at the end.
_CALLED = re.compile(
    rf"{NAME}\s(?:(?!(?:the|of|for|from|at|in|on|and|by|to|with|de|von)\s)[a-z][\w-]+\s){{1,2}}(?P<np>{NAME})(?=,?\s[a-z])"
)
_OFFICE = re.compile(rf"(?:{_DET}|{NAME})\s(?P<rest>(?:[\w’'-]+\s){{0,7}}?[\w’'-]+),\s(?P<inner>{NAME}),")
_RELATED = re.compile(
    rf"(?:^|(?<=[.!?…]\s))(?P<np>{_DET}\s(?:(?!of\s)[\w’'-]+\s){{0,3}}?[\w’'-]+)\s(?:(?:to|with|of|for|from|about)\s)?"
    r"(?:whom?|which|that|whose)\s(?:(?!that\b)[^\s,;:.!?“”\"]+\s?){1,14}$"
)
_RELATIVE = re.compile(r"\s(?:whom?|which|that|whose)\s[^,;:.!?“”\"]+$")
# Words with which a clause opens; capitalised, they look like a name's first word ("When Ann", "You've").
_OPENS = word_set(
    "when if as in on at and but so then now yet after before since while although though because that what why how "
    "who you for from with by to of or nor once until unless where whether which this these those there here "
    "not no yes well oh even only just still perhaps maybe like during despite under over both "
    "each all last як коли якщо але та і а це що тому тоді потім когда "
    "если но и как что поэтому comme quand mais et wie als wenn aber und doch dann "
    "next afterwards afterward later meanwhile meantime earlier yesterday today tomorrow tonight finally eventually "
    "suddenly recently soon often sometimes usually instead however still again nevertheless nonetheless moreover "
    "furthermore indeed apparently perhaps once twice first second third lastly initially originally clearly "
    "curiously surprisingly strangely oddly luckily sadly unfortunately fortunately today’s yesterday’s elsewhere "
    "otherwise besides somehow thus hence therefore whereupon thereafter overnight "
    "monday tuesday wednesday thursday friday saturday sunday "
    "danach später gestern heute morgen inzwischen schließlich plötzlich zuletzt manchmal oft nun jetzt auch "
    "après ensuite puis hier aujourd’hui demain enfin soudain parfois souvent maintenant aussi "
    "вчора сьогодні завтра згодом пізніше нарешті раптом іноді часто тепер також вчера сегодня завтра позже наконец "
    "вдруг иногда часто теперь также затем "
    "хоча хоч якби поки доки щойно лише лиш тільки навіть саме адже отже отож втім утім однак проте зате натомість "
    "мені тобі нам вам йому їй їм мене тебе нас вас його її їх мне тебе ему ей им меня него неё ими ними "
    "мабуть напевно звісно мовляв нібито ніби наче чи хіба невже чому навіщо де куди звідки ось от там тут якось "
    "колись "
    "одного кожен кожна хтось дехто ніхто усі всі інші кажуть раніше також крім замість через після перед під "
    "про для "
    "хотя пока едва лишь только даже именно ведь однако зато итак впрочем видимо наверное конечно якобы будто словно "
    "ли разве неужели почему зачем где куда откуда вот там тут однажды как-то каждый каждая кто-то никто все другие "
    "раньше кроме вместо через после перед под про для не ни ні"
)
_LONGEST_SLAVIC = 3
# What somebody is, by its ending, which no given name has. Ukrainian, Russian.
_TRADE = re.compile(
    r"[А-ЯІЇЄҐ][а-яіїєґё]*(?:(?<!ик)(?<!ік)(?<!ес)тор(?:ка)?|ист(?:ка)?|лог(?:иня)?|тель(?:ница|ка)?|ник|ниця|ница|нар(?:ка)?|"
    r"мер(?:ка)?|граф(?:иня)?|вед|щик|щица|евт|хирург|хірург|врач|лікар(?:ка)?|женер(?:ка)?)"
)
_SHORTENED = re.compile(r"^(\w+)[’'](?:d|s|ve|ll|re|m)$")
_PRONOUNS = frozenset({"I", "He", "She", "They", "We", "It"})
_GROUP = re.compile(
    rf"(?:[^,]{{2,30}},\s)?(?P<np>(?:People|Those|Critics|Supporters|Opponents|Many|Some|Others)\s(?:who|"
    rf"of)\s[^,.;]{{3,70}}?(?=\s(?:usually|often|always|do|are|have|tend|say|think|claim|argue|believe|"
    rf"will|can|never)\b)"
    rf"|(?:the\s)?{NAME}(?:,\s{NAME})*\sand\s(?:the\s)?{NAME})(?=\s)",
)


def subject_before(words: str) -> str | None:
    """Find the subject whose verb comes right after `words`."""
    rest = _without_adverbs(words[-240:])
    inner = _INNER_NAME.search(rest) if rest.endswith(",") else None
    if inner:
        return sound(inner["np"])
    if rest.endswith(_JOINS) and _AND.search(rest):
        return opening_subject(rest)
    who = (_WHO.search(rest) or _SOMEBODY_WHO.search(rest[-80:])) if rest.endswith(_WHICH) else None
    if who:
        return sound(who["np"])
    related = _RELATED.search(rest) if ("wh" in rest or "that" in rest) and _RELATIVE.search(rest) else None
    if related:
        return related["np"]
    nearer = _APPOSITIVE.sub("", rest) if rest.endswith(_APART) else rest
    for attempt in dict.fromkeys((rest, nearer, _AGE.sub("", nearer))):
        found = _ending(attempt)
        if found:
            return sound(found)
    return None


def _without_adverbs(words: str) -> str:
    """Take off what may stand between a subject and its verb: adverbs, auxiliaries."""
    rest = words.rstrip()
    last = _BREAK.split(rest[-_LONGEST_ADVERB:])[-1]
    if last in _ENDS_ADVERB or last.endswith(("ly", ",")):
        return _ADVERB.sub("", rest).rstrip()
    return rest


def _ending(words: str) -> str | None:
    """The subject with which some words end: a name, a pronoun, people in the plural, common words."""
    named = _NAMED.search(words)
    found = named or _PRONOUN.search(words, max(0, len(words) - _LONGEST_PRONOUN))
    if found is None and words.endswith(_GROUPS):
        found = _PLURAL.search(words)
    if found is not None:
        start = found.start("np")
        if _UNDER.search(words, max(0, start - _LONGEST_UNDER), start):
            return _whole(words)
        if _AT_PLACE.search(words, max(0, start - _LONGEST_UNDER), start):
            return _past_place(found["np"].split())
        other = _WITH.search(words[:start]) if named and words.endswith(_JOINS, 0, max(0, start - 1)) else None
        return words[other.start("np") :] if other else found["np"]
    bare = _BARE.search(words[-80:]) if "\u0400" <= words[-1:] <= "\u04ff" else None
    return bare["np"] if bare else _common(words)


@lru_cache(maxsize=1024)
def sound(mention: str) -> str | None:
    """A mention without the words of a clause before it ("When Ann" is "Ann") and without a shortened verb "
    "after it."""
    words = mention.split()
    while words and words[0].casefold().strip(",") in _OPENS:
        words = words[1:]
    if words and words[0].casefold() in _PREPOSITIONS:
        return _past_place(words[1:])
    if not words:
        return None
    if len(words) == _LONGEST_SLAVIC and _TRADE.fullmatch(words[0]) and not PATRONYMIC.search(words[1]):
        words = words[1:]  # "Ветеринар Раиса Котова"
    if len(words) > _LONGEST_SLAVIC and all("\u0400" <= word[0] <= "\u04ff" for word in words):
        words = words[-3:] if PATRONYMIC.search(words[-2]) else words[-2:]  # "Голова Верхньої Течії Остап Кметь"
    short = _SHORTENED.match(words[-1])
    if short and (len(words) == 1 and short[1].capitalize() in (*_PRONOUNS, "You")):
        return None if short[1].casefold() == "you" else short[1]
    return " ".join(words)


def _past_place(words: list[str]) -> str | None:
    """Of a place and whoever is named right after it ("Києві Іван Кметь") the latter; of a place alone nobody."""
    return " ".join(words[1:]) if len(words) > 2 else None


def _whole(words: str) -> str | None:
    """Take the whole group whose last part is a name: "the mayor of Lund", not "Lund"."""
    member = _MEMBER.search(words[-140:]) or _BODY.search(words[-140:])
    if member:
        return whole_name(member.string, member.start("np"), member.end("np")) or member["np"]
    found = _GOVERNED.search(words[-140:])
    return found["np"] if found and not _LINK.search(re.sub(r"\b(?:on|to|with)\b", "", found["np"])) else None


def _common(words: str) -> str | None:
    """Find a group of common words that begins with an article or its like, the longest without a verb in it."""
    tail = words[-90:]
    starts = [match.start() for match in _ARTICLE.finditer(tail)]
    for start in starts:
        group = tail[start:]
        if any(_NEW.match(tail, start, other) for other in starts if other > start):
            continue
        if not _PARTING.search(group) and not _LINK.search(group) and group.count(" ") <= 8:
            return _over(tail, start) if _UNDER.search(tail[:start]) else group
    return None


def _over(words: str, place: int) -> str | None:
    """The group of which the common words at a place are only the end: "a sign on the door", not "the door"."""
    whole = _HOLDS.search(words)
    return whole["np"] if whole and whole.start() < place else None


def opening_subject(sentence: str) -> str | None:
    """Find the subject that a sentence opens with, for a second verb ("Its captain, Jo Ray, waits and asks …")."""
    opening = sentence[-400:].lstrip('“"„« ')
    before = _BEFORE_MAIN.match(opening)
    opening = opening[before.end() :] if before else opening
    office = _OFFICE.match(opening)
    if office is not None and not _LINK.search(_LED_BY.sub("", office["rest"])):
        return office["inner"]
    found = _OPENING.match(opening)
    called = _CALLED.match(opening) if found and found["np"][:1].isupper() else None
    if called and " " in called["np"] and TITLES.fullmatch(opening[: called.start("np")].split()[-1] + " "):
        return called["np"]
    return sound(whole_name(opening, found.start("np"), found.end("np")) or found["np"]) if found else None


def plural_subject(sentence: str) -> str | None:
    """The group that a sentence begins with ("Ann and Ben …", "People who … usually …"), for a "they" that "
    "follows."""
    found = _GROUP.match(sentence)
    return found["np"].strip() if found else None
