"""Words that turn, limit or count: what a change must never pass for a slip. By language, in comparison form."""

import re
from collections.abc import Iterable

_NEGATIONS_WORDS = """
not no never none nobody nothing nowhere nor neither cannot cant wont dont doesnt didnt isnt arent wasnt werent
hasnt havent hadnt couldnt shouldnt wouldnt mustnt aint without hardly barely scarcely rarely seldom lack lacks
не ні ані немає нема ніколи ніхто ніщо нічого ніде жоден жодна жодне жодного жодної без навряд ни нет никогда
никто ничто ничего нигде нельзя вряд לא אין אל בלי ללא אינו אינה אינם אינן איני מעולם שום לעולם لا ليس ليست
ليسوا لم لن غير بدون دون ما لست ne pas jamais rien aucun aucune sans ni non guère nicht kein keine keinen keiner
keinem keines nie niemals niemand nichts ohne weder nunca jamás nada nadie sin tampoco ningún ninguna ninguno
"""
NEGATIONS = frozenset(_NEGATIONS_WORDS.split())
_QUALIFICATIONS_WORDS = """
if unless except only may might could can must should shall would will all some most many few every each any
always often sometimes usually perhaps possibly probably maybe allegedly reportedly supposedly about around
nearly almost roughly least more less fewer than but however although though until partly mostly largely before
after якщо крім окрім лише тільки може можуть мусить мусять повинен повинна повинні всі усі деякі більшість
дехто завжди часто іноді можливо ймовірно нібито близько майже щонайменше більше менше але однак проте хоча доки
частково если кроме только может могут должен должна должны все некоторые большинство всегда иногда возможно
вероятно якобы около почти больше меньше но однако хотя пока частично אם רק אולי כל רוב חלק תמיד לפעמים כמעט
לפחות יותר פחות אבל אך אולם אלא למעט מלבד חוץ עלול יכול חייב צריך إذا اذا إلا الا فقط ربما كل بعض معظم دائما
أحيانا تقريبا أكثر أقل لكن باستثناء قد يمكن يجب ينبغي si sauf seulement peut peuvent doit doivent tous certains
plupart toujours souvent parfois environ presque plus moins mais cependant wenn falls außer nur kann können muss
müssen soll sollen alle einige manche meisten immer oft manchmal vielleicht etwa fast mehr weniger aber jedoch
bis salvo excepto solo sólo puede pueden debe deben todos algunos mayoría siempre veces quizás casi más menos
pero aunque
"""
QUALIFICATIONS = frozenset(_QUALIFICATIONS_WORDS.split())
# What an ellipsis may not hide: words that make what stays true only on a condition, or only as somebody's claim.
_CONDITIONS_WORDS = """
unless except if only allegedly reportedly supposedly якщо крім окрім лише тільки нібито если кроме только якобы
אם רק למעט מלבד إذا اذا إلا الا فقط si sauf seulement wenn falls außer nur angeblich salvo excepto solo sólo
"""
CONDITIONS = frozenset(_CONDITIONS_WORDS.split())
_NUMBER_WORDS_LIST = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands
million millions billion billions trillion dozen dozens half third thirds quarter quarters first second once
twice double percent нуль один одна два дві три чотири пять шість сім вісім девять десять двадцять тридцять
сорок пятдесят сто сотні тисяча тисяч тисячі мільйон мільйони мільйонів мільярд мільярди половина третина чверть
відсоток відсотків две четыре шесть семь восемь девять десять двадцать тридцать сотни тысяча тысяч тысячи
миллион миллиона миллионов миллиард процент процентов un deux trois quatre cinq sept huit neuf dix cent mille
millions eins zwei drei vier fünf sechs sieben acht neun zehn hundert tausend dos tres cuatro cinco seis siete
ocho nueve diez cien mil millón
"""
_NUMBER_WORDS = frozenset(_NUMBER_WORDS_LIST.split())
_BEFORE = ("un", "in", "im", "il", "ir", "dis", "non", "не", "ні", "ни", "без", "бес")
_DIGIT = re.compile(r"\d")


def bare(word: str) -> str:
    """Give a folded word without its apostrophes."""
    return word.replace("'", "")


def negates(word: str) -> bool:
    """Whether a folded word says no; "n't" and the French "n'" count."""
    return bare(word) in NEGATIONS or word.endswith("n't") or (word.startswith("n'") and len(word) > 3)


def negations(words: Iterable[str]) -> int:
    """Count the words that say no."""
    return sum(negates(word) for word in words)


def limits(word: str) -> bool:
    """Whether a folded word limits what is said: to some, to sometimes, to a condition, to somebody's claim."""
    return bare(word) in QUALIFICATIONS


def counts(word: str) -> bool:
    """Whether a folded word is a number, in digits or in words."""
    return _DIGIT.search(word) is not None or bare(word) in _NUMBER_WORDS


def opposed(one: str, other: str) -> bool:
    """Whether one word is the other with a prefix that turns it round: fair and unfair, людяний and нелюдяний."""
    short, long = sorted((one, other), key=len)
    return any(long == prefix + short for prefix in _BEFORE) and len(short) > 2
