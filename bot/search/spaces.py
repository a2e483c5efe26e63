"""Words that one writes as one and another with something between: "e-mail", "O'Shea", "cease-fire", "84,500".

What stands between the parts of a word is no part of the words that are indexed: "e-mail" stands there as "e mail", as
it would with a space. So a question's word is looked for as two in a row, too, its digits by threes, and words that
are asked beside one another as one. What of that stands in the texts is a group of synonyms for this question alone.
What is kept of a question are its words with nothing but spaces between them: what would not be known again by these
("e-mail") is asked as one word, where that stands.
"""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import pairwise

from bot.search.analysis import stem, tokens, words
from bot.search.querying import count, every_of, phrase
from bot.search.question import Term
from bot.search.records import Searcher
from bot.search.synonyms.groups import Group, entry_of, meaningless
from bot.search.synonyms.table import Synonyms

# Words of a question up to which they are looked for in other spellings, as they are for misspelt ones.
SHORT = 8
# Letters of a word that is looked for as two, and of the second of them; words with a space between them that are
# looked for as one have as many each.
_LEAST, _PART = 5, 3
_HYPHENS, _APOSTROPHES = frozenset("-\u2010\u2011"), frozenset("'\u2019\u02bc\u2018`\u00b4")
_BETWEEN = _HYPHENS | _APOSTROPHES | {" "}
# Passages with both parts of a word that are looked at for it, where it stands nowhere with its own ending.
_LOOKED_THROUGH = 20
# What English writes behind an apostrophe that is no part of the word: "we'll" isn't "well".
_CLITICS = frozenset(["s", "t", "d", "m", "ll", "re", "ve"])
# What stands before words, though it is a short form of "are", too.
_BOUND = frozenset(["re"])
# Between which letters Ukrainian writes an apostrophe, which many leave out.
_BEFORE_APOSTROPHES, _AFTER_APOSTROPHES = frozenset("бпвмфркздтн"), frozenset("яюєї")
# Between which digits of a number the thousands are parted, and a number whose digits stand so.
_THREES = re.compile(r"(?<=[0-9])(?=(?:[0-9]{3})+$)")
_NUMBER = re.compile(
    r"(?<![\w.,])[1-9][0-9]{0,2}"
    r"(?:(?:,[0-9]{3})+|(?:\.[0-9]{3})+|(?:['\u2019][0-9]{3})+|(?:[ \u00a0\u2009\u202f][0-9]{3})+)(?!\w)"
)

# A Hebrew word with a letter for a sound of another language in it.
_FOREIGN = re.compile("[א-ת]*(?:[גזחטצתץד]['\u2019\u05f3`\u00b4][א-ת]+)+")

_Spelt = tuple[str, str]
"""A word or number as it is asked, and as it stands in the texts."""
_Joins = Callable[[str, str, str], bool]
"""Whether two words, with that between them, may be one."""


def rejoined(about: str, searcher: Searcher) -> str:
    """Write the words of a question without hyphens and apostrophes, and its numbers without what parts their digits,
    where more passages have them so, or they would not be known again by their parts. `respelt` finds the others.

    Hebrew letters with an apostrophe behind them stand for sounds of other languages ("צ'ק"): of a name that the texts
    don't have so the letters are left, to be read by their sound.
    """
    about = _FOREIGN.sub(lambda found: _sounded(found.group(), searcher), about)
    for asked, whole in (*_numbers(about, searcher), *_words(about, searcher, _tight)):
        parts = words(asked)
        if not _known_apart(parts) or count(searcher, phrase(parts)) < searcher.doc_freq("words", whole):
            about = re.sub(rf"(?<!\w){re.escape(asked)}(?!\w)", whole, about)
    return about


def _sounded(asked: str, searcher: Searcher) -> str:
    parts = words(asked)
    return asked if all(searcher.doc_freq("words", part) for part in parts) else "".join(parts)


def respelt(about: str, terms: Sequence[Term], searcher: Searcher, languages: Collection[str]) -> Synonyms:
    """Give the other spellings of a question's words and numbers that stand in the texts, as groups for it alone."""
    if len(terms) > SHORT:
        return Synonyms(())
    joined = (*_words(about, searcher, _loose), *_numbers(about, searcher))
    parted = (parts for term in terms if (parts := _parted(term, searcher, languages)))
    return Synonyms(group for one, other in (*joined, *parted) if (group := _group(one, other)))


