"""How far a structure is from what a reader would say: blocks, sentences, statements, speakers."""

import json
import re
from pathlib import Path
from typing import Any

from bot.corpus.exporting import to_json
from bot.corpus.parsing import parse
from bot.corpus.parts import Raw

TEXTS = Path(__file__).parent / "texts"
SHARED = Path(__file__).parents[3] / "shared"


def exported(text: str, media: str = "txt") -> dict[str, Any]:
    raw = Raw(text, media)
    return to_json(raw, parse(raw))


def own_texts() -> list[Path]:
    return sorted(path for path in TEXTS.iterdir() if path.suffix in (".txt", ".md"))


def gold_of(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((TEXTS / f"{path.stem}.gold.json").read_text(encoding="utf-8"))
    return found


def f1(gold: set[Any], got: set[Any]) -> float:
    both = len(gold & got)
    return 2 * both / (len(gold) + len(got)) if gold or got else 1.0


def folded(name: str | None) -> str:
    return re.sub(r"\W+", " ", (name or "").casefold()).strip()


def same_speaker(gold: str | None, got: str | None) -> bool:
    a, b = folded(gold), folded(got)
    return a == b or (bool(a) and bool(b) and (a in b or b in a))


def scores(gold: dict[str, Any], got: dict[str, Any]) -> dict[str, Any]:
    blocks = {(kind, text): speaker for kind, speaker, text in gold["blocks"]}
    mine = {(block["kind"], block["text"]): block["speaker"] for block in got["blocks"]}
    shared = [key for key in blocks if key in mine]
    named = [key for key in shared if mine[key]]
    said = {(kind, text): speaker for kind, speaker, text in gold["quotes"]}
    heard = {(quote["type"], quote["text"]): quote["speaker"] for quote in got["quotes"]}
    direct = {key for key in said if key[0] == "direct"}
    hits = [key for key in direct if key in heard]
    return {
        "kinds": f1(set(blocks), set(mine)),
        "speakers named": len(named),
        "speakers wrong": [key[1][:50] for key in named if not same_speaker(blocks[key], mine[key])],
        "speakers missed": sum(1 for key in shared if blocks[key] and not mine[key]),
        "sentences": f1(set(gold["sentences"]), {sentence["text"] for sentence in got["sentences"]}),
        "quotes found": len(hits),
        "quotes of": len(direct),
        "quotes extra": [text[:50] for kind, text in heard if kind == "direct" and (kind, text) not in said],
        "quotes wrong": [key[1][:50] for key in hits if heard[key] and not same_speaker(said[key], heard[key])],
        "metadata wrong": [key for key, value in gold["metadata"].items() if got["metadata"][key] != value],
    }
