"""The persons, offices and groups that a text names: their full names, what they are called, and he or she."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import lru_cache
from itertools import islice

from bot.corpus.abjads import kunyas, mentioned, named
from bot.corpus.callings import SLAVIC_CALLINGS
from bot.corpus.months import MONTHS
from bot.corpus.names import NAME, TITLES, UPPER, is_name
from bot.corpus.subjects import sound
from bot.corpus.verbs import FEMALE, MALE
from bot.corpus.words import word_set

CALLINGS = (
    "mayor|minister|president|chancellor|governor|judge|professor|doctor|director|chief|chairman|chairwoman|chair|"
    "head|leader|commissioner|councill?or|alderman|senator|lawyer|solicitor|barrister|prosecutor|activist|author|writer|"
    "poet|novelist|artist|singer|actor|actress|officer|inspector|superintendent|constable|sergeant|coach|captain|"
    "goalkeeper|manager|teacher|headteacher|owner|landlord|landlady|farmer|fisherman|baker|cook|chef|spokesman|"
    "spokeswoman|spokesperson|driver|priest|rabbi|imam|bishop|vicar|nurse|surgeon|general|colonel|engineer|"
    "scientist|seismologist|historian|economist|analyst|researcher|ambassador|secretary|treasurer|curator|librarian|"
    "architect|consultant|cleaner|porter|carpenter|plumber|harbour master|prime minister"
)
KIN = (
    "man|woman|boy|girl|lady|gentleman|mother|father|daughter|son|sister|brother|wife|husband|aunt|uncle|nephew|niece|"
    "grandmother|grandfather|widow|widower|friend|neighbou?r|colleague|student|pupil|child|tenant|customer|visitor|"
    "passer-by|witness|stranger|resident|guide"
)
_FEMALE_NOUNS = (
    "spokeswoman|chairwoman|congresswoman|businesswoman|policewoman|woman|girl|lady|mother|daughter|sister|wife|aunt|"
    "niece|grandmother|widow|actress|landlady|queen|princess"
)
_MALE_NOUNS = (
    "spokesman|chairman|congressman|businessman|policeman|fisherman|alderman|man|boy|gentleman|father|son|brother|"
    "husband|uncle|nephew|grandfather|widower|landlord|king|prince"
)
# English, German, French, Ukrainian.
_MADAM = r"(?:Mrs|Ms|Miss|Lady|Dame|Queen|Princess|Madam|Frau|Madame|Mme|Mlle|пані)"
_MISTER = r"(?:Mr|Sir|Lord|King|Prince|Herr|Monsieur|пан)"
_GERMAN_CALLINGS = "Sprecher|Bürgermeister|Pfarrer|Lehrer|Minister|Direktor|Leiter|Nachbar"
_NEAR = r"(?:\s(?:of|for|at|from)\s[^,.;]{1,40},|,)?\s"
_SIGNS = {
    "f": re.compile(
        rf"\b(?:{_MADAM}\.?\s|(?i:{_FEMALE_NOUNS}){_NEAR}|{FEMALE.pattern}\s|"
        rf"(?:{_GERMAN_CALLINGS})in\s)(?P<name>{NAME})"
    ),
    "m": re.compile(rf"\b(?:{_MISTER}\.?\s|(?i:{_MALE_NOUNS}){_NEAR}|{MALE.pattern}\s)(?P<name>{NAME})"),
}
_NOUN_SEX = {
    "f": re.compile(rf"(?:{_FEMALE_NOUNS}|\w+woman)$", re.IGNORECASE),
    "m": re.compile(rf"(?:{_MALE_NOUNS}|\w+[^o]man)$", re.IGNORECASE),
}
_OFFICE = re.compile(rf"\b(?P<office>(?i:{CALLINGS})),?\s(?P<name>{NAME})")
_HELD = re.compile(rf"(?P<name>{NAME}),\s(?:the|a|an|its|their|his|her)\s(?:\w+\s){{0,3}}?(?P<office>{CALLINGS})\b")
_SLAVIC_OFFICE = re.compile(
    rf"(?<!\w)(?P<office>(?i:{SLAVIC_CALLINGS}))\s(?:[а-яіїєґ-]+\s){{0,2}}(?P<name>[А-ЯІЇЄҐ][\w’'-]+\s[А-ЯІЇЄҐ][\w’'-]+)"
)
# Small words before a name tell what somebody is ("engineer Jane Doe"), unless one of them ties it to something else.
_LED = re.compile(
    rf"(?:(?!(?:of|for|from|at|in|to|with|by|on|near|and|or|de|du|des|di|da|do|del|della|von|vom|für|aus|bei|y|et|und|al|"
    rf"au|en|à)\s)[a-zà-ÿ-]+\s){{1,3}}(?P<name>{NAME})"
)
_GERMAN = re.compile(r"\b(?:der|die|dem|den|des)\s[A-ZÄÖÜ][a-zäöüß]+\s[A-ZÄÖÜ]")
_GERMAN_OFFICE = re.compile(
    r"\b(?:der|die|dem|den|des)\s(?P<np>(?:[A-ZÄÖÜ][a-zäöüß-]+\s){2,3}[A-ZÄÖÜ][\w-]+)(?!\s[A-ZÄÖÜ])"
)
_DEMONYM = re.compile(rf"^(?:[{UPPER}][\w]+(?:ian|ish|ese|an|ch|i|can|ean)\s+)(?=\w)")
# Articles and possessives: English, French, German.
_ARTICLE = re.compile(
    r"^(?:the|an?|his|her|their|its|le|la|les|une?|l['’]|der|die|das|dem|den|des|einem?|einer|eines)(?<=['’])|"
    r"^(?:the|an?|his|her|their|its|le|la|les|une?|der|die|das|dem|den|des|eine[mnrs]?|ein)\s+",
    re.IGNORECASE,
)
_FULL = re.compile(NAME)
# After these words a Ukrainian or Russian name is not in its first case.
_OBLIQUE = re.compile(r"(?<!\w)(?:слова|словам|словами|від|для|про|до|от|об|к|у)\s(?:[а-яіїєґ]+\s){0,3}$")
_RELEASE = re.compile(
    rf"\b(?:press release|statement|report|letter|communiqué|document|memo|announcement|study|survey|"
    rf"release)s?\s(?:issued\s|released\s|published\s|sent\s|put out\s)?(?:from|by|"
    rf"of)\s(?P<np>(?:the\s)?{NAME}(?:(?<=['’]s)\s[a-z]+)?|the\s[a-z]+(?:\s[a-z]+)?)"
)
_ISSUED = re.compile(r"(?<!\w)[وف]?(?:ذكرت?|أعلنت?|قالت?|أكدت?|أوضحت?)\s(?P<np>\w+(?:\s\w+){0,2}?)\sفي بيان")
_WHERE = re.compile(r"\b(?:in|on|at|since|until|during|near|under|over|across|around|outside)\s$", re.IGNORECASE)
_PAPER = re.compile(
    r"(?:the|its|their|his|her)\s(?:press release|statement|report|letter|communiqué|document|memo|"
    r"announcement|study|survey|release)$",
    re.IGNORECASE,
)
# What a text, a page or a book consists of: none of it speaks. English, German, French, Ukrainian, Russian.
_PARTS = word_set(
    "introduction intro foreword preface afterword epilogue headline title subtitle subhead standfirst lead caption "
    "article text piece page section chapter paragraph sentence essay column interview story series passage footnote "
    "note heading appendix verse line conclusion blurb cover byline body word words phrase quotation quote einleitung "
    "artikel text überschrift kapitel titre article chapitre préface стаття заголовок розділ вступ статья глава"
)


def _first_words(*forms: str) -> frozenset[str]:
    """The words with which alternatives open, so that a look at a text's words can spare the search for their forms."""
    parts = "|".join(re.sub(r"\(\?:|\)|\\b", "", form) for form in forms).split("|")
    first = [re.split(r"[\s-]", part)[0].casefold() for part in parts]
    return frozenset(word.replace("?", "") for word in first) | {re.sub(r"\w\?", "", word) for word in first}


