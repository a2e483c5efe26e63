"""The index: built, brought up to date, rebuilt when it isn't whole; and what it finds."""

import asyncio
import json
import shutil
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

import pytest
import tantivy
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import AskingError, QuestionEmpty, QuestionUnsearchable
from bot.model import Passage, Source
from bot.search import Index, state
from bot.search.beside import Beside
from bot.search.records import Held, Records
from tests.fakes import FakeLibrary

LETTER = """# The old harbour

The harbour was closed in March by order of the council. Ships waited outside for three weeks.

Mara Lind: We opened the sluice gates ourselves that night. Nobody helped, and nobody's boats came.

> Tom Reed: The dyke must not break before the winter.
"""
REPORT = """The dyke broke at night in March. Water rose quickly in the whole town. A dyke is a wall against the sea.

Ships left the harbour when the harbour master resigned. The café by the quay had closed long ago.
"""


def shelf() -> FakeLibrary:
    return FakeLibrary({"letter": LETTER, "report": REPORT})


def found(index: Index, about: str, **chosen: str) -> list[str]:
    return [match.passage for match in index.search(about, **chosen).matches]


async def test_finds_by_stem_and_ranks_breadth_first() -> None:
    index = await Index.open(None, shelf())
    assert found(index, "closing harbours in March")[:2] == ["letter-1", "report-2"]
    assert found(index, "cafe") == ["report-2"]


async def test_score_is_the_sum_of_its_reasons() -> None:
    index = await Index.open(None, shelf())
    for match in index.search('ships "the harbour" dyke Reed').matches + index.search("March dyke sluice").matches:
        assert match.score == pytest.approx(sum(signal.value for signal in match.why))
        assert all(signal.value > 0 and signal.terms for signal in match.why)


async def test_nothing_fits() -> None:
    index = await Index.open(None, shelf())
    absent = index.search("quarterly pension forecast algorithm march")
    assert absent.matches == ()
    assert absent.searched == 2
    assert absent.missing == 4
    assert absent.terms == ("march",)
    assert {match.passage for match in absent.nearest} == {"letter-1", "report-1"}
    assert index.search("quarterly pension forecast").nearest == ()


async def test_what_lacks_an_asked_phrase_only_comes_near() -> None:
    index = await Index.open(None, shelf())
    answer = index.search('ships "harbour master"')
    assert [match.passage for match in answer.matches] == ["report-2"]
    assert answer.nearest[0].passage == "letter-1"


async def test_forms_of_a_word_are_found_where_there_is_no_stemmer() -> None:
    library = FakeLibrary()
    library.put(Source("yama", "Яма", language="uk"), "Греблю прорвало вночі.\n\nЛікарня вціліла.")
    library.put(Source("namal", "נמל", language="he"), "הספינות עגנו בנמל.\n\nהגשם ירד כל הלילה.")
    index = await Index.open(None, library)
    assert found(index, "лікарнями") == ["yama-2"]
    assert found(index, "прорваної греблі") == ["yama-1"]
    assert found(index, "ספינות") == ["namal-1"]


async def test_filters() -> None:
    index = await Index.open(None, shelf())
    assert found(index, "dyke", source="report") == ["report-1"]
    assert found(index, "dyke", speaker="Tom Reed") == ["letter-3"]
    assert found(index, "dyke", speaker="Reed") == []
    assert index.search("dyke", source="report").searched == 1


async def test_a_name_finds_what_its_bearer_says() -> None:
    index = await Index.open(None, shelf())
    assert found(index, "Lind") == ["letter-2"]


async def test_phrases_must_stand_there() -> None:
    index = await Index.open(None, shelf())
    assert found(index, '"harbour master"') == ["report-2"]
    assert found(index, '"master harbour"') == []
    loose = index.search('ships "master harbour"')
    assert loose.loosened
    assert loose.matches


async def test_a_phrase_that_stands_nowhere_is_not_kept() -> None:
    """It is the asker's own words, of which only those that stand in the texts may be kept."""
    index = await Index.open(None, shelf())
    assert index.search('ships "harbour stranger" dyke').terms == ("ships", "harbour", "dyke")
    assert index.search('"harbour master" "ships stranger"').terms == ("harbour", "master", "ships")
    assert index.search('dyke "harbour master"').terms == ('"harbour master"', "dyke")


