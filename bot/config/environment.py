"""Environment variables over what the file says: which key each of them sets."""

import re
from collections.abc import Mapping
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel

from bot.config.whole import Config

PREFIX = "COMMONPLACE_"
_SHORT = {
    f"{platform}_{name}": f"{PREFIX}{platform}__{name}"
    for platform, names in {"DISCORD": ("TOKEN",), "MATRIX": ("TOKEN", "PASSWORD")}.items()
    for name in (word for secret in names for word in (secret, f"{secret}_FILE"))
}
_NOT_SETTINGS = {"COMMONPLACE_CONFIG"}


def named(problem: str, environment: Mapping[str, str]) -> tuple[str, bool]:
    """Name the variable in the place of the key that it set; the second value says whether one did."""
    path, colon, expected = problem.partition(": ")
    # Of two names for one setting the long one is written over the short one: it comes last.
    variables = {".".join(key): variable for variable, key in _variables(environment)}
    return (f"{variables[path]}{colon}{expected}", True) if path in variables else (problem, False)


def overlay(data: dict[str, Any], environment: Mapping[str, str]) -> tuple[dict[str, Any], list[str]]:
    """Put environment variables over the file's values; the second value has a line for each unknown one."""
    merged = {key: dict(value) if isinstance(value, dict) else value for key, value in data.items()}
    # A section that is there but empty in YAML is None: it means its defaults.
    for key, field in Config.model_fields.items():
        if merged.get(key, ...) is None and _is_section(field.annotation):
            merged[key] = {}
    unknown: list[str] = []
    for variable, path in _variables(environment):
        field_type = _field_type(path)
        if field_type is None:
            unknown.append(f"{variable}: there is no such setting")
            continue
        place: Any = merged
        for part in path[:-1]:
            place = place.setdefault(part, {})
            if not isinstance(place, dict):
                break
        else:
            place[path[-1]] = _from_text(environment[variable], field_type)
    return merged, unknown


def _variables(environment: Mapping[str, str]) -> list[tuple[str, list[str]]]:
    """List the variables that are meant for the bot, with the path of the key that each sets; empty ones are unset."""
    found: list[tuple[str, list[str]]] = []
    for variable in sorted(environment, key=lambda name: name.startswith(PREFIX)):
        name = _SHORT.get(variable, variable)
        if name.startswith(PREFIX) and name not in _NOT_SETTINGS and environment[variable] != "":
            found.append((variable, name.removeprefix(PREFIX).lower().split("__")))
    return found


def _is_section(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


def _field_type(path: list[str]) -> Any:
    model: Any = Config
    for part in path:
        if not _is_section(model) or part not in model.model_fields:
            return None
        model = model.model_fields[part].annotation
    return None if _is_section(model) else model


def _from_text(text: str, wanted: Any) -> object:
    """Read a variable's text as what the setting wants; what doesn't fit stays text, and is refused by name later."""
    kinds = {
        wanted,
        *get_args(wanted),
        *(get_args(part)[0] for part in get_args(wanted) if get_origin(part) is Annotated),
    }
    if bool in kinds and text.lower() in ("true", "false", "yes", "no", "1", "0"):
        return text.lower() in ("true", "yes", "1")
    if int in kinds and re.fullmatch(r"-?\d{1,18}", text):
        return int(text)
    return text
