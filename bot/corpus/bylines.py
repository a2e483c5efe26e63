"""Who wrote a text, read off the line that says so: the words before the names, the names, what stands behind them."""

import re
from functools import lru_cache

from bot.corpus.abjads import has_small_word
from bot.corpus.dates import READING, dates, only_date, place_and_date, without_clock
from bot.corpus.names import NAME, WORD, bare, in_order, is_name
from bot.corpus.phrases import COUNTED
from bot.corpus.words import asks, word_set

_BY = (
    # English
    r"(?:(?:written|words|story|text|report|reporting|reported|interview|interviewed|essay|review|reviewed|"
    r"speech|remarks|"
    r"address|lecture|talk|translated|compiled|posted|published|submitted|as told to|in conversation with|"
    r"opinion|column|"
    r"commentary|analysis|photos and text|text and photos)\s+by|as told to|"
    r"(?:text|words|story|interview|interviewer|reporting|report|reporter|author|authors|writer|byline)(?=\s*:)|by|"
    # German
    r"(?:ein (?:kommentar|gastbeitrag|bericht|essay|interview|beitrag) |text |interview |das interview führten? |"
    r"aufgezeichnet |protokoll )?von|(?:das interview führten?|interview|text|autor(?:in|en)?|protokoll)(?=\s*:)|"
    r"das interview führten?|aus \w+(?: \w+)? bericht(?:et|en)|es berichtet|"
    # French
    r"(?:propos recueillis |entretien |recueilli |texte |un texte de |tribune |reportage )?par|(?:texte|auteure?|"
    r"entretien)(?=\s*:)|"
    # Spanish, Portuguese, Italian, Dutch, Polish
    r"(?:entrevista |texto |escrito )?por|(?:texto|autora?|autore)(?=\s*:)|(?:di|intervista di|"
    r"a cura di)(?=\s[A-ZÀ-Þ]\w+\s[A-ZÀ-Þ]\w+$)|"
    r"door|(?:tekst|auteur|autor(?:ka)?|rozmawiał[a]?|rozmowę przeprowadził[a]?)(?=\s*:)|rozmawiał[a]?|"
    # Ukrainian, Russian
    r"розмовля(?:в|ла|ли)|спілкува(?:вся|лася|лися)|розмову ве(?:в|ла)|запис(?:ав|ала)|підготу(?:вав|вала)|"
    r"(?:інтерв['’]ю|інтерв['’]юер(?:ка)?|текст|слова)(?=\s*:)|бесед(?:у вел[аи]?|овал[аи]?)|записал[аи]?|"
    r"подготовил[аи]?|"
    r"разговаривал[аи]?|интервью(?=\s*:)|автор(?:ка|и|ы)?|текст|від|"
    # Hebrew, Arabic
    r"מאת|כתב(?:ה|ו)?(?=\s*:)|ראיינ(?:ה|ו)?|ראיין|בקלם|بقلم|كتب(?:ت)?|حاور(?:ه|ها|ته|تها)?|أجرى الحوار|"
    r"أجرت الحوار|إعداد|حوار(?=\s*:)|تقرير(?=\s*:)|تحقيق(?=\s*:))"
)
# "By our harbour correspondent, Jane Doe". English, Ukrainian, Russian.
_OUR = re.compile(
    r"(?:by (?:our|the|a)|від нашого|від нашої|от нашего|от нашей) (?:[\w-]+ ){0,3}"
    r"(?:correspondent|reporter|editor|critic|columnist|writer|staff|кореспондент(?:а|ки)|корреспондент(?:а|ки)), "
    r"(?P<name>\S.*)",
    re.IGNORECASE,
)
# Behind a name: for whom it was written. English, Ukrainian, Russian, German, French.
_FOR = re.compile(
    r"(?:special(?:ly)? (?:to|for)|exclusive(?:ly)? (?:to|for)|(?:спеціально|специально|ексклюзивно) для|für|pour)\s\S"
)
_BYLINE = re.compile(rf"{_BY}\s*:?\s+(?P<names>\S.*)$", re.IGNORECASE)
_BEFORE_BYLINE = re.compile(r"[,|·•–—]\s*")
_SAID = re.compile(rf"{_BY}\s*:?\s", re.IGNORECASE)
_OPENS = re.compile(rf"{_BY}\s", re.IGNORECASE)
_MONONYM = re.compile(WORD)
# "Remarks by Jane Doe at the Opening of the Bridge" names an occasion: it is a title, not a byline. English, French,
# German, Ukrainian, Russian.
_OCCASION = re.compile(
    rf"(?:(?:the |full )*(?:text|transcript) of )?(?:the |an? )?(?:\w+ ){{0,2}}(?:speech|remarks|address|lecture|talk|"
    rf"keynote|statement|testimony|eulogy|sermon|toast|discours|allocution|rede|ansprache|промова|виступ|звернення|речь|"
    rf"выступление|обращение)"
    rf"(?: (?:given|delivered|made|prononcée?))?(?: (?:by|of|from|par|de|von|des|der))?(?: the| le| la)? "
    rf"(?P<who>{NAME}) (?:at|on|to|before|in|for|during|after|à|au|aux|devant|lors|zu[rm]?|bei[m]?|an|vor|auf|im|in|на|"
    rf"під|в|у|до|перед|к|при)\b.{{6,200}}",
    re.IGNORECASE,
)
_FROM = re.compile(
    rf"(?:from|от|від)\s*:?\s+(?P<title>(?:the )?(?:mr|mrs|ms|miss|mx|dr|prof|professor|sir|dame|lord|lady|rev|"
    rf"councillor)\.?)\s+"
    rf"(?P<name>{NAME})",
    re.IGNORECASE,
)
_AND = re.compile(
    r"\s+(?:AND|UND|ET|ТА|and|&|with|und|et|y|e|en|oraz|та|і|й|и)\s+|\s+ו(?=[\u0590-\u05ff])|\s+و(?=[\u0600-\u06ff])"
)
_COMMA = re.compile(r"\s*(?:[,،;/|·•]|\s[–—-]\s)\s*(?:and\s+|und\s+|et\s+|та\s+|і\s+)?")
_CASELESS = re.compile(r"[\u0590-\u08ff]+(?:['\"׳״.-][\u0590-\u08ff]+)*(?: [\u0590-\u08ff'\"׳״.-]+){1,3}")
_ENDS_NAMES = re.compile(r"\s*(?:[(«»„“”\"]|,?\s(?:for|in|at|on|aus|à)\s|\d).*$")
_POSTED = re.compile(rf"(?P<name>{NAME}) in {NAME}")
_LEADING = re.compile(r"^(?:the|dr|prof|professor|sir|dame|mr|mrs|ms|rev)\.?\s+(?=\S+\s+\S)", re.IGNORECASE)
# What a person who writes is called behind the name, in English, German, French, Spanish, Ukrainian, Russian.
_ROLE = re.compile(
    r"\b(?:correspondents?|editors?|reporters?|writers?|columnists?|critics?|staff|contributors?|journalists?|"
    r"producers?|"
    r"bureau chief|analysts?|professor|fellow|director|minister|president|chair(?:man|woman)?|mayor|master|secretary|"
    r"redakteur(?:in)?|korrespondent(?:in)?|autor(?:in)?|journalist(?:in)?|correspondante?|journaliste|"
    r"envoyée? spéciale?|"
    r"redactora?|corresponsal|periodista|кореспондент(?:ка)?|журналіст(?:ка)?|редактор(?:ка)?|оглядач(?:ка)?|"
    r"корреспондент|журналист(?:ка)?|обозреватель)\b|כתבנו|כתבת|עורך|עורכת|مراسل|محرر|كاتب",
    re.IGNORECASE,
)
_OUTLET_WORDS = word_set(
    "herald times post news journal tribune gazette courier guardian press agency reuters magazine review daily weekly "
    "observer telegraph chronicle mail echo argus standard star mirror independent bureau university institute "
    "bulletin dispatch examiner globe inquirer register sentinel monitor record advertiser mercury radio tv media "
    "редакція редакция המערכת "
    "online wire service services afp ap dpa bbc network foundation desk team staff "
    "zeitung anzeiger bote nachrichten rundschau blatt tagblatt kurier presse verlag "
    "monde figaro parisien dépêche courrier gazette presse diario periódico noticias agencia "
    "газета новини правда вісник агентство суспільне новости вестник известия "
    "הארץ מעריב עיתון חדשות صحيفة وكالة جريدة"
)
# How often a page was seen, as it stands in one line with author and day.
_SEEN = re.compile(
    rf"(?:{COUNTED})\s*:\s*\d[\d \u00a0.,]*|(?<![\d:])\d[\d \u00a0.,]*\s*(?:{COUNTED})(?!\s*:)", re.IGNORECASE
)
_HOUR = re.compile(r",?\s*\d{1,2}[:.]\d\d$")
_PAPERS = frozenset({"official report", "official record", "verbatim report", "daily debates"})
_HELD = 256  # lines that are remembered: many rules ask after the same one
_OFFICE_WORDS = 6
_ENDS = " .,:|·•–—*_"


