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
after alleged reported supposed purported apparent apparently seemingly according likely unlikely
якщо крім окрім лише тільки може можуть мусить мусять повинен повинна повинні всі усі деякі більшість
дехто завжди часто іноді можливо ймовірно нібито близько майже щонайменше більше менше але однак проте хоча доки
частково если кроме только может могут должен должна должны все некоторые большинство всегда иногда возможно
вероятно якобы около почти больше меньше но однако хотя пока частично אם רק אולי כל רוב חלק תמיד לפעמים כמעט
לפחות יותר פחות אבל אך אולם אלא למעט מלבד חוץ עלול יכול חייב צריך إذا اذا إلا الا فقط ربما كل بعض معظم دائما
أحيانا تقريبا أكثر أقل لكن باستثناء قد يمكن يجب ينبغي si sauf seulement peut peuvent doit doivent tous certains
plupart toujours souvent parfois environ presque plus moins mais cependant wenn falls außer nur kann können muss
müssen soll sollen alle einige manche meisten immer oft manchmal vielleicht etwa fast mehr weniger aber jedoch
bis salvo excepto solo sólo puede pueden debe deben todos algunos mayoría siempre veces quizás casi más menos
pero aunque словами думку начебто словам мнению будто лишь לדברי לפי כביכול طبقا بحسب وفقا angeblich laut selon
prétendument según presuntamente supuestamente
"""
QUALIFICATIONS = frozenset(_QUALIFICATIONS_WORDS.split())
# What an ellipsis may not hide: words that make what stays true only on a condition, or only as somebody's claim.
_CONDITIONS_WORDS = """
unless except if only alleged allegedly reported reportedly supposed supposedly purported apparently
according якщо крім окрім лише тільки нібито если кроме только якобы
אם רק למעט מלבד إذا اذا إلا الا فقط si sauf seulement wenn falls außer nur angeblich salvo excepto solo sólo
словами думку начебто словам мнению будто лишь לדברי לפי כביכול طبقا بحسب وفقا laut selon prétendument según
presuntamente supuestamente
"""
CONDITIONS = frozenset(_CONDITIONS_WORDS.split())
_NUMBER_WORDS_LIST = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands
million millions billion billions trillion dozen dozens half third thirds quarter quarters first second once
twice double triple percent fourth fifth sixth seventh eighth ninth tenth eleventh twelfth twentieth hundredth tenths
нуль один одна одне одного одной два дві две двох двух двом три трьох трех чотири чотирьох четыре пять шість шесть сім
семь вісім восемь девять десять сто сот сотень сотен сотні сотни пів половина половину третина третину чверть
відсоток відсотка відсотків процент процента процентов двічі тричі дважды трижды удвічі вдвое раз разів
un deux trois quatre cinq sept huit neuf dix onze douze treize quatorze quinze seize vingt trente quarante cinquante
soixante cent cents mille millier milliers million millions milliard milliards moitié tiers quart dizaine douzaine
eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig
neunzig hundert tausend halb hälfte drittel dritteln viertel vierteln dutzend prozent erste ersten zweite zweiten dritte
dritten million millionen milliarde milliarden
dos tres cuatro cinco seis siete ocho nueve diez once doce veinte treinta cuarenta cincuenta sesenta setenta ochenta
noventa cien ciento mil millón millones mitad tercio cuarto docena
אחד אחת שתיים שניים שתי שני שלוש שלושה ארבע ארבעה חמש חמישה שש שישה שבע שבעה שמונה תשע תשעה עשר עשרה עשרים שלושים
ארבעים חמישים שישים שבעים שמונים תשעים מאה מאות מאתיים אלף אלפים מיליון מיליארד חצי שליש רבע אחוז אחוזים
واحد واحدة اثنان اثنين اثنتان ثلاثة ثلاث أربعة أربع خمسة خمس ستة ست سبعة سبع ثمانية ثمان ثماني تسعة تسع عشرة عشر عشرون
عشرين ثلاثون ثلاثين أربعون أربعين خمسون خمسين ستون ستين سبعون سبعين ثمانون ثمانين تسعون تسعين مئة مائة مئتين ألف
ألفين آلاف مليون ملايين مليار نصف ثلث ربع
"""
_NUMBER_WORDS = frozenset(_NUMBER_WORDS_LIST.split())
# Numerals of Ukrainian and Russian in all their cases: stems, and endings of up to three letters.
_STEMS = (
    "перш|перв|втор|трет|четверт|четвёрт|пят|шест|шост|седьм|сьом|восьм|девят|десят|двадцят|двадцат|тридцят|тридцат|сорок|"
    "пятдесят|пятьдесят|шістдесят|шестьдесят|сімдесят|семьдесят|вісімдесят|восемьдесят|девяност|двіст|двест|трист|"
    "чотирист|четырест|тисяч|тысяч|мільйон|миллион|мільярд|миллиард|десятк|дюжин"
)
_SLAVIC = re.compile(rf"(?:(?:{_STEMS})|\w+надця?т|\w+надцат)\w{{0,3}}")
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
    plain = bare(word)
    return (
        _DIGIT.search(word) is not None
        or plain in _NUMBER_WORDS
        or (not plain.isascii() and _SLAVIC.fullmatch(plain) is not None)
    )


def opposed(one: str, other: str) -> bool:
    """Whether one word is the other with a prefix that turns it round: fair and unfair, людяний and нелюдяний."""
    short, long = sorted((one, other), key=len)
    return any(long == prefix + short for prefix in _BEFORE) and len(short) > 2
