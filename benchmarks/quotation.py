"""How well, how fast and in how much memory quotations are found and checked, beside what people use for it.

    python -m benchmarks.quotation --passages P.jsonl --messages M.jsonl --out predictions.jsonl [--fillers N] [--peers]

Passages: a JSON object a line with `id`, `doc`, `text`, and `kind` and `speaker` if known. Messages: `id`, `text`,
and for the quality columns `category`, `hits` and `verify`. `--fillers N` adds N generated passages. Each method runs
in a process of its own; messages a second are seconds of processor time of one core, without building; for
`commonplace` that is the full check with its verdict, and the spotting alone in its own column. The best of three
passes counts, as other programs disturb a measurement only one way. A peer that is slow is measured on as many
messages as it manages in a minute.
"""

import argparse
import json
import os
import re
import resource
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.fillers import fillers

Json = dict[str, Any]
MEGABYTE = 1_000_000
PEER_SECONDS = 60.0
PER_SOURCE = 100
PASSES = 3
METHODS = ("commonplace", "rapidfuzz", "fts5")

VERIFY = {"exact": "verbatim", "shortened": "verbatim", "altered": "altered", "stitched": "altered"}
QUOTES = [
    "verbatim_sentence",
    "fragment",
    "short_fragment",
    "ellipsis",
    "typos",
    "format",
    "substitution",
    "reordered",
    "commentary",
    "two_quotes",
    "altered_hand",
    "altered_auto",
]
HARD = [
    "hard_heavy_typos",
    "hard_homoglyph",
    "hard_leet",
    "hard_long_rant",
    "hard_cross_paragraph",
    "hard_splice",
    "hard_substitution",
    "hard_tiny_marked",
]
CHANGED = ("altered_hand", "altered_auto", "substitution", "typos", "reordered", "hard_splice", "hard_substitution")


@dataclass(frozen=True, slots=True)
class Method:
    """A finder: `predict` gives the hits and the verdict of a message; `spot`, where there is one, only finds."""

    predict: Callable[[str], Json]
    spot: Callable[[str], object] | None = None
    passages: int = 0


def lines(file: Path) -> Iterator[Json]:
    with file.open(encoding="utf-8") as opened:
        for line in opened:
            yield json.loads(line)


def texts_of(file: Path, many: int) -> Iterator[tuple[str, str, Json]]:
    """Give source, words and record of each passage, the fillers last."""
    for record in lines(file):
        yield record.get("doc") or "texts", record["text"], record
    for number, text in enumerate(fillers(many)):
        yield f"filler-{number // PER_SOURCE}", text, {"id": f"filler-{number // PER_SOURCE}:{number % PER_SOURCE}"}


def commonplace(passages: Path, many: int) -> Method:
    from bot.model import BlockKind, Passage, Role, Span, Speaker
    from bot.quotation import Texts, check, spot

    kinds = {kind.value: kind for kind in BlockKind}
    unclear = Speaker(None, Role.UNCLEAR)

    def entries() -> Iterator[tuple[Passage, str]]:
        for number, (source, text, record) in enumerate(texts_of(passages, many)):
            speaker = Speaker(record["speaker"], Role.AUTHOR) if record.get("speaker") else unclear
            kind = kinds.get(record.get("kind", ""), BlockKind.PARAGRAPH)
            yield Passage(record["id"], source, "", number + 1, (Span(0, len(text)),), (), speaker, kind), text

    texts = Texts.build(entries())

    def predict(message: str) -> Json:
        report = check(message, texts)
        hits = _merged(report)
        return {"hits": hits, "verify": VERIFY.get(report.verdict.value, "altered" if hits else "not_found")}

    def _merged(report: Any) -> list[Json]:
        """Make one hit of the parts of a quote that stand in one passage."""
        hits: list[Json] = []
        for checked in report.quotes:
            verdict = VERIFY.get(checked.verdict.value, "not_found")
            for place in checked.places:
                found = {
                    "passage": place.passage,
                    "span": [place.spans[0].start, place.spans[-1].end],
                    "msg_span": [place.said.start, place.said.end],
                    "verdict": verdict,
                }
                last = hits[-1] if hits and len(checked.places) > 1 else None
                if last and last["passage"] == place.passage and last["msg_span"][0] >= checked.said.start:
                    for name in ("span", "msg_span"):
                        last[name] = [min(last[name][0], found[name][0]), max(last[name][1], found[name][1])]
                else:
                    hits.append(found)
        return hits

    return Method(predict, lambda message: spot(message, texts), len(texts))


