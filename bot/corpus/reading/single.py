"""One file to its text, in this process. The bot itself reads through `Reader`, whose process may die of a file."""

from collections.abc import Callable, Mapping
from pathlib import Path

from bot.corpus.parts import Raw
from bot.corpus.reading.decoding import decode
from bot.corpus.reading.files import fetch, media_of
from bot.corpus.reading.front_matter import front_matter
from bot.corpus.reading.limits import Limits
from bot.corpus.reading.mail import mail
from bot.errors import FileEmpty

Read = Callable[[bytes, str, Limits], Raw]


def read(path: Path, limits: Limits | None = None) -> Raw:
    """Read one file. Raises the kinds of ReadingError."""
    limits = limits or Limits()
    media = media_of(path)
    data, _ = fetch(path, limits)
    return read_bytes(data, media, str(path), limits)


def read_bytes(data: bytes, media: str, file: str, limits: Limits) -> Raw:
    """Read a file's bytes as the kind that is named; `file` is for errors only."""
    if not data.strip():
        raise FileEmpty(file)
    return _READERS[media](data, file, limits)


def _plain(data: bytes, file: str, limits: Limits) -> Raw:
    text = decode(data, file, limits)
    return Raw(text, "txt", mail(text))


def _markdown(data: bytes, file: str, limits: Limits) -> Raw:
    text = decode(data, file, limits)
    return Raw(text, "md", front_matter(text))


def _page(data: bytes, file: str, limits: Limits) -> Raw:
    from bot.corpus.reading.pages import read_page  # lxml is loaded in the worker only

    return read_page(data, file, limits)


def _book(data: bytes, file: str, limits: Limits) -> Raw:
    from bot.corpus.reading.book import read_book

    return read_book(data, file, limits)


def _pdf(data: bytes, file: str, limits: Limits) -> Raw:
    from bot.corpus.reading.pdf import read_pdf

    return read_pdf(data, file, limits)


def _word(data: bytes, file: str, limits: Limits) -> Raw:
    from bot.corpus.reading.word import read_word

    return read_word(data, file, limits)


_READERS: Mapping[str, Read] = {
    "txt": _plain,
    "md": _markdown,
    "html": _page,
    "epub": _book,
    "pdf": _pdf,
    "docx": _word,
}
