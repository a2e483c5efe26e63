"""What replies share: who says a quote, where it stands, what was found or not, what can be asked next."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from bot.answers.asking import telling
from bot.answers.quoting import Excerpt, quote_of
from bot.commands.desk import Desk
from bot.commands.desk.parser import render
from bot.commands.desk.registry import commands
from bot.model import Action, ActionKind, Actions, Passage, Quote, Role, Source, Speaker, Text, Tone
from bot.search import Found
from bot.search.finding import ReadAs
from bot.words import Words

LONGEST_ECHO = 60
"""A question of more characters is not repeated in its answer: on Discord others would have to read it again."""

# A text's id, a full stop, and letters and digits made of the words (see bot/corpus/identity.py).
_PASSAGE_ID = re.compile(r"[a-z0-9][a-z0-9-]*\.[a-z2-7]{4,}[a-z0-9-]*")
_OPENING, _CLOSING = tuple('"“„«'), tuple('"”“»')
_NAMED = 10
_OFFERED = 6


def quoted(excerpt: Excerpt, desk: Desk, say: Words, *, focus: bool = False, titled: bool = True) -> Quote:
    """Make the block of an excerpt; `titled` is False where the text's title stands above it already."""
    place = citation(excerpt.passage, desk, say, titled=titled, part=excerpt.cut)
    return quote_of(excerpt, attribution(excerpt, say), place, focus=focus)


def attribution(excerpt: Excerpt, say: Words) -> str:
    """Say who speaks in an excerpt, and whom it quotes or reports besides."""
    line = speaker_line(excerpt.speaker, say)
    names = tuple(dict.fromkeys(other.name for other in excerpt.others if other.name))
    return f"{line} · {say.say('speaker-quotes', names=', '.join(names))}" if names else line


@lru_cache(maxsize=1024)
def speaker_line(speaker: Speaker, say: Words) -> str:
    """Say who speaks and who tells it: “Ada Byron (interviewee), as told in the Weekly digest”."""
    if speaker.role is Role.UNCLEAR or (speaker.name is None and speaker.role is Role.QUOTED):
        who = say.say("speaker-unclear")
    elif speaker.name is None:
        who = say.say(f"role-{speaker.role}-alone")
    else:
        who = say.say("speaker-named", name=speaker.name, role=say.say(f"role-{speaker.role}"))
    if not speaker.via:
        return who
    told = "speaker-told-in" if speaker.via.casefold().endswith("digest") else "speaker-told-by"
    return say.say(told, who=who, via=speaker.via)


def citation(passage: Passage, desk: Desk, say: Words, *, titled: bool = True, part: bool = False) -> str:
    """Say where a passage (or `part` of it) stands: title, outlet and date if printed, headings, place, id."""
    shelved = desk.library.source(passage.source)
    title = title_line(shelved.source) if titled else ""
    # A text's own title often is its first heading, too.
    headings = " › ".join(heading for heading in passage.headings if heading != shelved.source.title)
    place = say.say("citation-part" if part else "citation-place", number=passage.number, of=shelved.passages)
    return " · ".join(part for part in (title, headings, place, passage.id) if part)


def title_line(source: Source) -> str:
    """Give a text's title with the outlet and the date that it prints."""
    return ", ".join(part for part in (source.title, source.outlet, source.published) if part)


def heading_line(source: Source, say: Words) -> str:
    """Give a text's title with its standpoint label and who gave that."""
    standpoint = standpoint_line(source, say)
    return f"{source.title} · {standpoint}" if standpoint else source.title


def standpoint_line(source: Source, say: Words) -> str | None:
    """Give a text's standpoint label with who gave it; None where it has none."""
    if source.standpoint is None:
        return None
    return say.say("standpoint", label=source.standpoint.label, by=source.standpoint.labelled_by)


def echo(asked: str, say: Words, *, first: bool = False) -> str:
    """Repeat what was asked if it is short, else speak of “your question”: “Your question” where it comes `first`."""
    told = " ".join(asked.split())
    if len(told) > LONGEST_ECHO:
        return say.say("echo-long-first" if first else "echo-long")
    # A phrase in marks brings its own.
    return told if told[:1] in _OPENING and told[-1:] in _CLOSING else say.say("echo-short", asked=told)


