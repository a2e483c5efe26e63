"""The bot's sentences from another folder, for a while."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import bot.words


@contextmanager
def speaking_from(folder: Path) -> Iterator[None]:
    """Have every sentence come from `folder`, which is laid out as `bot/locales` is; nothing of it is remembered."""
    caches = [value for value in vars(bot.words).values() if hasattr(value, "cache_clear")]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bot.words, "locales", lambda: folder)
        for cache in caches:
            cache.cache_clear()
        yield
    for cache in caches:
        cache.cache_clear()
