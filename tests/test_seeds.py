"""The texts that come with the bot: their form, their fairness, and that they are told in words of their own."""

import re
from pathlib import Path

import pytest

from bot import shipped
from bot.corpus.catalog import Catalog, load
from bot.corpus.parsing import parse
from bot.corpus.parts import Metadata, Raw, Structure
from bot.model import Kind, Role, Speaker, words_in

ORIGINALS = Path(__file__).resolve().parents[2] / "shared" / "seeds"
DIGEST = "Commonplace digest"
DIGESTS = ("op-ed-digest", "report-digest", "interview-digest")
# A run of so many words in common with an original would be a copy. Names, titles and figures stay far below it.
RUN = 6
_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
_NAME = re.compile(r"\b[A-Z][\w\-]+|\b\d[\d,]*\d\b|\b\d\b")
_CHARGED = ("genocid", "apartheid", "terroris", "ethnic", "oppressor", "massacr", "imperialist", "settler", "occupiers")
_DANGLING = re.compile(r"(?:\*\*[^*]+\*\* )?(?:He|She|It|They|This|These|That|His|Her|Their)\b")
_LABEL = re.compile(r"\*\*(Ashley Smith|Yuliia Kishchuk):\*\* (Smith|Kishchuk)?")

needs_originals = pytest.mark.skipif(
    not ORIGINALS.is_dir(), reason=f"the originals are not here ({ORIGINALS.name}/ beside the repository): NOT COMPARED"
)


def digest(name: str) -> str:
    return (shipped.seeds() / f"{name}.md").read_text(encoding="utf-8")


def paragraphs(text: str) -> list[str]:
    """Give the running text: no headings; each item of a list counts for itself."""
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return [line.removeprefix("- ") for line in lines]


def folded(text: str) -> list[str]:
    return [word.replace("’", "'").casefold() for word in _WORD.findall(text)]


