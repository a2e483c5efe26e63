"""How fast texts are read and understood, by kind of page, on one core, and how much memory that takes.

    python -m benchmarks.parsing [--megabytes 3] [--against FOLDER]

Composes pages about nothing of the passages in `benchmarks.fillers`: no two are alike, so that no cache helps more than
it would on real ones. Each kind is read and parsed in a process of its own, as the reading process does it; what counts
is processor time. `--against` measures another checkout of the project beside this one, in turns. Prints one table.
"""

import argparse
import html
import itertools
import json
import os
import random
import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.fillers import fillers

MEGABYTE = 1_000_000
HERE = Path(__file__).resolve().parents[1]
TURNS = 3
WARM = 5


def _words(text: str) -> list[str]:
    return text.split()


GIVEN = _words("Mina Otto Ada Jo Ilse Tomas Vera Colm Noor Lena Piet Orla Anton Ruth Samir Greta")
FAMILY = _words("Sorrel Quist Penn Ray Brandt Lind Haddad Brady Korhola Tern Casal Novak Wells Byron")
PLACES = _words("Orrin Lund Port-Ellis Altfurt Vallimar Ansel Eddering")
SAID = ("said {n}", "{n} told reporters", "{n} added", "warned {n}, who lives in {p}", "wrote {n} in a letter")

Make = Callable[[random.Random, Iterator[str]], str]


def _name(rng: random.Random) -> str:
    return f"{rng.choice(GIVEN)} {rng.choice(FAMILY)}"


def _quoted(rng: random.Random, passage: str) -> str:
    """Put a passage's first sentence into somebody's mouth."""
    first, _, rest = passage.partition(". ")
    told = rng.choice(SAID).format(n=_name(rng), p=rng.choice(PLACES))
    return f"“{first.rstrip('.')},” {told}. {rest}".strip()


def _paragraphs(rng: random.Random, passages: Iterator[str], many: int) -> list[str]:
    told = (next(passages) for _ in range(many))
    return [_quoted(rng, words) if rng.random() < 0.3 else words for words in told]


def _title(passages: Iterator[str]) -> str:
    return " ".join(re.findall(r"[^\W\d_]+", next(passages))[:8]).capitalize()


def prose(rng: random.Random, passages: Iterator[str]) -> str:
    """Compose a chapter: a title and paragraphs."""
    return "\n\n".join([_title(passages), *(next(passages) for _ in range(40))]) + "\n"


def news(rng: random.Random, passages: Iterator[str]) -> str:
    """Compose a page as it is dumped off a news site, with all that stands around its text."""
    head = ["Skip to content\nThe Orrin Sentinel\nHome  News  Sport  Letters\nSign in | Subscribe", "NEWS"]
    byline = f"By {_name(rng)}\n{rng.randint(1, 28)} March 20{rng.randint(10, 24)}, 8:15pm\n\nShare\nFacebook  X  Email"
    caption = f"{_title(passages)}. Photo: {_name(rng)}/Coast News"
    body = _paragraphs(rng, passages, 12)
    body.insert(6, _title(passages))
    foot = [f"{_name(rng)} is a reporter who lives in {rng.choice(PLACES)}.", "Read more", _title(passages), "© 2024"]
    return "\n\n".join([*head, _title(passages), next(passages), byline, caption, *body, *foot]) + "\n"


def interview(rng: random.Random, passages: Iterator[str]) -> str:
    """Compose an interview with labelled turns."""
    asker, other = _name(rng), _name(rng)
    turns = (
        f"{asker}: {next(passages).rstrip('.')}?\n\n{other}: I {next(passages)} We know that. {next(passages)}"
        for _ in range(12)
    )
    return "\n\n".join([_title(passages), f"{other} has a new book. An interview by {asker}.", *turns]) + "\n"


def markdown(rng: random.Random, passages: Iterator[str]) -> str:
    """Compose a report in Markdown: headings, lists, links and stress."""
    parts = [f"# {_title(passages)}"]
    for _ in range(4):
        parts += [f"## {_title(passages)}", *_paragraphs(rng, passages, 3)]
        parts.append("\n".join(f"- *{_title(passages)}*: {next(passages)}" for _ in range(3)))
        parts.append(f"See [{_title(passages)}](https://example.org/{rng.randint(1, 999)}). **{next(passages)}**")
    return "\n\n".join(parts) + "\n"


