"""Finding passages for a question: a lexical index that is a cache of the library, and a ranking that can be told."""

from bot.search.finding import Found, Match
from bot.search.index import Index
from bot.search.library import Library, Shelved

__all__ = ["Found", "Index", "Library", "Match", "Shelved"]
