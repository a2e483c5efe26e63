"""The three documents that the project is measured on, as they are and varied as other dumps would have them."""

import importlib.util
import json
import re
import textwrap
from collections.abc import Callable
from typing import Any

import pytest
from structure_score import SHARED, exported

SEEDS = sorted((SHARED / "seeds").glob("*.txt")) if (SHARED / "seeds").is_dir() else []
GOLD = SHARED / "bench" / "ingestion"
pytestmark = pytest.mark.skipif(
    not SEEDS, reason="THE DOCUMENTS ARE MISSING: ../shared/seeds is not beside the repository"
)

_SIGNS = str.maketrans({"“": '"', "”": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "\u00a0": " "})


def plain(words: Any) -> str:
    return re.sub(r"\s+", " ", str(words).translate(_SIGNS)).strip()


def wrapped(text: str) -> str:
    def wrap(line: str) -> str:
        hanging = "    " if line.startswith("  •") else ""
        return (
            "\n".join(
                textwrap.wrap(line, 72, break_on_hyphens=False, break_long_words=False, subsequent_indent=hanging)
            )
            if len(line) > 72
            else line
        )

    return "\n".join(wrap(line) for line in text.split("\n"))


VARIED: dict[str, Callable[[str], str]] = {
    "as it is": lambda text: text,
    "without blank lines": lambda text: re.sub(r"\n\s*\n+", "\n", text),
    "with more blank lines": lambda text: text.replace("\n\n", "\n\n\n\n"),
    "wrapped": wrapped,
    "with other line ends": lambda text: text.replace("\n", "\r\n"),
    "with straight quotes": lambda text: text.translate(_SIGNS),
    "with angular quotes": lambda text: re.sub(r'(^|[\s(])["“]', r"\1«", text).replace('"', "»").replace("”", "»"),
    "with fixed spaces": lambda text: text.replace(" the ", "\u00a0the "),
    "with more furniture": lambda text: (
        "Skip to main content\nMenu\n" + text.replace("\n\n", "\n\nAdvertisement\n\n", 9) + "\n\n3 comments\n"
    ),
    "with a byte order mark": lambda text: "\ufeff" + text,
}


def found_in(text: str) -> tuple[set[Any], ...]:
    data = exported(text)
    return (
        {(plain(p["plain"]), p["kind"], p["speaker"], p["role"]) for p in data["paragraphs"]},
        {(plain(s["text"]), s["speaker"]) for s in data["sentences"]},
        {(plain(q["text"]), q["speaker"], q["type"]) for q in data["quotes"]},
        {(key, plain(value)) for key, value in data["metadata"].items()},
    )


@pytest.mark.parametrize("variation", VARIED, ids=str)
@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem[:3])
def test_a_varied_document_is_read_the_same(seed: Any, variation: str) -> None:
    text = seed.read_text(encoding="utf-8")
    assert found_in(VARIED[variation](text)) == found_in(text)


def test_the_report_scores_as_its_gold_asks() -> None:
    spec = importlib.util.spec_from_file_location("bench_score", GOLD / "score.py")
    assert spec is not None
    assert spec.loader is not None
    bench = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(bench)
    gold = json.loads((GOLD / "news.json").read_text(encoding="utf-8"))
    text = next(seed for seed in SEEDS if seed.name == gold["source_file"]).read_text(encoding="utf-8")
    score = bench.score(gold, exported(text))
    print(score)
    assert min(score[key]["F1"] for key in ("body characters", "paragraphs", "sentences")) >= 0.98
    assert score["furniture leaked (characters)"] == 0
    assert score["quotations"] == {"found": 5, "of": 5, "extra": 0, "right speaker": 5, "wrong speaker": []}
    assert score["speakers of paragraphs"]["precision"] == 1
    assert score["metadata wrong"] == []


def test_every_known_passage_is_a_paragraph() -> None:
    known = [
        json.loads(line)
        for line in (SHARED / "bench" / "quotes" / "passages.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    order = {"op-ed": 0, "news": 1, "interview": 2}
    found = [exported(seed.read_text(encoding="utf-8"))["paragraphs"] for seed in SEEDS]
    by_place = [{(p["id"], p["kind"], p["speaker"], p["plain"]) for p in paragraphs} for paragraphs in found]
    missing = [
        k["id"]
        for k in known
        if (k["id"].split(":")[1], k["kind"], k["speaker"], k["text"]) not in by_place[order[k["doc"]]]
    ]
    assert missing == []
