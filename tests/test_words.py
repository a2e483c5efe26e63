"""The bot's own sentences: every language says the same things, and every error has its sentence."""

import re
from pathlib import Path

import pytest
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import FluentParser, ast
from hypothesis import given
from hypothesis import strategies as st

import bot.errors
from bot.errors import CommonplaceError
from bot.shipped import locales
from bot.words import Words, languages, words


def messages(language: str) -> dict[str, set[str]]:
    """Give every message id of a language with the variables that it uses."""
    found: dict[str, set[str]] = {}
    for file in sorted((locales() / language).glob("*.ftl")):
        for entry in FluentParser().parse(file.read_text(encoding="utf-8")).body:
            assert not isinstance(entry, ast.Junk), f"{file.name}: {entry.content[:80]}"
            if isinstance(entry, ast.Message):
                assert entry.id.name not in found, f"{entry.id.name} stands twice"
                text = file.read_text(encoding="utf-8")[entry.span.start : entry.span.end]
                found[entry.id.name] = set(re.findall(r"\$([\w-]+)", text))
    return found


def concrete_errors(root: type[CommonplaceError] = CommonplaceError) -> list[type[CommonplaceError]]:
    found = [] if root.__subclasses__() else [root]
    for child in root.__subclasses__():
        found += concrete_errors(child)
    return found


@pytest.mark.parametrize("language", [name for name in languages() if name != "en"])
def test_a_language_has_the_same_sentences_with_the_same_values(language: str) -> None:
    english, other = messages("en"), messages(language)
    assert english.keys() == other.keys()
    different = {name for name, values in english.items() if values != other[name]}
    assert not different


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("error", concrete_errors(), ids=lambda error: error.__name__)
def test_every_error_has_a_sentence_that_uses_only_its_fields(error: type[CommonplaceError], language: str) -> None:
    fields = list(error.__dataclass_fields__)
    values = {"problems": ("a: b", "c: d"), "known": ("x", "y"), "suggestions": ("x",), "limit": 3, "length": 4}
    values |= {"days": 30, "seconds": 5, "found": 9, "expected": "1–5"}
    made = error(**{name: values.get(name, "name") for name in fields})
    assert Words(language).explain(made).strip()


def test_the_tree_on_top_of_the_errors_names_them_all() -> None:
    assert bot.errors.__doc__ is not None
    missing = [error.__name__ for error in concrete_errors() if error.__name__ not in bot.errors.__doc__]
    assert not missing


@pytest.mark.parametrize(
    ("locale", "language"), [("en-GB", "en"), ("uk", "uk"), ("uk_UA", "uk"), ("fr", "en"), ("", "en")]
)
def test_a_locale_finds_its_language(locale: str, language: str) -> None:
    assert words(locale).language == language


def test_a_sentence_that_is_not_there_is_a_bug() -> None:
    with pytest.raises(KeyError):
        Words().say("no-such-sentence")
    with pytest.raises(ValueError, match="error-question-too-long"):
        Words().say("error-question-too-long")


def test_a_value_from_right_to_left_is_isolated() -> None:
    hebrew = "\u05e9\u05dc\u05d5\u05dd"
    said = Words().say("rights-answer", title=hebrew, limit=5)
    assert f"\u2068{hebrew}\u2069" in said
    assert "\u2068" not in Words().say("rights-answer", title="A title", limit=5)


@given(st.text(max_size=50))
def test_a_value_cannot_become_part_of_a_sentence(value: str) -> None:
    said = Words().say("rights-answer", title=value, limit=5)
    assert value in said


@pytest.mark.parametrize("language", languages())
def test_sentences_are_what_fluent_reads_in_the_whole_files(language: str) -> None:
    whole = FluentBundle([language], use_isolating=False)
    for file in sorted((locales() / language).glob("*.ftl")):
        whole.add_resource(FluentResource(file.read_text(encoding="utf-8")))
    for message, names in messages(language).items():
        values = dict.fromkeys(names, 3)
        pattern = whole.get_message(message).value
        assert pattern is not None
        assert words(language).say(message, **values) == whole.format_pattern(pattern, values)[0]


@given(st.text(max_size=20), st.sampled_from(["all", "yes", "no"]), st.integers(1, 60))
def test_values_are_filled_in_as_fluent_would(about: str, many: str, passages: int) -> None:
    values = {"about": about, "many": many, "passages": passages, "shown": 3, "texts": 2, "searched": 5}
    whole = FluentBundle(["en"], use_isolating=False)
    whole.add_resource(FluentResource((locales() / "en" / "commands.ftl").read_text(encoding="utf-8")))
    pattern = whole.get_message("quote-title").value
    assert pattern is not None
    shown = values | {
        "about": f"\u2068{about}\u2069" if re.search("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]", about) else about
    }
    assert words("en").say("quote-title", **values) == whole.format_pattern(pattern, shown)[0]


def test_every_file_is_there_in_every_language() -> None:
    names = {language: {file.name for file in Path(locales() / language).glob("*.ftl")} for language in languages()}
    assert all(found == names["en"] for found in names.values())
