"""What is said of a text beside the text: the record in its sidecar, written where somebody labels it by command."""

import json
from dataclasses import replace

from bot import strict_yaml
from bot.corpus.records import Record
from bot.corpus.slugs import slug
from bot.errors import LabelInvalid
from bot.model import Source, Standpoint

_LONGEST = 200
_OPTIONAL = ("subtitle", "outlet", "published", "first_published", "language", "url", "reports", "digest_of")


def labelled(source: Source, title: str | None, standpoint: str | None, by: str) -> Source:
    """Give a record another title (and the id that goes with it), and a standpoint that `by` has given it.

    Raises LabelInvalid.
    """
    if title is not None:
        source = replace(source, title=_line(title, "title"))
        source = replace(source, id=slug(source.title))
    if standpoint is not None:
        source = replace(source, standpoint=Standpoint(_line(standpoint, "standpoint"), by))
    return source


def sidecar_of(source: Source) -> str:
    """Write the record of a text as a sidecar holds it (JSON is YAML, too); what no catalog could hold is left out."""
    needed = {"id": source.id, "title": " ".join(source.title.split())[:_LONGEST], "kind": source.kind.value}
    told: dict[str, object] = {name: getattr(source, name) for name in _OPTIONAL}
    told["authors"] = list(source.authors)
    if source.standpoint is not None:
        told["standpoint"] = {"label": source.standpoint.label, "labelled_by": source.standpoint.labelled_by}
    kept = {name: value for name, value in told.items() if value and _holds({**needed, name: value})}
    return json.dumps({**needed, **kept}, ensure_ascii=False, indent=1) + "\n"


def _holds(data: dict[str, object]) -> bool:
    try:
        strict_yaml.validate(Record, data)
    except strict_yaml.Refused:
        return False
    return True


def _line(given: str, what: str) -> str:
    line = " ".join(given.split())
    if len(line) > _LONGEST or not _holds({"id": "a", "title": line}):
        raise LabelInvalid(what)
    return line
