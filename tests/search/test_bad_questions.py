"""Whatever is asked, and of whatever texts: an answer, the nearest, or a sentence that says what is wrong."""

import asyncio
import sqlite3
from pathlib import Path

import pytest
import tantivy
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import AskingError
from bot.model import Source
from bot.search import Index
from tests.fakes import FakeLibrary


def town() -> FakeLibrary:
    library = FakeLibrary(
        {
            "letter": "The harbour was closed in March by the council.\n\nThe dyke must not break before the winter.",
            "report": "The dyke broke at night.\n\nShips left the harbour when the harbour master resigned.",
        }
    )
    library.put(Source("lyst", "Лист", language="uk"), "Дамба над портом витримала зиму.\n\nПекар продає хліб.")
    library.put(Source("mikhtav", "מכתב", language="he"), "הסכר מעל הנמל החזיק מעמד בחורף.\n\nהאופה מוכר לחם.")
    library.put(Source("other", "Other", language="tlh"), "nuqneH tera'ngan bIQtIq veng.\n\nyoS wa'maH Duj ghaj.")
    return library


INDEX = asyncio.run(Index.open(None, town()))


def found(about: str) -> list[str]:
    return [match.passage for match in INDEX.search(about).matches]


def test_scripts_are_mixed_in_one_question() -> None:
    assert {"letter-2", "lyst-1", "mikhtav-1"} <= set(found("dyke дамба הסכר"))


@pytest.mark.parametrize(
    "about",
    [
        "dyke AND winter",
        "+dyke +winter",
        "text:(dyke winter)",
        "dyke^2 winter~1",
        '{"match": ["dyke", "winter"]}',
        "dyke* || winter?",
        "/dyke/ && !winter",
        "'; dyke; -- winter",
        "dyke 🌊 winter ❄️👍🏽",
        "\u202edyke\u202c\u200b winter\x00",
        "<b>dyke</b> [winter](dyke)",
    ],
)
def test_signs_of_other_languages_of_asking_change_nothing(about: str) -> None:
    assert found(about)[0] == "letter-2"


def test_typing_errors_are_read_as_what_stands_in_the_texts() -> None:
    wrong = INDEX.search("harbuor mastr resigned")
    assert wrong.matches[0].passage == "report-2"
    assert dict(wrong.corrected) == {"harbuor": "harbour", "mastr": "master"}


def test_a_text_in_a_language_that_nobody_knows_is_found_by_its_words() -> None:
    assert found("tera'ngan veng") == ["other-1"]
    assert found("BIQTIQ") == ["other-1"]


@given(about=st.text(max_size=200))
@settings(max_examples=150, deadline=None)
def test_any_question_is_answered_or_refused(about: str) -> None:
    try:
        answer = INDEX.search(about)
    except AskingError:
        return
    assert all(match.score > 0 for match in (*answer.matches, *answer.nearest))


@pytest.mark.parametrize("whose", ["another engine", "another schema", "no index"])
async def test_a_foreign_index_is_replaced_by_the_own_one(tmp_path: Path, whose: str) -> None:
    folder = tmp_path / "index"
    folder.mkdir()
    if whose == "another engine":
        connection = sqlite3.connect(folder / "commonplace.json")
        connection.execute("CREATE VIRTUAL TABLE passages USING fts5(text)")
        connection.close()
    elif whose == "another schema":
        fields = tantivy.SchemaBuilder()
        fields.add_text_field("body", stored=True)
        tantivy.Index(fields.build(), str(folder))
    else:
        (folder / "meta.json").write_bytes(b"\xff\xfe not an index")
    index = await Index.open(folder, town())
    assert index.search("harbour master").matches[0].passage == "report-2"
    assert [path.name for path in tmp_path.iterdir()] == ["index"]


@pytest.mark.parametrize(
    "about",
    ["recipes with yeast, sugar and winter wheat", "хліб зі смаженою кавою вдома", "מתכון ללחם שמרים עם קמח"],
)
def test_a_question_about_something_else_is_told_so_with_what_comes_near(about: str) -> None:
    answer = INDEX.search(about)
    assert answer.matches == ()
    assert answer.nearest


@pytest.mark.parametrize(
    ("about", "first"),
    [
        ("when did the dyke break before winter", "letter-2"),
        ("чи витримала дамба зиму цього року", "lyst-1"),
        ("האם הסכר החזיק מעמד בחורף", "mikhtav-1"),
        ("winter", "letter-2"),
        ("winter wheat", "letter-2"),
    ],
)
def test_a_question_about_the_texts_is_answered(about: str, first: str) -> None:
    assert found(about)[0] == first


async def test_more_passages_ask_for_more_of_a_question() -> None:
    said = "The {} keeper of the {} wrote of {} and of {}."
    words = [f"{a}{b}" for a in ("bar", "tor", "mel", "kin", "sol") for b in ("dan", "vek", "lim", "rup", "zot", "fen")]
    many = "\n\n".join(said.format(*(words[(at * step) % 30] for step in (1, 7, 11, 13))) for at in range(1_500))
    few = said.format("bardan", "torvek", "mellim", "kinrup")
    asked = "bardan torvek solfen kinzot"
    small = await Index.open(None, FakeLibrary({"few": few, "more": "A gull sleeps.\n\nSalt is sold."}))
    assert small.search(asked).matches
    assert not small.search("bardan pelmok runtis zagvel").matches
    large = await Index.open(None, FakeLibrary({"few": few, "many": many}))
    assert large.search("bardan torvek mellim kinrup").matches
