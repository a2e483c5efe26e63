"""The pages say what is there: every command, setting, sentence and error, and an example that runs as it stands."""

import ast
import dataclasses
import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import yaml
from discord import Permissions
from fluent.syntax import FluentParser
from fluent.syntax.ast import Junk, Message
from pydantic import BaseModel

from bot import __version__, errors, shipped
from bot.commands.desk.declaration import Command
from bot.commands.desk.registry import commands
from bot.commands.help import usage
from bot.config import Config
from bot.errors import AskingError, CommonplaceError
from bot.model import Facts, Kind, Request, Source
from bot.words import Words, words
from tests.scenarios.script import Scenario
from tests.speaking import speaking_from

ROOT = Path(__file__).resolve().parents[1]
COMMANDS = commands()
# Ids that code puts together are written there as an f-string: its fixed beginning stands for them.
_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*-?")


def page(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def concrete(cls: type[CommonplaceError]) -> Iterator[type[CommonplaceError]]:
    for child in cls.__subclasses__():
        yield from concrete(child)
        if not child.__subclasses__():
            yield child


ERRORS = sorted(
    {cls for cls in concrete(CommonplaceError) if cls.__module__.startswith(f"{errors.__name__}.")},
    key=lambda cls: cls.__name__,
)


def settings(model: type[BaseModel] = Config, path: str = "") -> Iterator[tuple[str, Any]]:
    for name, field in model.model_fields.items():
        if isinstance(field.annotation, type) and issubclass(field.annotation, BaseModel):
            yield from settings(field.annotation, f"{path}{name}.")
        else:
            yield f"{path}{name}", field.default


def messages(language: str) -> dict[str, Message]:
    found: dict[str, Message] = {}
    for file in sorted((shipped.locales() / language).glob("*.ftl")):
        for entry in FluentParser().parse(file.read_text(encoding="utf-8")).body:
            assert not isinstance(entry, Junk), f"{file.name}: {entry.content}"
            if isinstance(entry, Message):
                assert entry.id.name not in found, f"{entry.id.name} stands twice"
                found[entry.id.name] = entry
    return found


def variables(message: Message) -> set[str]:
    names: set[str] = set()

    def walk(node: Any) -> None:
        if type(node).__name__ == "VariableReference":
            names.add(node.id.name)
        for value in vars(node).values() if hasattr(node, "__dict__") else ():
            for child in value if isinstance(value, list) else [value]:
                if hasattr(child, "__dict__"):
                    walk(child)

    walk(message.value)
    return names


@pytest.fixture(scope="module")
def written() -> tuple[set[str], set[str]]:
    """What code says of ids: whole ones, and the beginnings of those that it puts together."""
    whole: set[str] = set()
    begun: set[str] = set()
    for file in (ROOT / "bot").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                whole.add(node.value)
            elif isinstance(node, ast.JoinedStr):
                first = node.values[0]
                if isinstance(first, ast.Constant) and _ID.fullmatch(str(first.value)):
                    begun.add(str(first.value))
    for file in (ROOT / "bot").rglob("*.html"):
        for name in re.findall(r'"([a-z][a-z0-9-]+)"', file.read_text(encoding="utf-8")):
            (begun if name.endswith("-") else whole).add(name)
    return whole, begun | {"error-"}


@pytest.mark.parametrize("name", COMMANDS)
def test_the_readme_has_a_row_for_every_command(name: str) -> None:
    described = words("en").say(COMMANDS[name].message_id)
    assert f"| `{usage(COMMANDS[name])}` | {described} |" in page("README.md")


@pytest.mark.parametrize("name", COMMANDS)
def test_the_guide_explains_every_command(name: str) -> None:
    assert f"**`{name}`**" in page("docs/guide.md")


def test_no_page_names_a_command_that_is_not_there() -> None:
    rows = re.findall(r"^\| `([a-z-]+)[^`]*` \|", page("README.md"), flags=re.MULTILINE)
    explained = re.findall(r"\*\*`([a-z-]+)`\*\*", page("docs/guide.md"))
    assert set(rows) == set(explained) == set(COMMANDS)


@pytest.mark.parametrize("language", ["en", "uk"])
@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_parameter_is_described(name: str, language: str) -> None:
    known = messages(language)
    command: Command = COMMANDS[name]
    needed = [command.message_id, f"{command.message_id}-manual", f"{command.message_id}-examples"]
    needed += [f"parameter-{parameter.name}" for parameter in command.parameters]
    assert [message for message in needed if message not in known] == []
    for message in (needed[0], *needed[3:]):
        assert len(Words(language).say(message)) <= 100, message


def test_every_setting_is_documented_with_its_default() -> None:
    rows = re.findall(r"^\| `([a-z_.]+)` \| `([A-Z_]+)` \| (\S+) \|", page("docs/operating.md"), flags=re.MULTILINE)
    shown = {key: default.strip("`") for key, _, default in rows}
    assert shown == {
        key: "none" if default is None else str(default).lower() if isinstance(default, bool) else str(default)
        for key, default in settings()
    }
    for key, variable, _ in rows:
        assert variable in (f"COMMONPLACE_{key.replace('.', '__').upper()}", key.replace(".", "_").upper())


def test_the_languages_say_the_same_things() -> None:
    english, ukrainian = messages("en"), messages("uk")
    assert english.keys() == ukrainian.keys()
    assert [name for name in english if variables(english[name]) != variables(ukrainian[name])] == []


def test_every_sentence_is_used(written: tuple[set[str], set[str]]) -> None:
    whole, begun = written
    idle = [name for name in messages("en") if name not in whole and not any(name.startswith(part) for part in begun)]
    assert idle == []


@pytest.mark.parametrize("language", ["en", "uk"])
@pytest.mark.parametrize("count", [0, 1, 2, 5])
@pytest.mark.parametrize("error", ERRORS)
def test_every_error_has_its_sentence(error: type[CommonplaceError], count: int, language: str) -> None:
    # Only what is asked can find nothing near it; a refused file or kind always has something to name.
    listed = ("one", "two")[: count if issubclass(error, AskingError) else max(count, 1)]
    given: dict[str, Any] = {}
    for field in dataclasses.fields(error):  # type: ignore[arg-type]  # each is a dataclass
        kind = str(field.type)
        given[field.name] = listed if "tuple" in kind else count if "int" in kind else f"[{field.name}]"
    sentence = Words(language).explain(error(**given))
    assert sentence
    assert not re.search(r"[{}]|: ?[.?]?$|\(\)", sentence)


def test_no_sentence_is_left_of_an_error_that_is_gone() -> None:
    known = {re.sub(r"(?<=[a-z])(?=[A-Z])", "-", cls.__name__).lower() for cls in ERRORS}
    assert {name.removeprefix("error-") for name in messages("en") if name.startswith("error-")} == known


@pytest.mark.parametrize("error", ERRORS)
def test_every_error_has_its_row_in_the_operators_page(error: type[CommonplaceError]) -> None:
    assert re.search(rf"^\| [^|]*`{error.__name__}`", page("docs/operating.md"), flags=re.MULTILINE)


def test_the_tree_of_errors_is_drawn_whole() -> None:
    drawn = errors.__doc__ or ""
    assert [error.__name__ for error in ERRORS if not re.search(rf"\b{error.__name__}\b", drawn)] == []


def test_errors_are_taken_from_the_front_of_their_room() -> None:
    assert {error.__name__ for error in ERRORS} <= set(errors.__all__)
    assert [getattr(errors, error.__name__) for error in ERRORS] == ERRORS


def test_the_map_has_the_layers_that_are_proved() -> None:
    contract = tomllib.loads(page("pyproject.toml"))["tool"]["importlinter"]["contracts"][0]["layers"]
    drawn = re.findall(r"^    ([a-z]\S*(?:, \S+)*)(?:  .*)?$", page("docs/architecture.md"), flags=re.MULTILINE)
    assert [layer.split(", ") for layer in drawn] == [layer.split(" : ") for layer in contract if layer != "__main__"]


def test_the_map_names_no_file_that_is_not_there() -> None:
    named = re.findall(r"`(\w[\w/]*\.py|\w+/[\w/]+/)`", page("docs/architecture.md"))
    there = {f"/{place.relative_to(ROOT / 'bot').as_posix()}" for place in (ROOT / "bot").rglob("*")}
    assert len(named) > 40
    assert [name for name in named if not any(place.endswith(f"/{name.rstrip('/')}") for place in there)] == []


def test_the_map_names_every_room() -> None:
    map_ = page("docs/architecture.md")
    held = {file.parent for file in (ROOT / "bot").rglob("*.*") if "__pycache__" not in file.parts}
    rooms = [room.relative_to(ROOT / "bot") for room in held if room != ROOT / "bot"]
    assert len(rooms) > 30
    within = [room for room in rooms if len(room.parts) > 1]
    assert [str(room) for room in within if room.as_posix() not in map_ and f"{room.name}/" not in map_] == []
    assert [str(room) for room in rooms if not re.search(rf"\b{re.escape(room.name)}\b", map_)] == []


def test_the_changelog_has_this_version() -> None:
    assert re.search(rf"^## \[{re.escape(__version__)}\]", page("CHANGELOG.md"), flags=re.MULTILINE)


def test_the_invitation_asks_for_what_the_readme_says() -> None:
    (asked,) = re.findall(r"permissions=(\d+)", page("README.md"))
    wanted = Permissions(
        view_channel=True,
        send_messages=True,
        embed_links=True,
        read_message_history=True,
        create_public_threads=True,
        send_messages_in_threads=True,
    )
    assert int(asked) == wanted.value


@pytest.mark.parametrize(
    "name", ["README.md", "CONTRIBUTING.md", "SECURITY.md", "PRIVACY.md", "docs/guide.md", "docs/operating.md"]
)
def test_links_between_pages_lead_somewhere(name: str) -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", page(name)):
        assert ((ROOT / name).parent / target).exists(), target


def test_the_transcript_quotes_what_the_texts_say() -> None:
    transcript = page("README.md").split("<!-- transcript -->")[1].split("<!-- /transcript -->")[0]
    texts = " ".join(" ".join(file.read_text(encoding="utf-8").split()) for file in shipped.seeds().glob("*.md"))
    quotes = re.findall(r"(?:^▌ .+\n)+", transcript, flags=re.MULTILINE)
    assert quotes
    for quote in quotes:
        assert " ".join(quote.replace("▌ ", " ").split()) in texts


def example() -> Mapping[str, str]:
    blocks = re.findall(r"^```\w+ file=(\S+)\n(.*?)^```$", page("CONTRIBUTING.md"), flags=re.MULTILINE | re.DOTALL)
    return dict(blocks)


@pytest.fixture
def extended_locales(tmp_path: Path) -> Iterator[None]:
    """The locales with the example's sentences at the end of their files."""
    for file in shipped.locales().rglob("*.ftl"):
        place = tmp_path / file.relative_to(shipped.locales())
        place.parent.mkdir(exist_ok=True)
        more = example().get(f"bot/locales/{place.parent.name}/{file.name}", "")
        place.write_text(f"{file.read_text(encoding='utf-8')}\n{more}", encoding="utf-8")
    with speaking_from(tmp_path):
        yield


def test_the_scenario_of_contributing_reads_as_one() -> None:
    before = page("tests/scenarios/overview.yaml")
    whole = Scenario.model_validate(yaml.safe_load(before + example()["tests/scenarios/overview.yaml"]))
    assert [step.ask for step in whole.steps][-1] == "lengths least=900"
    assert len(whole.steps) > len(yaml.safe_load(before)["steps"])


def shelf() -> SimpleNamespace:
    texts = [("On bread", 1), ("On bridges", 840), ("On bees", 2100)]
    found = [
        SimpleNamespace(source=Source(title.lower(), title, kind=Kind.OTHER), words=count) for title, count in texts
    ]
    return SimpleNamespace(library=SimpleNamespace(sources=lambda: tuple(found)))


@pytest.mark.usefixtures("extended_locales")
@pytest.mark.parametrize(
    ("locale", "least", "rows"),
    [
        ("en", 0, [("On bees", "2,100 words"), ("On bridges", "840 words"), ("On bread", "one word")]),
        ("en", 500, [("On bees", "2,100 words"), ("On bridges", "840 words")]),
        ("uk", 500, [("On bees", "2\N{NO-BREAK SPACE}100 слів"), ("On bridges", "840 слів")]),
    ],
)
async def test_the_example_of_contributing_works(locale: str, least: int, rows: list[tuple[str, str]]) -> None:
    module: dict[str, Any] = {}
    source = example()["bot/commands/lengths.py"]
    exec(compile(source, "bot/commands/lengths.py", "exec"), module)  # noqa: S102 - the page's own example
    command = module["lengths"]
    assert isinstance(command, Command)
    assert command.name not in COMMANDS
    reply = await command.run(Request("lengths", locale=locale), shelf(), least=least)
    (facts,) = reply.blocks
    assert isinstance(facts, Facts)
    assert list(facts.rows) == rows
    for message in (command.message_id, f"{command.message_id}-manual", "parameter-least"):
        assert Words(locale).has(message)