def folded(text: str) -> str:
    plain = re.sub(r"[*_`|~>\u200b]", "", text.casefold()).translate(str.maketrans("’‘“”–—\xa0", "''\"\"-- "))
    return re.sub(r"\s+", " ", plain).strip()


def _aligned(message: str, said: str, candidates: Iterable[tuple[str, str]]) -> Json:
    """Take the best of some passages by partial ratio, which aligns characters: 85 of 100 for at least 25 of them."""
    from rapidfuzz import fuzz

    best: tuple[float, str, Any, str] | None = None
    for name, text in candidates:
        found = fuzz.partial_ratio_alignment(said, text, score_cutoff=85)
        if found and found.src_end - found.src_start >= 25 and (best is None or found.score > best[0]):
            best = (found.score, name, found, text)
    if best is None:
        return {"hits": [], "verify": "not_found"}
    _, name, found, text = best
    verdict = "verbatim" if said.strip("\"'. ") in text else "altered"
    hit = {
        "passage": name,
        "span": [found.dest_start, found.dest_end],
        "msg_span": [0, len(message)],
        "verdict": verdict,
    }
    return {"hits": [hit], "verify": verdict}


def rapidfuzz(passages: Path, many: int) -> Method:
    held = [(record["id"], folded(text)) for _, text, record in texts_of(passages, many)]
    return Method(lambda message: _aligned(message, folded(message), held), passages=len(held))


def fts5(passages: Path, many: int) -> Method:
    base = sqlite3.connect(":memory:")
    base.execute("CREATE VIRTUAL TABLE passages USING fts5(id UNINDEXED, text)")
    rows = ((record["id"], folded(text)) for _, text, record in texts_of(passages, many))
    base.executemany("INSERT INTO passages VALUES (?, ?)", rows)
    asked = "SELECT id, text FROM passages WHERE passages MATCH ? ORDER BY rank LIMIT 5"

    def predict(message: str) -> Json:
        words = re.findall(r"\w+", folded(message))[:60]
        if not words:
            return {"hits": [], "verify": "not_found"}
        query = " OR ".join(f'"{word}"' for word in dict.fromkeys(words))
        return _aligned(message, folded(message), base.execute(asked, (query,)))

    return Method(predict, passages=base.execute("SELECT count(*) FROM passages").fetchone()[0])


def resident() -> float:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / MEGABYTE


def run(name: str, given: argparse.Namespace, out: Path) -> Json:
    """Measure one method in this process."""
    began = time.process_time()
    method = {"commonplace": commonplace, "rapidfuzz": rapidfuzz, "fts5": fts5}[name](given.passages, given.fillers)
    built = time.process_time() - began
    asked = [(message["id"], message["text"]) for message in lines(given.messages)]
    predictions, began = [], time.process_time()
    for key, text in asked:
        predictions.append({"id": key, **method.predict(text)})
        if name != "commonplace" and time.process_time() - began > PEER_SECONDS:
            break
    checked = len(predictions) / (time.process_time() - began)
    if name == "commonplace":
        checked = max(checked, *(_per_second(method.predict, asked) for _ in range(PASSES - 1)))
    spotted = max(_per_second(method.spot, asked) for _ in range(PASSES)) if method.spot else None
    used = resident()
    with out.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(prediction) + "\n" for prediction in predictions)
    return {
        "method": name,
        "passages": method.passages,
        "messages": len(predictions),
        "per_second": checked,
        "spotted": spotted,
        "build": built,
        "rss": used,
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / MEGABYTE,
    }


def _per_second(spot: Callable[[str], object], asked: list[tuple[str, str]]) -> float:
    began = time.process_time()
    for _, text in asked:
        spot(text)
    return len(asked) / (time.process_time() - began)


