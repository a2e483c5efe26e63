"""Settings of the search: which words are one thing to it."""

from pydantic import Field, field_validator

from bot.config.section import Section


class Search(Section):
    """How questions are read."""

    shipped_synonyms: bool = Field(
        default=True, description="Read questions by the bot's own list of names, translations and synonyms."
    )
    synonyms: str | tuple[str, ...] | None = Field(
        default=None,
        description="Your own groups of words that are one thing, as [“truce = ceasefire”], or a YAML file that is a "
        "list of such lines. Empty: none.",
    )

    @field_validator("synonyms", mode="before")
    @classmethod
    def _lines(cls, value: object) -> object:
        if isinstance(value, list) and all(isinstance(line, str) for line in value):
            return tuple(value)
        if value is None or isinstance(value, str | tuple):
            return value
        raise ValueError("lines like “truce = ceasefire”, or the path of a file of them, are expected")
