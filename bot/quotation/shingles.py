"""Numbers for runs of three words: what the index is made of."""

import zlib
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.uint32]

RUN = 3

# Odd constants of the golden ratio and of xxHash: the order of the words counts.
_FIRST = np.uint32(2654435761)
_SECOND = np.uint32(2246822519)
_THIRD = np.uint32(3266489917)
_LAST = np.uint32(668265263)
_SHIFT = np.uint32(15)


def number(key: str) -> int:
    """Give a word's number: CRC-32 of its UTF-8 bytes."""
    return zlib.crc32(key.encode("utf-8", "surrogatepass"))


def numbers(keys: Sequence[str]) -> Numbers:
    """Give the numbers of some words."""
    crc32 = zlib.crc32
    try:
        return np.array([crc32(key.encode()) for key in keys], np.uint32)
    except UnicodeEncodeError:  # half a surrogate pair
        return np.array([number(key) for key in keys], np.uint32)


def shingles(words: Numbers) -> Numbers:
    """Give the number of each run of three words, in order: two fewer than there are words."""
    if len(words) < RUN:
        return np.empty(0, np.uint32)
    mixed = words[:-2] * _FIRST
    mixed ^= words[1:-1] * _SECOND + words[2:] * _THIRD
    mixed ^= mixed >> _SHIFT
    mixed *= _LAST
    return mixed
