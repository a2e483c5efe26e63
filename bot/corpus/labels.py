"""Labels of turns: "Jane Doe:", "JD:", "Q:" at the start of a paragraph, and who they stand for."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.corpus.names import NAME, UPPER, bare, in_order, is_name, same
from bot.corpus.units import Page, Unit
from bot.corpus.words import word_set
from bot.model import BlockKind, Span

_ASKS = word_set(
    "q question питання запитання вопрос frage pregunta domanda שאלה ש سؤال س interviewer interviewerin host "
    "moderator ведучий ведуча"
)
_ANSWERS = word_set("a answer відповідь ответ antwort réponse respuesta risposta תשובה ת جواب ج interviewee guest")
_NO_LABEL = word_set(
    "note notes update updated correction clarification disclaimer warning example tip ps subject from to cc "
    "date re location time where when who what why how topics tags author authors title by published summary "
    "conclusion introduction background source sources photo photos image caption credit video audio listen "
    "watch read related editor translation translator link url address phone email e-mail website contact "
    "price isbn abstract keywords result results method methods aim first second third finally remember "
    "important fact facts myth step chapter part section act scene figure table appendix also more "
    "humanitarian diplomatic military economic political legal social cultural pros cons monday tuesday "
    "wednesday thursday friday saturday sunday january february march april june july august september october "
    "november december примітка джерело фото оновлено автор источник примечание quelle foto hinweis source "
    "crédit texte הערה מקור תמונה ملاحظة مصدر صورة"
)
_LABEL = re.compile(
    rf"(?P<stress>\*\*|__|\*|_)?(?P<name>{NAME}|[{UPPER}]{{1,4}}|[{UPPER}]\d?|[\u0590-\u08ff]{{1,15}}(?: "
    rf"[\u0590-\u08ff'\"׳״-]{{1,15}}){{0,2}})"
    r"(?P<extra>[ ]?[(\[][^()\[\]\n]{1,60}[)\]]|, [^:.,\n]{2,40})?(?P<close>\*\*|__|\*|_)?[ "
    r"]?[:：](?(stress)(?:\*\*|__|\*|_)?)(?=\s|$)"
)
_QA = re.compile(
    rf"(?:\*\*|__)?(?P<name>[QA]|[QA]\d{1, 2}|[{UPPER}]{{3,15}}(?: [{UPPER}]{{3,15}})?)[.)](?:\*\*|__)?(?=\s)"
)
_MENTION = re.compile(NAME)


@dataclass(frozen=True, slots=True)
class Label:
    """A label found at the head of a unit: where it ends, and the words that name the speaker."""

    unit: int
    end: int
    name: str


def find_labels(page: Page, known: Sequence[str]) -> list[Label]:
    """Find the labels that really open turns, each with the fullest name that the text gives for it.

    A label counts when it comes back, when it names somebody whom the text names elsewhere, or when it is one of a
    pair of question and answer. `known` are names that the page's head prints.
    """
    found = list(_candidates(page))
    if not found:
        return []
    counts = Counter(label.name for label in found)
    people = list(dict.fromkeys([*known, *_people(page, found)]))
    kept = [label for label in found if _counts(label, counts, people)]
    if not _makes_turns([label.name for label in kept], people):
        return []
    full = _full_names([label.name for label in kept], people)
    return [Label(label.unit, label.end, full[label.name]) for label in kept]


def _candidates(page: Page) -> Iterable[Label]:
    for number, unit in enumerate(page.units):
        if unit.settled or unit.marker in ("heading", "bullet", "number"):
            continue
        span = unit.spans[0]
        found = _LABEL.match(page.text, span.start, min(span.end, span.start + 140)) or _QA.match(
            page.text, span.start, span.end
        )
        if found is None:
            continue
        name = found["name"].strip()
        if len(name) <= 45 and name.split()[0].casefold().strip("'’s") not in _NO_LABEL:
            yield Label(number, found.end(), name)


def is_asker(name: str) -> bool:
    """Whether a label says "question" rather than a name."""
    return name.casefold().rstrip("0123456789") in _ASKS


def is_answerer(name: str) -> bool:
    """Whether a label says "answer" rather than a name."""
    return name.casefold().rstrip("0123456789") in _ANSWERS


def _people(page: Page, labels: Sequence[Label]) -> list[str]:
    """Names of two words and more in the text before, at and after the turns, where people are introduced."""
    first = labels[0].unit
    near = [*page.units[max(0, first - 15) : first + 6], *page.units[-6:]]
    words = [_after_label(unit) for unit in near]
    named = [bare(in_order(m.group())) for text in words for m in _MENTION.finditer(text[:3000])]
    return [name for name in named if is_name(name)]


def _after_label(unit: Unit) -> str:
    head, colon, rest = unit.plain.partition(":")
    return rest if colon and len(head) <= 45 else unit.plain


def _counts(label: Label, counts: Counter[str], people: Sequence[str]) -> bool:
    name = label.name
    if is_asker(name) or is_answerer(name):
        return counts[name] >= 2 or any(is_asker(other) and other != name for other in counts)
    if any(same(in_order(name), person) or _initials(person) == name.replace(".", "") for person in people):
        return True
    return counts[name] >= 2


def _makes_turns(names: Sequence[str], people: Sequence[str]) -> bool:
    distinct = set(names)
    known = any(same(in_order(name), person) for name in distinct for person in people)
    return len(distinct) >= 2 or (len(names) >= 2 and (known or is_asker(names[0])))


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.replace("-", " ").split())


def _full_names(names: Sequence[str], people: Sequence[str]) -> dict[str, str]:
    """Give each label the one full name that it can stand for; a label that could stand for two stays as it is."""
    fuller = [in_order(name) for name in names if " " in name] + list(people)
    found: dict[str, str] = {}
    for name in dict.fromkeys(names):
        tidy = in_order(name)
        if is_asker(name) or is_answerer(name) or " " in tidy:
            found[name] = tidy
            continue
        matches = list(
            dict.fromkeys(
                full for full in fuller if same(in_order(tidy.capitalize() if tidy.isupper() else tidy), full)
            )
        )
        matches = matches or list(dict.fromkeys(full for full in fuller if _initials(full) == tidy.replace(".", "")))
        calm = tidy.capitalize() if tidy.isupper() and len(tidy) > 3 else tidy
        found[name] = matches[0] if len(matches) == 1 else calm
    return found


def take_off(page: Page, labels: Sequence[Label]) -> None:
    """Part each label from its paragraph: the label becomes a block of its own, the turn keeps the rest."""
    for label in labels:
        unit = page.units[label.unit]
        first = unit.spans[0]
        start = label.end
        while start < first.end and page.text[start].isspace():
            start += 1
        unit.label, unit.named = Span(first.start, label.end), label.name
        rest = [Span(start, first.end), *unit.spans[1:]] if start < first.end else list(unit.spans[1:])
        if rest:
            unit.spans, unit.flow = rest, page.flow(rest)
        else:
            unit.settle(BlockKind.SPEAKER_LABEL)


def by_name(labels: Sequence[Label]) -> dict[str, list[int]]:
    """Group labels by who they name: the units that each opens."""
    groups: dict[str, list[int]] = defaultdict(list)
    for label in labels:
        groups[label.name].append(label.unit)
    return dict(groups)
