"""`why`: what an answer rests on, and whether the same question finds the same now."""

from typing import Annotated

from bot.answers.why import Now, Reasons
from bot.answers.why import why as replay
from bot.commands.desk import Desk, wording
from bot.commands.desk.declaration import Words, command
from bot.errors import UnknownAnswer
from bot.model import Block, Facts, Reply, Request, Signal, Text, Tone, Trace
from bot.words import Words as Sentences
from bot.words import words

_EDITION = 12
_PLAIN = frozenset({("offset", "0"), ("turn", "0")})
"""Choices that say nothing: an answer begins at its beginning."""
_BESIDE = "who-else"
"""What looks with the words of a passage, which aren't kept."""


@command(private=True)
async def why(request: Request, desk: Desk, answer: Annotated[str, Words(longest=40)]) -> Reply:
    """Explain the answer with that id, if it was given in the same community."""
    wanted = wording.bare_id(answer)
    kept = await desk.answers.load(wanted, request.community.id)
    if kept is None:
        raise UnknownAnswer(desk.keep_days)
    trace, hour = kept
    say = words(request.locale)
    found = await replay(desk.library, desk.index, trace)
    title = say.say("why-title", answer=wanted, command=trace.command, day=hour[:10], hour=hour[11:])
    blocks: list[Block] = [Text(title, Tone.TITLE), Facts(_asked(trace, found, say))]
    withheld = desk.withholding.of(request.community.id)
    shown = [(at, now) for at, now in enumerate(found.hits, 1) if now.then.passage not in withheld]
    blocks.extend(_hit(at, now, say) for at, now in shown)
    if left_out := len(found.hits) - len(shown):
        blocks.append(Text(say.say("withheld-left-out", count=left_out), Tone.NOTE))
    if shown or not left_out:
        blocks.append(Text(_replayed(found, say)))
    if any(now.then.why for _, now in shown):
        blocks.append(Text(say.say("why-scores"), Tone.NOTE))
    return Reply(tuple(blocks))


def _asked(trace: Trace, found: Reasons, say: Sentences) -> tuple[tuple[str, str], ...]:
    """Tell what is kept of the question: words that stand in the texts, and what was chosen of what they offer.

    What these words are read as besides is what the groups of synonyms say now.
    """
    none = "why-own-terms" if trace.command == _BESIDE else "why-no-terms"
    terms = ", ".join(trace.terms) or say.say(none)
    choices = tuple((_choice(name, say), value) for name, value in trace.choices if (name, value) not in _PLAIN)
    searched = say.say("why-texts", searched=trace.searched)
    wider = found.found.also if found.found else ()
    also = ((say.say("why-also"), wording.read_as(wider, say)),) if wider else ()
    return ((say.say("why-terms"), terms), *also, *choices, (say.say("why-searched"), searched))


def _choice(name: str, say: Sentences) -> str:
    known = f"why-choice-{name}"
    return say.say(known) if say.has(known) else name


def _hit(place: int, now: Now, say: Sentences) -> Facts:
    """Tell why a passage was found: each signal with what it added to the score."""
    rows = [(_signal(signal, say), _value(signal)) for signal in now.then.why]
    if now.then.why:
        rows.append((say.say("why-score"), f"{now.then.score:.2f}"))
    rows.append((say.say("why-edition"), now.then.edition[:_EDITION]))
    rows.append((say.say("why-now"), _now(now, say)))
    return Facts(tuple(rows), f"{place}. {now.then.passage}")


def _signal(signal: Signal, say: Sentences) -> str:
    known = f"signal-{signal.name}"
    return say.say(known) if say.has(known) else signal.name


def _value(signal: Signal) -> str:
    terms = f" ({', '.join(signal.terms)})" if signal.terms else ""
    return f"{signal.value:+.2f}{terms}"


def _now(now: Now, say: Sentences) -> str:
    """Say what became of a passage since."""
    if now.gone:
        return say.say("why-gone")
    told = [say.say("why-changed")] if now.changed else []
    if now.moved:
        told.append(say.say("why-moved", rank=now.rank) if now.rank else say.say("why-not-found"))
    return "; ".join(told) or say.say("why-same")


def _replayed(found: Reasons, say: Sentences) -> str:
    if not found.hits:
        return say.say("why-no-passages")
    if found.found is None:
        if found.trace.command == _BESIDE:
            return say.say("why-beside" if found.same else "why-beside-not")
        return say.say("why-stands" if found.same else "why-stands-not")
    return say.say("why-replay-same" if found.same else "why-replay-differs")
