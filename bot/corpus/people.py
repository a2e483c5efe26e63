"""The persons, offices and groups that a text names: their full names, what they are called, and he or she."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice

from bot.corpus.abjads import is_called, is_office, kunyas, mentioned, named, untitled
from bot.corpus.bodies import CALLED, whole_name
from bot.corpus.fullnames import is_oblique
from bot.corpus.given_names import sex_of_given
from bot.corpus.mentions import tidy
from bot.corpus.names import is_name, names_in
from bot.corpus.offices import noun_sex, offices, signs
from bot.corpus.releases import issuer
from bot.corpus.slavic_names import (
    agrees,
    alike,
    declined,
    follows_office,
    is_calling,
    is_genitive,
    of_office,
    past_place,
    sex_of,
    surnames_of,
)
from bot.corpus.slavic_words import BODIES, OFFICES
from bot.corpus.subjects import sound
from bot.corpus.words import low_words, word_set

_CYRILLIC = re.compile("[\u0400-\u04ff]")
# After these words a Ukrainian or Russian name is not in its first case.
_OBLIQUE = re.compile(
    r"(?<!\w)(?:слова|словам|словами|думку|мнению|даними|данным|переконання|убеждению|погляду|зору|зрения|оцінкою|оценке|"
    r"версією|версии|від|для|про|до|от|об|к|у|з|із|с|со|между|між)\s(?:[а-яіїєґ]+\s){0,3}$"
)
# Before a name in the genitive: how one is addressed. Ukrainian, Russian.
_ADDRESS = word_set("пана пані господина госпожи доктора докторки професора професорки профессора отця отца")
_ENDING = 2  # letters by which a Slavic name's cases may differ
_MANY = 50  # holders of an office beyond whom nobody can be told from the others


class People:
    """The persons, offices and groups that a text has named so far, as far as mentions must be resolved."""

    def __init__(self) -> None:
        self._by_surname: dict[str, dict[str, None]] = defaultdict(dict)
        self._stems: dict[str, dict[str, None]] = defaultdict(dict)
        self._within: set[str] = set()
        self._alone: set[str] = set()
        self._caseless: dict[str, dict[str, None]] = defaultdict(dict)
        self._kunyas: Counter[str] = Counter()
        self._sex: dict[str, str] = {}
        self._bodies: dict[str, dict[str, None]] = defaultdict(dict)
        self._offices: dict[str, dict[str, None]] = defaultdict(dict)
        self.release: str | None = None
        self.last: str | None = None
        self.last_at = -9

    def overlook(self, words: str) -> frozenset[str]:
        """Note what all of a text tells of who is a man, who a woman, and who holds which office.

        Gives the different words that stand there, folded.
        """
        low = words.casefold()
        said = low_words(low)
        if mothers := list(kunyas(words)):
            self._kunyas.update(name for name, _ in mothers)
        for name, told in (*named(words), *mothers):
            if told:
                self.note_sex(name, told)
        for name, sex in signs(words, low, said):
            self.note_sex(tidy(name), sex)
        for office, holder in offices(words, low, said):
            name = tidy(holder)
            if name and name[0].isupper():
                self._offices[office.casefold()].setdefault(name)
        return said

    def note_sex(self, name: str, sex: str) -> None:
        """Note that a person is spoken of as "he" (m) or "she" (f); who is spoken of as both is taken for neither."""
        for known in dict.fromkeys((name, *name.split()[-1:])):
            self._sex[known] = sex if self._sex.get(known, sex) == sex else ""

    def fits(self, name: str, sex: str | None) -> bool:
        """Whether "he" (m) or "she" (f) can be this person or office, for all that the text tells."""
        known = noun_sex(name) or self._sex_of(name)
        return not sex or not known or known == sex

    def is_known(self, name: str, sex: str | None) -> bool:
        """Whether the text tells that this person is he (m) or she (f)."""
        return sex is not None and self._sex_of(name) == sex

    def _sex_of(self, name: str) -> str | None:
        """What the text tells of a person, or of whoever has that surname where only one has."""
        surname = name.split()[-1]
        several = len(self._by_surname.get(surname, {})) + len(self._caseless.get(surname, {})) > 1
        return (
            self._sex.get(name) or (None if several else self._sex.get(surname)) or sex_of(name) or sex_of_given(name)
        )

    def holder(self, office: str) -> str | None:
        """The only person whom the text names with an office, by their full name."""
        holders = self._offices.get(office.casefold(), {})
        if not holders or len(holders) > _MANY:
            return None
        names = {self.full(name) for name in holders}
        longest = [name for name in names if not any(name != other and name in other.split() for other in names)]
        return longest[0] if len(longest) == 1 else None

    def meet(self, words: str) -> None:
        """Take note of the full names and of the papers' origins in some words."""
        slavic = not words.isascii() and _CYRILLIC.search(words) is not None
        for match in names_in(words):
            mention = match.group()
            last = mention.rpartition(" ")[2]
            if last in CALLED and (whole := whole_name(words, match.start(), match.end())) is not None:
                self._bodies[last].setdefault(tidy(whole))
                continue
            if mention.isalpha() or (name := _full_name(mention)) is None:
                if slavic:
                    self._alone.add(mention)
                continue  # one word is no full name
            if slavic and _OBLIQUE.search(words, max(0, match.start() - 60), match.start()):
                continue
            if slavic:
                if follows_office(words, match.start(), name):
                    name = past_place(name)
                if name.partition(" ")[0].casefold() in OFFICES:
                    continue
                if words[: match.start()].rstrip(" ")[-1:].isalpha():
                    self._within.add(name)
            if name.count(" ") > 1:
                name = self._past_office(name)
            surname = name.split()[-1]
            self._by_surname[surname].setdefault(name)
            self._stems[surname[:3]].setdefault(surname)
        self.release = issuer(words) or self.release
        for name, _ in named(words):
            self._caseless[name.split()[-1]].setdefault(name)
        for name, _ in kunyas(words):
            if self._kunyas[name] > 1:
                self._caseless[name.split()[-1]].setdefault(name)

    def persons(self, words: str) -> list[str]:
        """The different persons named in some words, as the fullest form of their names.

        What "the" stands before is a place or a body ("the United States"), however much it looks like a name.
        """
        found: dict[str, None] = {}
        for match in names_in(words):
            if match.group().startswith("The ") or words[: match.start()].endswith("the "):
                continue
            name = self.full(tidy(sound(match.group()) or "")) or "-"
            if is_name(name) and name in self._by_surname.get(name.split()[-1], {}):
                found.setdefault(name)
        found.update(dict.fromkeys(mentioned(words, self._caseless)))
        return list(found)

    def full(self, name: str) -> str:
        """The full name for a surname when only one person of that name was met."""
        name = self._past_office(name)
        if " " in name:
            if not _CYRILLIC.match(name):
                return name
            person = past_place(name)
            return person if person in self._by_surname.get(person.split()[-1], {}) else self._nominative(name)
        for known_as in (self._bodies, self._caseless):
            if len(found := known_as.get(name, ())) == 1:
                return next(iter(found))
        known = [full for full in self._by_surname.get(name, ()) if not is_oblique(full)]
        return known[0] if len(known) == 1 else name

    def _past_office(self, name: str) -> str:
        """A full name without the office that a sentence opens with before it: "Prosecutor Ann Ray" is "Ann Ray"."""
        if name.count(" ") < 2:
            return name
        first, _, rest = name.partition(" ")
        return rest if rest in self._offices.get(first.casefold(), ()) else name

    def nominative(self, mention: str) -> str | None:
        """The person whom a Slavic mention in the genitive means ("директорки Ірини Кметь"), if the text names them.

        What stands before the name must be a form of address, or the office that this person alone holds: "по словам
        жены Котова" are not his words.
        """
        words = mention.split()
        name = [word for word in words if word[0].isupper()]
        before = words[: len(words) - len(name)]
        if not name:
            return self._office(words)
        if words[len(before) :] != name or len(name) > 3:
            return None
        who = self._of_genitive(name)
        if who is not None and len(name) > 1 and is_calling(before):
            return who
        return who if not before or _ADDRESS.issuperset(before) or self._office(before) == who else None

    def subject(self, mention: str, sex: str | None) -> str | None:
        """The one whom a Slavic subject in the nominative means; its verb tells whether he ("m") or she ("f").

        One name alone must be the last name of somebody whom the text names in full. What only opens sentences
        ("Кравець Кметь") is no name beside another that stands within one ("Іван Кметь").
        """
        words = mention.split()
        if words[0].casefold() in BODIES:
            return mention[0].upper() + mention[1:]
        if any(word.casefold() in OFFICES for word in words[:2]):
            office = mention[0].lower() + mention[1:]
            named = self._surnamed(words[-1], sex) if words[-1] is not words[0] else None
            return named or self.holder(office) or office
        if len(words) == 1:
            return self._surnamed(mention, sex)
        name = self.full(tidy(mention))
        doubtful = name not in self._within and not self._within.isdisjoint(self._by_surname.get(words[-1], ()))
        return name if agrees(name, sex) and not doubtful else None

    def _surnamed(self, surname: str, sex: str | None) -> str | None:
        """The only person of a surname, of those with whom a verb agrees."""
        known = (other for other in islice(self._by_surname.get(surname, ()), _MANY) if not is_oblique(other))
        found = [other for other in known if agrees(other, sex)]
        return found[0] if len(found) == 1 else None

    def caseless(self, mention: str) -> str | None:
        """The one whom a Hebrew or Arabic mention names: somebody whom the text names in full, or an office or a body.

        Before the name may stand only what this person is, with the article: "מנהלת המוזיאון דנה ברק", but not
        "אחי דנה ברק".
        """
        mention, _, aside = mention.partition(", ")
        if aside and (named := self._caseless_person(untitled(aside).split())):
            return named
        words = untitled(mention).split()
        return self._caseless_person(words) or (mention if is_office(words) and not self.persons(mention) else None)

    def _caseless_person(self, words: list[str]) -> str | None:
        """The person whose last or full name ends some words, with nothing before it but what that person is."""
        known = self._caseless.get(words[-1], {}) if words else {}
        if len(words) == 1 and len(known) == 1:
            return next(iter(known))
        full = next((name for name in known if name.split() == words[-len(name.split()) :]), None)
        return full if full is not None and is_called(words[: len(words) - len(full.split())]) else None

    def _of_genitive(self, name: Sequence[str]) -> str | None:
        """The only person whose full name, or last name, can have this form in the genitive."""
        known = (other for near in islice(self._stems.get(name[-1][:3], {}), _MANY) for other in self._by_surname[near])
        found = [other for other in islice(known, _MANY) if not is_oblique(other) and is_genitive(name, other)]
        if not found and len(name) > 1:  # named in full here alone: by the surname that stands elsewhere by itself
            found = [other for other in surnames_of(name[-1]) if other in self._alone]
        return found[0] if len(found) == 1 else None

    def _office(self, words: Sequence[str]) -> str | None:
        """The only holder of an office that a Slavic language names in the genitive: "мера" is who is "мер"."""
        word, rest = words[0].casefold(), "".join(f" {other.casefold()}" for other in words[1:])
        near = [
            office for office in islice(self._offices, 10 * _MANY) if office.endswith(rest) and office[:2] == word[:2]
        ]
        fits = [office for office in near if word in of_office(office.removesuffix(rest))]
        return self.holder(fits[0]) if len(fits) == 1 else None

    def _nominative(self, name: str) -> str:
        """The name of a person whom a Slavic language names in another case: "Івана Котова" is "Іван Котов"."""
        words = name.split()
        if name in self._by_surname.get(words[-1], {}):
            return name
        near = [
            other for known in alike(self._stems.get(words[-1][:3], {}), words[-1]) for other in self._by_surname[known]
        ]
        fits = [other for other in near if declined(words, other.split())]
        return fits[0] if len(fits) == 1 else name

    def is_of(self, word: str) -> bool:
        """Whether a Slavic word is a known person's surname or given name in another case ("Берга": Ілля Берг)."""
        known = [other for others in self._by_surname.values() for other in others if word not in other.split()]
        parts = (part for other in islice(known, 200) for part in other.split())
        return any(declined([word], [part]) and abs(len(word) - len(part)) <= _ENDING for part in parts)

    def said(self, name: str | None, paragraph: int) -> None:
        """Remember who spoke last, for the pronouns that follow."""
        caseless = name is not None and name in self._caseless.get(name.split()[-1], {})
        if name and (caseless or is_name(name) or (" " not in name and name[0].isupper() and not name.endswith("s"))):
            self.last, self.last_at = name, paragraph


@lru_cache(maxsize=4096)
def _full_name(mention: str) -> str | None:
    """The full name in what looks like one, without what stands before it; None where it is none."""
    bare = sound(mention)
    name = tidy(bare) if bare and " " in bare else ""
    return name if is_name(name) else None