def byline_names(words: str, known: bool = False) -> tuple[str, ...]:
    """Read the authors' names off a byline; `known` says that it is one although no "by" stands in it.

    Who is called as newspapers and agencies are is no author.
    """
    return _read(words[:300], known)


@lru_cache(maxsize=_HELD)
def _read(words: str, known: bool) -> tuple[str, ...]:
    if _OCCASION.fullmatch(words) or asks(words):
        return ()
    letter = _FROM.fullmatch(words[:120].strip(_ENDS))
    if letter:
        return (in_order(letter["name"]),)
    ours = _OUR.fullmatch(words[:160].strip(_ENDS))
    if ours:
        return byline_names(ours["name"], known=True)
    found = _byline(words)
    if found is None and not known:
        return ()
    line = found["names"] if found else words
    rest = _ENDS_NAMES.sub("", _without_times(line)).strip(_ENDS)
    names = _listed(rest, found is not None)
    return tuple(dict.fromkeys(in_order(name) for name in names))


def _byline(words: str) -> re.Match[str] | None:
    """Find where a line says by whom: from its beginning, or from a sign that parts it."""
    places = (0, *(sign.end() for sign in _BEFORE_BYLINE.finditer(words)))
    return next(filter(None, (_BYLINE.match(words, place) for place in places)), None)


