"""Discord's message components (version 2), as the JSON that its API takes, with their limits.

Messages are drawn as plain data, because that can be tested without a connection and costs a tenth of the objects.
"""

from collections.abc import Iterator, Sequence
from typing import Any, Final

Component = dict[str, Any]
"""One component as JSON; `type` says which. See https://discord.com/developers/docs/components/reference."""

MOST_TEXT: Final = 4000
MOST_COMPONENTS: Final = 40
MOST_BUTTONS_IN_A_ROW: Final = 5
LONGEST_LABEL: Final = 80
LONGEST_CUSTOM_ID: Final = 100
OWN_CUSTOM_IDS: Final = "cp:"
"""What the custom ids of the bot's own buttons begin with."""
LONGEST_DESCRIPTION: Final = 1024
MOST_FILES: Final = 10

_ROW, _BUTTON, _TEXT, _GALLERY, _FILE, _SEPARATOR, _CONTAINER = 1, 2, 10, 12, 13, 14, 17
_ATTACHED = "attachment://"
_SECONDARY = 2


def text(markdown: str) -> Component:
    """Words, in Markdown."""
    return {"type": _TEXT, "content": markdown}


def button(label: str, custom_id: str) -> Component:
    """A grey button; `custom_id` comes back when it is pressed."""
    return {"type": _BUTTON, "style": _SECONDARY, "label": label, "custom_id": custom_id}


def row(buttons: Sequence[Component]) -> Component:
    """Up to five buttons side by side."""
    return {"type": _ROW, "components": list(buttons)}


def picture(name: str, description: str) -> Component:
    """A picture that goes with the message under that name; `description` is for those who don't see it."""
    item = {"media": {"url": f"{_ATTACHED}{name}"}, **({"description": description} if description else {})}
    return {"type": _GALLERY, "items": [item]}


def file(name: str) -> Component:
    """A file that goes with the message under that name, to be saved."""
    return {"type": _FILE, "file": {"url": f"{_ATTACHED}{name}"}}


def named_files(component: Component) -> Iterator[str]:
    """Give the names of the files that a component itself shows."""
    shown = [*(item["media"] for item in component.get("items", ())), component.get("file", {})]
    return (media["url"].removeprefix(_ATTACHED) for media in shown if media)


def separator() -> Component:
    """A thin line across."""
    return {"type": _SEPARATOR, "divider": True, "spacing": 1}


def container(parts: Sequence[Component]) -> Component:
    """A card around other components, without a colour: a colour would take a side."""
    return {"type": _CONTAINER, "components": list(parts)}


def count(component: Component) -> int:
    """How many components this is, with those inside it."""
    return 1 + sum(count(part) for part in component.get("components", ()))
