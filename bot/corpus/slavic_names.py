"""Ukrainian and Russian names: their genitive, in which "according to" puts them, whose they are, and where they begin.

The forms of a name are made of its nominative, since that way round they are certain: "Котова" in the genitive is
a man's, Котов's, and never Анна Котова's.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import islice

from bot.corpus.slavic_words import KIN, OFFICES
from bot.corpus.words import word_set

_LONGEST_CALLING = 3
# What somebody does, in the genitive: "директорки", "ентомолога", "учителя". Ukrainian, Russian.
_DOES = re.compile(
    r"(?:тора|ора|орки|[её]ра|ерки|[иі]ста|[иі]стки|[иі]стра|лога|логині|ника|ниці|ницы|теля|тельки|тельницы|ара|арки|аря|"
    r"ика|ця|ца|вчині|вця)$"
)
# Endings of surnames in the genitive, and what stands in their place in the nominative. Ukrainian, Russian.
_NOMINATIVES = {
    "ого": ("ий", "ый", "ой"),
    "ої": ("а",),
    "ой": ("а", "ая"),
    "а": ("", "о"),
    "я": ("й", "ь"),
    "и": ("а",),
    "ы": ("а",),
    "і": ("а", "я"),
}
_CYRILLIC = re.compile("[\u0400-\u04ff]+")
# Men's given names that end as women's do, short ones among them.
_HIS_IN_A = word_set(
    "Микола Микита Ілля Лука Сава Хома Кузьма Олекса Данила Гаврила Ярема Панас Сашко Никита Илья Савва Фома Лёва Миша "
    "Никола Джошуа Саша Женя Паша Гриша Коля Толя Вася Петя Ваня Костя Серёжа Алёша Дима Юра Лёша Слава Міша "
    "Гриша Вітя Сергійко Юрко Льова"
)
_HERS_IN_CONSONANT = word_set("Любов Любовь Нінель Нинель Адель Рахіль Рахиль Юдіф Юдифь Есфір Эсфирь Руф Руфь Ассоль")
PATRONYMIC = re.compile(r"(?:[оеєй]вич|ич|івна|ївна|овна|евна)$")
_HER_SURNAME = re.compile(r"(?:[оеєії]ва|[иіїы]на|[сцз]ька|[сц]кая|[аяє]я)$")
_HIS_SURNAME = re.compile(r"(?:[оеєё]в|[иіїы]н|[иіыо]й)$")
# How trades end, and no given names: "соціологиня", "краєзнавець", "фотограф".
_TRADE = re.compile(
    r"(?:олог|ологиня|ограф|ографиня|знавець|знавиця|ведка?|[иі]ст(?:ка)?|ниця|ница|телька|тель|аторк?а?|иторк?а?)$"
)
_IRREGULAR = {
    "Пётр": "Петра", "Петр": "Петра", "Павел": "Павла", "Лев": "Льва", "Федір": "Федора", "Сидір": "Сидора",
    "Ігор": "Ігоря", "Лазар": "Лазаря", "Антін": "Антона",
}  # fmt: skip
_Table = tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]


def _table(*endings: tuple[str, str]) -> _Table:
    return tuple((re.compile(rf"(?:{ending})$"), tuple(others.split("|"))) for ending, others in endings)


# Endings in the nominative, and what stands for them in the genitive; the first that fits is taken.
_HIS_GIVEN = _table(("[йь]", "я"), ("а", "и|ы|і"), ("я", "і|и|ї"), ("о", "а"), ("[еиіуюєїэ]", ""), ("", "а"))
_HER_GIVEN = _table(("а", "и|ы|і"), ("я", "і|и|ї"), ("ь", "і|и|ь"), ("", "|і|и"))
_HIS_FAMILY = _table(
    ("ий|ый|ой", "ого|его"), ("ій", "ього|его|ія"), ("ець", "ця|еця"), ("єць", "йця"),
    ("ец", "ца|еца"), ("й|ь", "я"), ("ок", "ка|ока"), ("ёк", "ька|ёка"), ("а", "и|ы|і"), ("я", "і|и|ї"), ("о", "а|о"),
    ("[еиіыуюєїэ]х?", r"\g<0>"), ("", "а"),
)  # fmt: skip
_HER_FAMILY = _table(
    ("(?<=ськ|цьк|зьк)а|(?<=ск|цк)а|(?<=[оеєиії]в)а|(?<=[иіїы]н)а", "ої|ой"), ("ая|яя", "ой|ей"), ("а", "и|ы|і"),
    ("я", "і|и|ї"), ("", ""),
)  # fmt: skip


def is_his(given: str) -> bool:
    """Whether a Slavic given name in the nominative is a man's."""
    return given in _HIS_IN_A or (given[-1:] not in "ая" and given not in _HERS_IN_CONSONANT)


