"""The subject that comes after its verb: "…," said Jane Doe; «…», — сказала мерка Ганна Лис; وقالت سلمى: «…»."""

import re

from bot.corpus.abjads import described, has_small_word, is_addressee, is_office, past_addressee, untitled
from bot.corpus.bodies import whole_name
from bot.corpus.callings import BARE_CALLING
from bot.corpus.kindred import may_be_kin
from bot.corpus.mentions import tidy
from bot.corpus.names import NAME, UPPER
from bot.corpus.subjects import GROUPS

_DET = (
    r"(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Oo]ne|[Ss]ome|[Mm]any|[Ss]everal|[Mm]ost|[Aa]nother|[Bb]oth|"
    r"[Tt]wo|[Tt]hree|[Mm]y|[Oo]ur|[Yy]our|el|los|las|una?|su|il|lo|gli|uno|uma?|het|een|le|la|les|une?|son|sa|mon|ma|de[rnms]|die|das|eine?r?|seine?|ihre?|meine?)"
)
_LOWER = rf"(?:(?![{UPPER}])[^\W\d_][\w’'-]*)"
_ARTICLE = re.compile(rf"{_DET}\s")
_ADDRESSEE = re.compile(r"\s*(?:(?:us|me|him|them|reporters|journalists|нам|мені|мне|uns|mir)(?=\s)|to\s\w+(?=\s))?\s*")
# Ukrainian, Russian: to whom it is said, by the ending of what they are ("сказав мерові Отто Квіту власник …").
_TOLD = re.compile(
    rf"\s*(?:[а-яіїєґё]+\s)??(?:[а-яіїєґ]{{2,}}(?:ові|еві|єві)\s{NAME}|[а-яіїєґё]{{2,}}[ую]\s{NAME}(?<=[ую])),?\s(?=[^\W\d_])"
)
_PRONOUN = re.compile(
    r"(?P<np>he|she|they|I|we|він|вона|вони|я|он|она|они|"
    r"il(?!\s(?!(?:en|à|aux?|dans|avec|sur|sous|y|avant|après|pour|par|lors|hier|alors|ensuite|encore|aussi|devant|de|du)\b)"
    r"[a-zà-ÿ]{3,}\b)|elle|ils|elles|er|sie|ich)(?=[\s,.;:!?—–\"“”»]|$)"
)
_NAMED = re.compile(rf"(?P<np>{NAME}(?:(?<=['’]s)(?:\s{_LOWER}){{1,3}})?)")
_OFFICE = re.compile(
    rf"(?P<office>(?:{_DET}\s)?(?:{_LOWER}\s|l['’]){{1,7}}?)(?P<np>{NAME}(?:(?<=['’]s)\s[a-z]+)?)(?=[\s,.;:!?—–\"“”»)(]|$)"
)
_GROUP = re.compile(rf"(?P<np>(?:{_DET}\s|l['’])(?:{_LOWER}\s){{0,6}}{_LOWER})(?=[\s,.;:!?—–\"“”»]|$)")
_PLURAL = re.compile(rf"(?P<np>(?:[a-z]+\s)?(?:{GROUPS}))(?=[\s,.;:!?—–\"“”]|$)")
_BARE = re.compile(rf"(?P<np>{BARE_CALLING})(?=\s?[,.;:!?—–\"“”»]|$)")
_GOVERNS = re.compile(
    r"\s(?:of|for|from|at|in|de|du|des|d['’]|von|vom|der|für|aus|з|із|від|из|от|у|в)\s(?:the\s|la\s|le\s|les\s|der\s|dem\s)?$"
)
_LINK = re.compile(
    r"\b(?:that|which|who|whom|whose|when|while|as|because|but|or|if|although|since|after|before|until|is|are|was|were|"
    r"has|have|had|will|would|on|to|with|about|it|he|she|they|we|you|I|що|який|яка|что|qui|que|dass|wenn|als)\b"
)
_APPOSED = re.compile(rf"\s?,\s(?P<np>{NAME})(?=[,.;:)\"“”»—–]|\s[–—]|$)")
# "написав у щоденнику сам Берг": where, and that it was nobody else, do not belong to the name. Ukrainian, Russian.
_WHERE = re.compile(r"\s*(?:[а-яіїєґё'’-]+\s)?(?:[ув]|на|з|із|зі|из|с|со|во|під|при|по)\s[а-яіїєґё'’-]+\s")
_HIMSELF = re.compile(r"\s*(?:сам|сама|самі|сами)\s$")
_MAY_BE_OBLIQUE = re.compile(r"(?:[аяуюиіїы]|ого|ому|им|ым|ої|ой)$")
_END = r"(?=\s*[,.;:،؛؟!»\")(—–]|\s*$|\s(?:بأ|أ|إ)نّ?(?:ه[امم]?)?\s)"
_PARTS = r"(?!(?:بأ|أ|إ)نّ?\b)[\u0590-\u05ff\u0620-\u08ff][\u0590-\u05ff\u0620-\u08ff'\"׳״]*"
_CASELESS = re.compile(
    rf"\s*(?:(?:לי|לנו|לו|לה|לעיתון|לכתב|לי|لي|لنا|له|لها|عنه|للصحيفة)\s)?(?P<np>{_PARTS}(?:\s{_PARTS}){{0,4}}){_END}"
    rf"(?:\s?[,،]\s(?P<name>(?!و?ه[ويم]|ال[ذت]ي|ש)(?:{_PARTS})(?:\s{_PARTS}){{1,3}}){_END})?"
)
# What begins no subject: prepositions as words or as a prefix of more than a letter, adverbs. Hebrew, Arabic.
_OPENS_CASELESS = re.compile(
    rf"(?:^|[.!?؟]\s+)(?P<np>{_PARTS}(?:\s{_PARTS}){{0,4}})(?:[,،]\s(?P<name>{_PARTS}(?:\s{_PARTS}){{0,4}})[,،])?\s*$"
)
_NO_SUBJECT = re.compile(
    r"(?:ב(?:ה\w{2,}|פתח|ראש|סוף|תחילת|מכתב|נאום|שיחה|ראיון|עמוד|דף|יום|ריאיון)\w*|על|אל|את|עם|כי|ש\w+|גם|אז|כך|אתמול|היום|"
    r"אחר כך|ואז|לבסוף|ثم|وقد|قد|لكن|ولكن|كما|هكذا|"
    r"في|على|إلى|من|عن|مع|أن|إن|إنّ|أنّ|بأن|أمس|اليوم|ب(?:يان|حسب)\w*|لل\w+)(?:\s|$)"
)
# "At the ministry they said" is how Hebrew says that the ministry did.
# "The traveller Yusuf in his memoirs": where it was said is no part of who says it.
_IN_ARABIC = re.compile(r"\s(?:في|على|خلال|أمام|عبر|إلى|بعد|قبل)\s")
_ONCE = re.compile(r"\s(?:مرة|أمس|اليوم|أخيرا|لاحقا)$")
_AT_OFFICE = re.compile(
    r"^ב(?=(?:משרד|עיריית|מועצת|חברת|משטרת|ארגון|הנהלת|לשכת|דוברות|אגודת|איגוד|עמותת|מוזיאון|אוניברסיטת|מפלגת)\s)"
)
CASELESS = re.compile(r"[\u0590-\u08ff]")


