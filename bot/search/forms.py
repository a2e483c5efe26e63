"""What is indexed of a word, worked out once for each spelling: millions of words are a few ten thousand spellings."""

from dataclasses import dataclass
from operator import attrgetter

from bot.search.analysis import fold, is_stop, stem, stemmed
from bot.search.letters import attaching, runs, term_of

# Spellings that are remembered while texts are written; a text has fewer, and memory must stay flat.
_REMEMBERED = 100_000
# So many passages of a text tell how rare runs of letters are, and of the others one in so many: where words have
# stemmers, runs only weigh, and a sample of them weighs as well.
_TOLD = 64
_ONE_IN = 8
_LETTERS = attrgetter("letters")


@dataclass(frozen=True, slots=True)
class Form:
    """A word as it is indexed: folded, its stem, its runs of letters, and its stem again unless it is a stop word."""

    word: str
    stem: str
    letters: str
    content: str


class Forms(dict[str, Form]):
    """The forms of a language's words, by how they are spelt."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language

    def __missing__(self, spelt: str) -> Form:
        if len(self) > _REMEMBERED:
            self.clear()
        word = fold(spelt)
        letters, root = " ".join(map(term_of, runs(word))), stem(word, self._language)
        found = self[spelt] = Form(word, root, letters, "" if is_stop(word, self._language) else root)
        return found

    @staticmethod
    def telling(number: int) -> bool:
        """Whether a text's passage with that number tells what is frequent and what is rare in it."""
        return number <= _TOLD or number % _ONE_IN == 0

    def letters_of(self, number: int, standing: list[Form]) -> str:
        """Give the runs of letters that are indexed of a text's passage with that number.

        They are searched where a language has no stemmer or writes particles on to words; elsewhere they only weigh.
        """
        searched = not stemmed(self._language) or any(attaching(form.word) for form in standing[:_ONE_IN])
        if searched or self.telling(number):
            return " ".join(set(map(_LETTERS, standing)))
        return ""
