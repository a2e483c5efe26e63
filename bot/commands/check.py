"""`check`: what a quote is, compared with the texts, in private."""

from collections.abc import Iterator, Sequence
from typing import Annotated

from bot.answers.checked import Assessed, Assessment, assess
from bot.commands.desk import Desk
from bot.commands.desk import wording as sayings
from bot.commands.desk.declaration import Words, command
from bot.model import Block, Change, ChangeKind, Checked, Facts, Reply, Request, Text, Tone, VerdictKind
from bot.store.log import mint
from bot.words import Words as Sentences
from bot.words import words

_MOST_CHANGES = 6
_LONGEST_CHANGE = 120
_MOST_TITLES = 3
_UNCHANGED = frozenset({VerdictKind.EXACT, VerdictKind.SHORTENED})
_QUOTED = frozenset('"“”„«»')


@command(private=True)
async def check(request: Request, desk: Desk, wording: Annotated[str, Words(longest=4000)]) -> Reply:
    """Compare a quote, or every quote in a message, with all texts, and show what the text really says."""
    say = words(request.locale)
    found = await assess(desk.library, desk.quotations, wording)
    answer, withheld = mint(), desk.withholding.of(request.community.id)
    blocks: list[Block] = [Text(_finding(found, say), Tone.TITLE)]
    for number, quote in enumerate(found.quotes, 1):
        blocks.extend(_quote(quote, number if len(found.quotes) > 1 else None, found, desk, say, withheld))
    if any(_beside(quote.checked) for quote in found.quotes) and not _QUOTED & set(wording):
        blocks.append(Text(say.say("check-use-marks"), Tone.NOTE))
    blocks.extend(_ending(found, say))
    shown = (one for quote in found.quotes for one in quote.excerpts if one.passage.id not in withheld)
    passage = sayings.first_passage(shown)
    if passage is not None:
        blocks.append(sayings.actions(passage, answer, say))
    return Reply(tuple(blocks), answer=answer if passage else None, trace=found.trace, counts="checked")


def _finding(found: Assessment, say: Sentences) -> str:
    """Say the gravest that was found, of one quote or of several."""
    if len(found.quotes) > 1:
        return say.say("check-several", count=len(found.quotes) + found.unread, verdict=_gravest(found))
    quote = next(iter(found.quotes))
    if found.verdict is VerdictKind.UNCLEAR and quote.checked.verdict in _UNCHANGED:
        return say.say("check-in-part", verdict=quote.checked.verdict.value)
    return _verdict(quote, found, say)


def _gravest(found: Assessment) -> str:
    """Name the gravest verdict of several quotes; words that are right, but somebody else's, are no alteration."""
    given = [quote.checked for quote in found.quotes]
    nowhere = [quote for quote in found.quotes if quote.checked.verdict is VerdictKind.NOT_FOUND]
    if found.verdict in (VerdictKind.NOT_FOUND, VerdictKind.CLOSE) and all(quote.named for quote in nowhere):
        return "title" if nowhere else found.verdict.value
    if found.verdict is VerdictKind.ALTERED and all(one.verdict is not VerdictKind.ALTERED for one in given):
        return "speaker" if any(one.misattribution for one in given) else found.verdict.value
    return found.verdict.value


def _verdict(quote: Assessed, found: Assessment, say: Sentences) -> str:
    checked = quote.checked
    if quote.titles:
        return say.say("check-title", count=len(quote.titles), titles="; ".join(quote.titles[:_MOST_TITLES]))
    if quote.headings:
        told = "; ".join(
            say.say("check-in-text", heading=one, title=title) for title, one in quote.headings[:_MOST_TITLES]
        )
        return say.say("check-heading", count=len(quote.headings), headings=told)
    if checked.verdict in _UNCHANGED and checked.misattribution is not None:
        return say.say("check-misattributed", claimed=checked.misattribution.claimed)
    if checked.verdict is VerdictKind.UNCLEAR and checked.places:
        return say.say("check-turned")
    return say.say(f"check-{checked.verdict}", texts=found.texts, count=len(checked.changes), parts=len(quote.excerpts))


