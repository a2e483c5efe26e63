"""How near extracts come to what people wrote: ROUGE on questions about meetings, beside lead, LexRank and TF-IDF.

    python -m benchmarks.summaries [FOLDER] [--semantic [--keep FOLDER]] [--json]

FOLDER holds `meetings.jsonl` (id, sentences) and `queries.jsonl` (meeting, query, reference, words); without it, it is
that of the shared measuring sets beside this repository. Each system has the reference's number of words, counted as
the bot counts them, and quotes whole sentences in their order. Printed are ROUGE-1, -2 and -L (F1 × 100, with stemmer)
and the milliseconds of processor time of each question, reading the meeting included; "as people ask" is the command's
own way, over an index that is there already: ten passages are found, and what stands alone is quoted of them; with
`--semantic` once more, with the extra, which reads each meeting first (with OPENBLAS_NUM_THREADS=1, or what waiting
threads spend counts, too). Weights were first developed on
the meetings of one half (by a hash of their ids), later on none of them (decision note 176); the other half tells what
they are worth elsewhere. The best there is is chosen with the reference in hand.
"""

import argparse
import hashlib
import json
import math
import statistics
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from pathlib import Path

from rouge_score import rouge_scorer
from rouge_score.tokenizers import DefaultTokenizer
from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
from sumy.nlp.stemmers import Stemmer
from sumy.summarizers.lex_rank import LexRankSummarizer

from benchmarks.meetings import MEETING, SENTENCES_A_PASSAGE, Asking, passages_of
from bot.answers.asking import asked_stems
from bot.answers.choosing import choose
from bot.answers.extracting import Candidate, Stretch, extract
from bot.answers.lines import line_of
from bot.model import words_in
from bot.search.analysis import is_stop, stem, words
from bot.search.semantic.installed import installed

SHARED = Path(__file__).parents[2] / "shared" / "bench" / "summaries"
MEASURES = ("rouge1", "rouge2", "rougeL")
# Of a meeting's sentences, the fewest words that are a sentence and no "Mm-hmm".
FEWEST = 5

System = Callable[[Sequence[str], str, int], list[int]]


@dataclass(frozen=True, slots=True)
class Question:
    """A question about a meeting, and what somebody wrote to answer it."""

    meeting: str
    query: str
    reference: str
    words: int


@dataclass(slots=True)
class Tally:
    """What a system scored: for each question its half, its F1 three times, and its milliseconds."""

    rows: list[tuple[int, tuple[float, ...], float]] = field(default_factory=list)

    def figures(self, half: int | None = None) -> dict[str, float]:
        rows = [row for row in self.rows if half in (None, row[0])]
        found = {name: 100 * statistics.mean(row[1][at] for row in rows) for at, name in enumerate(MEASURES)}
        spent = sorted(row[2] for row in rows)
        return found | {
            "ms p50": statistics.median(spent),
            "ms p95": spent[int(0.95 * len(spent))],
            "ms most": spent[-1],
        }


def half_of(meeting: str) -> int:
    """Tell the half of a meeting: 0 was developed on, 1 was not."""
    return int(hashlib.sha256(meeting.encode()).hexdigest(), 16) % 2


def filled(sentences: Sequence[str], order: Sequence[int], budget: int) -> list[int]:
    """Take sentences in that order as long as they fit."""
    taken: list[int] = []
    for at in order:
        cost = words_in(sentences[at])
        if 0 < cost <= budget:
            taken.append(at)
            budget -= cost
    return taken


def lead(sentences: Sequence[str], query: str, budget: int) -> list[int]:
    return filled(sentences, range(len(sentences)), budget)


class _Words:
    """What sumy needs of a tokenizer, without a model that would have to be downloaded."""

    def to_words(self, text: str) -> tuple[str, ...]:
        return tuple(words(text))


class _Rating(LexRankSummarizer):
    """Gives the ratings of all sentences in place of the best ones."""

    def _get_best_sentences(self, sentences: object, count: object, rating: dict[Sentence, float]) -> object:
        return rating


