"""The catalog file: what it may hold, how it refuses, and how files find their records."""

import pickle
from pathlib import Path

import pytest

from bot.corpus.catalog import Catalog, distinct, load, sidecar
from bot.corpus.fingerprints import fingerprint
from bot.corpus.parts import Metadata, Structure
from bot.errors import CatalogBroken, DuplicateSource
from bot.model import Kind, Rights, Source, Standpoint

TEXT = " ".join(f"The {word} of the {other} garden was counted again." for word in "abcdefgh" for other in "stuvwx")


def catalog(folder: Path, written: str) -> Catalog:
    file = folder / "catalog.yaml"
    file.write_text(written, encoding="utf-8")
    return load(file)


def problems(folder: Path, written: str) -> tuple[str, ...]:
    with pytest.raises(CatalogBroken) as refused:
        catalog(folder, written)
    return refused.value.problems


FULL = f"""
texts:
  - id: garden
    title: "The Garden: a Year"
    subtitle: In twelve letters
    authors: [Ada Writer, Ben Reader]
    outlet: Harbour Post
    published: 2023-11-22
    first_published: "2023"
    kind: op-ed digest
    language: en
    url: https://example.org/garden
    standpoint: {{label: a gardener's view, labelled_by: the editors}}
    rights: {{licence: CC-BY-4.0, holder: Ada Writer, words_per_answer: 0, words_per_day: 600}}
    reports: Ada Writer
    digest_of: letters
    file: garden.md
    recognise: {{fingerprint: "{fingerprint(TEXT)}"}}
  - id: letters
    title: Letters
    outlet:
    rights:
"""


def test_a_full_record_becomes_a_source(tmp_path: Path) -> None:
    found = catalog(tmp_path, FULL)
    assert found.recognise(TEXT) == Source(
        id="garden",
        title="The Garden: a Year",
        authors=("Ada Writer", "Ben Reader"),
        subtitle="In twelve letters",
        outlet="Harbour Post",
        published="2023-11-22",
        first_published="2023",
        kind=Kind.OP_ED_DIGEST,
        language="en",
        url="https://example.org/garden",
        standpoint=Standpoint("a gardener's view", "the editors"),
        rights=Rights("CC-BY-4.0", "Ada Writer", 0, 600),
        reports="Ada Writer",
        digest_of="letters",
    )


def test_an_empty_record_stays_empty_and_gets_the_default_rights(tmp_path: Path) -> None:
    found = catalog(tmp_path, FULL).with_default_rights(Rights(words_per_answer=150))
    assert found.records["letters"].source(found.default_rights) == Source(
        "letters", "Letters", rights=Rights(words_per_answer=150)
    )


@pytest.mark.parametrize(
    ("record", "problem"),
    [
        ("title: A", "texts[0].id: is missing"),
        ("id: a", "texts[0].title: is missing"),
        (
            "{id: A b, title: A}",
            "texts[0].id: an id of a-z, 0-9 and - (at most 40 characters) is expected, found 'A b'",
        ),
        ("{id: a, title: 8:30}", "texts[0].title: one line of words (in quotes) is expected, found 510"),
        (
            "{id: a, title: A, rights: {words_per_day: many}}",
            "texts[0].rights.words_per_day: a whole number ≥ 0 is expected, found 'many'",
        ),
        (
            "{id: a, title: A, rights: {words_per_day: -1}}",
            "texts[0].rights.words_per_day: a whole number ≥ 0 is expected, found -1",
        ),
        ("{id: a, title: A, published: yesterday}", 'texts[0].published: a date as "2023-11-22" is expected'),
        ("{id: a, title: A, published: 2023}", 'texts[0].published: a date as "2023-11-22" is expected, found 2023'),
        ("{id: a, title: A, published: 2023-13-01}", "texts[0].published: a date as"),
        ("{id: a, title: A, kind: novel}", "texts[0].kind: one of these is expected: op-ed, report"),
        ("{id: a, title: A, kind: [op-ed]}", "texts[0].kind: one of these is expected: op-ed, report"),
        ("{id: a, title: A, url: 'javascript:x'}", "texts[0].url: an address that begins with https:// or http://"),
        ("{id: a, title: A, file: ../x.md}", "texts[0].file: the name of a file in the catalog's own folder"),
        ("{id: a, title: A, colour: red}", "texts[0].colour: no such key"),
        ("{id: a, title: A, authors: Ada}", "texts[0].authors: a list is expected, found 'Ada'"),
        ("{id: a, title: A, standpoint: {label: x}}", "texts[0].standpoint.labelled_by: is missing"),
        (
            "{id: a, title: A, recognise: {fingerprint: abc}}",
            "texts[0].recognise.fingerprint: a fingerprint is expected",
        ),
        ("{id: a, title: A, digest_of: a}", "texts[0].digest_of: the id of another text is expected"),
    ],
)
def test_each_problem_is_a_line_with_its_path(tmp_path: Path, record: str, problem: str) -> None:
    (found,) = problems(tmp_path, f"texts:\n- {record}\n")
    assert found.startswith(problem)


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("texts: 5", "texts: a list is expected"),
        ("- a", "the file: keys with values are expected"),
        ("texts: [", "line"),
        ("texts: &a [*a]", "line 1: an alias"),
        ("texts: []\ntexts: []", "line 2: the key 'texts' stands twice"),
        ("a: " + "[" * 40 + "]" * 40, "line 1: nested more than"),
        ("{[a]: b}", "line 1: a key of one word is expected"),
        ("? {a: b}\n: c", "line 1: a key of one word is expected"),
        ("a: !!timestamp 5", "not valid YAML"),
        ("x: !!python/object/apply:os.system [ls]", "line 1: not valid YAML"),
        (
            "a: &a [x,x,x,x]\nb: &b [*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b]\ntexts: [*c,*c,*c,*c]",
            "line 2: an alias",
        ),
    ],
)
def test_broken_and_hostile_yaml_is_refused(tmp_path: Path, written: str, problem: str) -> None:
    assert problems(tmp_path, written)[0].startswith(problem)