def _beside(checked: Checked) -> bool:
    """Whether a change is that words stand beside the quote, which may never have been meant as a part of it."""
    return any(
        change.kind is ChangeKind.ADDED and not checked.said.start <= change.said_span.start < checked.said.end
        for change in checked.changes
    )


def _quote(
    quote: Assessed, number: int | None, found: Assessment, desk: Desk, say: Sentences, withheld: frozenset[str]
) -> Iterator[Block]:
    """Tell of one quote. Of one from a withheld passage only the verdict: what differs are that passage's words."""
    checked = quote.checked
    if number is not None:
        verdict = _verdict(quote, found, say)
        yield Text(say.say("check-number", number=number, verdict=verdict), Tone.TITLE)
        yield Text(say.say("check-said", said=_short(checked.wording)))
    if withheld.intersection(place.passage for place in checked.places):
        yield Text(say.say("check-withheld"), Tone.NOTE)
        return
    if checked.changes:
        yield _changes(checked.changes, say)
    if quote.diff is not None:
        yield quote.diff
        yield Text(say.say("check-legend"), Tone.NOTE)
    if quote.excerpts:
        yield Text(say.say("check-true", parts=len(quote.excerpts)))
    yield from (sayings.quoted(excerpt, desk, say) for excerpt in quote.excerpts)
    yield from _notes(quote, say, withheld)


def _changes(changes: Sequence[Change], say: Sentences) -> Facts:
    """Name what differs, the gravest first."""
    rows = [
        (say.say("check-change", matter=say.say(f"matter-{c.matter}"), kind=say.say(f"change-{c.kind}")), _told(c, say))
        for c in changes[:_MOST_CHANGES]
    ]
    if len(changes) > _MOST_CHANGES:
        rows.append((say.say("check-more-changes"), str(len(changes) - _MOST_CHANGES)))
    return Facts(tuple(rows))


def _told(change: Change, say: Sentences) -> str:
    said, true = _short(change.said), _short(change.true)
    if said and true:
        return say.say("check-change-both", said=said, true=true)
    return say.say("check-change-one", words=said or true)


def _short(text: str) -> str:
    told = " ".join(text.split())
    return told if len(told) <= _LONGEST_CHANGE else f"{told[:_LONGEST_CHANGE].rsplit(' ', 1)[0]} …"


def _notes(quote: Assessed, say: Sentences, withheld: frozenset[str]) -> Iterator[Text]:
    checked = quote.checked
    if checked.misattribution is not None:
        told = sayings.speaker_line(checked.misattribution.speaker, say)
        part = any(place.speaker != checked.misattribution.speaker for place in checked.places)
        named = "check-wrong-speaker-part" if part else "check-wrong-speaker"
        yield Text(say.say(named, claimed=checked.misattribution.claimed, speaker=told))
    elif checked.places and checked.verdict is not VerdictKind.CLOSE:
        yield from _speakers(quote, say)
    if checked.caution is not None:
        yield Text(say.say("check-caution", cue=checked.caution.cue), Tone.NOTE)
    also = [passage for passage in checked.also if passage not in withheld]
    if also:
        yield Text(say.say("check-also", passages=", ".join(also[:5])), Tone.NOTE)


def _speakers(quote: Assessed, say: Sentences) -> Iterator[Text]:
    """Say whose the words are, where the excerpts don't show it, or where they are several people's."""
    speakers = tuple(dict.fromkeys(place.speaker for place in quote.checked.places))
    named = [speaker for speaker in speakers if speaker.name is not None]
    if len(speakers) == 1 and any(excerpt.speaker.name == speakers[0].name for excerpt in quote.excerpts):
        return
    told = "; ".join(sayings.speaker_line(speaker, say) for speaker in named or speakers)
    yield Text(say.say("check-speaker", speaker=told, count=len(named or speakers)))
    if named and len(named) < len(speakers):
        yield Text(say.say("check-speaker-untold"))


def _ending(found: Assessment, say: Sentences) -> Iterator[Text]:
    if found.unread:
        yield Text(say.say("check-unread", count=found.unread), Tone.NOTE)
    yield from sayings.changed_note(found.changed, say)
    if any(quote.checked.verdict is VerdictKind.NOT_FOUND and not quote.named for quote in found.quotes):
        yield Text(say.say("check-not-a-judgement"), Tone.NOTE)