async def test_an_index_that_cannot_be_opened_is_kept_in_memory(tmp_path: Path) -> None:
    """As where another user's bot made the folder: tantivy wants to lock it."""
    await Index.open(tmp_path / "index", shelf())
    before = sorted(file.name for file in (tmp_path / "index").iterdir())
    with patch("tantivy.Index.open", side_effect=ValueError("Permission denied")):
        index = await Index.open(tmp_path / "index", shelf())
    assert found(index, '"harbour master"') == ["report-2"]
    assert sorted(file.name for file in (tmp_path / "index").iterdir()) == before


async def test_spelling_is_said() -> None:
    index = await Index.open(None, shelf())
    corrected = index.search("harbuor")
    assert corrected.corrected == (("harbuor", "harbour"),)
    assert corrected.terms == ("harbour",)
    assert corrected.matches
    assert index.search("harbour").corrected == ()


async def test_pages_join_without_gap() -> None:
    index = await Index.open(None, shelf())
    whole = index.search("harbour dyke ships", limit=10).matches
    pages = [index.search("harbour dyke ships", limit=1, offset=at).matches for at in range(len(whole))]
    assert tuple(match for page in pages for match in page) == whole


async def test_suggests_words_as_they_stand() -> None:
    index = await Index.open(None, shelf())
    assert index.suggest("HAR") == ["harbour"]
    assert index.suggest("old har") == ["old harbour"]
    assert index.suggest("the")[:1] != ["the"]
    assert len(index.suggest("", 100)) <= 25
    assert index.suggest("zz") == []


async def test_takes_in_what_came_and_drops_what_went(tmp_path: Path) -> None:
    library = shelf()
    index = await Index.open(tmp_path / "index", library)
    library.take("report")
    library.put(Source("diary", "Diary", language="en"), "The lantern went out. Nobody saw the ferry again.")
    await index.refresh(library)
    assert found(index, "lantern") == ["diary-1"]
    assert found(index, "town water") == []
    assert index.suggest("quick") == []
    assert index.search("ferry").searched == 2
    told: list[tuple[int, int]] = []
    again = await Index.open(tmp_path / "index", library, lambda done, total: told.append((done, total)))
    assert told == []
    assert again.search("harbour lantern") == index.search("harbour lantern")
    assert again.suggest("") == index.suggest("")


async def test_a_new_edition_replaces_the_old_one() -> None:
    library = shelf()
    index = await Index.open(None, library)
    library.put(Source("report", "Report", language="en"), "The lighthouse stood empty for years.")
    await index.refresh(library)
    assert found(index, "lighthouse") == ["report-1"]
    assert found(index, "town water") == []


async def test_a_changed_source_is_not_indexed() -> None:
    library = shelf()
    library.changed.add("report")
    index = await Index.open(None, library)
    assert found(index, "harbour master") == ["letter-1", "letter-2", "letter-3"]
    library.changed.clear()
    await index.refresh(library)
    assert "report-2" in found(index, "harbour master")


async def test_an_empty_library() -> None:
    index = await Index.open(None, FakeLibrary())
    assert index.search("anything").matches == ()
    assert index.occurrences("anything").total == 0
    assert index.suggest("a") == []


@pytest.mark.parametrize("damage", ["flip", "truncate", "remove", "state", "version", "empty", "garbage", "managed"])
async def test_a_damaged_folder_is_built_anew(tmp_path: Path, damage: str) -> None:
    folder = tmp_path / "index"
    library = shelf()
    before = (await Index.open(folder, library)).search("harbour")
    _damage(folder, damage)
    told: list[tuple[int, int]] = []
    index = await Index.open(folder, library, lambda done, total: told.append((done, total)))
    assert index.search("harbour") == before
    assert told == [(1, 2), (2, 2)]
    assert state.load(folder) is not None
    assert (await Index.open(folder, library, lambda *_: told.clear())).search("harbour") == before
    assert told == [(1, 2), (2, 2)]  # it was mended, and not kept in memory beside the damage
    assert [path.name for path in tmp_path.iterdir()] == ["index"]


