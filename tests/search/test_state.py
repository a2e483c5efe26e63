"""What the index's folder says of itself: taken as it was written, or not at all."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.search import state
from bot.search.records import FILE

KEPT = state.State(
    7, {"letter": "3f", "report": "a1"}, {"letter": 268_435_456, "report": 536_870_912}, (("ship", 4),), 9
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("index")
    (made / FILE).write_bytes(b"records")
    (made / "part.idx").write_bytes(b"an index")
    return made


@given(data=st.data())
def test_a_damaged_description_is_never_taken_for_another(folder: Path, data: st.DataObject) -> None:
    """A wrong fingerprint would have a text indexed twice, a wrong ordinal would change the order of passages."""
    kept = state.save(KEPT, folder)
    described = folder / "commonplace.json"
    written = bytearray(described.read_bytes())
    at = data.draw(st.integers(0, len(written) - 1))
    written[at] = data.draw(st.sampled_from(b"0123456789abcdef,:\0"))
    if data.draw(st.integers(0, 9)) == 0:
        del written[at:]
    described.write_bytes(written)
    assert state.load(folder) in (None, kept)


@pytest.mark.parametrize("foreign", [b"", b"[" * 100_000, b"5", b"[1, 2]", b'{"sum": 1}', b"\0" * 500])
def test_a_foreign_description_is_not_taken(folder: Path, foreign: bytes) -> None:
    state.save(KEPT, folder)
    (folder / "commonplace.json").write_bytes(foreign)
    assert state.load(folder) is None


def test_what_is_whole_is_taken(folder: Path) -> None:
    kept = state.save(KEPT, folder)
    assert state.load(folder) == kept
    assert (kept.fingerprints, kept.ordinals, kept.terms) == (KEPT.fingerprints, KEPT.ordinals, KEPT.terms)
