"""The whole of the configuration: all its sections, and where the data lies."""

import json
from pathlib import Path
from typing import Literal

from pydantic import Field

from bot.config.keeping import Answers, Discussion, Housekeeping
from bot.config.platforms import Discord, Matrix
from bot.config.search import Search
from bot.config.section import Section
from bot.config.texts import Reading, Texts
from bot.config.web import Web


class Log(Section):
    """What the process writes to its standard error."""

    level: Literal["debug", "info", "warning", "error"] = Field(
        default="info", description="The least that is written."
    )
    format: Literal["console", "json"] = Field(default="console", description="For people, or a line of JSON each.")


class Config(Section):
    """Everything that can be set. The file `config/bot.yaml` shows every key with its default."""

    data: str = Field(default="data", description="The folder for the database and the index; made when it is missing.")
    language: Literal["en", "uk"] = Field(default="en", description="The language where none is known.")
    texts: Texts = Texts()
    reading: Reading = Reading()
    search: Search = Search()
    answers: Answers = Answers()
    housekeeping: Housekeeping = Housekeeping()
    discussion: Discussion = Discussion()
    discord: Discord = Discord()
    matrix: Matrix = Matrix()
    web: Web = Web()
    log: Log = Log()

    @property
    def database(self) -> Path:
        """The file of the database."""
        return Path(self.data).expanduser() / "commonplace.db"

    @property
    def index(self) -> Path:
        """The folder of the index: a cache that may be deleted at any time."""
        return Path(self.data).expanduser() / "index"


def schema() -> str:
    """Give the JSON schema of the file, for editors that complete it."""
    return json.dumps(Config.model_json_schema(), indent=2, ensure_ascii=False) + "\n"
