"""What is known to be a word, and what is one word in two spellings."""

import random
import subprocess
import sys
from pathlib import Path
from string import ascii_lowercase

import pytest

from bot.search.lexicon import is_word, spelt_alike

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("word", ["price", "prices", "text", "bread", "house", "houses", "organised", "weapons"])
def test_frequent_words_and_their_forms_are_known(word: str) -> None:
    assert is_word(word)


@pytest.mark.parametrize("word", ["butter", "bike", "yachts", "mansions", "congested", "trout", "colours", "theatre"])
def test_rare_words_are_known_and_so_is_how_britain_spells_them(word: str) -> None:
    assert is_word(word)


def test_hardly_anything_else_passes_for_a_word() -> None:
    chance = random.Random(1)
    made = ["".join(chance.choices(ascii_lowercase, k=12)) for _ in range(2_000)]
    assert sum(map(is_word, made)) <= 5


def test_the_file_is_made_of_a_dictionary_and_its_rules(tmp_path: Path) -> None:
    (tmp_path / "a.dic").write_text("3\nzorp/SU\nquilly/T\nO'Mirk\n", encoding="utf-8")
    (tmp_path / "a.aff").write_text(
        "SET UTF-8\nSFX S Y 1\nSFX S 0 es [^y]\nPFX U Y 1\nPFX U 0 un .\nSFX T Y 1\nSFX T y iest [^e]y\n",
        encoding="utf-8",
    )
    told = (
        "import runpy, sys; from pathlib import Path; from bot.search import lexicon; lexicon.FILE = Path('made');"
        "runpy.run_path(sys.argv.pop(1), run_name='__main__');"
        "print([word for word in sys.stdin.read().split() if lexicon.is_word(word)])"
    )
    asked = "zorp zorpes unzorp unzorpes quilly quilliest mirk zorps quillys unquilly"
    script = [sys.executable, "-c", told, str(ROOT / "tools" / "lexicon.py"), "a.dic", "a.aff"]
    path = {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(script, input=asked, cwd=tmp_path, env=path, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == [
        "7 words in 15 bytes",
        "['zorp', 'zorpes', 'unzorp', 'unzorpes', 'quilly', 'quilliest', 'mirk']",
    ]


@pytest.mark.parametrize("word", ["pryce", "recieve", "goverment", "weapnos", "zelensky", "школа", "חומה", "1998", ""])
def test_misspelt_words_names_and_other_scripts_are_not(word: str) -> None:
    assert not is_word(word)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("colour", "color"),
        ("centres", "centers"),
        ("organisations", "organizations"),
        ("defence", "defense"),
        ("dialogue", "dialog"),
        ("travelling", "traveling"),
    ],
)
def test_british_and_american_spelling_are_one(one: str, other: str) -> None:
    assert spelt_alike(one, other)
    assert spelt_alike(other, one)


@pytest.mark.parametrize(
    ("one", "other"), [("price", "prime"), ("hour", "hor"), ("fence", "fens"), ("rise", "rize"), ("hence", "hens")]
)
def test_other_words_are_two(one: str, other: str) -> None:
    assert not spelt_alike(one, other)
