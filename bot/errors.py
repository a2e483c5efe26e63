"""Every error that a person may meet. Each carries data; the sentence comes from `locales/` (id: `error-` + name).

CommonplaceError
├── ConfigInvalid            the configuration: one line for each problem
├── AskingError              the asker can mend it
│   ├── UnknownCommand  UnknownSource  UnknownSpeaker  UnknownPassage  UnknownAnswer
│   ├── PassageWithdrawn     a passage that stood in an earlier edition
│   ├── PassageWithheld      a passage that moderators do not want shown here
│   ├── QuestionEmpty  QuestionTooLong  QuestionUnsearchable
│   ├── ArgumentMissing  ArgumentUnknown  ArgumentInvalid
│   ├── TimeInvalid  UnknownZone  DateInvalid  DateOutside
│   ├── RightMissing         a command that is for moderators
│   └── NotCurator           a change of the texts, by moderators who may not change them
├── NoTexts                  there is nothing to answer from
├── SourceChanged            the edition differs from the file or the stored text: nothing is quoted
├── RightsExhausted          a text's cap on quoted words is used up
├── ReadingError             a file cannot be read
│   ├── FileUnreadable  FileEmpty  FileTooLarge  FileBinary  FileEncoding  FileKindUnknown
│   └── FileHostile  FileOutside  FileDamaged  FileTimeout
├── CatalogError             CatalogBroken  DuplicateSource  TextExists  TextWithdrawn  TextElsewhere  LabelInvalid
├── SemanticUnusable         finding by meaning is not possible here: everything else goes on
├── StoreError               StoreNewer  StoreDamaged  StoreReadOnly  StoreLocked  StoreFull  StoreMissing
│   └── ConsentKeyLost       the key that opt-outs are recognised by
└── PlatformError            TokenMissing  TokenUnreadable  TokenRefused  IntentRefused  CryptoStoreLost
"""

import re
from dataclasses import dataclass, fields


class CommonplaceError(Exception):
    """The root: anything that a person may be told about."""

    @property
    def message_id(self) -> str:
        """The id of this error's sentence in `locales/`."""
        return "error-" + re.sub(r"(?<=[a-z])(?=[A-Z])", "-", type(self).__name__).lower()

    @property
    def data(self) -> dict[str, str | int]:
        """What the sentence can speak of: the error's own fields; a list as words, and its length as `…_count`."""
        found: dict[str, str | int] = {}
        for entry in fields(self):  # type: ignore[arg-type]  # every concrete error is a dataclass
            value = getattr(self, entry.name)
            if isinstance(value, tuple):
                found[f"{entry.name}_count"] = len(value)
                value = ", ".join(value)
            found[entry.name] = value
        return found

    def __str__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{k}={v!r}' for k, v in self.data.items())})"


@dataclass(eq=False)
class ConfigInvalid(CommonplaceError):
    """A configuration that is refused: `problems` has a line for each, as `path: what is expected`."""

    file: str
    problems: tuple[str, ...]


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


@dataclass(eq=False)
class NoTexts(CommonplaceError):
    """No text has been imported."""


@dataclass(eq=False)
class SourceChanged(CommonplaceError):
    """The text of `source` is not the edition that was read: quoting from it is refused until it is imported again."""

    source: str


@dataclass(eq=False)
class RightsExhausted(CommonplaceError):
    """`source` may be quoted for `limit` words a day here, and they are used up."""

    source: str
    limit: int


@dataclass(eq=False)
class ReadingError(CommonplaceError):
    """A file that cannot be read as a text; `file` is its name as the operator gave it."""

    file: str


@dataclass(eq=False)
class FileUnreadable(ReadingError):
    """The file may not be opened, or not without a key.

    `reason` is missing, denied, folder, special (a pipe, a device), password, pictures (scanned pages without text) or
    the operating system's own words.
    """

    reason: str


@dataclass(eq=False)
class FileEmpty(ReadingError):
    """No words are in the file."""


@dataclass(eq=False)
class FileTooLarge(ReadingError):
    """The file, what it unpacks to, or the memory to read it has more than `limit` bytes; people are told megabytes."""

    limit: int

    @property
    def data(self) -> dict[str, str | int]:
        """The fields, and the limit in whole megabytes."""
        return {**super().data, "megabytes": max(1, round(self.limit / 1024**2))}