def agrees(name: str, sex: str | None) -> bool:
    """Whether a full Slavic name can be the subject of a verb that tells his ("m") or hers ("f")."""
    words = name.split()
    if sex is None or len(words) < 2:
        return True
    his = is_his(words[0])
    return his and not _HER_SURNAME.search(words[-1]) if sex == "m" else sex == "f" and not his


@lru_cache(maxsize=2048)
def sex_of(name: str) -> str | None:
    """Whether a full Slavic name is a woman's ("f") or a man's ("m"), where its words leave no doubt."""
    words = name.split()
    if len(words) < 2 or not _CYRILLIC.match(name):
        return None
    if not is_his(words[0]):
        return "f"
    return "m" if _HIS_SURNAME.search(words[-1]) and words[0][-1] not in "ая" else None


@lru_cache(maxsize=2048)
def genitives(name: str) -> tuple[frozenset[str], ...]:
    """The genitive forms that each word of a full name may have; nothing where it is no Cyrillic name."""
    words = name.split()
    if len(words) < 2 or not all(_CYRILLIC.match(word) for word in words):
        return ()
    his = is_his(words[0])
    family = _HIS_FAMILY if his else _HER_FAMILY
    given = (_IRREGULAR[words[0]],) if words[0] in _IRREGULAR else _formed(words[0], _HIS_GIVEN if his else _HER_GIVEN)
    return (frozenset(given), *(frozenset(_formed(word, family)) for word in words[1:]))


@lru_cache(maxsize=512)
def of_office(word: str) -> frozenset[str]:
    """The genitive forms that a calling may have: of "мер" "мера", of "речниця" "речниці", of "слідчий" "слідчого"."""
    return frozenset(
        form for table in (_HIS_GIVEN, _HER_GIVEN, _HIS_FAMILY, _HER_FAMILY) for form in _formed(word, table)
    )


def _formed(word: str, endings: _Table) -> tuple[str, ...]:
    ending, others = next((ending, others) for ending, others in endings if ending.search(word))
    return tuple(ending.sub(other, word, count=1) for other in others)


def is_genitive(name: Sequence[str], known: str) -> bool:
    """Whether words can be the genitive of a full name, or of its last word."""
    forms = genitives(known)
    if not forms or len(name) == 1:
        return bool(forms) and name[0] in forms[-1]
    return len(name) == len(forms) and all(word in form for word, form in zip(name, forms, strict=True))


def follows_office(words: str, place: int, name: str) -> bool:
    """Whether the name at a place stands behind an office, or begins with one that a sentence opens with."""
    before, first = words[max(0, place - 40) : place].split()[-1:], name.partition(" ")[0]
    called = first.casefold() in OFFICES or _TRADE.search(first) is not None
    return called or (bool(before) and before[0].casefold() in OFFICES)


def past_place(name: str) -> str:
    """Of an office's place and who holds it ("мер | Стіни Іван Кметь") the latter."""
    words = name.split()
    many = len(words) > 2 and _CYRILLIC.match(name) is not None and not any(map(PATRONYMIC.search, words[-2:]))
    return " ".join(words[-2:]) if many else name


@lru_cache(maxsize=512)
def surnames_of(genitive: str) -> tuple[str, ...]:
    """The nominatives that a surname's genitive may have: of "Бобылёва" Бобылёв, of "Дзюби" Дзюба."""
    found = (
        genitive.removesuffix(ending) + other
        for ending, others in _NOMINATIVES.items()
        if genitive.endswith(ending) and len(genitive) > len(ending) + 2
        for other in others
    )
    return tuple(dict.fromkeys(found))


def is_calling(words: Sequence[str]) -> bool:
    """Whether words in the genitive before a name tell what its bearer does, and no other person: "директорки школи".

    Of "заступника міністра" the name may be the minister's, of "жены директора" his.
    """
    kin = any(word.casefold() in _OF_KIN for word in words)
    return (
        not kin
        and 0 < len(words) <= _LONGEST_CALLING
        and [n for n, word in enumerate(words) if _DOES.search(word)] == [0]
    )


_OF_KIN = frozenset(form for word in KIN for form in of_office(word)) | word_set(
    "жены дружини матері матери мами мамы батька отца тата сина сына дочки доньки дочери сестри сестры брата діда деда "
    "баби бабусі бабушки дядька дяди тітки тётки друга подруги сусіда соседа сусідки соседки колеги коллеги вдови вдовы"
)


def alike(names: Iterable[str], surname: str) -> list[str]:
    """The names, of the first fifty, that begin as a surname does: it may be one of them in another case."""
    stem = surname[: max(3, len(surname) - 2)]
    return [name for name in islice(names, 50) if name.startswith(stem)]


def declined(words: list[str], others: list[str]) -> bool:
    """Whether each of some words may be another's form in another case."""
    return len(words) == len(others) and all(
        a[: max(2, len(a) - 2)] == b[: max(2, len(a) - 2)] for a, b in zip(words, others, strict=True)
    )