def runs(text: str) -> set[tuple[str, ...]]:
    words = folded(text)
    return {tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return load(shipped.seeds() / "catalog.yaml")


@pytest.fixture(scope="module")
def originals() -> str:
    return "\n\n".join(file.read_text(encoding="utf-8") for file in sorted(ORIGINALS.iterdir()))


@pytest.mark.parametrize("name", DIGESTS)
def test_a_digest_has_600_to_1000_words(name: str) -> None:
    assert 600 <= len(digest(name).split()) <= 1000


@pytest.mark.parametrize("name", DIGESTS)
def test_paragraphs_are_short_and_stand_alone(name: str) -> None:
    for paragraph in paragraphs(digest(name)):
        assert words_in(paragraph) <= 120
        assert not _DANGLING.match(paragraph), paragraph


@pytest.mark.parametrize("name", DIGESTS)
def test_charged_words_stand_only_in_quotation_marks(name: str) -> None:
    own_voice = re.sub(r"“[^”]*”", "", digest(name)).casefold()
    assert [word for word in _CHARGED if word in own_voice] == []


@pytest.mark.parametrize("name", DIGESTS)
def test_quoted_words_are_single_terms(name: str) -> None:
    quoted = re.findall(r"“([^”]*)”", digest(name))
    assert max(words_in(term) for term in quoted) < RUN


@needs_originals
@pytest.mark.parametrize("name", DIGESTS)
def test_nothing_is_copied(name: str, originals: str) -> None:
    copied = runs(digest(name)) & runs(originals)
    assert sorted(" ".join(run) for run in copied) == []


@needs_originals
@pytest.mark.parametrize("name", DIGESTS)
def test_names_and_figures_are_the_originals(name: str, originals: str) -> None:
    """Inside a sentence a capital marks a name; each name and each figure has to stand in an original as it is."""
    known = set(re.findall(r"[\w\-,]*\w", originals))
    for paragraph in paragraphs(digest(name)):
        inner = re.sub(r"(^|[.:?] |\*\* |- )[A-Z]\w*", r"\1", paragraph.removeprefix("**"))
        unknown = [found for found in _NAME.findall(inner) if found not in known]
        assert unknown == []


def test_the_op_ed_digest_has_headed_demands_with_lists() -> None:
    text = digest("op-ed-digest")
    demands = re.findall(r"^## (\d)\. .+\n\n.+\n\n((?:- .+\n)+)", text, flags=re.MULTILINE)
    assert [(number, items.count("- Bezruchko ")) for number, items in demands] == [("1", 3), ("2", 4), ("3", 4)]


def test_every_turn_of_the_interview_digest_names_its_speaker() -> None:
    _, turns = digest("interview-digest").split("## Ukraine, Israel, Palestine")
    spoken = paragraphs(turns)
    assert len(spoken) >= 12
    for turn in spoken:
        label = _LABEL.match(turn)
        assert label, turn
        assert label[1].split()[1] in turn[label.end(1) :], "the third person is named"


@pytest.mark.parametrize("name", DIGESTS)
def test_every_digest_has_its_record(name: str, catalog: Catalog) -> None:
    path = shipped.seeds() / f"{name}.md"
    source = catalog.known(digest(name), path)
    assert source is not None
    assert source.id == name
    assert digest(name).startswith(f"# {source.title}\n")
    assert source.kind.value.endswith("digest")
    assert source.digest_of in catalog.records
    assert (source.rights.words_per_answer, source.rights.words_per_day) == (None, None)


def understood(name: str, catalog: Catalog) -> Structure:
    source = catalog.known(digest(name), shipped.seeds() / f"{name}.md")
    return parse(Raw(digest(name), "md", Metadata()), source)


@pytest.mark.parametrize(("name", "teller"), [("op-ed-digest", "Ilya Bezruchko"), ("report-digest", "Kyle Anzalone")])
def test_an_account_is_its_tellers_via_the_digest(name: str, teller: str, catalog: Catalog) -> None:
    drafts = understood(name, catalog).drafts
    assert {draft.speaker for draft in drafts} == {Speaker(teller, Role.AUTHOR, DIGEST)}


def test_both_voices_of_the_interview_are_heard(catalog: Catalog) -> None:
    drafts = understood("interview-digest", catalog).drafts
    assert {draft.speaker for draft in drafts} == {
        Speaker("Ashley Smith", Role.INTERVIEWER, DIGEST),
        Speaker("Yuliia Kishchuk", Role.INTERVIEWEE, DIGEST),
        Speaker(DIGEST, Role.AUTHOR),
    }


def test_a_term_in_marks_is_its_speakers(catalog: Catalog) -> None:
    for draft in understood("interview-digest", catalog).drafts:
        if draft.speaker.name == DIGEST:
            continue
        assert {statement.speaker.name for statement in draft.statements} <= {draft.speaker.name}


def test_the_report_digest_names_whose_statements_it_gives(catalog: Catalog) -> None:
    drafts = understood("report-digest", catalog).drafts
    named = {statement.speaker.name for draft in drafts for statement in draft.statements}
    assert {"Zelensky's office", "Netanyahu's office", "Naftali Bennett"} <= named


def test_every_text_that_is_shipped_is_in_the_catalog(catalog: Catalog) -> None:
    assert {file.name for file in shipped.seeds().glob("*.md")} == {file.name for file in catalog.files}


def test_every_label_says_who_gave_it(catalog: Catalog) -> None:
    for record in catalog.records.values():
        assert record.standpoint is not None
        assert record.standpoint.labelled_by.startswith("Commonplace maintainers")


@needs_originals
def test_the_originals_are_recognised_by_what_they_say(catalog: Catalog) -> None:
    found = [catalog.recognise(file.read_text(encoding="utf-8")) for file in sorted(ORIGINALS.iterdir())]
    assert [source and source.kind for source in found] == [Kind.OP_ED, Kind.REPORT, Kind.INTERVIEW]


@needs_originals
def test_the_catalog_asserts_only_what_the_originals_print(catalog: Catalog) -> None:
    for file in sorted(ORIGINALS.iterdir()):
        text = file.read_text(encoding="utf-8")
        source = catalog.recognise(text)
        assert source is not None
        printed = [source.title, source.outlet, source.url]
        assert [value for value in printed if value is not None and value not in text] == []
        for author in source.authors:
            assert all(part.casefold() in text.casefold() for part in author.split())


@needs_originals
def test_no_original_comes_with_the_bot(originals: str) -> None:
    shipped_runs = set().union(*(runs(file.read_text(encoding="utf-8")) for file in shipped.seeds().iterdir()))
    titles = runs(" ".join(record.title for record in load(shipped.seeds() / "catalog.yaml").records.values()))
    address = runs("articles in-newly-released-letter-ukrainian-activists-declare-solidarity-with-palestine")
    assert len((shipped_runs & runs(originals)) - titles - address) == 0
