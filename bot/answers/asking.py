"""What a question to `summary` is about, apart from the words with which people ask.

"Why did the chair disagree with the treasurer when discussing the price of flour?" asks about the price of flour. Who
asks for what was said names who said it, and that it was said; neither need stand in a text. Rules for English,
Ukrainian, Russian, Hebrew and Arabic, by lists and places of words alone.
"""

import re
from collections.abc import Collection, Iterable, Sequence

from bot.search.analysis import is_stop, stem, words

# Words with which people ask for a summary; they say nothing of what it is asked about.
_TO_ASK = """
summarize summarise summary discussion discuss discussed discussing opinion opinions mention mentioned talk talked talks
talking think thinks thought say says said view views describe regarding concerning
підсумуй підсумувати підсумок обговорення обговорювали думка думає думають вважає вважають каже кажуть говорить згадує
обсуждение обсуждали мнение итог думает думают считает считают говорит говорят упоминает
סכם סכמי תסכם תסכמי סיכום דעתו דעתה דעתם דעת חושב חושבת חושבים חושבות
لخص لخصي ملخص رأي رأيه رأيها رأيهم يقول تقول يقولون يرى ترى يرون يعتقد تعتقد يعتقدون
"""
# Those with which people name who spoke, or what was done there: a text may be about a team or a meeting all the same.
_WHO = """
group team meeting introduce present
"""
# What people are asked to have done with words, and what comes of it. A text may be about a decision or a debate all
# the same: these are looked for, but whether a text is about a question doesn't hang on them.
_SPEAKING = """
agree agreed disagree disagreed disagreement argue argued argument arguments claim claimed comment commented comments
conclude concluded conclusion conclusions consider considered contribute contributed debate debated decide decided
decision decisions elaborate elaborated explain explained explanation express expressed note noted object objected
objection objections perspective perspectives point points presented presentation presentations propose proposed
proposal question questions raise raised react reacted reaction reactions recommend recommended recommendation
recommendations reflect reflected reflecting remark remarks reply replied respond responded response responses review
speak speaking spoke speech stance state stated statement statements stress stressed suggest suggested suggestion
suggestions tell told attitude attitudes answer answered answers believe believed feel felt idea ideas introduced
introduction introducing presenting overview
погодився погодилася погодились заперечив заперечила заперечили відповів відповіла відповіли відповідь сказав сказала
сказали говорив говорила говорили думав думала думали вважав вважала вважали пояснив пояснила пояснили пояснює
запропонував запропонувала запропонували пропонує вирішив вирішила вирішили рішення зауважив зауважила погляд погляди
позиція ставлення ставиться ставляться висновок висновки обговорював обговорювала обговорюють дискусія дискутували
согласился согласилась согласились возразил возразила возразили ответил ответила ответили ответ сказал сказала сказали
говорил говорила говорили думал думала думали считал считала считали объяснил объяснила объяснили объясняет предложил
предложила предложили предлагает решил решила решили решение заметил заметила взгляд взгляды позиция отношение
относится относятся вывод выводы обсуждал обсуждала обсуждают дискуссия спорили
אמר אמרה אמרו אומר אומרת אומרים חשב חשבה חשבו טען טענה טענו טוען טוענת טוענים הסביר הסבירה הסבירו הציע הציעה הציעו
החליט החליטה החליטו סבור סבורה סבורים ענה ענתה ענו עמדתו עמדתה עמדתם עמדת
قال قالت قالوا ذكر ذكرت ذكروا شرح شرحت اقترح اقترحت اقترحوا قرر قررت قرروا أجاب أجابت رأى رأت موقف موقفه موقفها
"""
# With which people begin to ask; what comes first in a clause that only says what is looked for tells nothing of who.
_BEGINNING = """
what why how when which who whom did does do is are was were please can could tell explain describe give list
summarize summarise summary
що чому як коли які який яка хто підсумуй підсумувати розкажи поясни
что почему зачем как когда какие какой какая какое какова каковы каков какую кто где куда откуда сколько чей подытожь
расскажи объясни
де куди звідки скільки навіщо яку чий чия чи
where whose
מה מהו מהי מהם מהן למה מדוע איך כיצד מתי מי איפה היכן לאן מאיפה כמה איזה איזו אילו האם סכם סכמי תסכם הסבר
ما ماذا لماذا كيف متى من أين كم هل أي لخص اشرح
"""
_SECOND = """
did does do has have had would should could can will is are was were
"""
# What leads from speaking to what is spoken about, wherever it stands after it; and right after it, too.
_ABOUT = """
about regarding concerning про щодо стосовно о об обо насчёт насчет относительно
לגבי אודות בנוגע בנושא בעניין בקשר عن حول بشأن بخصوص
"""
_BESIDE = """
of on to for towards toward over that whether על כי في أن
"""
# What does so in Hebrew and Arabic where nothing else does; it says where as well.
_LOOSELY = """
על في
"""
# With whom.
_TOGETHER = """
with з із зі с со עם مع
"""
_CLAUSES = re.compile(r"[?;]|[.!]\s|\b(?:when|while|whilst|коли|когда|під час|во время)\b", re.IGNORECASE)
# With which people ask for everything, and what they call it: "the main points of the whole text".
_FOR_ALL = """
all everything whole entire overall main
все всі усе усі весь увесь вся цілий загалом повністю головне основне
всё всю целый целиком полностью главное основное
"""
_ITS_NAMES = """
text texts article articles document documents content contents conversation book point points idea ideas topic topics
текст тексту тексти текстів стаття статті статей документ документи зміст розмова книга думки тема теми
тексте текста тексты текстов статья статьи документы содержание разговор мысли темы
"""
_ASKING = frozenset(words(_TO_ASK))
_COMPANY = frozenset(words(_WHO))
_PASSED = _ASKING | _COMPANY
_SAYING = _ASKING | frozenset(words(_SPEAKING)) | {"introduce", "present"}
_BEGIN, _AUXILIARY = frozenset(words(_BEGINNING)), frozenset(words(_SECOND))
_OF, _NEAR, _WITH = frozenset(words(_ABOUT)), frozenset(words(_BESIDE)), frozenset(words(_TOGETHER))
_IN = frozenset(words(_LOOSELY))
_ALL = frozenset(words(_FOR_ALL))
_ITS = frozenset(words(_ITS_NAMES)) | _PASSED | _ALL
_MARKS = frozenset('"“”„«»')
# So far from the beginning of a clause the auxiliary stands, and so far from that what was done with words.
_EARLY, _NEXT = 6, 9