def who_spoke(title: str) -> str | None:
    """Name who gave the speech that a title announces with its occasion ("Remarks by Jane Doe at …")."""
    found = _OCCASION.fullmatch(title[:300])
    name = bare(in_order(found["who"])) if found else ""
    return name if is_name(name) and name[:1].isupper() and not is_outlet(name) else None


def foot_names(words: str) -> tuple[str, ...]:
    """Read a line that is a byline from its first word ("Text: Jane Doe"), as it may stand below a text."""
    said = _SAID.match(words[:60])
    names = byline_names(words) if said else ()
    return names if all(" " in name for name in names) else ()


def _listed(rest: str, said: bool) -> list[str]:
    """Take names as long as they come; after "A and B" a comma brings what they are, not a third author."""
    names: list[str] = []
    closed = False
    for run in _COMMA.split(rest):
        parts = _AND.split(run)
        if closed or not all(_can_write(part, said) for part in parts[: 1 if not names else None]):
            break
        for part in parts:
            if not _can_write(part, said):
                return names
            names.append(_LEADING.sub("", part))
        closed = len(parts) > 1
    return names


def _can_write(part: str, said: bool) -> bool:
    bare = _LEADING.sub("", part)
    if not bare or is_outlet(bare) or _ROLE.search(part):
        return False
    alone = said and _MONONYM.fullmatch(bare) is not None and len(bare) > 1
    return is_name(bare) or (alone and bare.casefold() not in _NO_MONONYM) or _is_caseless(bare)


