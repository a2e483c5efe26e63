"""Labels of turns: "Jane Doe:", "JD:", "Q:" at the start of a paragraph, and who they stand for."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from bot.corpus.asking import sounds_asked
from bot.corpus.billing import is_billing
from bot.corpus.caseless import talk
from bot.corpus.fullnames import (
    INITIALS,
    full_names,
    given_initials,
    is_initials,
    is_loud,
    people_near,
    stands_for,
)
from bot.corpus.names import CUT_NAME, NAME, UPPER, bare, in_order, is_name
from bot.corpus.turnwords import NO_LABEL, PAIRS, is_answerer, is_asker, is_crowd, is_enumeration
from bot.corpus.units import Page
from bot.model import BlockKind, Span

# When a turn was spoken or sent: "[00:12:31] ", "12/03/2024, 18:02 - "; and the number of a question in a record.
TIME = (
    r"(?:[\[(]?(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4},?[ ])?\d{1,2}:\d\d(?::\d\d)?(?:[ \u202f][AaPp]\.?[Mm]\.?)?[\])]?"
    r"[ ]+(?:[–-][ ])?|Q?\d{1,3}\.[ ](?=[^\W\d_]{2,}[^:\n]{0,60}\([^()\n]{2,40}\)[ ]?:))?"
)
_NAMED = re.compile(rf"{NAME}|{INITIALS}")
_CASELESS = re.compile(r"[\u0590-\u08ff]")
_LABEL = re.compile(
    rf"{TIME}(?P<stress>\*\*|__|\*|_)?(?P<name>{CUT_NAME}|{INITIALS}|[{UPPER}]\d?|[{UPPER}]\w{{2,9}}\.|"
    rf"[{UPPER}][\w'’]*(?: [\w'’]+){{1,4}}|"
    r"[\u0590-\u08ff][\u0590-\u08ff'\"׳״]{0,14}(?: [\u0590-\u08ff'\"׳״-]{1,15}){0,3})"
    r"(?P<extra>(?:[ ]?(?:\*|_)?[(\[][^()\[\]\n]{1,60}[)\]](?:\*|_)?){1,3}|, [^:.,\n]{2,40})?(?P<close>\*\*|__|\*|_)?[ "
    r"\u00a0\u202f]?[:：](?(stress)(?:\*\*|__|\*|_)?)(?=\s|$)"
)
_QA = re.compile(
    rf"(?:\*\*|__)?(?P<name>[QA]|[QA]\d{{1,2}}|[PR](?=\.)|[{UPPER}’'-]{{3,20}} (?:[{UPPER}]\.)?[{UPPER}](?=\.\s)|"
    rf"(?:Mrs?\.|Ms\.|Dr\.|Chair(?:man|woman)|Senator) [{UPPER}]{{3,15}}(?=\.\s)|"
    rf"(?:(?:MRS?|MS|DR|ST)\. |AN? |THE )?[{UPPER}]{{3,15}}"
    rf"(?: [{UPPER}]{{3,15}})?)(?: \([^()\n]{{2,40}}\))?[.)]"
    r"(?:\*\*|__)?(?=\s)"
)
_OFFICE = ("The ", "An ", "A ")
_LISTED = re.compile(rf"[{UPPER}’'-]{{3,20}} (?:[{UPPER}]\.)?[{UPPER}]")
_CITED = re.compile(r"\s*[“«„\"][^”»“\"]*[”»“\"][.!?…]?\s*")
_SPEECH = re.compile(
    r"\b(?:speech|address|remarks|statement|lecture|keynote|testimony|eulogy|sermon|transcript|промова|виступ|звернення|"
    r"речь|выступление|rede|ansprache|discours|discurso|discorso|przemówienie)\b|נאום|خطاب|كلمة",
    re.IGNORECASE,
)
_NEAR = 3
_TALK = 2  # who is once called the host is, where so many others talk
_MOST = 200
# Where so many of the paragraphs from the first label to the last open with a name, and so many names stand once, each
# of these names opens a turn.
_TAKING_TURNS, _ONCE = 0.75, 2


@dataclass(frozen=True, slots=True)
class Label:
    """A label found at the head of a unit: where it ends, and the words that name the speaker."""

    unit: int
    end: int
    name: str


def find_labels(page: Page, known: Sequence[str]) -> list[Label]:
    """Find the labels that really open turns, each with the fullest name that the text gives for it.

    A label counts when it comes back, when it names somebody whom the text names elsewhere, when it is one of a pair
    of question and answer, or when it answers the label right above it; and among many such, when it is a full name.
    `known` are names that the page's head prints.
    """
    found = _letters(page, _uncited(page, list(_candidates(page))))
    if not found:
        return []
    counts = Counter(label.name for label in found)
    if len(counts) > _MOST:
        return []
    people = list(dict.fromkeys([*known, *people_near(page, found[0].unit)]))[:_MOST]
    paired = _paired(page, found, people)
    firm = [label.name for label in found if label in paired or counts[label.name] >= 2]
    people += [bare(name) for name in map(in_order, firm) if is_name(name) and bare(name) not in people]
    kept = [label for label in found if label in paired or _counts(label, counts, people)]
    if len({label.name for label in kept}) >= _TALK:
        sure = frozenset(kept)
        staged = {label.name for label in kept if _is_staged(page, label)}
        kept = [
            label
            for label in found
            if label in sure
            or is_asker(label.name)
            or (len(staged) >= _TALK and _is_staged(page, label))
            or _is_seated(page, label)
        ]
        named = [label.name for label in kept if " " in label.name]
        kept = [label for label in found if label in kept or _abbreviates(label.name, named)]
    kept = _alone(page, found, kept)
    if caseless := talk(page, [(label.unit, label.name) for label in found]):
        kept = [label for label in found if label in kept or label.unit in caseless]
    elif not _makes_turns(page, kept, people):
        return []
    kept = _once(page, found, kept)
    given = given_initials(page, kept[-1].unit)
    full = full_names([label.name for label in kept], people, given)
    return [replace(label, name=full[label.name]) for label in kept]


def _candidates(page: Page) -> Iterable[Label]:
    for number, unit in enumerate(page.units):
        if unit.settled or unit.marker in ("heading", "bullet", "number"):
            continue
        span = unit.spans[0]
        found = _colon_label(page.text, span.start, min(span.end, span.start + 140)) or _QA.match(
            page.text, span.start, span.end
        )
        if found is None:
            continue
        name = _called(found)
        if _may_label(name) and not is_billing(unit.plain):
            yield Label(number, found.end(), name)


def _called(found: re.Match[str]) -> str:
    """The name in a label as records of a parliament print it, without titles, or the label as it stands.

    There an office is told once with its holder ("The Minister for Roads (Ms. Jane Doe):"), a member with a seat
    ("Sir John Doe (Orrin) (Ind.):"), and in other countries everybody by "DOE J.".
    """
    name = found["name"].strip()
    if _LISTED.fullmatch(name):
        return f"{name}."
    extra = found.groupdict().get("extra") or ""
    if ")" not in extra:
        return name
    called = bare(in_order(extra.strip(" ()[]*_") if name.startswith(_OFFICE) else name))
    return called if is_name(called) else name


def _colon_label(text: str, start: int, end: int) -> re.Match[str] | None:
    colon = text.find(":", start, end) >= 0 or text.find("：", start, end) >= 0
    return _LABEL.match(text, start, end) if colon else None


def _may_label(name: str) -> bool:
    first = name.split()[0].casefold().strip("'’s")
    if len(name) > 45 or (first in NO_LABEL and not is_crowd(name)):
        return False
    if name.endswith(".") and len(name) > len("Dr.") and " " not in name and not is_initials(name):
        return is_asker(name)  # "Corr.:", not "Fig.:"
    listed = _LISTED.fullmatch(name.rstrip(".")) is not None
    loose = " " in name and not listed and not _NAMED.fullmatch(name) and not _CASELESS.search(name)
    return not loose or is_crowd(name)


def _uncited(page: Page, found: list[Label]) -> list[Label]:
    """Leave out what only cites ("Jane Doe: “We shall see”", a title's form), unless all turns stand in such marks."""
    cited = {label for label in found if _CITED.fullmatch(page.text, label.end, page.units[label.unit].spans[-1].end)}
    return [label for label in found if label not in cited] if len(cited) * 2 < len(found) else found


def _letters(page: Page, found: list[Label]) -> list[Label]:
    """Read single letters as question and answer where the two of a language's pair stand, and the first one asks."""
    letters = {label: None for label in found if len(label.name.rstrip(".")) == 1}
    names = list(dict.fromkeys(label.name.rstrip(".").casefold() for label in letters))
    if len(names) != 2 or tuple(names) not in PAIRS or tuple(names) == PAIRS[0]:
        return found
    asking = [label for label in letters if label.name.rstrip(".").casefold() == names[0]]
    if sum(_asks(page, label) for label in asking) * 2 < len(asking):
        return found
    sides = {names[0]: "Q", names[1]: "A"}
    return [
        replace(label, name=sides[label.name.rstrip(".").casefold()]) if label in letters else label for label in found
    ]


def _is_staged(page: Page, label: Label) -> bool:
    """Whether a label is of a play's form: a name in capitals with a full stop ("A BOY. The lamps are out.")."""
    loud = label.name.split()[-1].isupper() and len(label.name.split()[-1].rstrip(".")) > 2
    return (label.name.isupper() or loud) and len(label.name) > 1 and page.text[label.end - 1] == "."


def _is_seated(page: Page, label: Label) -> bool:
    """Whether a label is of a parliament's form: a name, and behind it in brackets a seat, a party or an office."""
    printed = page.text[page.units[label.unit].spans[0].start : label.end].rstrip(" :*_")
    return printed.endswith(")") and is_name(bare(in_order(label.name)))


def _abbreviates(name: str, others: Sequence[str]) -> bool:
    """Whether a label is the initials of exactly one of the names that other labels print."""
    return is_initials(name) and sum(stands_for(name, other) for other in dict.fromkeys(others)) == 1


def _alone(page: Page, found: Sequence[Label], kept: list[Label]) -> list[Label]:
    """Add who is called on a line of their own, as in a chat that was saved, where several others are as well."""
    firm = frozenset(kept)
    lone = [label for label in found if page.units[label.unit].spans[-1].end == label.end]
    return [label for label in found if label in firm or label in lone] if len(firm & {*lone}) >= _TALK else kept


def _asks(page: Page, label: Label) -> bool:
    unit = page.units[label.unit]
    return sounds_asked(page.text[label.end : unit.spans[-1].end].strip()[-400:])


def _paired(page: Page, found: Sequence[Label], people: Sequence[str]) -> frozenset[Label]:
    """Find the labels of neighbouring paragraphs of which the first asks the second, if both look like names."""
    kept: set[Label] = set()
    for one, two in pairwise(found):
        if one.name == two.name or two.unit - one.unit > _NEAR or not _asks(page, one):
            continue
        if _is_formal(two.name, people) and (_is_formal(one.name, people) or " " in one.name):
            kept.update((one, two))
    return frozenset(kept)


def _is_formal(name: str, people: Sequence[str]) -> bool:
    """Whether a label is a full name, one in capitals, or that of somebody whom the page names."""
    if is_loud(name) or is_name(in_order(name)):
        return True
    return any(stands_for(name, person) for person in people)


def _counts(label: Label, counts: Counter[str], people: Sequence[str]) -> bool:
    name = label.name
    if is_crowd(name):
        return True
    if is_asker(name) or is_answerer(name):
        return counts[name] >= 2 or any((is_asker(other) or is_answerer(other)) and other != name for other in counts)
    return counts[name] >= 2 or any(stands_for(name, person) for person in people)


def _makes_turns(page: Page, kept: Sequence[Label], people: Sequence[str]) -> bool:
    """Whether labels are turns rather than the heads of paragraphs ("Costs: …"): somebody is named, or asks."""
    names = {label.name for label in kept}
    known = any(stands_for(name, person) for name in names for person in people)
    roles = any(is_asker(name) or is_answerer(name) for name in names)
    if len(names) < 2:
        repeated = len(kept) >= 2 and (known or roles)
        return bool(kept) and (repeated or is_crowd(kept[0].name) or _opens_speech(page, kept[0], known))
    if is_enumeration([label.name for label in kept]) and not roles:
        return any(_asks(page, label) for label in kept)
    if known or roles or any(is_crowd(name) or is_loud(name) or is_name(in_order(name)) for name in names):
        return True
    return all(is_initials(name) for name in names) or any(_asks(page, label) for label in kept)


def _once(page: Page, found: Sequence[Label], kept: list[Label]) -> list[Label]:
    """Add who speaks once in a talk of many: there, nearly every paragraph opens with the full name of somebody."""
    firm = frozenset(kept)
    every = [label for label in found if label in firm or is_name(in_order(label.name))]
    between = page.units[every[0].unit : every[-1].unit + 1]
    said = sum(not unit.settled and unit.marker != "heading" for unit in between)
    names, others = {label.name for label in kept}, {label.name for label in every if label not in firm}
    turns = len(every) >= _TAKING_TURNS * said and len(names) > 1 and len(others) >= _ONCE
    return every if turns else kept


def _opens_speech(page: Page, label: Label, known: bool) -> bool:
    """Whether the only label of a page names who gives the speech that follows."""
    above = " ".join(unit.plain for unit in page.units[: label.unit])[-3000:]
    titled = " " in label.name or is_loud(label.name)
    return label.unit <= 12 and (known or titled) and _SPEECH.search(above) is not None


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
            unit.cover(rest, page.flow(rest))
        else:
            unit.settle(BlockKind.SPEAKER_LABEL)


def by_name(labels: Sequence[Label]) -> dict[str, list[int]]:
    """Group labels by who they name: the units that each opens."""
    groups: dict[str, list[int]] = defaultdict(list)
    for label in labels:
        groups[label.name].append(label.unit)
    return dict(groups)
