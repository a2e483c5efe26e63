"""Who a message says the words are of: found in every form that people type, and compared with who says them."""

import pytest

from bot.model import VerdictKind
from bot.quotation import check
from bot.quotation.claims import claim
from bot.quotation.speakers import same, skeleton
from tests.quotation.library import texts

TEXTS = texts()
SAID = "We did not sell the manuscripts to anyone"

FORMS = """
{n}: “{q}”|{f}: {q}|**{n}**: “{q}”|**{n}:** “{q}”|{n} (a guide): “{q}”|{n} - “{q}”|{n} –> “{q}”|{l}: “{q}”
{n} said “{q}”|{l} said “{q}”|{n} has said that “{q}”|{n} once told us “{q}”|{n} told reporters that “{q}”
{n}, who was there, said: “{q}”|{n} tweeted “{q}”|{n} is the one who said “{q}”|Did {n} really say “{q}”?
Dr. {n} said “{q}”|Dr {f} said “{q}”|@{n} said “{q}”|Prof. {f}: “{q}”|{n} said that {q}|{f} said {q}|Did {f} say {q}?
According to {n}, “{q}”|According to {n}: {q}|as {n} puts it, “{q}”|In {n}'s words, “{q}”|in the words of {n}: “{q}”
{n}'s claim that “{q}”|{n}'s quote: “{q}”|Quote from {n}: “{q}”|To quote {n}, “{q}”|per {f}: {q}|from {n}: “{q}”
“{q}” - {n}|“{q}” -{n}|“{q}” ~ {n}|“{q}” — {l}|“{q}” ({n})|“{q}” ({f}, 2019)|“{q}” [{n}]|“{q}” by {n}
“{q}”, {n} said|“{q},” said {n} yesterday|“{q}”, says {f}|“{q}”, as {n} put it|“{q}” is what {n} said
“{q}” was said by {n}|“{q}” (said by {n})|> {q}⏎— {n}|> {q}⏎> — {n}|> {q}⏎{n}|“{q}”⏎⏎- {n}, in the report
«{q}», – сказала {n}|Как сказала {n}: «{q}»|За словами {n}, «{q}»|Laut {n} „{q}“|„{q}“, sagte {n}|“{q}”, selon {n}
"""
ALL = [form.replace("⏎", "\n") for line in FORMS.strip().split("\n") for form in line.split("|")]


def told(form: str, name: str) -> str:
    return form.format(n=name, f=name.split()[-1], l=name.lower(), q=SAID)


@pytest.mark.parametrize("form", ALL)
def test_words_given_to_somebody_else_are_told_in_every_form(form: str) -> None:
    report = check(told(form, "Marta Vidal"), TEXTS)
    (quote,) = report.quotes
    assert quote.verdict is VerdictKind.EXACT
    assert quote.misattribution is not None
    assert "vidal" in quote.misattribution.claimed.lower()
    assert quote.misattribution.speaker.name == "Harold Osei"
    assert report.verdict is VerdictKind.ALTERED


@pytest.mark.parametrize("form", ALL)
def test_words_given_to_who_says_them_are_exact_in_every_form(form: str) -> None:
    (quote,) = check(told(form, "Harold Osei"), TEXTS).quotes
    assert (quote.verdict, quote.misattribution) == (VerdictKind.EXACT, None)


@pytest.mark.parametrize(
    "frame",
    [
        "Quote: “{}”", "Important: “{}”", "Berlin: “{}”", "“{}” (Chapter 3)", "“{}” - Thoughts?", "“{}” (Monday)",
        "“{}” — Monday's reading", "Article says “{}”", "Everybody says “{}”", "From the Guardian: “{}”",
        "She said “{}”",
        "The author writes “{}”", "Today I read “{}”", "“{}” is what he said", "Стаття каже: «{}»", "Jonas: “{}”",
        "“{}” Great line!", "It says here: “{}”", "as they say: “{}”", "My notes – “{}”", "“{}”, I say",
    ],
)  # fmt: skip
def test_what_names_nobody_is_no_claim(frame: str) -> None:
    (quote,) = check(frame.format("The alleged thief had visited the archive seventeen times"), TEXTS).quotes
    assert quote.verdict is VerdictKind.EXACT
    assert quote.misattribution is None or frame.startswith("Jonas")


def test_each_quote_has_the_claim_beside_it() -> None:
    message = "{}: “Some readers return every book.” {}: “She told him that he had misread her map.”"
    right = check(message.format("Priya Raman", "Jonas Eklund"), TEXTS)
    assert right.verdict is VerdictKind.EXACT
    wrong = check(message.format("Jonas Eklund", "Priya Raman"), TEXTS)
    assert [q.misattribution.claimed for q in wrong.quotes if q.misattribution] == ["Jonas Eklund", "Priya Raman"]


@pytest.mark.parametrize("said", ["never said", "denied that", "said it is not true that", "said that perhaps"])
def test_what_turns_an_unmarked_quote_is_no_claim_alone(said: str) -> None:
    (quote,) = check(f"Osei {said} we did not sell the manuscripts to anyone", TEXTS).quotes
    assert quote.verdict is VerdictKind.ALTERED


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Marta Vidal", "Marta Vidal", True), ("Vidal", "Marta Vidal", True), ("Dr. M. Vidal", "Marta Vidal", True),
        ("Vidal Marta", "Marta Vidal", True), ("Marta", "Marta Vidal", True), ("Marta Eklund", "Marta Vidal", False),
        ("Harold Osei", "Marta Vidal", False), ("Гарольд Осей", "Harold Osei", True), ("Осея", "Harold Osei", True),
        ("Марта Відаль", "Harold Osei", False), ("הרולד אוסיי", "Harold Osei", True),
        ("هارولد أوسي", "Harold Osei", True),
        ("מרתה וידאל", "Marta Vidal", True), ("Зеленського", "Volodymyr Zelensky", True), ("M.", "Marta Vidal", True),
    ],
)  # fmt: skip
def test_names_of_one_person(one: str, other: str, alike: bool) -> None:
    assert same(one, other) is alike


def test_consonants_of_a_name() -> None:
    assert skeleton("Харків") == skeleton("Kharkiv")
    assert skeleton("Марія") == skeleton("Maria")


def test_a_claim_says_where_it_stands() -> None:
    message = "I think Marta Vidal said “nothing at all”"
    found = claim(message, message.index("nothing"), len(message) - 1)
    assert found is not None
    assert message[found.start : found.end] == "Marta Vidal said “"
