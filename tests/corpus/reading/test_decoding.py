"""From bytes to text."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.corpus.reading.decoding import decode
from bot.corpus.reading.limits import Limits
from bot.errors import FileBinary, FileEmpty, FileEncoding, FileHostile, ReadingError

LIMITS = Limits()
UKRAINIAN = "Ми прийшли до бібліотеки рано вранці. Книжки лежали на столі, і кожен читав про їжака та ґанок.\r\n"
RUSSIAN = "Мы пришли в библиотеку рано утром. Книги лежали на столе, и каждый читал о своём городе.\n"
HEBREW = "הלכנו לספרייה מוקדם בבוקר. הספרים היו על השולחן וכל אחד קרא על העיר שלו.\n"
ARABIC = "ذهبنا إلى المكتبة في الصباح الباكر. كانت الكتب على الطاولة وقرأ كل واحد عن مدينته.\n"
FRENCH = "Nous sommes allés à la bibliothèque très tôt. Les livres étaient posés là où chacun lisait.\n"
GERMAN = "Wir gingen früh in die Bücherei. Die Bücher lagen auf dem Tisch, und jeder las über seine Straße.\n"
POLISH = "Poszliśmy do biblioteki wcześnie rano. Książki leżały na stole, a każdy czytał o swoim mieście.\n"


def read(data: bytes, declared: str | None = None) -> str:
    return decode(data, "x.txt", LIMITS, declared)


@pytest.mark.parametrize("times", [1, 40])
@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (UKRAINIAN, "cp1251"),
        (UKRAINIAN, "koi8-u"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (HEBREW, "cp1255"),
        (ARABIC, "cp1256"),
        (FRENCH, "cp1252"),
        (GERMAN, "cp1252"),
        (POLISH, "cp1250"),
        *((text, code) for text in (UKRAINIAN, HEBREW, FRENCH) for code in ("utf-8", "utf-16-le", "utf-16-be")),
    ],
)
def test_languages_are_read_in_their_encodings(text: str, encoding: str, times: int) -> None:
    assert read((text * times).encode(encoding)) == text * times


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", ["A plain line of words.\n", "Тут немає знаків поза цією абеткою, лише слова.\n"])
def test_utf_16_without_a_mark_whose_bytes_are_all_ascii(text: str, encoding: str) -> None:
    assert (text * 20).encode(encoding).isascii()
    assert read((text * 20).encode(encoding)) == text * 20


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_is_no_part_of_the_text(encoding: str) -> None:
    assert read(UKRAINIAN.encode(encoding)) == UKRAINIAN


def test_a_mostly_english_text_with_a_few_old_letters_is_read() -> None:
    text = "The reading room opens at nine. " * 200 + "Bring your résumé to the café.\n"
    assert read(text.encode("cp1252")) == text


def test_a_declared_encoding_is_tried_after_utf8() -> None:
    assert read("На столі".encode("koi8-u"), "koi8-u") == "На столі"
    assert read("На столі".encode(), "koi8-u") == "На столі"
    assert read(UKRAINIAN.encode("cp1251"), "no-such-code") == UKRAINIAN


@pytest.mark.parametrize("codec", ["idna", "punycode", "undefined", "unicode_escape", "hex", "rot13", "utf-7", "zlib"])
def test_what_is_no_encoding_of_texts_is_not_believed(codec: str) -> None:
    assert read(UKRAINIAN.encode("cp1251"), codec) == UKRAINIAN


def test_broken_utf8_names_the_byte() -> None:
    data = bytearray(UKRAINIAN.encode() * 3)
    at = UKRAINIAN.encode().index("Книжки".encode())
    data[at] = 0xFF
    with pytest.raises(FileEncoding) as refused:
        read(bytes(data))
    assert refused.value.offset == at


def test_a_cut_utf8_file_names_its_end() -> None:
    data = UKRAINIAN.strip()[:-1].encode()[:-1]
    with pytest.raises(FileEncoding) as refused:
        read(data)
    assert refused.value.offset == len(data) - 1


def test_a_cut_utf16_file_is_refused() -> None:
    with pytest.raises(FileEncoding):
        read(UKRAINIAN.encode("utf-16")[:-1])


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7 something",
        b"PK\x03\x04 something",
        b"\x89PNG\r\n",
        b"words and\x00a nul",
        b"a line of words, and then a nul.\x00 And more.\n" * 10,
        b"words and more words, then a nul far behind" * 3_000 + b"\x00",
        random.Random(5).randbytes(4_000),
        bytes(range(1, 32)) * 20 + b"words",
    ],
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises((FileBinary, FileEncoding)):
        read(data)


@pytest.mark.parametrize("data", [b"", b" \n\t", "…—!\ufeff".encode(), b"\xef\xbb\xbf"])
def test_a_file_without_words_is_empty(data: bytes) -> None:
    with pytest.raises(FileEmpty):
        read(data)


def test_endless_lines_are_refused() -> None:
    short = Limits(line=1_000)
    assert decode(b"word \n" * 1_000, "x", short)
    with pytest.raises(FileHostile) as refused:
        decode(b"word " * 1_000, "x", short)
    assert refused.value.reason == "line"


@given(st.binary(max_size=400))
def test_any_bytes_give_a_text_or_a_reading_error(data: bytes) -> None:
    try:
        text = read(data)
    except ReadingError:
        return
    assert "\0" not in text
    assert text.encode("utf-8")
