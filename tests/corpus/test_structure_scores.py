"""Texts of our own with golds made by hand, and the scores that the rules must keep on them."""

from pathlib import Path
from typing import Any

import pytest
from structure_score import exported, gold_of, own_texts, scores

TEXTS = own_texts()


@pytest.fixture(scope="module")
def table() -> dict[str, dict[str, Any]]:
    found = {}
    for path in TEXTS:
        found[path.stem] = scores(gold_of(path), exported(path.read_text(encoding="utf-8"), path.suffix[1:]))
        print(path.stem, found[path.stem])
    return found


def test_there_are_texts_of_many_kinds() -> None:
    assert len(TEXTS) >= 12


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_a_text_is_nearly_understood(table: dict[str, dict[str, Any]], path: Path) -> None:
    score = table[path.stem]
    assert score["kinds"] >= 0.85
    assert score["sentences"] >= 0.9
    assert score["speakers wrong"] == []
    assert score["quotes wrong"] == []


def test_together_the_rules_hold(table: dict[str, dict[str, Any]]) -> None:
    rows = list(table.values())
    named = sum(row["speakers named"] for row in rows)
    assert sum(row["kinds"] for row in rows) / len(rows) >= 0.975
    assert sum(row["sentences"] for row in rows) / len(rows) >= 0.985
    assert sum(row["speakers missed"] for row in rows) <= 0.03 * named
    assert sum(row["quotes found"] for row in rows) >= 0.95 * sum(row["quotes of"] for row in rows)
    assert sum(len(row["quotes extra"]) for row in rows) <= 2
    assert sum(len(row["metadata wrong"]) for row in rows) <= 1