_TOKEN = re.compile(r"\w+")
_TELLING = {
    "f": _first_words(_MADAM, _FEMALE_NOUNS, FEMALE.pattern, re.sub(r"(?=\||$)", "in", _GERMAN_CALLINGS)),
    "m": _first_words(_MISTER, _MALE_NOUNS, MALE.pattern),
    "office": _first_words(CALLINGS),
    "slavic": _first_words(SLAVIC_CALLINGS),
}


class People:
    """The persons, offices and groups that a text has named so far, as far as mentions must be resolved."""

    def __init__(self) -> None:
        self._by_surname: dict[str, dict[str, None]] = defaultdict(dict)
        self._stems: dict[str, dict[str, None]] = defaultdict(dict)
        self._caseless: dict[str, dict[str, None]] = defaultdict(dict)
        self._kunyas: Counter[str] = Counter()
        self._sex: dict[str, str] = {}
        self._offices: dict[str, dict[str, None]] = defaultdict(dict)
        self.release: str | None = None
        self.last: str | None = None
        self.last_at = -9

    def overlook(self, words: str) -> None:
        """Note what all of a text tells of who is a man, who a woman, and who holds which office."""
        said = frozenset(_TOKEN.findall(words.casefold()))
        self._kunyas.update(name for name, _ in kunyas(words))
        for name, told in (*named(words), *kunyas(words)):
            if told:
                self.note_sex(name, told)
        for sex, form in _SIGNS.items():
            for match in () if said.isdisjoint(_TELLING[sex]) else form.finditer(words):
                self.note_sex(tidy(match["name"]), sex)
        self._german_offices(words)
        forms = () if said.isdisjoint(_TELLING["office"]) else (_OFFICE, _HELD)
        for form in forms if said.isdisjoint(_TELLING["slavic"]) else (*forms, _SLAVIC_OFFICE):
            for match in form.finditer(words):
                name = tidy(match["name"])
                if name and name[0].isupper() and not _is_adverbial(words, match.start("name"), match["name"]):
                    self._offices[match["office"].casefold()].setdefault(name)

    def _german_offices(self, words: str) -> None:
        """Note "der Imker Jan Ohm": after an article the last two of several capitalised words are the name."""
        for match in _GERMAN_OFFICE.finditer(words) if _GERMAN.search(words) else ():
            office, *name = match["np"].split()[-3:]
            self._offices[office.casefold()].setdefault(" ".join(name))

    def note_sex(self, name: str, sex: str) -> None:
        """Note that a person is spoken of as "he" (m) or "she" (f); who is spoken of as both is taken for neither."""
        for known in dict.fromkeys((name, *name.split()[-1:])):
            self._sex[known] = sex if self._sex.get(known, sex) == sex else ""

    def fits(self, name: str, sex: str | None) -> bool:
        """Whether "he" (m) or "she" (f) can be this person or office, for all that the text tells."""
        noun = next((sex for sex, form in _NOUN_SEX.items() if form.search(name)), None)
        known = noun or self._sex_of(name)
        return not sex or not known or known == sex

    def is_known(self, name: str, sex: str | None) -> bool:
        """Whether the text tells that this person is he (m) or she (f)."""
        return sex is not None and self._sex_of(name) == sex

    def _sex_of(self, name: str) -> str | None:
        """What the text tells of a person, or of whoever has that surname where only one has."""
        surname = name.split()[-1]
        several = len(self._by_surname.get(surname, {})) + len(self._caseless.get(surname, {})) > 1
        return self._sex.get(name) or (None if several else self._sex.get(surname))

    def holder(self, office: str) -> str | None:
        """The only person whom the text names with an office, by their full name."""
        names = {self.full(name) for name in self._offices.get(office.casefold(), {})}
        longest = [name for name in names if not any(name != other and name in other.split() for other in names)]
        return longest[0] if len(longest) == 1 else None

    def meet(self, words: str) -> None:
        """Take note of the full names and of the papers' origins in some words."""
        for match in _FULL.finditer(words):
            mention = (
                None if _OBLIQUE.search(words, max(0, match.start() - 60), match.start()) else sound(match.group())
            )
            if mention and " " in mention:
                name = tidy(mention)
                if is_name(name):
                    surname = name.split()[-1]
                    self._by_surname[surname].setdefault(name)
                    self._stems[surname[:3]].setdefault(surname)
        if "release" in words or "statement" in words or "report" in words or "letter" in words:
            for match in _RELEASE.finditer(words):
                self.release = tidy(match["np"])
        for name, _ in named(words):
            self._caseless[name.split()[-1]].setdefault(name)
        for name, _ in kunyas(words):
            if self._kunyas[name] > 1:
                self._caseless[name.split()[-1]].setdefault(name)
        if "بيان" in words:
            for match in _ISSUED.finditer(words):
                self.release = match["np"]

    def persons(self, words: str) -> list[str]:
        """The different persons named in some words, as the fullest form of their names.

        What "the" stands before is a place or a body ("the United States"), however much it looks like a name.
        """
        found: dict[str, None] = {}
        for match in _FULL.finditer(words):
            if match.group().startswith("The ") or words[: match.start()].endswith("the "):
                continue
            name = self.full(tidy(sound(match.group()) or "")) or "-"
            if is_name(name) and name in self._by_surname.get(name.split()[-1], {}):
                found.setdefault(name)
        found.update(dict.fromkeys(mentioned(words, self._caseless)))
        return list(found)

    def origin(self, words: str) -> str | None:
        """Whose paper a sentence ends with ("… shows me the letter from the board.")."""
        last = max(_RELEASE.finditer(words[-160:]), key=lambda match: match.end(), default=None)
        return tidy(last["np"]) if last and not words[-160:][last.end() :].strip(" .:!?") else None

    def full(self, name: str) -> str:
        """The full name for a surname when only one person of that name was met."""
        first, _, rest = name.partition(" ")
        if " " in rest and rest in self._offices.get(first.casefold(), {}):
            return rest
        if rest:
            return self._nominative(name)
        known = self._by_surname.get(name, {})
        return next(iter(known)) if len(known) == 1 else name

    def nominative(self, mention: str) -> str | None:
        """The person whom a Slavic mention in another case means ("директорки Ірини Кметь"), if the text names them."""
        names = _FULL.findall(mention)
        if not names:
            return self._office(mention.split()[0].casefold())
        name = self.full(tidy(names[-1]))
        return name if name and name in self._by_surname.get(name.split()[-1], {}) else None

    def _office(self, word: str) -> str | None:
        """The only holder of an office that a Slavic language names in another case: "мера" is who is "мер"."""
        near = [office for office in self._offices if word.startswith(office[: max(3, len(office) - 1)])]
        return self.holder(near[0]) if len(near) == 1 and len(word) - len(near[0]) <= 2 else None

    def _nominative(self, name: str) -> str:
        """The name of a person whom a Slavic language names in another case: "Івана Котова" is "Іван Котов"."""
        words = name.split()
        if not re.match("[\u0400-\u04ff]", name) or name in self._by_surname.get(words[-1], {}):
            return name
        near = [
            other
            for known in _alike(self._stems.get(words[-1][:3], {}), words[-1])
            for other in self._by_surname[known]
        ]
        fits = [other for other in near if _declined(words, other.split())]
        return fits[0] if len(fits) == 1 else name

    def said(self, name: str | None, paragraph: int) -> None:
        """Remember who spoke last, for the pronouns that follow."""
        caseless = name is not None and name in self._caseless.get(name.split()[-1], {})
        if name and (caseless or is_name(name) or (" " not in name and name[0].isupper() and not name.endswith("s"))):
            self.last, self.last_at = name, paragraph


