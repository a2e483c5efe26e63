"""Pieces by their bytes: cut where words end, the same piece with the same hash, found again whatever was added."""

import numpy as np
from hypothesis import example, given
from hypothesis import strategies as st

from bot.search.analysis import words
from bot.search.pieces import LONGEST, Table, Written, cut

_SPARSE = st.integers(1, 2**64 - 1)
_CROWDED = st.integers(1, 30).map(lambda number: number << 13 | 5)

_UNSEEN = st.text("a1 .,’-\u00a0\u00ad\u200b\u200e\u0301ก", max_size=30)


@given(text=st.text(max_size=80) | st.text("a.é -,’\t\n\0ש", max_size=80) | _UNSEEN)
@example(text="a" * LONGEST + " " + "a" * LONGEST + "a")
def test_what_is_cut_has_the_words_of_the_text(text: str) -> None:
    found = cut(text.lower())
    pieces = list(found.pieces(np.arange(len(found.starts))))
    assert [word for piece in pieces for word in words(piece)] == words(text)
    assert all(piece and not set(piece) & set(" ,-\t\n’") for piece in pieces)
    assert [number == 0 for number in found.hashes.tolist()] == [len(piece.encode()) > LONGEST for piece in pieces]


@given(pieces=st.lists(st.text("abcdé", min_size=1, max_size=30), max_size=40))
def test_pieces_have_one_hash_if_they_are_the_same(pieces: list[str]) -> None:
    assert len(set(cut(" ".join(pieces)).hashes.tolist())) == len(set(pieces))


@given(parts=st.lists(st.dictionaries(_SPARSE | _CROWDED, st.integers(-(2**40), 2**40), max_size=40), max_size=4))
def test_a_number_is_found_by_its_hash(parts: list[dict[int, int]]) -> None:
    table, known = Table(), dict[int, int]()
    for part in parts:
        fresh = {number: value for number, value in part.items() if number not in known}
        table.add(np.array(list(fresh), np.uint64), np.array(list(fresh.values()), np.int64))
        known |= fresh
        asked = [*known, 7, 0, 2**64 - 2]
        numbers, unknown = table.find(np.array(asked, np.uint64))
        assert [asked[at] for at in unknown] == [number for number in asked if number not in known]
        assert numbers.tolist()[: len(known)] == [*known.values()]
    assert len(table) == len(known)


def test_a_table_grows() -> None:
    table, hashes = Table(), cut(" ".join(map(str, range(50_000)))).hashes
    table.add(hashes, np.arange(len(hashes)))
    numbers, unknown = table.find(hashes)
    assert not len(unknown)
    assert np.array_equal(numbers, np.arange(len(hashes)))


@given(added=st.lists(st.text("aé֐ש", max_size=5), min_size=1, max_size=20), data=st.data())
def test_words_are_joined_as_they_are(added: list[str], data: st.DataObject) -> None:
    written = Written()
    for word in added:
        written.add([word])
    numbers = data.draw(st.lists(st.integers(0, len(added) - 1), max_size=20))
    assert written.joined(np.array(numbers, np.int64)) == "".join(f"{added[number]} " for number in numbers)
