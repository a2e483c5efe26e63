"""Sentences of a paragraph's words.

A mark that can end a sentence does so unless the word before it, what stands around it or the word after it says that
the sentence goes on. Abbreviation, ordinal, initial or end is what Kiss and Strunk ask, too ("Unsupervised Multilingual
Sentence Boundary Detection", 2006); here lists for each language answer, as one paragraph has nothing to count.
docs/decisions/010 compares.
"""

import re
from collections.abc import Iterator

from bot.corpus import abbreviations as known
from bot.corpus.names import NAME, UPPER

_OPENING = r"[\"'“”„«»‹›‘’‚`(\[{¿¡*_]*"
# A mark with all that closes after it, then white space, signs that open, and the first letter of what follows.
_MARK = re.compile(
    r"(?P<mark>(?<![.!?…؟۔।॥։])[.!?…؟۔।॥։]++)"
    r"(?P<closing>[\"'”’»«)\]›‹“‘*_]*(?:\[\d{1,3}\]|[¹²³⁰⁴-⁹])*(?: [»”](?=\s))?)"
    rf"\s+(?P<opening>{_OPENING})\s?(?P<first>[^\s\"'“”„«»‹›‘’‚,;:.!?…)\]}}%/|\\=+–—-]|[–—-](?=\S))"
    r"|(?P<wide>(?<![。！？])[。！？]++(?:[」』”’）》]++(?![\u3041-\u309f])|(?![」』”’）》])))\s*(?=\S)"
    rf"|(?P<greek>(?<=[\u0370-\u03ff]);)\s+{_OPENING}(?=[{UPPER}])"
)
_SIGN = re.compile(r"[.!?…؟۔।॥։。！？;]")
_WORD = re.compile(r"[^\W_](?:[\w.'’\"״׳&/-]*[^\W_])?$")
_NEXT = re.compile(r"(?>[^\W\d_]+(?:['’][^\W\d_]+)?)(?!\.)")
_LETTERS = re.compile(r"[^\W\d_]+")
_ROMAN = re.compile(r"[IVXLC]{2,}\b")
_LETTER = re.compile(r"[A-ZА-Я]\b")
_NUMBER = re.compile(r"\(?(?:\d{1,3}|[IVXLC]{1,5}|[a-zа-я])[.)]")
_DOTTED = re.compile(r"(?:[^\W\d_]{1,3}\.)+[^\W\d_]{1,3}")
_SMALL_BEFORE = re.compile(r"(?:^|[^\w.])[^\W\d_A-ZА-ЯІЇЄҐ][\w'’-]* $")
_BEFORE = re.compile(r"([\w'’-]+) $")
# A tag after a quotation that asks or exclaims: "“Where?” Anna said." Who says more than that opens a sentence.
_TAG = re.compile(
    rf"(?:(?:the |an? )?(?:{NAME}|[a-z]+)|he|she|they|I|we)(?:,[^,.?!]{{1,60}},)? (?:said|says|asked|asks|replied|"
    r"added|wrote|cried|shouted|answered|wondered|told|whispered|yelled|joked)\b"
    r"(?! (?:(?:me|him|her|us|them|you) )?(?:that|whether|if|how|why|what|when|where|who|it|it[’']s|he|she|they|we|I|"
    r"you|there|no|yes|not|nothing|everything|something|so|this|these|those|my|his|our|their|to)\b)"
    r"(?! (?:me|him|her|us|them|you) (?:the|an?)\b)"
    r"[^?!“\"]{0,120}?[.…][”\"]?(?=\s|$)",
)
_QUOTES = tuple("\"'“„«»‘`")
_GEORGIAN = re.compile(r"[\u10d0-\u10ff]")  # letters without capitals in running text, though Unicode pairs them
_ASKED = 260
_LONGEST_WORD = 40


def sentence_bounds(words: str) -> list[tuple[int, int]]:
    """Find the sentences of a paragraph as (start, end) in its words, white space at the ends left out."""
    found: list[tuple[int, int]] = []
    stop = len(words.rstrip())
    start = stop - len(words[:stop].lstrip())
    for match in _marks(words, start, stop):
        if match["mark"] is not None and _goes_on(words, match, start):
            continue
        end = match.end("closing") if match["mark"] is not None else match.end(match.lastgroup or 0)
        found.append((start, end))
        start = end
        while words[start].isspace():
            start += 1
    if start < stop:
        found.append((start, stop))
    return found