def subject_after(words: str) -> str | None:
    """Find the subject that follows its verb: `words` begin after the verb. Of an office and a name, the name."""
    if CASELESS.match(words.lstrip()[:1]):
        return _caseless(words[:160])
    tail = re.sub(r"^-(?:t-)?", "", words[:220])
    start = _skipped(tail)
    for form in (_PRONOUN, _NAMED):
        found = form.match(tail, start)
        if found is not None:
            return whole_name(tail, found.start("np"), found.end("np")) or found["np"].strip()
    found = _PLURAL.match(tail, start) or (None if tail.isascii() else _BARE.match(tail, start))
    if found is not None:
        return found["np"]
    found = _OFFICE.match(tail, start)
    if found is not None and not _LINK.search(found["office"]):
        return _of_office(tail, found, start)
    found = _GROUP.match(tail, start)
    if found is None:
        return None
    group = _short(found["np"])
    named = _APPOSED.match(tail, start + len(group))
    return named["np"] if named else group


def _skipped(words: str) -> int:
    found = _TOLD.match(words) or _ADDRESSEE.match(words)
    return found.end() if found else 0


def _of_office(words: str, found: re.Match[str], start: int) -> str | None:
    """Of "the mayor of Lund, Ann Ray" the name, of "the mayor of Lund" all of it, of "the mayor Ann Ray" the name."""
    named = _APPOSED.match(words, found.end())
    if named is not None and found["office"].strip():
        return named["np"]
    if whole := whole_name(words, start, found.end("np")):
        return whole
    if _GOVERNS.search(" " + found["office"]):
        return words[start : found.end("np")]
    name = found["np"]
    if "\u0400" <= found["office"][0] <= "\u04ff" and not re.search(r"(?:ич|вна)\s\w+$", name):
        return _slavic(found["office"], name)
    return words[start : found.end("np")] if _ARTICLE.match(found["office"]) and " " not in name else name