def _damage(folder: Path, how: str) -> None:
    largest = max((file for file in folder.iterdir() if not file.name.startswith(".")), key=lambda f: f.stat().st_size)
    described = folder / "commonplace.json"
    whole = state.load(folder)
    assert whole is not None
    if how == "flip":
        content = bytearray(largest.read_bytes())
        content[len(content) // 2] ^= 1
        _put(largest, bytes(content))
    elif how == "truncate":
        _put(largest, largest.read_bytes()[:-3])
    elif how == "remove":
        largest.unlink()
    elif how == "state":
        described.unlink()
    elif how == "version":
        with patch("bot.search.state.VERSION", 0):
            state.save(whole, folder)
        assert json.loads(described.read_text())["version"] == 0
    elif how == "managed":
        _put(folder / ".managed.json", b"[")
    elif how == "garbage":
        described.write_text("[1, 2")
    else:
        for file in folder.iterdir():
            file.unlink()


async def test_what_was_left_behind_by_a_process_that_was_killed_goes(tmp_path: Path) -> None:
    library = shelf()
    (killed := tmp_path / "index.new").mkdir()
    (killed / "records").write_bytes(b"half of them")
    index = await Index.open(tmp_path / "index", library)
    assert found(index, '"harbour master"') == ["report-2"]
    assert [path.name for path in tmp_path.iterdir()] == ["index"]


def _put(file: Path, content: bytes) -> None:
    """Put another file in a file's place: tantivy's threads may still read the old one, which may not shrink then."""
    beside = file.with_name(f".{file.name}.damaged")
    beside.write_bytes(content)
    beside.replace(file)


async def test_a_folder_that_is_replaced_while_it_is_opened_is_not_taken(tmp_path: Path) -> None:
    """A terminal beside a running bot: tantivy's parts would be of one index, and the records of another."""
    before = (await Index.open(tmp_path / "index", shelf())).search("harbour dyke")
    await Index.open(tmp_path / "other", FakeLibrary({"diary": "A lantern.\n\n" + LETTER, "letter": REPORT}))

    def meanwhile(folder: Path) -> Held:
        parts = tantivy.Index.open(str(folder))
        shutil.rmtree(folder)
        (tmp_path / "other").rename(folder)
        return Held(parts, Records(folder))

    with patch.object(Held, "opened", meanwhile):
        beside = await Beside.open(tmp_path / "index", shelf())
    assert beside.search("harbour dyke") == before


class Backup(FakeLibrary):
    """Has the same texts, after fewer changes: its passages got other ids."""

    def generation(self) -> int:
        return 1

    async def of_source(self, source: str, first: int = 1, last: int | None = None) -> list[Passage]:
        return [replace(passage, id=f"{passage.id}b") for passage in await super().of_source(source, first, last)]


async def test_an_index_of_before_a_backup_came_back_is_built_anew(tmp_path: Path) -> None:
    await Index.open(tmp_path / "index", shelf())
    library = Backup({"letter": LETTER, "report": REPORT})
    told: list[tuple[int, int]] = []
    for opening in (Beside, Index, Index):
        told.clear()
        index = await opening.open(tmp_path / "index", library, lambda done, total: told.append((done, total)))
        assert found(index, '"harbour master"') == ["report-2b"]
    assert told == []


async def test_a_whole_folder_is_opened_as_it_is(tmp_path: Path) -> None:
    library = shelf()
    await Index.open(tmp_path / "index", library)
    told: list[tuple[int, int]] = []
    await Index.open(tmp_path / "index", library, lambda done, total: told.append((done, total)))
    assert told == []


async def test_salient_passages_are_whole_paragraphs_of_the_text() -> None:
    index = await Index.open(None, shelf())
    assert {match.passage for match in index.salient("report")} == {"report-1", "report-2"}


def test_ordinals_keep_reading_order() -> None:
    known = state.ordinals_for(["b", "d"], {})
    assert known is not None
    grown = state.ordinals_for(["a", "b", "c", "d", "e"], known)
    assert grown is not None
    assert sorted(grown, key=lambda source: grown[source]) == ["a", "b", "c", "d", "e"]
    assert grown["b"] == known["b"]
    assert state.ordinals_for(["a", "b", "c"], {"a": 7, "c": 8}) is None


@pytest.fixture(scope="module")
def index() -> Index:
    return asyncio.run(Index.open(None, shelf()))


@given(
    about=st.text(max_size=120)
    | st.lists(st.sampled_from(['"', "dyke", "the", "*", "harbour", "(", "-1"])).map(" ".join)
)
@settings(max_examples=100)
def test_any_question_is_answered_or_refused(index: Index, about: str) -> None:
    try:
        answer = index.search(about)
    except AskingError:
        return
    assert [m.score for m in answer.matches] == sorted((m.score for m in answer.matches), reverse=True)
    assert index.search(about) == answer


@given(term=st.text(max_size=40))
@settings(max_examples=50)
def test_any_term_is_looked_up_or_refused(index: Index, term: str) -> None:
    try:
        index.occurrences(term)
    except QuestionEmpty:
        return


async def test_a_copied_quote_and_a_tag_are_found() -> None:
    library = FakeLibrary(
        {"log": "The lamp went out in the storm, and nobody mended it. It rained.\n\nThe lamp stood."}
    )
    index = await Index.open(None, library)
    for asked in ("“The lamp went out … nobody mended it”", "#NobodyMended"):
        assert found(index, asked)[0] == "log-1"
        again = index.search(" ".join(index.search(asked).terms))
        assert again.matches[0].passage == "log-1"


async def test_a_saying_of_small_words_is_found_as_it_stands() -> None:
    library = FakeLibrary({"log": "The keeper said: never again!\n\nAgain it rained, and never so much."})
    index = await Index.open(None, library)
    found_there = index.search("Never again")
    assert [match.passage for match in found_there.matches] == ["log-1"]
    assert index.search(" ".join(found_there.terms)).matches == found_there.matches
    with pytest.raises(QuestionUnsearchable):
        index.search("again never")


async def test_a_title_alone_is_no_answer() -> None:
    library = FakeLibrary()
    library.put(Source("log", "The lighthouse log", language="en"), "It rained.\n\nThe lighthouse lamp broke.")
    index = await Index.open(None, library)
    assert found(index, "lighthouse") == ["log-2"]
    assert "title" in {signal.name for signal in index.search("lighthouse").matches[0].why}


async def test_a_title_that_is_what_was_asked_brings_its_text_first() -> None:
    library = FakeLibrary()
    log = Source("log", "Why is the council leaving the lighthouse to the gulls?", language="en")
    library.put(log, "It rained for a week.\n\nGulls sat on the stairs, and nobody came to mend the lamp.")
    letters = Source("letters", "Letters of a summer", language="en")
    library.put(letters, "The council met at the lighthouse, and the council liked it.\n\nA lighthouse!")
    index = await Index.open(None, library)
    asked = "council leaving the lighthouse to gulls"
    assert found(index, asked)[0] == "log-2"
    assert index.fitting(asked) == ["letters", "log"]
    # What nothing but a title has is what all passages of its text are about.
    only = FakeLibrary({"letters": "A lighthouse stood there."})
    only.put(log, "It rained for a week.\n\nNobody came to mend the lamp.")
    index = await Index.open(None, only)
    assert sorted(found(index, "council leaving")) == ["log-1", "log-2"]
    assert index.fitting("council leaving") == ["log"]
    # A single word in a title counts where no passage has it.
    assert sorted(found(index, "council")) == ["log-1", "log-2"]
    assert index.fitting("council") == ["log"]
    assert not index.search("council").nearest
    assert found(index, "lighthouse") == ["letters-1"]
    assert index.fitting("lighthouse") == ["letters"]


@given(
    texts=st.dictionaries(
        st.sampled_from(["a", "b", "c", "d"]),
        st.lists(st.sampled_from(["dam", "sea", "wall", "rye", "mill", "weir", "fog"]), min_size=1, max_size=4).map(
            " ".join
        ),
        min_size=1,
    ),
    titles=st.dictionaries(
        st.sampled_from(["a", "b", "c", "d"]),
        st.sampled_from(["The dam and the sea", "Rye", "A wall, a mill, the sea"]),
    ),
    about=st.lists(st.sampled_from(["dam", "sea", "wall", "rye", "mill", '"dam sea"']), min_size=1, max_size=5).map(
        " ".join
    ),
)
@settings(max_examples=60, deadline=None)
def test_fitting_texts_are_those_that_searching_finds(
    texts: dict[str, str], titles: dict[str, str], about: str
) -> None:
    library = FakeLibrary()
    for name, text in texts.items():
        library.put(Source(name, titles.get(name, name), language="en"), text)
    index = asyncio.run(Index.open(None, library))
    answer = index.search(about, limit=100)
    if answer.matches:
        assert index.fitting(about, loosened=answer.loosened) == sorted({match.source for match in answer.matches})


async def test_abbreviations_with_full_stops_are_found_with_and_without_them() -> None:
    library = FakeLibrary(
        {
            "grain": "The U.S. sent grain to the island. Nobody in the U.S. knew where it was.",
            "boats": "The UN sent boats, and boats were what the island had too many of.",
            "post": "The letter U stood on one sack, and the letter S on the other.",
        }
    )
    index = await Index.open(None, library)
    assert [match.source for match in index.search("U.S.", limit=5).matches] == ["grain"]
    assert [match.source for match in index.search("the u.s", limit=5).matches] == ["grain"]
    assert [match.source for match in index.search("U.N. boats", limit=5).matches] == ["boats"]
    assert index.search("U.S.", limit=5).terms == ("u.s",)
    assert index.occurrences("U.S.").total == 2
    assert index.occurrences("u.s*").total == 2
