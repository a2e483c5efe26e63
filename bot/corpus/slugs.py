"""Short names of a-z, 0-9 and - for titles in any script. People read and type them, so they stay pronounceable."""

import base64
import hashlib
import re
import unicodedata

LONGEST = 40


def _table(letters: str, spelled: str) -> dict[str, str]:
    """Pair letters with their spellings; a hyphen stands for none."""
    return {letter: "" if to == "-" else to for letter, to in zip(letters, spelled.split(), strict=True)}


# Ukraine's Cabinet of Ministers, resolution 55 of 2010, without its rules for the start of words; Russian's beside
_CYRILLIC = _table(
    "абвгґдеєжзиіїйклмнопрстуфхцчшщьюяёъыэ",
    "a b v h g d e ie zh z y i i i k l m n o p r s t u f kh ts ch sh shch - iu ia io - y e",
)
# The Academy of the Hebrew Language's simple table; the vowels that are not written stay unwritten.
_HEBREW = _table("אבגדהוזחטיכךלמםנןסעפףצץקרשת", "a v g d h v z h t y k kh l m m n n s a p f ts ts k r sh t")
_ARABIC = _table(
    "ابتثجحخدذرزسشصضطظعغفقكلمنهويةىأإآؤئءپچگ",
    "a b t th j h kh d dh r z s sh s d t z a gh f q k l m n h w y a a a i a u i - p ch g",
)
_LETTERS = _CYRILLIC | _HEBREW | _ARABIC
# Letters that don't come apart into a base letter and a mark.
_LETTERS |= {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l", "þ": "th", "ð": "d", "ı": "i"}


def short_hash(text: str, length: int) -> str:
    """Give `length` characters (a-z, 2-7: five bits each) of the sha256 of a text."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
    return base64.b32encode(digest[: -(-length // 8) * 5])[:length].decode().lower()


def slug(title: str) -> str:
    """Make a name of at most 40 characters of a title; of its hash where no letter of the title is known here."""
    found = ""
    for word in re.findall(r"[a-z0-9]+", re.sub(r"['’ʼ`]", "", _ascii(title[:400]))):
        longer = f"{found}-{word}" if found else word[:LONGEST]
        if len(longer) > LONGEST:
            break
        found = longer
    # One or two letters ("a", "ii") name nothing: a title in a script without a table here, or hardly a title.
    return found if len(found) >= 3 else f"text-{short_hash(title, 8)}"


def suffixed(name: str, distinct: str) -> str:
    """Give a name that differs from `name` by something that always follows from `distinct`."""
    return f"{name[: LONGEST - 5].rstrip('-')}-{short_hash(distinct, 4)}"


def _ascii(text: str) -> str:
    composed = unicodedata.normalize("NFKC", text).casefold()
    spelled = "".join(_LETTERS.get(letter, letter) for letter in composed)
    apart = unicodedata.normalize("NFKD", spelled)
    return "".join(_LETTERS.get(letter, letter) for letter in apart if not unicodedata.combining(letter))
