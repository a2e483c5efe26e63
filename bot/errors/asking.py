"""What the asker can mend: nothing of that name, an argument outside its bounds, a right that is missing."""

from dataclasses import dataclass

from bot.errors.root import CommonplaceError


class AskingError(CommonplaceError):
    """Something in the question that its asker can mend."""


@dataclass(eq=False)
class UnknownCommand(AskingError):
    """No command has that name; `suggestions` has the nearest."""

    suggestions: tuple[str, ...] = ()


@dataclass(eq=False)
class UnknownSource(AskingError):
    """No text has that id or title; `known` has the ids there are, the nearest first."""

    known: tuple[str, ...] = ()


@dataclass(eq=False)
class NotWithdrawn(AskingError):
    """No withdrawn text has that id or title; `known` has the ids that can be restored, the nearest first."""

    known: tuple[str, ...] = ()


@dataclass(eq=False)
class UnknownSpeaker(AskingError):
    """Nobody of that name speaks in the texts; `known` has the nearest names."""

    known: tuple[str, ...] = ()


@dataclass(eq=False)
class UnknownPassage(AskingError):
    """No passage has that id, and none ever had."""


@dataclass(eq=False)
class PassageWithdrawn(AskingError):
    """The passage stood in an earlier edition of `source` and is in it no longer."""

    passage: str
    source: str


@dataclass(eq=False)
class PassageWithheld(AskingError):
    """All that could be shown is withheld in this community by its moderators."""


@dataclass(eq=False)
class UnknownAnswer(AskingError):
    """No answer has that id in this community, or it is older than the days that answers are kept."""

    days: int


@dataclass(eq=False)
class QuestionEmpty(AskingError):
    """Nothing was asked: blank, or only punctuation."""


@dataclass(eq=False)
class QuestionTooLong(AskingError):
    """More characters than are searched."""

    length: int
    limit: int


@dataclass(eq=False)
class QuestionUnsearchable(AskingError):
    """Only words that stand in nearly every passage ("the", "of"), so that nothing can be told apart by them."""


@dataclass(eq=False)
class ArgumentMissing(AskingError):
    """A command was called without an argument that it needs."""

    command: str
    argument: str


@dataclass(eq=False)
class ArgumentUnknown(AskingError):
    """A command has no argument of that name."""

    command: str
    known: tuple[str, ...]


@dataclass(eq=False)
class ArgumentInvalid(AskingError):
    """An argument is not of the kind or outside the bounds that are `expected`."""

    command: str
    argument: str
    expected: str


@dataclass(eq=False)
class ArgumentUnneeded(AskingError):
    """An argument has no place beside the others; `reason` says why, in the asker's language."""

    argument: str
    reason: str


@dataclass(eq=False)
class TimeInvalid(AskingError):
    """No time of day with two digits for the hour and two for the minute."""


@dataclass(eq=False)
class UnknownZone(AskingError):
    """No time zone has that name; `suggestions` has the nearest."""

    suggestions: tuple[str, ...] = ()


@dataclass(eq=False)
class DateInvalid(AskingError):
    """No date, or not in the form `2026-11-22`."""


@dataclass(eq=False)
class DateOutside(AskingError):
    """A date that is over, or too far ahead: those from `first` to `last` can be planned for."""

    first: str
    last: str


@dataclass(eq=False)
class RightMissing(AskingError):
    """The command is for those who look after the place."""

    command: str


@dataclass(eq=False)
class NotCurator(AskingError):
    """Texts are changed for everybody: only moderators of the communities in `texts.curators` may do that."""
