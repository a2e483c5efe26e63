"""`sources`: which texts are here, who wrote them, where they stand and who says so, how much may be quoted."""

from typing import Annotated

from bot.answers.sources import Portrait, Voice, portrait, texts
from bot.commands.desk import Desk, wording
from bot.commands.desk.declaration import Suggest, Words, command
from bot.model import Facts, Reply, Request, Rights, Source, Text, Tone
from bot.search import Shelved
from bot.words import Words as Sentences
from bot.words import words

_LISTED = 40
_VOICES = 12
_EDITION = 12
"""Characters of an edition's hash that are shown: enough to tell two editions apart."""


@command()
async def sources(
    request: Request, desk: Desk, source: Annotated[str, Words(Suggest.SOURCES, 200)] | None = None
) -> Reply:
    """List the texts, or tell all that is known of one."""
    say = words(request.locale)
    if source is not None:
        return _one(await portrait(desk.library, source), say)
    found = texts(desk.library)
    counts = {"texts": len(found.texts), "passages": found.passages, "words": found.words}
    rows = tuple((entry.source.id, _line(entry, say)) for entry in found.texts[:_LISTED])
    left = len(found.texts) - len(rows)
    more = (Text(say.say("sources-left", count=left), Tone.NOTE),) if left else ()
    title = Text(say.say("sources-title", **counts), Tone.TITLE)
    return Reply((title, Facts(rows), *more, Text(say.say("sources-next"), Tone.NOTE)))


def _line(entry: Shelved, say: Sentences) -> str:
    """Describe a text in a line: title, who wrote it, what it is, where it stands, how long it is."""
    source = entry.source
    parts = (
        wording.title_line(source),
        ", ".join(source.authors),
        say.say(f"kind-{_slug(source.kind)}"),
        wording.standpoint_line(source, say) or "",
        say.say("sources-passages", passages=entry.passages),
    )
    return " · ".join(part for part in parts if part)


def _one(found: Portrait, say: Sentences) -> Reply:
    entry = found.text
    source = entry.source
    known = (
        ("id", source.id),
        ("subtitle", source.subtitle),
        ("authors", ", ".join(source.authors)),
        ("reports", source.reports if source.reports not in source.authors else None),
        ("kind", say.say(f"kind-{_slug(source.kind)}")),
        ("outlet", source.outlet),
        ("published", source.published),
        ("first-published", source.first_published),
        ("language", source.language),
        ("url", source.url),
        ("digest-of", source.digest_of),
        ("standpoint", wording.standpoint_line(source, say) or say.say("standpoint-none")),
        ("rights", _rights(source.rights, say)),
        ("size", say.say("sources-size", passages=entry.passages, words=entry.words)),
        ("edition", say.say("sources-edition", edition=entry.edition[:_EDITION], day=entry.added)),
        ("voices", _voices(found, say)),
    )
    rows = tuple((say.say(f"source-{label}"), value) for label, value in known if value)
    return Reply((Text(source.title, Tone.TITLE), Facts(rows), *_next(source, say)))


def _next(source: Source, say: Sentences) -> tuple[Text, ...]:
    return (Text(say.say("source-next", source=source.id), Tone.NOTE),)


def _rights(rights: Rights, say: Sentences) -> str:
    """Say under which terms a text may be quoted, and how much of it."""
    parts = [part for part in (rights.licence, rights.holder) if part]
    if rights.words_per_answer is not None:
        parts.append(say.say("rights-per-answer", words=rights.words_per_answer))
    if rights.words_per_day is not None:
        parts.append(say.say("rights-per-day", words=rights.words_per_day))
    if rights.words_per_answer is None and rights.words_per_day is None:
        parts.append(say.say("rights-no-cap"))
    return "; ".join(parts)


def _voices(found: Portrait, say: Sentences) -> str:
    told = [_voice(voice, say) for voice in found.voices[:_VOICES]]
    left = len(found.voices) - len(told)
    if left:
        told.append(say.say("voices-left", count=left))
    if found.unclear:
        told.append(say.say("voices-unclear", passages=found.unclear))
    return "; ".join(told)


def _voice(voice: Voice, say: Sentences) -> str:
    known = "voice-both" if voice.speaking and voice.quoted else "voice-speaking" if voice.speaking else "voice-quoted"
    role = say.say(f"role-{voice.role}")
    return say.say(known, name=voice.name, role=role, speaking=voice.speaking, quoted=voice.quoted)


def _slug(kind: str) -> str:
    return kind.replace(" ", "-")
