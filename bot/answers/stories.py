"""What an author has lived through: in an opinion that is where they come from, and not what they ask for.

Argument and narration differ by tense and modality (Smith, "Modes of Discourse", 2003). Told by lists and endings of
words in English, Ukrainian and Russian: a first person singular and a past tense, without a word of what is to be done
or held to be so; in Hebrew and Arabic, whose past tense shows in no ending of its own, without the tense.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from bot.answers.themes import paragraphs
from bot.model import Document, Passage, Role, Source

# Of a story's sentences so many tell what somebody has lived through; others ("it rained") go along.
TELLING = 0.5
# Where more than so much of a text is such a story, the story is what it is about.
MOST = 0.5
_FIRST_PERSON = r"""
    i|i['’](?:d|ve|m)|my|me|myself
    я|мене|мені|мною|мій|моя|моє|мої|моєї|моєму|моїх|мого|мою
    меня|мне|мной|мой|моё|мое|мои|моей|моему|моих|моего
    אני|שלי|אותי|לי|אצלי|הייתי|נולדתי|גדלתי|עבדתי|למדתי|נסעתי|הלכתי|חזרתי|ראיתי|שמעתי|זכרתי|פגשתי|גרתי|שירתתי
    أنا|كنت|ولدت|أتذكر|أذكر|أبي|أمي|والدي|والدتي|جدي|جدتي|بيتي|طفولتي|حياتي
"""
_PAST_TENSE = r"""
    was|were|had|went|took|gave|came|grew|left|became|began|saw|heard|told|said|knew|felt|found|taught|held|kept|met|lost
    made|bought|sold|sat|stood|ran|wrote|read|spent|slept|thought|brought|got|did|didn['’]t|wasn['’]t|woke|fell|drove|spoke
    (?<!is\s)(?<!are\s)(?<!am\s)(?<!been\s)[a-z]{2,}ed|remember|recall
    [а-яіїєґ']+[аеиуоіяює]в(?:ся)?|[а-яіїєґ']+л(?:а|о|и)(?:ся|сь)?|пам['’]ятаю|пригадую
    [а-яё]+[аеиуоыяёю]л(?:ся)?|помню|вспоминаю
"""
_DEMANDS = r"""
    must|should|ought|shall|demands?|urge|propose|(?:needs?|have|has|had\s+better)\s+to|let\s+us|let['’]s
    call\s+(?:on|for|upon)|ask\s+(?!if)\w+
    повин\w+|мус\w+|треба|потрібно|слід|варто|прошу|заклика(?:ю|ємо)|вимага\w+|пропон\w+
    долж\w+|надо|нужно|следует|стоит|прошу|призыва\w+|требу\w+|предлага(?:ю|ем)|нельзя
    צריך|צריכה|צריכים|צריכות|חייב|חייבת|חייבים|חייבות|אסור|מבקש|מבקשת|מבקשים|דורש|דורשת|דורשים|קורא|קוראת|קוראים|מציע|מציעה|מציעים
    يجب|ينبغي|علينا|لا\s+بد|أطالب|أطلب|أدعو|أقترح|نطالب|ندعو|نطلب|نقترح
"""
_OPINIONS = r"""
    needs?|cannot|can['’]t|believe|think|argue|want|insist|refuse|object|agree|disagree
    маємо|має|мають|вважаю|вірю|думаю|хочу|переконан\w+
    считаю|верю|думаю|хочу|убежд[её]н\w*
    יש|מותר|מאמין|מאמינה|חושב|חושבת|סבור|סבורה|רוצה
    أعتقد|أرى|أريد
"""


def _any_of(*lists: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(' '.join(lists).split())})\b", re.IGNORECASE)


_MINE, _PAST, _DEMAND, _HELD = (
    _any_of(_FIRST_PERSON),
    _any_of(_PAST_TENSE),
    _any_of(_DEMANDS),
    _any_of(_DEMANDS, _OPINIONS),
)
_SEMITIC = re.compile(r"[א-תء-ي]")
_QUOTED = re.compile(r"[\"“„«][^\"”»]*[\"”»]")
_OTHERS = frozenset({Role.INTERVIEWEE, Role.QUOTED})

Open = tuple[Passage, Document, Source]


def stories(own: Sequence[Open]) -> frozenset[tuple[str, int]]:
    """Give the sentences, by passage and number, of paragraphs in which the author of a text tells of themselves.

    None are given of a text that asks for nothing, or is such a story for the most part: then that is its subject. So
    is what it opens with. Whoever is interviewed or quoted was asked, perhaps for just that.
    """
    found: set[tuple[str, int]] = set()
    sentences = demands = 0
    for passage, document, _ in own:
        if passage.speaker.role in _OTHERS:
            continue
        texts = [document.derive(spans) for spans in passage.sentences]
        sentences += len(texts)
        demands += sum(map(_demands, texts))
        for first, last in paragraphs(passage, document):
            opening = passage.number == 1 and first == 0
            if not opening and sum(map(lived, texts[first:last])) >= TELLING * (last - first):
                found.update((passage.id, at) for at in range(first, last))
    return frozenset(found) if demands and len(found) < MOST * sentences else frozenset()


@lru_cache(maxsize=2048)  # the sentences of the passages that are asked about again and again
def lived(text: str) -> bool:
    """Whether a sentence tells what who says it has lived through; what is quoted in it tells nothing."""
    own = _QUOTED.sub("", text)
    if not _MINE.search(own) or _HELD.search(own):
        return False
    return _SEMITIC.search(own) is not None or _PAST.search(own) is not None


@lru_cache(maxsize=2048)
def _demands(text: str) -> bool:
    """Whether a sentence says what is to be done."""
    return _DEMAND.search(_QUOTED.sub("", text)) is not None