def asks_for_all(about: str) -> bool:
    """Whether a question names no subject, but all there is: "the main points of the whole text"."""
    every = words(about)
    return (
        _MARKS.isdisjoint(about)
        and not _ALL.isdisjoint(every)
        and _ITS.issuperset(word for word in every if _tells(word))
    )


def subject(about: str, speakers: Iterable[str] = ()) -> str:
    """Give a question without the words that only ask for a summary, if others are left and no phrase is marked.

    Where one of the `speakers` is asked for, that they said it is left out, too: others may have agreed on others.
    """
    parts = about.split()
    said = _saying([(words(part) or ("",))[0] for part in parts])
    if said and _named(words(" ".join(parts[slice(*said)])), tuple(speakers)):
        parts.pop(said[1])
    return _without(about, parts, _ASKING)


def matter(about: str, speakers: Iterable[str] = ()) -> str:
    """Give what a question is about: without who is asked to have said it, and that it was said, if words are left.

    Who is one of the `speakers` stays: theirs are the words that are asked for. So does a question with a marked
    phrase, as it is.
    """
    names = tuple(speakers)
    clauses = [clause.split() for clause in _CLAUSES.split(about)]
    kept = [*_spoken_of(clauses[0], names)]
    for clause in clauses[1:]:
        # "when presenting the gate"
        begins = bool(clause) and not _SAYING.isdisjoint(words(clause[0]))
        kept += clause[1:] if begins else _spoken_of(clause, names)
    return _without(about, kept, _PASSED)


def begins_to_ask(about: str) -> bool:
    """Whether it is asked in a sentence: "what did they say about the dyke", and not "dyke"."""
    return next((word in _BEGIN for word in words(about)), False)


def telling(about: str) -> list[str]:
    """Give the words of a question that carry meaning."""
    return [word for word in words(about) if _tells(word)]


def asked_stems(asked: Iterable[str], language: str) -> set[str]:
    """Give the stems of asked words, without those that only ask, as long as others are left."""
    every = list(asked)
    left = [word for word in every if word not in _PASSED]
    return {stem(word, language) for phrase in left or every for word in words(phrase)}


def _spoken_of(parts: Sequence[str], names: Sequence[str]) -> Sequence[str]:
    """Give the words of a clause without who spoke and that they did; all of them where it asks for something else."""
    folded = [(words(part) or ("",))[0] for part in parts]
    found = _saying(folded)
    if found is None or _named(folded[slice(*found)], names):
        return parts
    first, said = found
    second = first - 1 if folded[first - 1] in _AUXILIARY else None
    after = folded[said + 1 :]
    over = next((at for leads in (_OF, _IN) for at, word in enumerate(after) if word in leads), None)
    if over is None and after and after[0] in _WITH:
        return parts[: second or 0]
    if over is None and second is None and not (after and after[0] in _NEAR):
        return parts
    return [*parts[: second or 0], *parts[said + 1 :][0 if over is None else over + 1 :]]


def _saying(folded: Sequence[str]) -> tuple[int, int] | None:
    """Give where a clause that asks begins to name who spoke, and where the word of speaking is; None without one."""
    if not folded or folded[0] not in _BEGIN:
        return None
    first = next((at + 1 for at, word in enumerate(folded[:_EARLY]) if word in _AUXILIARY), 1)
    said = next((at for at in range(first, min(first + _NEXT, len(folded))) if folded[at] in _SAYING), None)
    return None if said is None else (first, said)


def _named(who: Sequence[str], names: Sequence[str]) -> bool:
    """Whether any of these words that carries meaning stands in a name."""
    asked = frozenset(filter(_tells, who))
    return bool(asked) and any(not asked.isdisjoint(words(name)) for name in names)


def _without(about: str, parts: Sequence[str], passed: Collection[str]) -> str:
    left = " ".join(part for part in parts if not (own := words(part)) or not set(own) <= set(passed))
    return left if telling(left) and _MARKS.isdisjoint(about) else about


def _tells(word: str) -> bool:
    return not any(is_stop(word, language) for language in ("en", "uk", "ru", "he", "ar"))
