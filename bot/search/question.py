"""From the words that somebody asked to the terms that are looked up. No asked word ever reaches a query parser."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.errors import QuestionEmpty, QuestionTooLong, QuestionUnsearchable
from bot.search.analysis import is_stop, stem, words
from bot.search.inflection import Form, kin

# As long as the longest message of the platforms, so that a whole message can be asked about.
LONGEST_QUESTION = 4_000

# What stands in marks is a phrase; an apostrophe or a single mark without its partner is just punctuation.
_PHRASE = re.compile(r'(?<!\w)["“„«]([^"“”„«»]{1,300})["”“»](?!\w)')
# Where a copied quote leaves something out: what stands before it and after it are phrases of their own.
_LEFT_OUT = re.compile(r"\.{3,}|…")
# "#FreePress" is two words: a tag is written without spaces, and its words begin with capitals or are numbers.
_TAG = re.compile(r"(?<!\w)[#＃](\w+)")
_WITHIN = re.compile(r"(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])")


@dataclass(frozen=True, slots=True)
class Term:
    """An asked word, folded, the stems that it has in the languages of the texts, and its other forms."""

    word: str
    stems: tuple[str, ...]
    kin: tuple[Form, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """What is looked up: terms, of which a passage should have many, and phrases, all of which it must have.

    Phrases are folded words in order, stop words included. The words of phrases stand among the terms as well.
    """

    terms: tuple[Term, ...]
    phrases: tuple[tuple[str, ...], ...] = ()

    def told(self, present: Iterable[str], *, standing: bool = True) -> tuple[str, ...]:
        """Give the terms among `present`, and the phrases in marks, so that asking them again asks the same.

        Phrases that are not all `standing` in the texts are the asker's own words: only their words among `present` are
        told, which is also how such a question is answered.
        """
        told = self.phrases if standing else ()
        phrased = {word for phrase in told for word in phrase}
        phrases = (f'"{" ".join(phrase)}"' for phrase in told)
        return (*phrases, *(word for word in present if word not in phrased))


def ask(about: str, languages: Iterable[str]) -> Question:
    """Read a question about texts in those languages.

    Raises QuestionEmpty where no word is in it, QuestionTooLong beyond 4,000 characters, and QuestionUnsearchable where
    nothing but stop words is in it and no phrase.
    """
    if len(about) > LONGEST_QUESTION:
        raise QuestionTooLong(len(about), LONGEST_QUESTION)
    asked = list(dict.fromkeys(words(about)))
    if not asked:
        raise QuestionEmpty
    spoken = tuple(languages)
    terms = tuple(term_of(word, spoken) for word in asked if not _is_stop(word, spoken))
    phrases = tuple(dict.fromkeys(_phrases(about)))
    if not terms and not phrases:
        raise QuestionUnsearchable
    return Question(terms, phrases)


def untagged(about: str) -> str:
    """Give a question with the words of its tags apart, as other words are."""
    return _TAG.sub(lambda tag: _apart(tag[1]), about) if "#" in about or "＃" in about else about


def _apart(tag: str) -> str:
    small = zip(tag, tag[1:] + " ", strict=True)
    spaced = "".join(f"{one} " if one.islower() and following.isupper() else one for one, following in small)
    return _WITHIN.sub(" ", spaced)


def terms_of(about: str) -> tuple[str, ...]:
    """Give the words of a question, as they are compared, each once: its terms if all of them stand in the texts."""
    return tuple(dict.fromkeys(words(about)))


def term_of(word: str, languages: Iterable[str]) -> Term:
    """Make a term of a folded word. An abbreviation is looked up without its full stops, too: "U.N." finds "UN"."""
    spoken = tuple(languages)
    plain = word.replace(".", "")
    forms = (word,) if plain == word or _is_stop(plain, spoken) else (word, plain)
    stems = tuple(dict.fromkeys(stem(form, language) for form in forms for language in spoken)) or forms
    others = dict.fromkeys(other for language in spoken for other in kin(word, language))
    return Term(word, stems, tuple(other for other in others if other.stem not in stems))


def _is_stop(word: str, languages: tuple[str, ...]) -> bool:
    """Whether a word is a stop word in a language of the texts. Scripts keep most languages apart; "die" stays lost."""
    return any(is_stop(word, language) for language in languages)


def _phrases(about: str) -> Iterator[tuple[str, ...]]:
    for found in _PHRASE.finditer(about):
        every = (tuple(words(part)) for part in _LEFT_OUT.split(found.group(1)))
        yield from filter(None, every)