def _group(asked: str, found: str) -> Group | None:
    """Make a group of two spellings; None where one of them has no word that carries meaning."""
    group = entry_of(asked), entry_of(found)
    return group if all(entry.telling for entry in group) else None


def _words(about: str, searcher: Searcher, joins: _Joins) -> Iterator[_Spelt]:
    """Find the words that stand beside one another in a question and as one in the texts."""
    for one, other in pairwise(tokens(about)):
        whole = one.word + other.word
        may_be = whole.isalpha() and joins(one.word, other.word, about[one.end : other.start])
        if may_be and searcher.doc_freq("words", whole):
            yield about[one.start : other.end], whole


def _numbers(about: str, searcher: Searcher) -> Iterator[_Spelt]:
    """Find the numbers whose digits stand by threes in a question and without anything between them in the texts."""
    for number in _NUMBER.findall(about):
        whole = "".join(words(number))
        if searcher.doc_freq("words", whole):
            yield number, whole


def _tight(one: str, other: str, between: str) -> bool:
    if not all(part.isascii() or len(part) > 1 for part in (one, other)):  # Hebrew writes particles so
        return False
    return between in _HYPHENS or (between in _APOSTROPHES and other not in _CLITICS)


def _loose(one: str, other: str, between: str) -> bool:
    return between in _BETWEEN and _known_apart((one, other))


def _known_apart(parts: Sequence[str]) -> bool:
    """Whether parts of a word are asked as one with nothing but a space between them, too."""
    return all(part.isdecimal() or (len(part) >= _PART and not meaningless(part)) for part in parts)


def _parted(term: Term, searcher: Searcher, languages: Collection[str]) -> _Spelt | None:
    """Find the words as which one stands in the texts in a row, too; of several ways, the most frequent.

    A number's digits are parted by threes.
    """
    word = term.word
    if word.isascii() and word.isdecimal() and word[0] != "0":
        ways = [tuple(_THREES.split(word))]
    elif word.isalpha() and len(word) >= _LEAST:
        least = 1 if "uk" in languages and word[-1] in _AFTER_APOSTROPHES else _PART
        ways = [(word[:at], word[at:]) for at in range(1, len(word) - least + 1)]
    else:
        return None
    often = [(_in_a_row(parts, searcher, languages), parts) for parts in ways if len(parts) > 1]
    times, best = max(often, default=(0, ()))
    return (word, " ".join(best)) if times else None


def _in_a_row(parts: Sequence[str], searcher: Searcher, languages: Collection[str]) -> int:
    """Count the passages that have the parts of a word in a row; where none has, those of some that have the last of
    them with another ending.
    """
    if not all(searcher.doc_freq("words", part) for part in parts[:-1]):  # as nearly always
        return 0
    if any(map(_empty, parts)) and not ("uk" in languages and _apostrophed(*parts[:2])):
        return 0
    if searcher.doc_freq("words", parts[-1]) and (exactly := count(searcher, phrase(parts))):
        return exactly
    return sum(_inflected(parts, searcher, language) for language in languages if len(parts[-1]) >= _PART)


def _inflected(parts: Sequence[str], searcher: Searcher, language: str) -> int:
    stems = [stem(part, language) for part in parts]
    if stems[-1] == parts[-1] or not all(searcher.doc_freq("text", one) for one in stems):
        return 0
    hits = searcher.search(every_of("text", stems), _LOOKED_THROUGH, count=False).hits
    return sum(f" {' '.join(stems)} " in record.text for record in searcher.records(hits))


def _empty(part: str) -> bool:
    """Whether a part of a word is none: it holds sentences together, or an apostrophe parts it from the word before.

    Other letters are parts ("e-mail", "O'Shea").
    """
    if part.isascii() and len(part) == 1:
        return part in "aist"
    return part not in _BOUND and meaningless(part)


def _apostrophed(one: str, other: str) -> bool:
    """Whether Ukrainian has an apostrophe between two parts of a word: it has it nowhere else."""
    return other[0] in _AFTER_APOSTROPHES and one[-1] in _BEFORE_APOSTROPHES
