"""Questions of interviews and their answers: an answer is about what was asked, whether it says the words or not."""

from collections.abc import Mapping

from bot.answers.quoting import Opened, opened
from bot.answers.turns import asking
from bot.model import Document, Passage, Role, Signal
from bot.search import Library, Match

# An answer begins within so many passages after a question: some are asked in two.
_NEXT = 2


async def with_answers(
    library: Library, open_: Opened, matches: Mapping[str, Match]
) -> tuple[Opened, dict[str, Match]]:
    """Add to passages what answers the questions among them, as near to what was looked for as the question is.

    An answer that was found for itself keeps how, if that is nearer. Questions aren't quoted; they count for what
    follows, and who looks for a word of a question looks for what was said to it.
    """
    found = dict(matches)
    more: dict[str, Passage] = {}
    for passage, document, _ in open_.passages:
        match = matches.get(passage.id)
        answer = await _answer(library, passage, document) if match else None
        if match and answer and (answer.id not in found or found[answer.id].score < match.score):
            found[answer.id] = _through(match, answer)
            if answer.id not in matches:
                more[answer.id] = answer
    added = await opened(library, more.values())
    return Opened((*open_.passages, *added.passages), tuple(sorted({*open_.changed, *added.changed}))), found


async def _answer(library: Library, passage: Passage, document: Document) -> Passage | None:
    """Give the passage that answers a question; None where a passage asks nothing, or nobody else speaks next."""
    if not asks(passage, document):
        return None
    after = (await library.neighbours(passage, 0, _NEXT))[1:]
    return next((one for one in after if one.speaker != passage.speaker), None)


def asks(passage: Passage, document: Document) -> bool:
    """Whether somebody asks somebody else here: an interviewer, or whoever is not known and ends with a question."""
    role = passage.speaker.role
    last = document.derive(passage.sentences[-1]) if passage.sentences else ""
    return role is Role.INTERVIEWER or (role is Role.UNCLEAR and asking(last))


def _through(match: Match, answer: Passage) -> Match:
    """Say that a passage was found through the question that it answers, by the words of that."""
    terms = dict.fromkeys(term for signal in match.why for term in signal.terms)
    why = (Signal("question", match.score, tuple(terms)),)
    return Match(answer.id, match.score, why, answer.source, answer.number)
