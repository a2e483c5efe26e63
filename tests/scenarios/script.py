"""Scenarios: what somebody does, step by step, and what they must see. The same files run on every platform.

    title: what the scenario is about
    files: texts that stand in the operator's folder besides the shipped ones (name: content)
    locale: the language that is asked in (en)
    steps:
      - ask: quote ceasefire count=2      a command as it can be typed; {passage} is the first passage that was shown
                                          last, {answer} the id of the last answer
      - choose: more                      what the last reply offered: context, more, why, earlier, later
      - restart: true                     the bot stops and starts again on the same data

Every step that gets a reply may say what must be seen: `shows` and `lacks` (words, wherever the lines break), `quotes`
(how many), `offers` (exactly these, a thread left out), `error` and `private`.
"""

from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, Field

FOLDER = Path(__file__).parent


class Step(BaseModel):
    """One thing that is done, and what must be seen of it."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    ask: str | None = None
    choose: str | None = None
    restart: bool = False
    shows: list[str] = Field(default_factory=list)
    lacks: list[str] = Field(default_factory=list)
    quotes: int | None = None
    offers: list[str] | None = None
    error: bool = False
    private: bool | None = None


class Scenario(BaseModel):
    """A file of steps."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    title: str
    files: dict[str, str] = Field(default_factory=dict)
    locale: str = "en"
    steps: list[Step]


def scenarios() -> dict[str, Scenario]:
    """Give every scenario by the name of its file."""
    files = sorted(FOLDER.glob("*.yaml"))
    return {file.stem: Scenario.model_validate(yaml.safe_load(file.read_text(encoding="utf-8"))) for file in files}


def squeezed(text: str) -> str:
    """Bring drawn text to a form in which words can be looked for wherever the lines break."""
    return " ".join(text.replace("▌", " ").split())
