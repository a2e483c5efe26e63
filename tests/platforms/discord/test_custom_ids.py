"""A button carries all that is needed to answer it, and nothing else is taken for one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model import Action, ActionKind
from bot.platforms.discord.custom_ids import Pressed, custom_id, pressed


@given(st.sampled_from(ActionKind), st.from_regex(r"[\w.~-]{1,64}", fullmatch=True), st.integers(0, 999_999))
def test_what_is_written_is_read(kind: ActionKind, target: str, offset: int) -> None:
    written = custom_id(Action(kind, "label", target, offset))
    if target.isascii():
        assert written is not None
        assert pressed(written) == Pressed(kind, target, offset if kind is ActionKind.MORE else 0)
    else:
        assert written is None


@given(st.text(max_size=120))
def test_a_target_that_does_not_fit_makes_no_button(target: str) -> None:
    written = custom_id(Action(ActionKind.CONTEXT, "label", target))
    assert written is None or (len(written) <= 100 and pressed(written) == Pressed(ActionKind.CONTEXT, target))


@pytest.mark.parametrize(
    "written",
    ["", "cp:", "cp:context", "cp:context:", "cp:dance:abc", "cp:more:abc:x", "cp:more:abc:1234567", "x:context:abc"],
)
def test_what_is_not_ours_is_not_read(written: str) -> None:
    assert pressed(written) is None
