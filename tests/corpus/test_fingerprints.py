"""Recognising texts by their sketches."""

import random
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.corpus.fingerprints import ALIKE, Fingerprint, fingerprint, sketch

SEEDS = Path(__file__).parents[2].parent / "shared" / "seeds"
SYLLABLES = ["ba", "den", "fo", "gul", "hi", "jor", "ka", "lim", "mo", "nu", "per", "qua", "ro", "sil", "ta", "vek"]


def prose(seed: int, words: int = 600) -> str:
    """Sentences of invented words: no two runs of three are alike by chance more often than in real prose."""
    chance = random.Random(seed)
    made = ["".join(chance.choices(SYLLABLES, k=chance.randint(1, 3))) for _ in range(words)]
    return ". ".join(" ".join(made[at : at + 12]).capitalize() for at in range(0, words, 12)) + "."


def likeness(one: str, other: str) -> float:
    first, second = sketch(one), sketch(other)
    assert first is not None
    assert second is not None
    return first.likeness(second)


def edited(text: str, share: float, seed: int = 1) -> str:
    chance = random.Random(seed)
    return " ".join("edited" if chance.random() < share else word for word in text.split(" "))


SAME = {
    "line ends": lambda text: text.replace(". ", ".\r\n\r\n"),
    "case and quotes": lambda text: "“" + text.upper() + "”",
    "white space": lambda text: text.replace(" ", "  \t"),
    "wrapped": lambda text: text.replace(" ", "\n"),
    "emphasis": lambda text: text.replace(". ", ".** **"),
    "links": lambda text: re.sub(r"[.] (\w+)", r". [\1](https://example.org/some/long/address?x=1)", text),
}


@pytest.mark.parametrize("change", SAME.values(), ids=SAME.keys())
def test_form_plays_no_part(change) -> None:
    assert likeness(prose(1), change(prose(1))) >= 0.75


def test_light_edits_and_furniture_leave_a_text_what_it_is() -> None:
    for seed in range(20):
        text = prose(seed)
        assert likeness(text, edited(text, 0.05, seed)) >= ALIKE
        assert likeness(text, f"Share this page\n{prose(900 + seed, 40)}\n{text}\n{prose(800 + seed, 60)}") >= ALIKE


def test_other_texts_and_excerpts_are_not_the_text() -> None:
    for seed in range(20):
        text = prose(seed)
        assert likeness(text, prose(seed + 100)) < 0.05
        words = text.split(" ")
        assert likeness(text, " ".join(words[: len(words) * 3 // 10])) < ALIKE


def test_real_texts_are_told_apart() -> None:
    if not SEEDS.is_dir():
        pytest.skip(f"the real texts are not here: {SEEDS} is missing")
    texts = [path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    for place, text in enumerate(texts):
        assert likeness(text, edited(text, 0.03)) >= ALIKE
        assert all(likeness(text, other) < 0.05 for at, other in enumerate(texts) if at != place)
        assert likeness(text, " ".join(text.split(" ")[: len(text.split(" ")) * 3 // 10])) < ALIKE


@given(st.text(max_size=400), st.integers(0, 30))
@settings(max_examples=60)
def test_a_written_fingerprint_reads_back(noise: str, seed: int) -> None:
    written = fingerprint(noise + " " + prose(seed, 120))
    assert str(Fingerprint.parse(written)) == written
    assert noise[:50] not in written or len(noise) < 4


@pytest.mark.parametrize("text", ["", "…", "too short to be known by anything at all"])
def test_short_texts_have_none(text: str) -> None:
    assert fingerprint(text) == ""


@pytest.mark.parametrize(
    "written", ["", "w3:12:AAAA", "w3:x:AAAA", "md5:1:AAAA", "w3:900:not base64 at all", fingerprint(prose(1))[:-8]]
)
def test_what_is_no_fingerprint_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match="fingerprint"):
        Fingerprint.parse(written)
