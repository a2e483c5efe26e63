"""Questions and answers for everybody ("FAQ"): pages whose short questions head their sections."""

from collections.abc import Sequence
from itertools import pairwise

from bot.corpus.uncased import Uncased
from bot.corpus.units import Page, Unit
from bot.corpus.words import asks, in_first_person
from bot.model import BlockKind

# What such a page calls itself. English, German, French, Spanish, Italian, Ukrainian, Russian, Hebrew, Arabic.
_CALLED = Uncased(
    r"\bfaqs?\b|frequently asked|questions? (?:and|&) answers?|(?:fragen|frage) (?:und|&) antwort|häufige(?:n)? fragen|"
    r"wichtigste[nr]? fragen|questions?(?: et |[ /-]+)réponses?|foire aux questions|questions fréquentes|"
    r"preguntas (?:frecuentes|y respuestas)|domande (?:frequenti|e risposte)|(?:за)?питання (?:та|і|й) відповіді|"
    r"часті (?:за)?питання|вопросы и ответы|частые вопросы|שאלות (?:ותשובות|נפוצות)|أسئلة (?:وأجوبة|شائعة)"
)
_LONGEST = 20
_LEAST = 3
_TOP = 12


def section_questions(page: Page, inner: Sequence[int]) -> frozenset[int]:
    """Find the questions that head sections; none where somebody answers them as "I", as in an interview."""
    open_ = [number for number in inner if not page.units[number].settled or _is_item(page.units[number])]
    asked = [number for number in open_ if _is_short_question(page.units[number])]
    answers = [number for number in open_ if asked and number > asked[0] and number not in asked]
    if len(asked) < _LEAST or len(answers) < len(asked):
        return frozenset()
    last = open_[-1]
    if asked[-1] == last or any(b in asked for a, b in pairwise(open_) if a in asked):
        return frozenset()
    personal = sum(in_first_person(page.units[number].plain) for number in answers)
    opening = page.units[: max(_TOP, asked[0])]
    called = any(_CALLED.search(unit.plain[:2000]) for unit in opening)
    return frozenset(asked) if called and personal * 4 <= len(answers) else frozenset()


def _is_item(unit: Unit) -> bool:
    return unit.kind is BlockKind.LIST_ITEM


def _is_short_question(unit: Unit) -> bool:
    plain = unit.marker == "" and unit.label is None and not unit.settled
    return plain and unit.words <= _LONGEST and asks(unit.plain) and unit.plain[:1].isalnum()
