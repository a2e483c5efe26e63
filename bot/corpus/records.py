"""The form of the catalog: `texts`, a list of records. A sidecar file next to a text holds one record alone."""

import re
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, field_validator, model_validator

from bot.corpus.fingerprints import Fingerprint
from bot.model import Kind, Rights, Source, Standpoint

LONGEST_ID = 40


def _matching(pattern: str, expected: str) -> BeforeValidator:
    compiled = re.compile(pattern)

    def check(value: object) -> object:
        """Give what matches, or None, as it is. Raises ValueError for anything else."""
        if value is not None and not (isinstance(value, str) and compiled.fullmatch(value)):
            raise ValueError(f"{expected} is expected")
        return value

    return BeforeValidator(check)


def _count(value: object) -> object:
    if value is not None and (isinstance(value, bool) or not isinstance(value, int) or value < 0):
        raise ValueError("a whole number ≥ 0 is expected")
    return value


def _known_kind(value: object) -> object:
    if value not in list(Kind):
        raise ValueError(f"one of these is expected: {', '.join(Kind)}")
    return Kind(str(value))


def _readable(value: str) -> str:
    Fingerprint.parse(value)
    return value


Id = Annotated[
    str, _matching(rf"[a-z0-9](?:[a-z0-9-]{{0,{LONGEST_ID - 1}}})", "an id of a-z, 0-9 and - (at most 40 characters)")
]
Line = Annotated[str, _matching(r"(?=.*\S)[^\x00-\x1f\x7f]{1,1000}", "one line of words (in quotes)")]
# YAML reads an unquoted 8:30 or 2023 as a number: those are refused, too.
Day = Annotated[str, _matching(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?", 'a date as "2023-11-22"')]
Language = Annotated[str, _matching(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}", 'the code of a language, as "en",')]
Address = Annotated[str, _matching(r"https?://[^\s<>\"]{1,1990}", "an address that begins with https:// or http://")]
FileName = Annotated[
    str, _matching(r"(?!\.)[^/\\\x00-\x1f:]{1,200}", "the name of a file in the catalog's own folder, without a path,")
]
Count = Annotated[int, BeforeValidator(_count)]


class _Part(BaseModel):
    """Part of a record: nothing unknown in it, nothing read as another type, no value repeated in an error."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, hide_input_in_errors=True)


class StandpointPart(_Part):
    """Where a text stands, in whose words. The bot itself never labels."""

    label: Line
    labelled_by: Line


class RightsPart(_Part):
    """How much of a text may be quoted; a cap that is left empty is none."""

    licence: Line | None = None
    holder: Line | None = None
    words_per_answer: Count | None = None
    words_per_day: Count | None = None


class RecognisePart(_Part):
    """How a file is known by its content, whatever its name: see `bot/corpus/fingerprints.py`."""

    fingerprint: Annotated[str, AfterValidator(_readable)]


class Record(_Part):
    """What is known of a text. What the text does not print, and nobody can vouch for, stays empty."""

    id: Id
    title: Line
    subtitle: Line | None = None
    authors: Annotated[tuple[Line, ...], Field(strict=False)] = ()
    outlet: Line | None = None
    published: Day | None = None
    first_published: Day | None = None
    kind: Annotated[Kind, BeforeValidator(_known_kind)] = Kind.OTHER
    language: Language | None = None
    url: Address | None = None
    standpoint: StandpointPart | None = None
    rights: RightsPart | None = None
    reports: Line | None = None
    digest_of: Id | None = None
    file: FileName | None = None
    recognise: RecognisePart | None = None

    @model_validator(mode="before")
    @classmethod
    def _empty_is_absent(cls, data: Any) -> Any:
        """A key that is there without a value means what its absence means."""
        if not isinstance(data, dict):
            return data
        return {key: value for key, value in data.items() if value is not None or key in ("id", "title")}

    @field_validator("digest_of")
    @classmethod
    def _of_another(cls, value: str | None, info: Any) -> str | None:
        if value is not None and value == info.data.get("id"):
            raise ValueError("the id of another text is expected")
        return value

    def source(self, default: Rights) -> Source:
        """Give the record as the noun that every layer speaks; `default` are the caps where rights are not stated."""
        label = self.standpoint
        return Source(
            id=self.id,
            title=self.title,
            authors=self.authors,
            subtitle=self.subtitle,
            outlet=self.outlet,
            published=self.published,
            first_published=self.first_published,
            kind=self.kind,
            language=self.language,
            url=self.url,
            standpoint=Standpoint(label.label, label.labelled_by) if label else None,
            rights=Rights(**self.rights.model_dump()) if self.rights else default,
            reports=self.reports,
            digest_of=self.digest_of,
        )


class CatalogFile(_Part):
    """The whole of a catalog file."""

    texts: Annotated[tuple[Record, ...], Field(strict=False, max_length=100_000)] = ()