def test_all_problems_are_told_at_once(tmp_path: Path) -> None:
    assert len(problems(tmp_path, "texts:\n- {id: a, x: 1, y: 2}\n- {title: 5}\n")) == 5


def test_doubled_ids_and_files_are_refused(tmp_path: Path) -> None:
    written = "texts:\n- {id: a, title: A, file: a.md}\n- {id: a, title: B, file: a.md}\n"
    assert problems(tmp_path, written) == (
        "texts[1].id: 'a' stands at texts[0] already",
        "texts[1].file: 'a.md' stands at texts[0] already",
    )


def test_missing_and_wrongly_encoded_catalogs_say_so(tmp_path: Path) -> None:
    with pytest.raises(CatalogBroken, match="cannot be read"):
        load(tmp_path / "none.yaml")
    (tmp_path / "latin.yaml").write_bytes("texts: [é]".encode("latin-1"))
    with pytest.raises(CatalogBroken, match="not UTF-8"):
        load(tmp_path / "latin.yaml")


def test_an_empty_catalog_knows_nothing(tmp_path: Path) -> None:
    assert catalog(tmp_path, "") == Catalog.empty()
    assert Catalog.empty().recognise(TEXT) is None


def test_catalogs_merge_unless_they_share_an_id(tmp_path: Path) -> None:
    first = catalog(tmp_path, FULL)
    second = catalog(tmp_path, "texts: [{id: other, title: Other}]")
    assert set(first.merge(second).records) == {"garden", "letters", "other"}
    with pytest.raises(DuplicateSource):
        first.merge(first)


def test_a_catalog_can_be_sent_to_another_process(tmp_path: Path) -> None:
    found = catalog(tmp_path, FULL)
    assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301


def structure(**printed) -> Structure:
    return Structure(Metadata(**printed))


def known(found: Catalog, text: str, path: Path) -> str | None:
    source = found.known(text, path)
    return source.id if source else None


def test_records_are_found_by_sidecar_then_place_then_content(tmp_path: Path) -> None:
    found = catalog(tmp_path, FULL)
    anywhere = tmp_path / "elsewhere"
    anywhere.mkdir()
    assert known(found, TEXT, anywhere / "x.txt") == "garden"
    assert known(found, "Quite other words.", tmp_path / "garden.md") == "garden"
    (anywhere / "x.yaml").write_text("id: mine\ntitle: My own\n", encoding="utf-8")
    assert known(found, TEXT, anywhere / "x.txt") == "mine"
    (anywhere / "x.yaml").write_text("title: My own\n", encoding="utf-8")
    with pytest.raises(CatalogBroken) as refused:
        sidecar(anywhere / "x.txt")
    assert refused.value.problems == ("id: is missing",)


def test_a_sidecar_that_leads_elsewhere_is_refused(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "secret").write_text("id: a\ntitle: A\n", encoding="utf-8")
    (tmp_path / "texts" / "x.yaml").symlink_to(tmp_path / "secret")
    with pytest.raises(CatalogBroken, match="elsewhere"):
        sidecar(tmp_path / "texts" / "x.txt")


def test_unknown_texts_are_described_by_what_they_print(tmp_path: Path) -> None:
    rights = Rights(words_per_answer=150, words_per_day=1500)
    assert Catalog.empty(rights).known("x", tmp_path / "x.txt") is None
    made = Catalog.empty(rights).printed(
        structure(title="A Walk", authors=("Ada Writer",), genre="news", published="2020-01-02", language="en"),
        tmp_path / "x.txt",
    )
    assert made == Source(
        "a-walk", "A Walk", ("Ada Writer",), published="2020-01-02", kind=Kind.REPORT, language="en", rights=rights
    )


@pytest.mark.parametrize(
    ("genre", "kind"), [("op-ed", Kind.OP_ED), ("interview", Kind.INTERVIEW), ("poem", Kind.OTHER)]
)
def test_kinds_follow_from_genres(genre: str, kind: Kind) -> None:
    assert Catalog.empty().printed(structure(title="A Walk", genre=genre), Path("x.txt")).kind == kind


def test_a_text_without_a_title_is_named_by_its_file() -> None:
    made = Catalog.empty().printed(structure(), Path("notes/My walk.txt"))
    assert (made.id, made.title) == ("my-walk", "My walk")


def test_a_made_id_never_takes_a_record_s_own(tmp_path: Path) -> None:
    found = catalog(tmp_path, FULL)
    made = found.printed(structure(title="Letters"), Path("b.txt"))
    assert made.id.startswith("letters-")
    assert made == found.printed(structure(title="Letters"), Path("b.txt")), "the same for the same file"
    again = distinct(made, Path("b.txt"), {made.id})
    assert again.id not in (made.id, "letters")
