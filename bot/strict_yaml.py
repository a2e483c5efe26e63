"""Reading YAML that people write: its traps are refused, and every problem is one line with its path."""

from collections.abc import Hashable
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

MOST_CHARACTERS = 2_000_000
DEEPEST = 30

Model = TypeVar("Model", bound=BaseModel)


class Refused(Exception):
    """A file that is refused: `problems` has a line for each, as `path: what is expected`."""

    def __init__(self, *problems: str) -> None:
        super().__init__(*problems)
        self.problems = problems


class _Loader(yaml.SafeLoader):
    """A safe loader that also refuses doubled keys, aliases (bombs are made of them) and deep nesting."""

    depth = 0

    def compose_node(self, parent: yaml.Node | None, index: Any) -> yaml.Node | None:
        """Take the next node. Raises Refused for an alias, and for one too deep."""
        if self.check_event(yaml.AliasEvent):
            raise Refused(f"{_line(self.peek_event())}: an alias (*) is not allowed here")  # type: ignore[no-untyped-call]
        self.depth += 1
        if self.depth > DEEPEST:
            raise Refused(f"{_line(self.peek_event())}: nested more than {DEEPEST} levels deep")  # type: ignore[no-untyped-call]
        node = super().compose_node(parent, index)
        self.depth -= 1
        return node

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        """Make the mapping. Raises Refused where a key is no single word, or stands twice."""
        seen: set[str] = set()
        for key, _ in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise Refused(f"{_line(key)}: a key of one word is expected")
            if key.value in seen:
                raise Refused(f"{_line(key)}: the key {key.value!r} stands twice")
            seen.add(key.value)
        return super().construct_mapping(node, deep)


# YAML 1.1 reads an unquoted 8:30 as 510 and `no` as false. Times stay words here; yes/no stay, as people expect them.
_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def _line(place: Any) -> str:
    return f"line {place.start_mark.line + 1}"


def load(text: str) -> Any:
    """Read YAML. Dates stay strings. Raises Refused where it is broken, doubled, aliased, too long or too deep."""
    if len(text) > MOST_CHARACTERS:
        raise Refused(f"longer than {MOST_CHARACTERS} characters")
    try:
        return yaml.load(text, Loader=_Loader)  # noqa: S506 - a subclass of SafeLoader
    except yaml.MarkedYAMLError as broken:
        mark = broken.problem_mark or broken.context_mark
        where = f"line {mark.line + 1}: " if mark else ""
        raise Refused(f"{where}not valid YAML: {broken.problem}") from None
    except (yaml.YAMLError, ValueError, RecursionError, AttributeError) as broken:
        # PyYAML meets an AttributeError in an explicit `!!timestamp` that is none.
        raise Refused(f"not valid YAML: {str(broken).splitlines()[0]}") from None


def validate(model: type[Model], data: object) -> Model:
    """Check data against a model; raises Refused with a line for each problem."""
    try:
        return model.model_validate(data)
    except ValidationError as found:
        raise Refused(*(_problem(error) for error in found.errors(include_url=False, include_context=True))) from None


# What pydantic calls its types of error, and what a person who wrote the file is told instead.
_EXPECTED = {
    "extra_forbidden": "no such key",
    "missing": "is missing",
    "bool_type": "true or false is expected",
    "bool_parsing": "true or false is expected",
    "string_type": "words are expected (put them in quotes)",
    "int_type": "a whole number is expected",
    "int_parsing": "a whole number is expected",
    "int_from_float": "a whole number is expected",
    "float_type": "a number is expected",
    "list_type": "a list is expected",
    "tuple_type": "a list is expected",
    "dict_type": "keys with values are expected",
    "model_type": "keys with values are expected",
    "model_attributes_type": "keys with values are expected",
}


def _problem(error: Any) -> str:
    path = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in error["loc"]).lstrip(".")
    expected = _EXPECTED.get(error["type"])
    if expected is None:
        expected = str(error["msg"]).removeprefix("Value error, ").removeprefix("Input ").rstrip(".")
    found = "" if error["type"] in ("extra_forbidden", "missing") else _found(error["input"])
    return f"{path or 'the file'}: {expected}{found}"


def _found(value: object) -> str:
    if value is None:
        return ", found nothing"
    shown = repr(value)
    return f", found {shown}" if len(shown) <= 60 else ""
