"""Recognising a text by what it says, without keeping a sentence of it: sketches of its three-word runs.

The sketch is bottom-k min-wise hashing (Broder, "On the resemblance and containment of documents", 1997): of the hashes
of all runs of three folded words the 128 smallest are kept. What two sketches share estimates the Jaccard likeness of
the two texts, with a standard error of at most 0.044. Case, punctuation, white space, Markdown marks and the addresses
of links play no part.
"""

import base64
import binascii
import re
import struct
import unicodedata
import zlib
from dataclasses import dataclass
from heapq import nsmallest

KEPT = 128
RUN = 3
# Fewer runs than this say too little to recognise anything by.
FEWEST = 30
# docs/decisions/021: copies with one word in twelve changed measured .53 and more, four tenths of a text .45 and less.
ALIKE = 0.5

_SCHEME = "w3"
_ADDRESS = re.compile(r"\]\([^()\s]{0,2000}(?:\s+\"[^\"\n]{0,300}\")?\)|<?https?://[^\s<>]+")
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """A text's sketch: how many different runs it has, and the smallest of their hashes, ascending."""

    runs: int
    least: tuple[int, ...]

    def __str__(self) -> str:
        packed = struct.pack(f">{len(self.least)}I", *self.least)
        return f"{_SCHEME}:{self.runs}:{base64.b64encode(packed).decode()}"

    @classmethod
    def parse(cls, written: str) -> "Fingerprint":
        """Read a fingerprint as `str` writes it; raises ValueError where it is none."""
        match = re.fullmatch(rf"{_SCHEME}:(\d{{1,12}}):([A-Za-z0-9+/=]+)", written)
        try:
            packed = base64.b64decode(match[2], validate=True) if match else b""
        except binascii.Error:
            packed = b""
        least = struct.unpack(f">{len(packed) // 4}I", packed) if len(packed) % 4 == 0 else ()
        if match is None or not FEWEST <= len(least) <= KEPT or list(least) != sorted(set(least)):
            raise ValueError("a fingerprint is expected, as `commonplace texts fingerprint FILE` prints it")
        return cls(int(match[1]), least)

    def likeness(self, other: "Fingerprint") -> float:
        """Estimate the share of runs that two texts have in common, from 0 to 1."""
        union = nsmallest(KEPT, {*self.least, *other.least})
        shared = set(self.least) & set(other.least)
        return sum(value in shared for value in union) / len(union)

    def may_be(self, words: int) -> bool:
        """Whether a text of so many words can be alike at all.

        It has at most as many different runs as words, and likeness is at most the smaller number by the larger.
        There is more room for large ones, as a text may repeat itself.
        """
        return 0.8 * ALIKE * self.runs <= words <= 10 * self.runs


def words_of(text: str) -> list[str]:
    """Give a text's words as they are compared: NFKC, case folded, without marks, addresses and punctuation."""
    if "](" in text or "http" in text:
        text = _ADDRESS.sub(" ", text)
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())


def sketch(text: str) -> Fingerprint | None:
    """Make a text's fingerprint; None where it is too short to be known again (about 30 words)."""
    return sketch_words(words_of(text))


def sketch_words(words: list[str]) -> Fingerprint | None:
    """Make the fingerprint of a text whose words are known already; see `sketch`."""
    hashes = _hashes(words)
    if len(hashes) < FEWEST:
        return None
    # The smallest of many even hashes lie below this bound, so that few are left to sort; else all are sorted.
    bound = (4 * KEPT << 32) // len(hashes)
    small = [value for value in hashes if value < bound]
    return Fingerprint(len(hashes), tuple(sorted(small if len(small) >= KEPT else hashes)[:KEPT]))


def fingerprint(text: str) -> str:
    """Give a text's fingerprint as the catalog writes it; empty where the text is too short to be known again."""
    return str(sketch(text) or "")


def _hashes(words: list[str]) -> set[int]:
    """Hash every run: CRC-32 for speed, multiplied by Knuth's constant, as near runs have near CRCs."""
    written = "\n".join(words).encode("utf-8", "surrogatepass").split(b"\n")
    runs = zip(*(written[first:] for first in range(RUN)), strict=False)
    return {zlib.crc32(b" ".join(run)) * 2654435761 & 0xFFFFFFFF for run in runs}
