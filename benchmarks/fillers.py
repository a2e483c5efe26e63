"""Passages that look like news and are about nothing: what a large library holds besides the texts that people quote.

They share the topics, names and set phrases of real reporting, so that they have runs of words in common with each
other and with any message; one in twelve is boilerplate with a word or two changed, one in twenty a passage said again
with changes. The same seed makes the same passages.
"""

import random
from collections.abc import Iterator


def _listed(text: str) -> list[str]:
    return text.split("|")


def _words(text: str) -> list[str]:
    return text.split()


_WHO = _listed(
    "the Prime Minister|the foreign minister of {c}|the President of {c}|a spokesperson for the United Nations|"
    "the Security Council|members of the {g} community|a senior official in {p}|the opposition in {c}|"
    "human rights groups|aid workers in {p}|the State of Israel|the Ukrainian government|the White House|"
    "the Biden administration|Russian forces|the Israeli army|activists from {p}|the mayor of {p}|"
    "residents of {p}|the author of the report|{n}|{n} and {n}|the {g} people|volunteers from the {g} diaspora|"
    "the European Union|Palestinian families|Ukrainian refugees|a group of students|the Western left|"
    "the Global South|local authorities|the Ministry of Defense|economists at the central bank"
)
_DID = _listed(
    "said on {d} that|told reporters that|has repeatedly warned that|argued in a statement that|made clear that|"
    "did not say whether|announced that|insisted that|acknowledged that|denied that|reminded the audience that|"
    "believes that|wrote that|confirmed in an interview that|pointed out that"
)
_WHAT = _listed(
    "the war in Ukraine|the two-state solution|the territorial integrity of {c}|military support for {c}|"
    "sanctions against {c}|the right to self-defense|a ceasefire in {p}|the evacuation of civilians from {p}|"
    "the price of bread in {p}|air defense systems|humanitarian corridors|public relations|the invasion of {c}|"
    "solidarity between oppressed peoples|the struggle for liberation|war crimes in {c}|the occupation of {p}|"
    "field hospitals in {p}|the shelling of {p}|relations with {c}|the annexation of Crimea|"
    "the bomb shelters in {p}|towns and cities in {c}|the cost of the {a} reform|"
    "the {a} archive of the {g} museum|international law|the new budget|a {a} agreement with {c}|"
    "the supply of medical equipment"
)
_IS = _listed(
    "should be at the top of the agenda|will not be resolved this year|has become a matter of {a} debate|"
    "is one of the most important questions of our time|could change the course of the negotiations|"
    "must not be forgotten|depends on the help of other countries|has been discussed for {k} years|"
    "was the subject of a long phone call on {d}|remains {a} and {a}|is far from over|"
    "would save the lives of civilians|has cost at least {k} million dollars|was not mentioned in the final text|"
    "needs a just and lasting settlement|had been postponed until {d}|is no longer in the interest of {c}"
)
_TAIL = _listed(
    "according to a press release|for the first time since {y}|in the early 1990s|"
    "on the sidelines of a summit in {p}|with hardly any help from outside|at the same time|"
    "in the eastern part of {c}|as well as in {p}|in most cases|at the moment|while in fact the opposite is true|"
    "in the course of the last {k} months|all over the world|when they needed it most|because of the {a} weather|"
    "and this is only the beginning|despite the protests in {p}|during the civil war in {c}|"
    "of which little is known|under the eyes of the press"
)
_START = _listed(
    "In fact, |At the same time, |By contrast, |However, |For its part, |Last year in {p}, |"
    "It is also important to note that |||||||||"
)
_BOILERPLATE = (
    "This article was first published on {d} by the {a} desk and has been updated since. Readers who wish to "
    "comment are asked to keep to the rules of the house, to stay on the subject, and to sign with their own "
    "name. {n} edits the page.",
    "Support independent reporting from {c}. Our newsroom in {p} depends on its readers, not on advertising. If "
    "every reader gave as little as {k} cents a day, we could pay for another correspondent, says our publisher "
    "{n}.",
    "{n} is a journalist and translator who writes about the cities of {c}, {a} politics and the history of the "
    "press. She lives in {p} and is a regular contributor to several magazines.",
    "A man walks past a destroyed building in {p}, {c}, on {d}. Photo: {n}, courtesy of the agency. All rights "
    "reserved, no reproduction without the written permission of the owner.",
    "Do you have a tip or a correction about {c}? Write to the {a} desk in {p}. We read everything that we are "
    "sent, and we answer as soon as we can. Please do not send attachments larger than {k} megabytes.",
)
_COUNTRIES = _words(
    "Ukraine Russia Israel Palestine Poland China Germany Turkey Syria Iran Georgia Moldova Tajikistan Egypt "
    "Jordan Lebanon"
)
_CITIES = _words(
    "Kyiv Kharkiv Mariupol Sumy Uman Donetsk Odesa Lviv Moscow Gaza Hebron Haifa Jerusalem Warsaw Berlin Geneva "
    "London Washington"
)
_GROUPS = _words("Jewish Ukrainian Palestinian Russian Israeli Muslim Catholic Tatar Armenian Romanian")
_PLAIN = _words(
    "long bitter open public quiet global local difficult serious early late common mutual new former joint legal"
)
_DAYS = _words("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
_SYLLABLES = [c + v for c in "bdfgklmnprstvzh" for v in "aeiou"]
_WORDS_TAIL = 40_000


def fillers(many: int, seed: int = 7) -> Iterator[str]:
    """Make passages of 30 to 80 words, one after the other."""
    rng = random.Random(seed)
    tail = _rare(rng)
    recent: list[str] = []
    for _ in range(many):
        kind = rng.random()
        if kind < 0.08:
            text = _filled(rng, tail, rng.choice(_BOILERPLATE))
        elif kind < 0.13 and recent:
            text = _changed(rng, tail, rng.choice(recent))
        else:
            text = " ".join(_sentence(rng, tail) for _ in range(rng.choice((1, 2, 2, 3))))
        if len(recent) < 500:
            recent.append(text)
        else:
            recent[rng.randrange(500)] = text
        yield text


def _rare(rng: random.Random) -> list[str]:
    return [
        "".join(rng.choices(_SYLLABLES, k=rng.choice((2, 3, 3, 4)))) + rng.choice(("", "n", "s", "r", "l"))
        for _ in range(_WORDS_TAIL)
    ]


def _sentence(rng: random.Random, tail: list[str]) -> str:
    start, who, did, what, verb, where = (rng.choice(part) for part in (_START, _WHO, _DID, _WHAT, _IS, _TAIL))
    frame = f"{start}{who} {did} {what} {verb}, {where}."
    text = _filled(rng, tail, frame)
    return text[0].upper() + text[1:]


def _filled(rng: random.Random, tail: list[str], frame: str) -> str:
    parts = frame.split("{")
    return parts[0] + "".join(_slot(rng, tail, part[0]) + part[2:] for part in parts[1:])


def _slot(rng: random.Random, tail: list[str], kind: str) -> str:
    if kind == "n":
        return f"{_zipf(rng, tail).capitalize()} {_zipf(rng, tail).capitalize()}"
    if kind == "a":
        return _zipf(rng, tail) if rng.random() < 0.5 else rng.choice(_PLAIN)
    if kind in "ky":
        return str(rng.randint(2, 90) if kind == "k" else rng.randint(1890, 2024))
    if kind == "p" and rng.random() < 0.4:
        return _zipf(rng, tail).capitalize()
    return rng.choice({"c": _COUNTRIES, "p": _CITIES, "g": _GROUPS, "d": _DAYS}[kind])


def _zipf(rng: random.Random, tail: list[str]) -> str:
    return tail[int(len(tail) ** rng.random()) - 1]


def _changed(rng: random.Random, tail: list[str], text: str) -> str:
    words = text.split(" ")
    for _ in range(max(1, len(words) // 12)):
        words[rng.randrange(len(words))] = rng.choice((_zipf(rng, tail), rng.choice(_PLAIN), rng.choice(_CITIES)))
    return " ".join(words)
