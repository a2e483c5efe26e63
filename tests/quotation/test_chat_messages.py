"""Messages of every kind, made from other texts than those that the rules were measured on, in nine languages."""

import json
from pathlib import Path

import pytest

from benchmarks.quotation import commonplace, quality
from tests.quotation.chat import Quoter
from tests.quotation.material import passages

SHARED = Path(__file__).parents[3] / "shared" / "bench" / "quotes"


def measured(folder: Path, passages_file: Path, messages: Path, fillers: int) -> dict[str, float]:
    method = commonplace(passages_file, fillers)
    out = folder / "predictions.jsonl"
    with out.open("w", encoding="utf-8") as file:
        for line in messages.read_text(encoding="utf-8").splitlines():
            message = json.loads(line)
            file.write(json.dumps({"id": message["id"], **method.predict(message["text"])}) + "\n")
    return quality(messages, out)


def test_messages_from_other_texts(tmp_path: Path) -> None:
    held = passages()
    with (tmp_path / "passages.jsonl").open("w", encoding="utf-8") as file:
        file.writelines(json.dumps({"id": p.id, "doc": p.source, "text": text}) + "\n" for p, text in held)
    with (tmp_path / "messages.jsonl").open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(message) + "\n" for message in Quoter(held, seed=41).messages(30))
    found = measured(tmp_path, tmp_path / "passages.jsonl", tmp_path / "messages.jsonl", 300)
    reached(found)


@pytest.mark.skipif(not SHARED.is_dir(), reason=f"THE MEASURING SET IS MISSING: {SHARED}")
def test_the_measuring_set(tmp_path: Path) -> None:
    reached(measured(tmp_path, SHARED / "passages.jsonl", SHARED / "dev.jsonl", 217))


def reached(found: dict[str, float]) -> None:
    assert found["quotes"] >= 0.995
    assert found["hard"] >= 0.98
    assert found["alarms"] <= 1
    assert found["iou"] >= 0.95
    assert found["verdicts"] >= 0.99
    assert found["called_exact"] == 0