def web(rng: random.Random, passages: Iterator[str]) -> str:
    """Compose a page of HTML."""
    head = f"<head><title>{html.escape(_title(passages))}</title></head>"
    menu = "<nav><a href='/'>Home</a> <a href='/news'>News</a> <a href='/letters'>Letters</a></nav>"
    body = "".join(f"<p>{html.escape(words)}</p>" for words in _paragraphs(rng, passages, 14))
    top = f"<h1>{html.escape(_title(passages))}</h1><p class='byline'>By {_name(rng)}</p>"
    return f"<!doctype html><html>{head}<body>{menu}<article>{top}{body}</article><footer>© 2024</footer></body></html>"


KINDS: dict[str, tuple[str, Make]] = {
    "prose": ("txt", prose),
    "news pages": ("txt", news),
    "interviews": ("txt", interview),
    "Markdown": ("md", markdown),
    "HTML": ("html", web),
}


def pages(kind: str, megabytes: float) -> list[bytes]:
    """Compose so many megabytes of pages of a kind; always the same ones."""
    rng, passages = random.Random(3), fillers(10**9)
    made = ((KINDS[kind][1](rng, passages)).encode() for _ in itertools.count())
    found, size = [], 0.0
    for page in made:
        found.append(page)
        size += len(page)
        if size >= megabytes * MEGABYTE:
            break
    return found


def measure(kind: str, megabytes: float) -> dict[str, float]:
    """Read and parse pages in this process."""
    from bot.corpus.parsing import parse
    from bot.corpus.reading.limits import Limits
    from bot.corpus.reading.single import read_bytes

    media, limits = KINDS[kind][0], Limits()
    files = pages(kind, megabytes)
    for page in files[:WARM]:
        parse(read_bytes(page, media, kind, limits))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    started = time.process_time()
    for page in files[WARM:]:
        parse(read_bytes(page, media, kind, limits))
    spent = time.process_time() - started
    size = sum(map(len, files[WARM:]))
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {
        "speed": size / MEGABYTE / spent,
        "kilobytes": size / 1000 / len(files[WARM:]),
        "memory": most / 1024,
        "more": (most - before) / 1024,
    }


def _measured(kind: str, megabytes: float, checkout: Path) -> dict[str, float]:
    """Measure in a fresh process, with the bot of a checkout."""
    asked = [sys.executable, __file__, "--measure", kind, "--megabytes", str(megabytes)]
    places = os.pathsep.join(dict.fromkeys((str(checkout), str(HERE))))
    done = subprocess.run(asked, check=True, capture_output=True, text=True, env={**os.environ, "PYTHONPATH": places})
    found: dict[str, float] = json.loads(done.stdout)
    return found


def _best(turns: list[dict[str, float]]) -> dict[str, float]:
    return max(turns, key=lambda turn: turn["speed"])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--megabytes", type=float, default=3)
    parser.add_argument("--against", type=Path)
    parser.add_argument("--measure", choices=KINDS)
    asked = parser.parse_args()
    if asked.measure:
        print(json.dumps(measure(asked.measure, asked.megabytes)))
        return
    checkouts = [HERE, *([asked.against.resolve()] if asked.against else [])]
    print("| read and parsed, on one core | MB/s | KB a page | MB of memory | of which for the pages |", end="")
    print(" MB/s before |" if asked.against else "")
    print("| --- " * (6 if asked.against else 5) + "|")
    for kind in KINDS:
        turns = [[_measured(kind, asked.megabytes, one) for one in checkouts] for _ in range(TURNS)]
        mine, *other = (_best([turn[place] for turn in turns]) for place in range(len(checkouts)))
        row = f"| {kind} | {mine['speed']:.2f} | {mine['kilobytes']:.1f} | {mine['memory']:.0f} | {mine['more']:.0f} |"
        print(row + "".join(f" {one['speed']:.2f} |" for one in other))


if __name__ == "__main__":
    main()
