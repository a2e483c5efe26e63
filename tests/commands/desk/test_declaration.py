"""A command is declared once, as a typed function; arguments are checked against that."""

from collections.abc import Mapping
from typing import Annotated

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.commands.desk import arguments
from bot.commands.desk.declaration import Command, Number, OneOf, Parameter, Suggest, Words, command
from bot.errors import (
    ArgumentInvalid,
    ArgumentMissing,
    ArgumentUnknown,
    AskingError,
    QuestionEmpty,
    QuestionTooLong,
    UnknownCommand,
)
from bot.model import Reply, Request


@command(private=True)
async def look_up(
    request: Request,
    desk: object,
    about: Annotated[str, Words(Suggest.TERMS, longest=20)],
    source: Annotated[str, Words(Suggest.SOURCES)] | None = None,
    count: Annotated[int, Number(1, 5)] = 3,
    form: Annotated[str, OneOf(("short", "long"))] = "short",
) -> Reply:
    return Reply(())


def test_the_declaration_follows_from_the_function() -> None:
    assert isinstance(look_up, Command)
    assert (look_up.name, look_up.private, look_up.message_id) == ("look-up", True, "command-look-up")
    assert look_up.parameters == (
        Parameter("about", Words(Suggest.TERMS, longest=20), required=True, default=None),
        Parameter("source", Words(Suggest.SOURCES), required=False, default=None),
        Parameter("count", Number(1, 5), required=False, default=3),
        Parameter("form", OneOf(("short", "long")), required=False, default="short"),
    )


def test_a_parameter_without_a_declaration_is_a_bug() -> None:
    async def bare(request: Request, desk: object, about: str) -> Reply:
        return Reply(())

    with pytest.raises(TypeError):
        command()(bare)


def test_values_are_given_as_declared() -> None:
    assert arguments.checked(look_up, {"about": " peace ", "count": "4"}) == {
        "about": "peace",
        "source": None,
        "count": 4,
        "form": "short",
    }
    assert arguments.checked(look_up, {"about": "a", "source": "  ", "form": "LONG"})["form"] == "long"


@pytest.mark.parametrize(
    ("given", "error"),
    [
        ({}, ArgumentMissing),
        ({"about": "  "}, QuestionEmpty),
        ({"about": "x" * 21}, QuestionTooLong),
        ({"about": "a", "colour": "red"}, ArgumentUnknown),
        ({"about": "a", "count": "0"}, ArgumentInvalid),
        ({"about": "a", "count": 6}, ArgumentInvalid),
        ({"about": "a", "count": "9" * 5000}, ArgumentInvalid),
        ({"about": "a", "count": "three"}, ArgumentInvalid),
        ({"about": "a", "form": "medium"}, ArgumentInvalid),
    ],
)
def test_what_does_not_fit_is_refused(given: Mapping[str, str | int], error: type[AskingError]) -> None:
    with pytest.raises(error):
        arguments.checked(look_up, given)


@given(
    st.dictionaries(st.sampled_from(["about", "source", "count", "form", "x"]), st.text(max_size=40) | st.integers())
)
def test_a_command_gets_its_parameters_or_the_asker_an_error(given: dict[str, str | int]) -> None:
    try:
        found = arguments.checked(look_up, given)
    except AskingError:
        return
    assert list(found) == ["about", "source", "count", "form"]
    assert isinstance(found["count"], int)
    assert 1 <= found["count"] <= 5


def test_a_misspelt_command_gets_suggestions() -> None:
    known = {"look-up": look_up, "context": look_up}
    assert arguments.find(" LOOK_UP ", known) is look_up
    with pytest.raises(UnknownCommand) as error:
        arguments.find("contex", known)
    assert error.value.suggestions == ("context",)
