"""What is said of a table: its columns, for how long its rows are kept, and whom they concern."""

from dataclasses import dataclass
from enum import StrEnum


class Keep(StrEnum):
    """For how long something is kept. The sentence for it stands in `locales/` as `keep-` and the value."""

    SHELF = "shelf"
    FORMER = "former"
    ALWAYS = "always"
    ANSWERS = "answers"
    DAYS = "days"
    UNSET = "unset"
    WISH = "wish"
    MONTH = "month"
    LOG = "log"
    TALLIED = "tallied"
    LEFT = "left"
    LAST = "last"
    OPEN = "open"

    @property
    def message_id(self) -> str:
        """The id of its sentence."""
        return f"keep-{self.value}"


@dataclass(frozen=True, slots=True)
class Column:
    """A column and what it holds. `person` says whether that concerns somebody who uses the bot."""

    name: str
    holds: str
    person: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table, for how long its rows are kept, and its columns in order."""

    name: str
    keep: Keep
    columns: tuple[Column, ...]

    @property
    def message_id(self) -> str:
        """The id of the sentence that says what the table holds."""
        return f"stored-{self.name.replace('_', '-')}"

    @property
    def concerns_people(self) -> bool:
        """Whether any column concerns somebody who uses the bot."""
        return any(column.person for column in self.columns)


def table(name: str, keep: Keep, /, **columns: str) -> Table:
    """Declare a table of which no column concerns anybody: its columns by name, with what each holds."""
    return Table(name, keep, tuple(Column(column, holds) for column, holds in columns.items()))
