"""The one form of typed commands: what it understands, what it refuses, and that it reads back what it writes."""

from typing import Annotated

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.commands.desk import Desk
from bot.commands.desk.declaration import Command, Number, OneOf, Words, command
from bot.commands.desk.parser import parse, render
from bot.errors import ArgumentUnknown, AskingError, QuestionEmpty, UnknownCommand
from bot.model import Reply, Request


@command()
async def find(
    request: Request,
    desk: Desk,
    about: Annotated[str, Words()],
    source: Annotated[str, Words()] | None = None,
    speaker: Annotated[str, Words()] | None = None,
    count: Annotated[int, Number(1, 5)] = 3,
) -> Reply:
    return Reply(())


@command()
async def silent(request: Request, desk: Desk) -> Reply:
    return Reply(())


@command()
async def daily(
    request: Request,
    desk: Desk,
    action: Annotated[str, OneOf(("on", "off", "time"))] = "on",
    value: Annotated[str, Words()] | None = None,
) -> Reply:
    return Reply(())


COMMANDS: dict[str, Command] = {"find": find, "silent": silent, "daily": daily}


def read(line: str) -> dict[str, str]:
    return dict(parse(line, COMMANDS).arguments)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("find bread", {"about": "bread"}),
        ("find bread and salt", {"about": "bread and salt"}),
        ("/find bread", {"about": "bread"}),
        ("!FIND bread", {"about": "bread"}),
        ("  find   bread   salt ", {"about": "bread salt"}),
        ("find bread source=garden count=2", {"about": "bread", "source": "garden", "count": "2"}),
        ("find source=garden bread count=2 salt", {"about": "bread salt", "source": "garden", "count": "2"}),
        ("find Source=garden bread", {"about": "bread", "source": "garden"}),
        ('find bread speaker="Ada Byron"', {"about": "bread", "speaker": "Ada Byron"}),
        ("find bread speaker=“Ada Byron”", {"about": "bread", "speaker": "Ada Byron"}),
        ("find bread speaker=„Ada Byron“", {"about": "bread", "speaker": "Ada Byron"}),
        ("find bread speaker=«Ada Byron»", {"about": "bread", "speaker": "Ada Byron"}),
        ("find bread speaker='Ada Byron'", {"about": "bread", "speaker": "Ada Byron"}),
        ("find bread speaker='Ada O'Neill'", {"about": "bread", "speaker": "Ada O'Neill"}),
        ('find "bread and salt"', {"about": '"bread and salt"'}),
        ('find "a source=b c"', {"about": '"a source=b c"'}),
        ("find the baker's bread", {"about": "the baker's bread"}),
        ("daily off", {"action": "off"}),
        ("daily TIME 08:30", {"action": "time", "value": "08:30"}),
        ("daily time on", {"action": "time", "value": "on"}),
        ("daily action=time on", {"action": "time", "value": "on"}),
        ("daily never on", {"value": "never on"}),
        ("find the bakers' source=garden men's", {"about": "the bakers' men's", "source": "garden"}),
        ('find "bread and salt', {"about": '"bread and salt'}),
        ('find speaker="Ada Byron', {"about": "Byron", "speaker": '"Ada'}),
        ("find E=mc2 relativity", {"about": "E=mc2 relativity"}),
        ('find bread "value=low"', {"about": 'bread "value=low"'}),
        ("find bread «value=low action»", {"about": "bread «value=low action»"}),
        ('find about="bread value=low"', {"about": "bread value=low"}),
        ("find about=bread salt", {"about": "bread salt"}),
        ("find source=", {"source": ""}),
        ("find", {}),
        ("silent", {}),
    ],
)
def test_lines_that_people_type(line: str, expected: dict[str, str]) -> None:
    assert read(line) == expected


@pytest.mark.parametrize("line", ["find bread sorce=garden", "find cuont=2", "find SPEAKR=x"])
def test_a_misspelt_parameter_is_told_not_searched(line: str) -> None:
    with pytest.raises(ArgumentUnknown) as refused:
        read(line)
    assert refused.value.known == ("about", "source", "speaker", "count")


@pytest.mark.parametrize(
    "line", ["find bread value=low", "find Action=on bread", "find value= bread", 'find bread value="very low"']
)
def test_a_parameter_of_other_commands_is_told_not_searched(line: str) -> None:
    with pytest.raises(ArgumentUnknown) as refused:
        read(line)
    assert (refused.value.command, refused.value.known) == ("find", ("about", "source", "speaker", "count"))


def test_words_for_a_command_that_takes_none() -> None:
    with pytest.raises(ArgumentUnknown):
        read("silent please")


def test_an_unknown_command_names_the_nearest() -> None:
    with pytest.raises(UnknownCommand) as refused:
        read("fnd bread")
    assert refused.value.suggestions == ("find",)


def test_a_sentence_is_no_misspelt_command() -> None:
    """Its first word is a little like a command's name, as most words are; alone it would be offered that command."""
    with pytest.raises(UnknownCommand) as alone:
        read("final")
    with pytest.raises(UnknownCommand) as sentence:
        read("final words on the bridge")
    assert alone.value.suggestions == ("find",)
    assert sentence.value.suggestions == ()


@pytest.mark.parametrize("line", ["", "  ", "/", "!"])
def test_a_blank_line(line: str) -> None:
    with pytest.raises(QuestionEmpty):
        read(line)


@given(
    st.fixed_dictionaries(
        {"about": st.text()}, optional={"source": st.text(), "speaker": st.text(), "count": st.integers(1, 5)}
    )
)
@settings(max_examples=300)
def test_what_is_rendered_reads_back(arguments: dict[str, str | int]) -> None:
    line = render(find, arguments)
    assert read(line) == {name: str(value) for name, value in arguments.items()}


PIECES = st.sampled_from(
    [*"ab='\"“”„«»‘’`\\ \n\t=/!", "source=", "count=", "about=", " speaker=", " value=", "Action=", "\u0301"]
)


@given(st.lists(PIECES, max_size=30).map("".join))
@settings(max_examples=300)
def test_made_of_the_awkward_characters_it_reads_back(text: str) -> None:
    assert read(render(find, {"about": text, "speaker": text})) == {"about": text, "speaker": text}


@given(st.text() | st.lists(PIECES, max_size=30).map("".join))
@settings(max_examples=300)
def test_any_line_is_read_or_refused_in_words(text: str) -> None:
    for line in (text, f"find {text}"):
        try:
            parse(line, COMMANDS)
        except AskingError:
            continue


@pytest.mark.parametrize("given", [{"value": "on"}, {"action": "time", "value": "off"}, {"value": "ON"}])
def test_a_value_that_could_be_the_choice_reads_back_as_the_value(given: dict[str, str | int]) -> None:
    assert read(render(daily, given)) == given


def test_simple_arguments_stay_simple() -> None:
    assert render(find, {"about": "bread and salt", "count": 2}) == "find bread and salt count=2"
    assert render(find, {"about": '"bread and salt"'}) == 'find "bread and salt"'
