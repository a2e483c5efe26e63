"""The root of all errors: what each says of itself, so that one place can make a sentence of it."""

import re
from dataclasses import fields


class CommonplaceError(Exception):
    """The root: anything that a person may be told about."""

    @property
    def message_id(self) -> str:
        """The id of this error's sentence in `locales/`."""
        return "error-" + re.sub(r"(?<=[a-z])(?=[A-Z])", "-", type(self).__name__).lower()

    @property
    def data(self) -> dict[str, str | int]:
        """What the sentence can speak of: the error's own fields; a list as words, and its length as `…_count`."""
        found: dict[str, str | int] = {}
        for entry in fields(self):  # type: ignore[arg-type]  # every concrete error is a dataclass
            value = getattr(self, entry.name)
            if isinstance(value, tuple):
                found[f"{entry.name}_count"] = len(value)
                value = ", ".join(value)
            found[entry.name] = value
        return found

    def __str__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{k}={v!r}' for k, v in self.data.items())})"