def _slavic(office: str, name: str) -> str | None:
    """Of what stands before a Slavic name the calling, if the name is short: not where it was, nor "himself"."""
    parts = name.split()
    if len(parts) >= 2:
        whole = f"{office.strip()} {name}"
        return whole if may_be_kin(whole) else " ".join(parts[-2:])
    where = _WHERE.match(office)
    bare = _HIMSELF.sub("", office[where.end() :] if where else office)
    if bare.strip():
        return f"{bare.lstrip()}{' ' * (bare[-1] != ' ')}{name}"
    alone = where and not _HIMSELF.search(office)
    return None if alone and _MAY_BE_OBLIQUE.search(name) else name


def _short(group: str) -> str:
    """Cut a group of common words before the first word that cannot stand in it."""
    cut = _LINK.search(group)
    return group[: cut.start()].strip() if cut and cut.start() > 3 else group


def _caseless(words: str) -> str | None:
    told = past_addressee(words)
    found = _CASELESS.match(words, told)
    if (
        found is None
        or _is_no_subject(found["np"])
        or is_addressee(found["np"])
        or has_small_word(_placeless(found["np"]))
    ):
        return None
    if told and not described(found["np"]):
        return None  # a name may be that of whom it is said to
    aside = found["name"] and not is_office(found["name"].split())  # "Dan Barak, head of the council"
    return untitled(found["name"] if aside else _placeless(found["np"]))


def _is_no_subject(mention: str) -> bool:
    return _NO_SUBJECT.match(mention) is not None and not is_office(mention.split()[:1])


def _placeless(mention: str) -> str:
    """An Arabic name of two words and more without where something was said."""
    mention = _ONCE.sub("", mention)
    where = _IN_ARABIC.search(mention)
    return mention[: where.start()] if where and " " in mention[: where.start()] else mention


def caseless_before(words: str) -> str | None:
    """The subject with which a Hebrew or Arabic sentence opens before its verb: of an office and a name, the name."""
    found = _OPENS_CASELESS.search(words[-160:])
    if found is None or _is_no_subject(found["np"]):
        return None
    if found["name"]:
        return untitled(found["name"])
    return _AT_OFFICE.sub("", found["np"])


def named(mention: str) -> bool:
    """Whether a mention is a name rather than common words."""
    return tidy(mention)[:1].isupper() or CASELESS.match(mention) is not None