def _marks(words: str, at: int, stop: int) -> Iterator[re.Match[str]]:
    """Find the marks as `_MARK.finditer` does, from one sign to the next."""
    sign = _SIGN.search(words, at, stop)
    while sign is not None:
        found = _MARK.match(words, sign.start(), stop)
        if found is not None:
            yield found
        sign = _SIGN.search(words, found.end() if found else sign.end(), stop)


def _goes_on(words: str, match: re.Match[str], start: int) -> bool:
    """Whether the sentence that begins at `start` goes on after a mark."""
    at, mark, closing = match.start(), match["mark"], match["closing"]
    before = words[at - 1]
    if at <= start or before in "([{" or (before.isspace() and mark[0] in ".…"):  # a bare sign: "(!)", " … "
        return True
    if match["first"].islower() and not match["opening"].endswith(_QUOTES) and not _GEORGIAN.match(match["first"]):
        return True
    if mark == ".":
        return closing in ("", ")", "]") and _stays(words, match, start)
    if mark[-1] in "?!" and closing[-1:] in ("”", '"', "’", "»", "“", "«"):
        after = match.end("closing") + 1
        return _TAG.match(words, after, after + _ASKED) is not None
    return False


def _stays(words: str, match: re.Match[str], start: int) -> bool:
    """Whether a full stop belongs to the word before it, so that the sentence goes on."""
    at, on = match.start(), match.start("first")
    if at - start < 6 and _NUMBER.fullmatch(words, start, match.end("closing")):
        return True
    opening = words.rfind(" ", start, at) + 1
    if at - opening > 1 and words[opening:at].isalpha() and words[opening:at] not in known.ALL:
        return False
    found = _WORD.search(words, max(start, at - _LONGEST_WORD, opening), at)
    if found is None:
        return False
    word, digit = found.group(), match["first"].isdigit()
    if word.isdigit():
        return len(word) <= 3 and not digit and _is_ordinal(words, found.start(), on)
    if word in known.TITLES:
        return not digit
    if word in known.INNER or (word in known.NUMBERED and _numbered(words, word, on)):
        return True
    if word in known.HOURS:
        after = _LETTERS.match(words, on)
        return digit or (after is not None and (after.group() in known.DAYS or after.group().isupper()))
    if word in known.ENDING:
        return digit or match["first"].islower()
    if word in known.OPEN or _DOTTED.fullmatch(word) or (len(word) == 1 and _is_initial(words, found)):
        return digit or _next(words, on) not in known.STARTERS
    return False


def _numbered(words: str, word: str, on: int) -> bool:
    """Whether a number follows "No.", "Art." and the like: digits, Roman ones, for some a letter."""
    if words[on].isdigit() or _ROMAN.match(words, on):
        return True
    return word in known.LETTERED and _LETTER.match(words, on) is not None


def _next(words: str, on: int) -> str:
    """Give the word that stands after a mark; none where it is an initial or abbreviated itself."""
    found = _NEXT.match(words, on)
    return found.group() if found else ""


def _is_initial(words: str, letter: re.Match[str]) -> bool:
    """Whether a single letter is a name's first one. "I" and small letters that are words of their own are none."""
    sign = letter.group()
    if sign == "I":
        return _SMALL_BEFORE.search(words, max(0, letter.start() - _LONGEST_WORD), letter.start()) is None
    return not sign.islower() or sign.isascii()


def _is_ordinal(words: str, start: int, on: int) -> bool:
    """Whether a number is one of those that German and other languages write with a full stop: "am 22. November"."""
    after = _next(words, on)
    if after.lower() in known.AFTER_ORDINALS:
        return True
    before = _BEFORE.search(words, max(0, start - _LONGEST_WORD), start)
    if before is None or before[1] not in known.BEFORE_ORDINALS or after in known.STARTERS:
        return False
    return before[1] != "am" or not words.endswith("I", 0, before.start() - 1)
