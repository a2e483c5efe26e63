"""From a PDF to text: its pages joined by form feeds. What repeats at the head and foot of pages is left to parsing."""

import re
from io import BytesIO
from struct import error as StructError  # noqa: N812 - it is a class
from typing import TYPE_CHECKING
from zlib import error as ZlibError  # noqa: N812 - it is a class

from bot.corpus.parts import Metadata, Raw
from bot.corpus.reading.front_matter import line
from bot.corpus.reading.limits import Limits
from bot.errors import FileDamaged, FileHostile, FileTooLarge, FileUnreadable

if TYPE_CHECKING:
    from pypdf import PdfReader

# pypdf walks whatever objects a broken file holds, and meets any of these.
_BROKEN = (ValueError, LookupError, TypeError, AttributeError, ArithmeticError, AssertionError, ZlibError, StructError)
# Programs write their own names and the names of files there.
_NO_TITLE = re.compile(r"untitled.*|microsoft word\b.*|.*\.(?:docx?|indd|pdf|odt|tex|rtf|qxp)", re.I)


def read_pdf(data: bytes, file: str, limits: Limits) -> Raw:
    """Read a PDF. Raises FileUnreadable (password, pictures), FileDamaged, FileHostile and FileTooLarge."""
    from pypdf import PdfReader  # 0.3 s to import: only for PDFs
    from pypdf.errors import DependencyError, DeprecationError, FileNotDecryptedError, LimitReachedError, PyPdfError

    try:
        reader = PdfReader(BytesIO(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise FileUnreadable(file, "password")
        pages = _pages(reader, file, limits)
        metadata = _declared(reader)
    except (DependencyError, FileNotDecryptedError):
        raise FileUnreadable(file, "password") from None
    except LimitReachedError:
        raise FileHostile(file, "unpacked") from None
    except RecursionError:
        raise FileHostile(file, "nesting") from None
    except (PyPdfError, DeprecationError, NotImplementedError, *_BROKEN):
        raise FileDamaged(file, "content") from None
    text = "\f".join(pages)
    if not re.search(r"\w", text):
        raise FileUnreadable(file, "pictures")
    return Raw(text, "pdf", metadata)


def _pages(reader: "PdfReader", file: str, limits: Limits) -> list[str]:
    pages: list[str] = []
    size = 0
    for page in reader.pages:
        # Lone surrogates come out of broken character maps, and no encoding can hold them.
        pages.append(
            page.extract_text().encode("utf-8", "replace").decode("utf-8").replace("\f", "\n").replace("\0", "")
        )
        size += len(pages[-1])
        if size > limits.unpacked_bytes:
            raise FileTooLarge(file, limits.unpacked_bytes)
    return pages


def _declared(reader: "PdfReader") -> Metadata:
    found = reader.metadata
    title = line(found.title) if found else None
    author = line(found.author) if found else None
    return Metadata(
        title=None if title is None or _NO_TITLE.fullmatch(title) else title, authors=(author,) if author else ()
    )