_lex_ranked: dict[int, tuple[list[int], float]] = {}


def lex_rank(sentences: Sequence[str], query: str, budget: int) -> list[int]:
    """Rank by sumy's LexRank, which doesn't know the question: once a meeting, and each time as long as that once."""
    if id(sentences) not in _lex_ranked:
        started = time.process_time()
        tokenizer = _Words()
        made = [Sentence(text, tokenizer) for text in sentences]
        summarizer = _Rating(Stemmer("english"))
        summarizer.stop_words = {word for text in sentences for word in words(text) if is_stop(word, "en")}
        rated = summarizer(ObjectDocumentModel([Paragraph(made)]), len(made))
        ratings = [rated[one] for one in made]
        order = sorted(range(len(made)), key=lambda at: (-ratings[at], at))
        _lex_ranked[id(sentences)] = order, time.process_time() - started
    return filled(sentences, _lex_ranked[id(sentences)][0], budget)


def tfidf(sentences: Sequence[str], query: str, budget: int) -> list[int]:
    """Choose by likeness to the question and unlikeness to what was chosen: what `summary` did before."""
    bags = [Counter(stem(word, "en") for word in words(text) if not is_stop(word, "en")) for text in sentences]
    having = Counter(term for bag in bags for term in bag)
    idf = {term: math.log(1 + len(bags) / times) for term, times in having.items()}
    vectors = [_unit({term: (1 + math.log(times)) * idf[term] for term, times in bag.items()}) for bag in bags]
    asked = _unit({term: idf.get(term, 0.0) for term in asked_stems(words(query), "en")})
    fits = [_cosine(vector, asked) for vector in vectors]
    like, taken, open_ = [0.0] * len(bags), list[int](), {at for at, value in enumerate(fits) if value}
    while fitting := [at for at in open_ if words_in(sentences[at]) <= budget]:
        best = max(fitting, key=lambda at: (0.7 * fits[at] - 0.3 * like[at], -at))
        taken.append(best)
        open_.discard(best)
        budget -= words_in(sentences[best])
        for at in open_:
            like[at] = max(like[at], _cosine(vectors[at], vectors[best]))
    return taken


def _unit(vector: dict[str, float]) -> dict[str, float]:
    length = math.sqrt(sum(value * value for value in vector.values()))
    return {term: value / length for term, value in vector.items()} if length else {}


def _cosine(one: dict[str, float], other: dict[str, float]) -> float:
    return sum(value * other.get(term, 0.0) for term, value in one.items())


def own(sentences: Sequence[str], query: str, budget: int) -> list[int]:
    """Choose as `summary` does, any sentence of the meeting."""
    lines = [line_of(text, "en") for text in sentences]
    candidates = [Candidate((at,)) for at, line in enumerate(lines) if line.words >= FEWEST]
    stretch = Stretch(lines, range(len(lines)))
    asked = asked_stems((word for word in words(query) if not is_stop(word, "en")), "en")
    return [candidates[at].lines[0] for at in extract(stretch, candidates, asked, budget)]


def standing(sentences: Sequence[str], query: str, budget: int) -> list[int]:
    """Choose as `summary` does, only what stands alone or brings what it leans on."""
    document, passages = passages_of(tuple(sentences))
    asked = [word for word in words(query) if not is_stop(word, "en")]
    chosen = choose([(passage, document, MEETING) for passage in passages], asked, {}, budget)
    return [
        (unit.passage.number - 1) * SENTENCES_A_PASSAGE + at
        for unit in chosen.units
        for at in range(unit.first, unit.last + 1)
    ]


_tokens = cache(DefaultTokenizer(use_stemmer=True).tokenize)