def quality(messages: Path, out: Path) -> Json:
    """Score predictions: F1 of quotes and of hard ones (hits in negatives count too), alarms, spans, verdicts."""
    predicted = {prediction["id"]: prediction for prediction in lines(out)}
    counts = {"quotes": [0, 0, 0], "hard": [0, 0, 0]}
    negatives = alarms = verified = right = called_exact = wrong_in_negatives = 0
    overlaps: list[float] = []
    for message in lines(messages):
        prediction = predicted.get(message["id"])
        if prediction is None or "category" not in message:
            continue
        category, gold, hits = message["category"], message["hits"], prediction["hits"]
        matched, wrong = _matched(gold, hits, overlaps if category in QUOTES else [])
        if not gold:
            negatives, alarms = negatives + 1, alarms + bool(hits)
            wrong_in_negatives += wrong if category.startswith("neg") else 0
        for name, among in (("quotes", QUOTES), ("hard", HARD)):
            if category in among:
                counts[name] = [a + b for a, b in zip(counts[name], (matched, wrong, len(gold)), strict=True)]
        if "verify" in message:
            verified, right = verified + 1, right + (prediction["verify"] == message["verify"]["verdict"])
            called_exact += category in CHANGED and prediction["verify"] == "verbatim"
    return {
        **{name: _f1(found, wrong + wrong_in_negatives, all_) for name, (found, wrong, all_) in counts.items()},
        "alarms": 1000 * alarms / negatives if negatives else None,
        "iou": sum(overlaps) / len(overlaps) if overlaps else None,
        "verdicts": right / verified if verified else None,
        "called_exact": called_exact,
    }


def _matched(gold: list[Json], hits: list[Json], overlaps: list[float]) -> tuple[int, int]:
    used: set[int] = set()
    wrong = 0
    for hit in hits:
        fitting = [at for at, wanted in enumerate(gold) if hit["passage"] in wanted["passages"]]
        free = [at for at in fitting if at not in used]
        if not fitting:
            wrong += 1
        elif free:
            used.add(free[0])
            wanted = gold[free[0]]
            if wanted["span"] and wanted["passage"] == hit["passage"] and hit["span"]:
                (a, b), (c, d) = wanted["span"], hit["span"]
                overlaps.append(max(0, min(b, d) - max(a, c)) / (max(b, d) - min(a, c)))
    return len(used), wrong


def _f1(found: int, wrong: int, everything: int) -> float | None:
    return 2 * found / (2 * found + wrong + everything - found) if everything else None


def show(rows: list[Json]) -> None:
    heads = (
        ("method", "method"), ("passages", "passages"), ("messages", "messages"),
        ("quotes", "quotes F1"), ("hard", "hard F1"),
        ("alarms", "false alarms / 1,000"), ("iou", "span IoU"), ("verdicts", "verdicts right"),
        ("called_exact", "altered called exact"), ("per_second", "checked / s"), ("spotted", "spotted / s"),
        ("build", "build s"), ("rss", "RSS MB"), ("peak", "peak MB"),
    )  # fmt: skip
    print("| " + " | ".join(head for _, head in heads) + " |")
    print("| " + " | ".join("---" for _ in heads) + " |")
    for row in rows:
        print("| " + " | ".join(_cell(name, row.get(name)) for name, _ in heads) + " |")


def _cell(name: str, value: Any) -> str:
    if value is None:
        return "-"
    if name in ("quotes", "hard", "iou", "verdicts"):
        return f"{value:.4f}"
    if isinstance(value, float):
        return f"{value:,.1f}" if value < 100 else f"{value:,.0f}"
    return f"{value:,}" if isinstance(value, int) else str(value)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--passages", type=Path, required=True)
    parser.add_argument("--messages", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--fillers", type=int, default=0)
    parser.add_argument(
        "--peers", action="store_true", help="also measure rapidfuzz over all passages and FTS5 with alignment"
    )
    parser.add_argument("--only", choices=METHODS, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.only:
        out = given.out if given.only == "commonplace" else Path(f"{given.out}.{given.only}")
        print(json.dumps(run(given.only, given, out)))
        return
    rows = []
    for name in METHODS if given.peers else METHODS[:1]:
        command = [sys.executable, "-m", "benchmarks.quotation", *sys.argv[1:], "--only", name]
        row = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout.splitlines()[-1])
        out = given.out if name == "commonplace" else Path(f"{given.out}.{name}")
        rows.append(row | quality(given.messages, out))
    show(rows)


if __name__ == "__main__":
    main()
