"""Groups of words and phrases that are one thing, as files and the configuration give them: `truce = ceasefire`.

Each line is a group. Forms of one word that are too different to be known by their ending have / between them
(`child/children = дитина/діти`); a word that would be another one in a language with the same letters has its language
before it (`uk:питання = ru:вопрос`). What a person got wrong is a line of ConfigInvalid, with the place where it is.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain
from pathlib import Path

from bot import strict_yaml
from bot.errors import ConfigInvalid
from bot.search.analysis import is_stop, stops_among, words

# The key of the configuration under which an operator's groups stand, or the path of their file.
KEY = "search.synonyms"
MOST_GROUPS = 5_000
MOST_ENTRIES = 40
LONGEST, MOST_WORDS = 80, 8
# A word that holds sentences together in any of these languages tells nothing of what a phrase is about.
_LANGUAGES = ("en", "uk", "ru", "he", "ar")
FILES = ("names.yaml", "words.yaml")
_LINE = "- "


@dataclass(frozen=True, slots=True)
class Entry:
    """A word or phrase of a group: its folded words, and those of them that carry meaning.

    `written` is how it is written, or the first form of it where it is another; `language` is given where it counts.
    """

    written: str
    words: tuple[str, ...]
    telling: tuple[str, ...]
    language: str | None = None


Group = tuple[Entry, ...]


def read(given: str | Sequence[str] | None) -> tuple[Group, ...]:
    """Read an operator's groups: lines, or the path of a YAML file that is a list of them. Raises ConfigInvalid."""
    if given is None:
        return ()
    if not isinstance(given, str):
        return _checked(given, KEY, KEY)
    try:
        lines = strict_yaml.load(Path(given).expanduser().read_text(encoding="utf-8"))
    except OSError as failed:
        raise ConfigInvalid(given, (f"{KEY}: cannot be read: {failed.strerror}",)) from None
    except UnicodeDecodeError:
        raise ConfigInvalid(given, (f"{KEY}: not UTF-8 text",)) from None
    except strict_yaml.Refused as refused:
        raise ConfigInvalid(given, tuple(f"{KEY}: {problem}" for problem in refused.problems)) from None
    if not (lines is None or (isinstance(lines, list) and all(isinstance(line, str) for line in lines))):
        raise ConfigInvalid(given, (f"{KEY}: a list of lines like “truce = ceasefire” is expected",))
    return _checked(lines or (), given, "")


@cache
def shipped() -> tuple[Group, ...]:
    """Read the groups that come with the bot.

    Their files are YAML of one kind of line, and read as such lines: that is fifty times as quick. Which of their words
    carry no meaning is asked for all of them at once.
    """
    files = [Path(__file__).with_name(name).read_text(encoding="utf-8") for name in FILES]
    every = {word for file in files for word in words(file)}
    small = set[str]().union(*(stops_among(every, language) for language in _LANGUAGES))
    lines = (line for file in files for line in file.splitlines())
    return tuple(group_of(line.removeprefix(_LINE), small.__contains__) for line in lines if line.startswith(_LINE))


def group_of(line: str, small: Callable[[str], bool] | None = None) -> Group:
    """Read a group. What is said twice in it counts once. `small` tells which words carry no meaning."""
    entries = (entry for part in line.split("=") for entry in _forms(part, small or meaningless))
    return tuple({entry.words: entry for entry in entries}.values())


def _forms(part: str, small: Callable[[str], bool]) -> Iterator[Entry]:
    """Read the forms of a word or phrase; they go by the first of them."""
    language, forms = _split(part)
    yield from (replace(entry_of(form, small), written=forms[0], language=language) for form in forms)


def _split(part: str) -> tuple[str | None, list[str]]:
    """Give the language that stands before a word or phrase, and its forms."""
    before, colon, after = part.strip().partition(":")
    language = before if colon and before in _LANGUAGES else None
    return language, [form.strip() for form in (after if language else part).split("/")]


def entry_of(written: str, small: Callable[[str], bool] | None = None) -> Entry:
    """Read a word or phrase. `small` tells which words carry no meaning."""
    folded = tuple(words(written))
    telling = tuple(word for word in folded if not (small or meaningless)(word))
    return Entry(written, folded, folded if telling == folded else telling)


def meaningless(word: str) -> bool:
    """Whether a folded word only holds sentences together, in a language of the groups."""
    return any(is_stop(word, language) for language in _LANGUAGES)


def arranged(own: Sequence[Group], others: Iterable[Group]) -> tuple[Group, ...]:
    """Put an operator's own groups together with each of the others that has a word in common with them."""
    places = {entry.words: at for at, group in enumerate(own) for entry in group}
    joined: set[int] = set()
    found: list[Group] = []
    for group in others:
        shared = sorted({places[entry.words] for entry in group if entry.words in places})
        joined.update(shared)
        whole = chain(group, *(own[at] for at in shared))
        found.append(tuple({entry.words: entry for entry in whole}.values()) if shared else group)
    return (*found, *(group for at, group in enumerate(own) if at not in joined))


def _checked(lines: Sequence[str], file: str, path: str) -> tuple[Group, ...]:
    """Read lines. Raises ConfigInvalid with a line for each problem: where it stands, and what is expected."""
    if len(lines) > MOST_GROUPS:
        raise ConfigInvalid(file, (f"{KEY}: at most {MOST_GROUPS} groups are expected, found {len(lines)}",))
    problems = [f"{path}[{at}]: {wrong}" for at, line in enumerate(lines) for wrong in _problems(line)]
    places: dict[tuple[str, ...], int] = {}
    for at, group in enumerate(map(group_of, lines) if not problems else ()):
        for entry in group:
            if (first := places.setdefault(entry.words, at)) != at:
                both = f"{path}[{first}] and {path}[{at}]"
                problems.append(f"{both}: “{entry.written}” stands in both: make one group of them, or leave it out")
    if problems:
        raise ConfigInvalid(file, tuple(problems))
    return tuple(map(group_of, lines))


def _problems(line: str) -> Iterator[str]:
    """Say what is wrong with a line."""
    parts = [part.strip() for part in line.split("=")]
    if len(parts) == 1:
        yield "two words or phrases with “=” between them are expected"
        return
    forms = [form for part in parts for form in _split(part)[1]]
    if len(forms) > MOST_ENTRIES:
        yield f"at most {MOST_ENTRIES} words or phrases are expected, found {len(forms)}"
        return
    seen: set[tuple[str, ...]] = set()
    for form in forms:
        entry = entry_of(form[: LONGEST + 1])
        wrong = _problem(form, entry)
        if wrong or entry.words in seen:
            yield wrong or f"“{form}” stands twice"
        seen.add(entry.words)


def _problem(form: str, entry: Entry) -> str | None:
    """Say what is wrong with a word or phrase; None where nothing is."""
    if len(form) > LONGEST or len(entry.words) > MOST_WORDS:
        return f"“{form[:LONGEST]}” is longer than {LONGEST} characters or {MOST_WORDS} words"
    if not entry.words:
        return f"a word is expected on each side of “=”, found “{form}”"
    return None if entry.telling else f"“{form}” only holds sentences together, and is never searched for"
