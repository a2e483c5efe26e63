"""What every section of the configuration keeps to."""

import re
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Positive = Annotated[int, Field(ge=1)]


class Section(BaseModel):
    """Unknown keys and wrong types are refused; a refusal doesn't repeat what was given, which may be a secret."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, hide_input_in_errors=True)


def listed(value: object) -> object:
    """Make a tuple of what the file has as a list, and an environment variable as words with commas or spaces."""
    if isinstance(value, str):
        return tuple(part for part in re.split(r"[,\s]+", value) if part)
    return tuple(value) if isinstance(value, list) else value
