"""The catalog: what is known of texts, and how a file is recognised as one of them.

A file gets the record of the first of these that it has: a sidecar (`essay.yaml` next to `essay.md`), its name in the
catalog's own folder, its content (`fingerprints`). A file that has none gets a record of what it prints.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from bot import strict_yaml
from bot.corpus.fingerprints import ALIKE, Fingerprint, sketch_words, words_of
from bot.corpus.parts import Structure
from bot.corpus.records import CatalogFile, Record
from bot.corpus.slugs import slug, suffixed
from bot.errors import CatalogBroken, DuplicateSource
from bot.model import Kind, Rights, Source, words_in

_SIDECAR = ".yaml"
_KINDS = {"news": Kind.REPORT, "report": Kind.REPORT}


@dataclass(frozen=True, slots=True)
class Catalog:
    """Records by id, files by their resolved path, and the fingerprints to know a text by.

    `default_rights` are the caps of texts whose rights nobody states. A catalog is made by `load`, not by hand, and can
    be sent to another process.
    """

    records: Mapping[str, Record] = field(default_factory=dict)
    files: Mapping[Path, str] = field(default_factory=dict)
    fingerprints: tuple[tuple[str, Fingerprint], ...] = ()
    default_rights: Rights = field(default_factory=Rights)

    @classmethod
    def empty(cls, default_rights: Rights | None = None) -> "Catalog":
        """Make a catalog that knows no text."""
        return cls(default_rights=default_rights or Rights())

    def with_default_rights(self, rights: Rights) -> "Catalog":
        """Give the same catalog with other caps for texts whose rights nobody states."""
        return replace(self, default_rights=rights)

    def merge(self, other: "Catalog") -> "Catalog":
        """Join two catalogs; raises DuplicateSource where both have a record of one id."""
        for twice in sorted(self.records.keys() & other.records.keys()):
            raise DuplicateSource(twice, self._place(twice), other._place(twice))
        return Catalog(
            {**self.records, **other.records},
            {**self.files, **other.files},
            (*self.fingerprints, *other.fingerprints),
            self.default_rights,
        )

    def _place(self, source: str) -> str:
        return next((str(file) for file, held in self.files.items() if held == source), "a catalog")

    def recognise(self, text: str) -> Source | None:
        """Know a text by its content: the record whose text has most of its three-word runs in common."""
        if not self.fingerprints:
            return None
        # Counting words is ten times cheaper than a sketch, and settles most texts of a large folder.
        count = words_in(text)
        if not any(known.may_be(count) for _, known in self.fingerprints):
            return None
        found = sketch_words(words_of(text))
        if found is None:
            return None
        likeness, source = max((known.likeness(found), source) for source, known in self.fingerprints)
        return self.records[source].source(self.default_rights) if likeness >= ALIKE else None

    def known(self, text: str, path: Path) -> Source | None:
        """Find the record of a file by its sidecar, its place or its content; None where there is none.

        Raises CatalogBroken where the sidecar is.
        """
        record = sidecar(path)
        if record is None and self.files:
            record = self.records.get(self.files.get(path.resolve(), ""))
        return record.source(self.default_rights) if record else self.recognise(text)

    def printed(self, structure: Structure, path: Path) -> Source:
        """Make a record of what a text prints; nothing else is asserted.

        Its id is the title's slug. Where a record has that id already, the file's name marks it.
        """
        seen = structure.metadata
        source = Source(
            id=slug(seen.title or path.stem),
            title=seen.title or path.stem,
            authors=seen.authors,
            subtitle=seen.subtitle,
            outlet=seen.outlet,
            published=seen.published,
            first_published=seen.first_published,
            kind=_kind(seen.genre),
            language=seen.language,
            url=seen.source_url,
            rights=self.default_rights,
        )
        return distinct(source, path, self.records)


def distinct(source: Source, path: Path, taken: Collection[str]) -> Source:
    """Give the source an id that is not taken, always the same for the same file: marked by its name, or its path.

    Raises DuplicateSource where even those are taken.
    """
    names = (source.id, suffixed(source.id, path.name), suffixed(source.id, path.as_posix()))
    free = next((name for name in names if name not in taken), None)
    if free is None:
        raise DuplicateSource(source.id, source.title, str(path))
    return replace(source, id=free)


def load(path: Path) -> Catalog:
    """Read a catalog file. Raises CatalogBroken with a line for each problem."""
    data = _yaml(path)
    try:
        found = strict_yaml.validate(CatalogFile, data if data is not None else {})
    except strict_yaml.Refused as refused:
        raise CatalogBroken(str(path), refused.problems) from None
    problems = _doubled(found)
    if problems:
        raise CatalogBroken(str(path), problems)
    folder = path.parent.resolve()
    return Catalog(
        {record.id: record for record in found.texts},
        {folder / record.file: record.id for record in found.texts if record.file},
        tuple((r.id, Fingerprint.parse(r.recognise.fingerprint)) for r in found.texts if r.recognise),
    )


def sidecar(path: Path) -> Record | None:
    """Read the record that stands next to a text, `essay.yaml` for `essay.md`; None where there is no such file.

    Raises CatalogBroken.
    """
    place = path.with_suffix(_SIDECAR)
    if not place.is_file():
        return None
    if place.resolve().parent != path.resolve().parent:
        raise CatalogBroken(str(place), ("a file in the same folder as the text is expected, not a link to elsewhere",))
    try:
        return strict_yaml.validate(Record, _yaml(place))
    except strict_yaml.Refused as refused:
        raise CatalogBroken(str(place), refused.problems) from None


def _yaml(path: Path) -> object:
    try:
        if path.stat().st_size > 4 * strict_yaml.MOST_CHARACTERS:
            raise strict_yaml.Refused(f"longer than {strict_yaml.MOST_CHARACTERS} characters")
        return strict_yaml.load(path.read_text(encoding="utf-8-sig"))
    except OSError as failed:
        raise CatalogBroken(str(path), (f"cannot be read: {failed.strerror}",)) from None
    except UnicodeDecodeError:
        raise CatalogBroken(str(path), ("not UTF-8 text",)) from None
    except strict_yaml.Refused as refused:
        raise CatalogBroken(str(path), refused.problems) from None


def _doubled(catalog: CatalogFile) -> tuple[str, ...]:
    """Find ids and files that two records claim."""
    problems: list[str] = []
    for key in ("id", "file"):
        first: dict[str, int] = {}
        for place, record in enumerate(catalog.texts):
            value = getattr(record, key)
            if value is not None and first.setdefault(value, place) != place:
                problems.append(f"texts[{place}].{key}: {value!r} stands at texts[{first[value]}] already")
    return tuple(problems)


def _kind(genre: str | None) -> Kind:
    try:
        return _KINDS.get(genre or "") or Kind(genre or "")
    except ValueError:
        return Kind.OTHER
