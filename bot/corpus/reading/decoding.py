"""From bytes to text: byte order marks, UTF-8, UTF-16, and the older encodings of a language.

Every offset that the bot speaks of counts code points of what is returned here. Line ends stay as they are in the file.
A byte order mark is a signature, not part of the text (Unicode Standard, 23.8): it is left out, so offset 0 is the
first character after it.
"""

import codecs
import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE

from bot.corpus.reading.limits import Limits
from bot.errors import FileBinary, FileEmpty, FileEncoding, FileHostile

# UTF-32's mark begins with UTF-16's: it must be looked for first.
_MARKS = (
    (BOM_UTF8, "utf-8"),
    (BOM_UTF32_LE, "utf-32-le"),
    (BOM_UTF32_BE, "utf-32-be"),
    (BOM_UTF16_LE, "utf-16-le"),
    (BOM_UTF16_BE, "utf-16-be"),
)
# What charset-normalizer chooses from. Its own list of 98 holds many that no text in a chat's folder has.
_CANDIDATES = [
    *("cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257"),
    *("koi8_r", "koi8_u", "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr"),
]
_FOREIGN = (b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x7fELF", b"\x1f\x8b", b"\xd0\xcf\x11\xe0")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
# Python's own codecs, by the names it gives them: no page is written in them, whatever it says.
_PYTHONS = frozenset(("idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape", "utf-7"))
# Bytes that are looked at to tell an encoding: enough, and quick on a file of any size.
_SAMPLE = 65_536


def decode(data: bytes, file: str, limits: Limits, declared: str | None = None) -> str:
    """Decode a file's bytes; `declared` is an encoding that the file itself names, tried after UTF-8.

    Raises FileEmpty, FileBinary, FileEncoding (with the offset of the first byte that does not fit), and FileHostile
    where a line is longer than the limits allow.
    """
    text = _decode(data, file, declared)
    if not re.search(r"\w", text):
        raise FileEmpty(file)
    if len(text) > limits.line and _longest_line(text) > limits.line:
        raise FileHostile(file, "line")
    return text


def _decode(data: bytes, file: str, declared: str | None) -> str:
    if data.startswith(_FOREIGN):
        raise FileBinary(file)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data, encoding, file, len(mark))
    if b"\0" in data[:_SAMPLE]:
        return _strictly(data, _wide(data, file), file)
    try:
        return _clean(data.decode("utf-8"), file)
    except UnicodeDecodeError as broken:
        if _is_broken_utf8(data):
            raise FileEncoding(file, broken.start) from None
    if declared is not None and _is_of_texts(declared):
        return _strictly(data, declared, file)
    return _strictly(data, _guess(data, file), file)


def _strictly(data: bytes, encoding: str, file: str, begin: int = 0) -> str:
    try:
        return _clean(data[begin:].decode(encoding), file)
    except UnicodeDecodeError as broken:
        raise FileEncoding(file, begin + broken.start) from None


def _is_of_texts(encoding: str) -> bool:
    """Whether an encoding that a file names is one that texts are written in."""
    try:
        known = codecs.lookup(encoding)
        b" ".decode(encoding, "ignore")
    except (LookupError, UnicodeError):  # nobody knows it; it is from bytes to bytes; it decodes nothing
        return False
    return known.name not in _PYTHONS


def _clean(text: str, file: str) -> str:
    """Refuse what decodes and is no text all the same: NULs anywhere, or many control characters."""
    if "\0" in text or len(_CONTROL.findall(text[:_SAMPLE])) > len(text[:_SAMPLE]) // 100 + 2:
        raise FileBinary(file)
    return text


def _wide(data: bytes, file: str) -> str:
    """Tell which UTF-16 a text with NULs is. Its spaces and line ends have a NUL on one side: always the same one."""
    sides = data[:_SAMPLE:2], data[1:_SAMPLE:2]
    even, odd = (side.count(0) for side in sides)
    high = sides[even < odd]
    # Without bytes beyond ASCII it is of a script below U+2000, which its upper bytes show, or ASCII with stray NULs.
    wide = not data[:_SAMPLE].isascii() or len(high.translate(None, bytes(range(0x20)))) * 10 < len(high)
    if wide and max(even, odd) > 20 * min(even, odd) and max(even, odd) * 2 > len(data[:_SAMPLE]) // 25:
        return "utf-16-be" if even > odd else "utf-16-le"
    raise FileBinary(file)


def _is_broken_utf8(data: bytes) -> bool:
    """Whether most of the bytes beyond ASCII form UTF-8: a broken file then, not one in an older encoding."""
    marked = data.decode("utf-8", "surrogateescape")
    broken = sum(1 for _ in re.finditer(r"[\udc80-\udcff]", marked))
    whole = sum(1 for _ in re.finditer(r"[^\x00-\x7f\udc80-\udcff]", marked))
    return whole > 2 * broken


def _guess(data: bytes, file: str) -> str:
    from charset_normalizer import from_bytes  # takes 30 ms to import and most files do without

    telling = b"\n".join(line for line in data[: 16 * _SAMPLE].splitlines() if not line.isascii())[:_SAMPLE]
    matches = from_bytes(telling or data[:_SAMPLE], cp_isolation=_CANDIDATES)
    best = matches.best()
    if best is None:
        raise FileEncoding(file)
    # Western text also decodes as Central European, with the wrong accents on few letters.
    western = next((m for m in matches if m.encoding == "cp1252" and m.chaos <= best.chaos + 0.01), None)
    return western.encoding if western and best.encoding in ("cp1250", "cp1254", "cp1257") else best.encoding


def _longest_line(text: str) -> int:
    return max(map(len, text.splitlines()))