@dataclass(eq=False)
class FileBinary(ReadingError):
    """The file is not text although its name says so."""


@dataclass(eq=False)
class FileEncoding(ReadingError):
    """The file's encoding cannot be told (`offset` is -1), or the byte at `offset`, counted from 0, does not fit it."""

    offset: int = -1


@dataclass(eq=False)
class FileKindUnknown(ReadingError):
    """The file's kind is none that can be read; `known` has those that can."""

    known: tuple[str, ...]


@dataclass(eq=False)
class FileHostile(ReadingError):
    """The file is built to hurt: `reason` is unpacked, entries (too many), entity, path, line or nesting."""

    reason: str


@dataclass(eq=False)
class FileOutside(ReadingError):
    """The path leads out of the folder that was given, by `..` or a symbolic link."""


@dataclass(eq=False)
class FileDamaged(ReadingError):
    """The file is broken: `reason` is archive, content (a part is missing), crash, or a reader's words."""

    reason: str


@dataclass(eq=False)
class FileTimeout(ReadingError):
    """Reading took longer than `seconds`."""

    seconds: int


class CatalogError(CommonplaceError):
    """The catalog and the files disagree."""


@dataclass(eq=False)
class CatalogBroken(CatalogError):
    """The catalog is refused: `problems` has a line for each, as `path: what is expected`."""

    file: str
    problems: tuple[str, ...]


@dataclass(eq=False)
class DuplicateSource(CatalogError):
    """Two files claim the same source id."""

    source: str
    first: str
    second: str


@dataclass(eq=False)
class TextExists(CatalogError):
    """A text of that id is there already, and is not replaced by adding one."""

    source: str


@dataclass(eq=False)
class TextWithdrawn(CatalogError):
    """A text of that id was withdrawn, and comes back by being restored."""

    source: str


@dataclass(eq=False)
class TextElsewhere(CatalogError):
    """A text that is read from a file of the operator's: it is changed there."""

    source: str


@dataclass(eq=False)
class LabelInvalid(CatalogError):
    """A title or a standpoint that can't stand in the catalog: `what` is which."""

    what: str


@dataclass(eq=False)
class SemanticUnusable(CommonplaceError):
    """What finds by meaning is broken or not for this computer; `reason` is the name of what was met."""

    file: str
    reason: str


class StoreError(CommonplaceError):
    """The database cannot be used as it is."""


@dataclass(eq=False)
class StoreMissing(StoreError):
    """There is no database at that place, and none may be made."""

    file: str


@dataclass(eq=False)
class StoreNewer(StoreError):
    """The database was written by a newer version of the bot."""

    file: str
    found: int
    known: int


@dataclass(eq=False)
class StoreDamaged(StoreError):
    """The database fails its integrity check."""

    file: str
    reason: str


@dataclass(eq=False)
class StoreReadOnly(StoreError):
    """The database or its folder may not be written."""

    file: str


@dataclass(eq=False)
class StoreLocked(StoreError):
    """Another process holds the database."""

    file: str


@dataclass(eq=False)
class StoreFull(StoreError):
    """The disk that holds the database is full."""

    file: str


@dataclass(eq=False)
class ConsentKeyLost(StoreError):
    """People opted out of being heard, and the file with the key that recognises them is missing or broken."""

    file: str


class PlatformError(CommonplaceError):
    """A platform refuses to work with the bot."""


@dataclass(eq=False)
class TokenMissing(PlatformError):
    """No token is configured for the platform."""

    platform: str


@dataclass(eq=False)
class TokenUnreadable(PlatformError):
    """The file that should hold the platform's token doesn't.

    `reason` is `empty`, `several` (words), `encoding`, or what the system says.
    """

    platform: str
    file: str
    reason: str


@dataclass(eq=False)
class TokenRefused(PlatformError):
    """The platform refused the token: wrong or revoked. The token itself is never told."""

    platform: str


@dataclass(eq=False)
class IntentRefused(PlatformError):
    """The bot is configured to hear messages, and the platform does not let it."""

    platform: str


@dataclass(eq=False)
class CryptoStoreLost(PlatformError):
    """The bot has a device on Matrix whose keys, which should be in `file`, are missing or broken."""

    file: str