def _is_adverbial(words: str, place: int, name: str) -> bool:
    """Whether what looks like a name says when or where ("in July, the mayor …", "In Lund, the mayor …")."""
    return sound(name) != name or name.casefold() in MONTHS or bool(_WHERE.search(words, max(0, place - 12), place))


def _alike(names: Iterable[str], surname: str) -> list[str]:
    stem = surname[: max(3, len(surname) - 2)]
    return [name for name in islice(names, 50) if name.startswith(stem)]


def _declined(words: list[str], others: list[str]) -> bool:
    return len(words) == len(others) and all(
        a[: max(2, len(a) - 2)] == b[: max(2, len(a) - 2)] for a, b in zip(words, others, strict=True)
    )


@lru_cache(maxsize=8192)
def tidy(name: str) -> str:
    """Give a mention without article, titles and typographic apostrophes: "the President Jane Doe" is "Jane Doe"."""
    plain = _ARTICLE.sub("", name.replace("’", "'").strip(' ,.;:"“”'))
    if re.search(r"'s?\s[a-z]", plain):
        return plain
    bare = TITLES.sub("", _strip_demonym(re.sub(r"^(?:[Tt]hen|[Ff]ormer|[Ee]x)[ -]", "", plain))).strip(" ,")
    plain = _untitled(bare if bare and bare[0].isupper() else plain)
    return re.sub(r"'s?$", "", plain)


def _untitled(name: str) -> str:
    """Take an office of several words off a name: "Transport Minister Jane Doe" is "Jane Doe"."""
    led = _LED.fullmatch(name)
    if led and is_name(led["name"]):
        return str(led["name"])
    words = name.split()
    for cut in range(1, len(words) - 2):
        rest = " ".join(words[cut:])
        bare = TITLES.sub("", rest)
        if bare != rest and bare.count(" ") >= 1 and bare[0].isupper():
            return bare
    return name


def _strip_demonym(name: str) -> str:
    rest = _DEMONYM.sub("", name)
    return rest if rest != name and TITLES.match(rest) else name


def is_paper(mention: str) -> bool:
    """Whether a mention is a paper that speaks for whoever issued it ("the press release said")."""
    return _PAPER.fullmatch(mention.strip()) is not None


def is_part(mention: str) -> bool:
    """Whether a mention is a part of a text ("the interview's introduction"), which is no speaker."""
    head = re.split(r"\s(?:of|to|in|on|for|by|from)\s", mention.casefold(), maxsplit=1)[0].split()
    return bool(head) and head[-1].strip(".,’'") in _PARTS
