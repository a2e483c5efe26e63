"""Words of somebody else that a text quotes to answer them: quoted without the answer, they would seem to be its point.

"“Shops will die,” says the chamber. In every such street shops earned more." Told by the same words in both: an answer
takes up what it answers. News and what retells a text set one's words beside another's without answering; so they are
left out. "People think that the queen rules. She doesn't": what is denied in so many words is no more quoted alone,
whoever is said to hold it, and wherever that stands.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.answers.lines import line_of
from bot.answers.quoting import covered
from bot.answers.themes import paragraphs
from bot.model import Document, Kind, Passage, Source, Span, Statement, StatementType, words_in
from bot.search.analysis import language_of

# So many words somebody says at least; fewer in quotation marks may only name a thing.
_SAID = 3
_ANSWERING = frozenset({Kind.OP_ED, Kind.LETTER, Kind.SPEECH, Kind.BOOK, Kind.OTHER})
_DENYING = re.compile(
    r"""[\s"'“„«(–—-]*(?:
    (?:i|he|she|it|we|they)\s+(?:do|does|did|is|are|was|were|has|have|had|can|could|will|would|should)(?:n['’]t|\s+not)\s*[,.;:!–—-]
    |(?:this|that|it)\s+(?:is|was)(?:n['’]t|\s+not)\s+(?:true|so|right|the\s+case)\b
    |(?:this|that|it)\s+(?:is|was)\s+(?:wrong|false|untrue|a\s+(?:lie|myth|mistake))\b|in\s+reality\b
    |це\s+(?:не\s+так|не\s*правда|помилка|міф|брехня)\b|насправді\b
    |это\s+(?:не\s+так|не\s*правда|ошибка|миф|ложь)\b|на\s+самом\s+деле\b
    |(?:זה|זו)\s+(?:לא\s+(?:נכון|כך|אמת)|טעות|שקר|מיתוס)(?!\w)|למעשה(?!\w)
    |(?:هذا|وهذا)\s+(?:غير\s+صحيح|ليس\s+صحيح\w*|خطأ|كذب)|في\s+الواقع|في\s+الحقيقة
    )""",
    re.IGNORECASE | re.VERBOSE,
)


def denied(texts: Sequence[str]) -> frozenset[int]:
    """Give the numbers of sentences that the next one denies, in English, Ukrainian, Russian, Hebrew and Arabic."""
    return frozenset(at for at, text in enumerate(texts[1:]) if _DENYING.match(text))


def rebutted(passage: Passage, document: Document, source: Source) -> frozenset[int]:
    """Give the numbers of sentences with somebody else's words that the next sentence answers."""
    if source.kind not in _ANSWERING or not passage.statements:
        return frozenset()
    theirs = [said for said in passage.statements if said.speaker.name != passage.speaker.name]
    opening = {first for first, _ in paragraphs(passage, document)}
    language = language_of(source.language)
    return frozenset(
        at
        for at, (one, two) in enumerate(pairwise(passage.sentences))
        if at + 1 not in opening and _answers(one, two, theirs, document, language)
    )


def _answers(
    one: Sequence[Span], two: Sequence[Span], theirs: Sequence[Statement], document: Document, language: str
) -> bool:
    said = [
        document.derive(other.spans)
        for other in theirs
        if other.type is StatementType.DIRECT and one[0].start <= other.spans[0].start < one[-1].end
    ]
    if not said or covered(two, [span for other in theirs for span in other.spans]):
        return False
    answer = line_of(document.derive(two), language).stems.keys()
    return any(words_in(text) >= _SAID and not answer.isdisjoint(line_of(text, language).stems) for text in said)
