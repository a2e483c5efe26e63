"""From a file to its text: one module per kind, limits, and a worker process that a file may kill."""

from bot.corpus.reading.files import KNOWN, SUFFIXES, find_files
from bot.corpus.reading.imported import Imported
from bot.corpus.reading.limits import Limits
from bot.corpus.reading.reader import Reader
from bot.corpus.reading.single import read

__all__ = ["KNOWN", "SUFFIXES", "Imported", "Limits", "Reader", "find_files", "read"]