def nothing(found: Found, about: str, desk: Desk, say: Words, offset: int = 0) -> tuple[Text, ...]:
    """Say that nothing fits (or nothing more, from `offset` on), how much was searched, and what the texts speak of."""
    if offset and found.matches:
        return (Text(say.say("nothing-more"), Tone.TITLE),)
    told = Text(say.say("nothing-found", about=echo(about, say), searched=found.searched), Tone.TITLE)
    # In a text of two languages the small words of one are frequent, and say nothing.
    offered = [term for term in desk.index.suggest("") if telling(term)][:_OFFERED]
    more = (Text(say.say("nothing-offered", terms=", ".join(offered))),) if offered else ()
    return (told, *spellings(found, say), *more)


def nearest(found: Found, about: str, say: Words, told: str = "nothing-nearest") -> tuple[Text, ...]:
    """Say that nothing fits, and by the sentence `told` that what follows only comes nearest."""
    nothing_fits = say.say("nothing-found", about=echo(about, say), searched=found.searched)
    return (Text(nothing_fits, Tone.TITLE), Text(say.say(told)))


def spellings(found: Found, say: Words) -> tuple[Text, ...]:
    """Say which asked words were read as synonyms, and which as others like them, and how many stand in no text."""
    told = [say.say("synonyms-read-as", read=read_as(found.replaced, say))] if found.replaced else []
    told += (say.say("spelling-read-as", asked=asked, used=used) for asked, used in found.corrected)
    if found.terms and found.missing:
        told.append(say.say("spelling-missing", count=found.missing))
    return tuple(Text(line, Tone.NOTE) for line in told)


def read_as(words: ReadAs, say: Words) -> str:
    """Tell what words of synonyms' groups were read as: “ООН as UN; Газа as Gaza”."""
    return "; ".join(say.say("synonyms-pair", asked=asked, used=", ".join(used)) for asked, used in words)


def changed_note(changed: Sequence[str], say: Words) -> tuple[Text, ...]:
    """Say which texts are not quoted because they changed since they were read."""
    return (Text(say.say("changed-left-out", sources=", ".join(changed)), Tone.NOTE),) if changed else ()


def silent_note(silent: Sequence[Source], count: int, say: Words) -> tuple[Text, ...]:
    """Name the texts that have nothing on it; where they are many, count them."""
    if not count:
        return ()
    if 0 < len(silent) <= _NAMED:
        return (Text(say.say("silent-named", titles="; ".join(source.title for source in silent)), Tone.NOTE),)
    return (Text(say.say("silent-counted", count=count), Tone.NOTE),)


def actions(passage: str | None, answer: str, say: Words, *, following: int | None = None) -> Actions:
    """Offer what can be asked next: a passage's neighbours, more, why, and a thread where the platform has threads."""
    offered: list[Action] = []
    if passage is not None:
        offered.append(context_action(passage, say.say("action-context")))
    if following is not None:
        typed = _typed("more", {"answer": answer, "offset": following})
        offered.append(Action(ActionKind.MORE, say.say("action-more"), answer, following, typed))
    offered.append(Action(ActionKind.WHY, say.say("action-why"), answer, 0, _typed("why", {"answer": answer})))
    if passage is not None:
        offered.append(Action(ActionKind.THREAD, say.say("action-thread"), passage))
    return Actions(tuple(offered))


@lru_cache(maxsize=256)  # the passages of a small library are offered again and again
def context_action(passage: str, label: str) -> Action:
    """Offer a passage among its neighbours."""
    return Action(ActionKind.CONTEXT, label, passage, 0, _typed("context", {"passage": passage}))


def _typed(name: str, given: Mapping[str, str | int]) -> str:
    """Write a command as it can be typed."""
    return render(commands()[name], given)


def bare_id(pasted: str) -> str:
    """Take an id out of what was pasted with it: a whole citation, brackets, a full stop."""
    ids = _PASSAGE_ID.findall(pasted.lower())
    parts = ids or pasted.split()
    return (parts[-1] if parts else pasted).strip("[](){}<>“”„«»\"'`.,;:·#*_|").lower()


def first_passage(excerpts: Iterable[Excerpt]) -> str | None:
    """Give the id of the first passage that is shown."""
    return next((excerpt.passage.id for excerpt in excerpts), None)
