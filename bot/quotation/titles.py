"""Words of a text's title or of a heading in it: they stand on its page, but in no passage."""

from collections.abc import Iterable

from bot.quotation.folding import fold

_FEWEST = 3


def titles_with(wording: str, titles: Iterable[str]) -> tuple[str, ...]:
    """Give the titles that have a wording in them word for word, but for case, marks and dashes."""
    said = fold(wording).words
    return tuple(title for title in titles if _within(said, fold(title).words)) if len(said) >= _FEWEST else ()


def headings_with(wording: str, headings: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Give the headings, each after its text, that have a wording in them word for word, as titles have."""
    said = fold(wording).words
    if len(said) < _FEWEST:
        return ()
    return tuple((text, heading) for text, heading in headings if _within(said, fold(heading).words))


def _within(said: list[str], told: list[str]) -> bool:
    starts = range(len(told) - len(said) + 1)
    return any(told[start : start + len(said)] == said for start in starts)
