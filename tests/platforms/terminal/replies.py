"""Replies made by hand, for looking at how they are drawn."""

from bot.model import (
    Action,
    ActionKind,
    Actions,
    Column,
    Columns,
    Facts,
    KeywordLine,
    Quote,
    Reply,
    Role,
    Span,
    Speaker,
    Text,
    Tone,
)

WORDS = "Whoever waters a garden at noon waters the sky more than the bed, and the old ones carried their cans at dawn."


def quote(text: str = WORDS, *, focus: bool = False) -> Quote:
    return Quote(
        passage="garden.abcdefg",
        source="garden",
        edition="e" * 64,
        spans=(Span(0, len(text)),),
        text=text,
        speaker=Speaker("Ada Byron", Role.INTERVIEWEE, "The Weekly digest"),
        attribution="Ada Byron (interviewee), as told in the Weekly digest",
        citation="The garden · Water · passage 3 of 20 · garden.abcdefg",
        focus=focus,
    )


def line(
    left: str = "the old gardeners of the valley let ", key: str = "water", right: str = ", before dawn"
) -> KeywordLine:
    spans = (Span(0, len(left)), Span(len(left), len(left + key)), Span(len(left + key), len(left + key + right)))
    return KeywordLine("garden.abcdefg", "garden", "e" * 64, *spans, left, key, right, "garden.abcdefg")


def everything() -> Reply:
    sides = (
        Column("The garden", (quote(), quote("Short."))),
        Column("The kitchen", (quote(),)),
        Column("Letters", (), "silent"),
    )
    return Reply(
        (
            Text("“water”: 2 of 9 passages", Tone.TITLE),
            quote(focus=True),
            Columns(sides),
            Facts((("Author", "Ada Byron"), ("Words", "1204")), "The garden"),
            line(),
            line("few ", "water", " it"),
            Text("No such thing.", Tone.ERROR),
            Actions(
                (
                    Action(ActionKind.CONTEXT, "Context", "garden.abcdefg", 0, "context garden.abcdefg"),
                    Action(ActionKind.THREAD, "Discuss", "garden.abcdefg"),
                )
            ),
        ),
        answer="aaaaaaaaaa",
    )