def _is_caseless(words: str) -> bool:
    return _CASELESS.fullmatch(words) is not None and not has_small_word(words)


_NO_MONONYM = word_set(
    "the a an staff our admin editor editors team agencies news his her their my this that no not de"
)


def is_outlet(name: str) -> bool:
    """Whether a name is that of a newspaper, an agency or an institution rather than of a person."""
    folded = {word.strip(".,'’") for word in name.casefold().split()}
    return bool(folded & _OUTLET_WORDS) or name.casefold() in _PAPERS


def correspondent(words: str) -> tuple[str, ...]:
    """Read a byline without "by": "Jane Doe in Geneva", "Jane Doe, science editor", "Jane Doe, «The Bell»"."""
    return _place_or_role(words[:160])


@lru_cache(maxsize=_HELD)
def _place_or_role(words: str) -> tuple[str, ...]:
    line = _without_times(words)
    found = _POSTED.fullmatch(line)
    if found and is_name(found["name"]) and not is_outlet(found["name"]):
        return (in_order(found["name"]),)
    name, comma, role = line.partition(",")
    behind = role.strip(_ENDS)
    dated = behind[:1].islower() and len(behind.split()) <= _OFFICE_WORDS and is_name(name) and _ends_dated(words)
    told = _named_role(behind) or is_outlet(behind) or behind[:1] in '«„“"' or dated or _FOR.match(behind)
    if not comma or asks(words) or not told:
        return ()
    return byline_names(name, known=True) if _is_person(name) else ()


def _ends_dated(words: str) -> bool:
    """Whether a line ends with a day, parted by a comma, with an hour behind it or without."""
    parts = _HOUR.sub("", words.rstrip(_ENDS)).split(",")
    return only_date(parts[-1].strip()) or (len(parts) > 2 and only_date(",".join(parts[-2:]).strip()))


def _named_role(words: str) -> bool:
    return len(words.split()) <= 6 and not words.endswith((".", "?", "!")) and _ROLE.search(words) is not None


def is_office(words: str) -> bool:
    """Whether a short line under a name says what that person is: "Columnist", "harbour master in Orrin"."""
    return (
        len(words) <= 60
        and (_named_role(words) or (words[:1].islower() and len(words.split()) <= 6))
        and (not words.endswith((".", "?", "!", ":")))
    )


def _is_person(name: str) -> bool:
    return all(_can_write(part, False) for part in _AND.split(name))


def bare_names(words: str) -> tuple[str, ...]:
    """Read a line that holds nothing but names of people, with or without a date beside them."""
    if len(words) > 140 or (place_and_date(words) and " " not in words.partition(",")[0].strip()):
        return ()
    line = _without_times(words)
    parts = [part for run in _COMMA.split(line) for part in _AND.split(run)]
    if not parts or len(parts) > 6 or not all(_can_write(part, False) for part in parts):
        return ()
    return tuple(dict.fromkeys(in_order(_LEADING.sub("", part)) for part in parts))


@lru_cache(maxsize=_HELD)
def _without_times(words: str) -> str:
    rest = READING.sub(" ", words)
    rest = _SEEN.sub(" ", rest) if any(map(str.isdigit, rest)) else rest
    return (without_clock(rest) if dates(rest) else rest).strip(_ENDS)


def byline_of_office(words: str) -> bool:
    """Whether a short line says "by" without a person's name ("By staff writer"): a byline that names nobody."""
    return _OPENS.match(words) is not None and not words.endswith((".", "!", "?"))