def best(sentences: Sequence[str], reference: str, budget: int) -> list[int]:
    """Choose with the answer in hand, greedily for ROUGE-2: about the most that whole sentences can reach."""
    wanted = Counter(pairwise(_tokens(reference)))
    pairs = {at: Counter(pairwise(_tokens(text))) for at, text in enumerate(sentences) if words_in(text)}
    pairs = {at: found for at, found in pairs.items() if found & wanted}
    taken: list[int] = []
    have, reached = Counter[tuple[str, str]](), 0.0
    while fitting := [at for at in pairs if at not in taken and words_in(sentences[at]) <= budget]:
        gains = {at: _overlap(have + pairs[at], wanted) for at in fitting}
        found = max(fitting, key=lambda at: (gains[at], -at))
        if gains[found] <= reached:
            break
        reached = gains[found]
        taken.append(found)
        have += pairs[found]
        budget -= words_in(sentences[found])
    return taken


def _overlap(have: Counter[tuple[str, str]], wanted: Counter[tuple[str, str]]) -> float:
    return 2 * (have & wanted).total() / max(have.total() + wanted.total(), 1)


BEST = "the best there is, reference in hand"
SYSTEMS: dict[str, System] = {
    "lead": lead,
    "sumy LexRank": lex_rank,
    "TF-IDF and MMR": tfidf,
    "summary": own,
    "summary, what stands alone": standing,
    "summary, as people ask": Asking(),
    "summary, as people ask, with what comes nearest": Asking(nearest=True),
    BEST: best,
}


def measure(folder: Path, systems: Mapping[str, System]) -> dict[str, Tally]:
    """Let each system answer each question."""
    meetings = {}
    for line in (folder / "meetings.jsonl").read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        meetings[record["id"]] = record["sentences"]
    lines = (folder / "queries.jsonl").read_text(encoding="utf-8").splitlines()
    questions = [Question(q["meeting"], q["query"], q["reference"], q["words"]) for q in map(json.loads, lines)]
    scorer = rouge_scorer.RougeScorer(list(MEASURES), use_stemmer=True)
    tallies = {name: Tally() for name in systems}
    for question in questions:
        sentences = meetings[question.meeting]
        for name, system in systems.items():
            if isinstance(system, Asking):
                system.open(sentences)
            started = time.process_time()
            taken = system(sentences, question.reference if system is best else question.query, question.words)
            spent = _lex_ranked[id(sentences)][1] if system is lex_rank else time.process_time() - started
            text = " ".join(sentences[at] for at in sorted(taken))
            assert words_in(text) <= question.words, name
            scores = scorer.score(question.reference, text)
            found = tuple(scores[measure].fmeasure for measure in MEASURES)
            tallies[name].rows.append((half_of(question.meeting), found, 1000 * spent))
    return tallies


def _printed(tallies: dict[str, Tally]) -> None:
    print("| system | ROUGE-1/2/L | developed on | the other half | ms p50/p95/most |")
    print("| --- | --- | --- | --- | --- |")
    for name, tally in tallies.items():
        cells = [" / ".join(f"{tally.figures(half)[measure]:.1f}" for measure in MEASURES) for half in (None, 0, 1)]
        spent = " / ".join(f"{tally.figures()[key]:.1f}" for key in ("ms p50", "ms p95", "ms most"))
        print(f"| {name} | {' | '.join(cells)} | {spent} |")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=SHARED)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--semantic", action="store_true", help="with the extra as well, where it is installed")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="where the extra's vectors are kept")
    given = parser.parse_args()
    if not (given.folder / "queries.jsonl").is_file():
        raise SystemExit(f"no queries.jsonl in {given.folder}")
    systems = dict(SYSTEMS)
    if given.semantic and installed():
        systems["summary, as people ask, with the extra"] = Asking(semantic=True, kept=given.keep)
    tallies = measure(given.folder, systems)
    if given.json:
        halves = {"all": None, "developed on": 0, "other": 1}
        print(json.dumps({n: {h: t.figures(at) for h, at in halves.items()} for n, t in tallies.items()}, indent=2))
    else:
        _printed(tallies)


if __name__ == "__main__":
    main()
