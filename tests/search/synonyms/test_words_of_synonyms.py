"""Words and phrases of groups are known in a question: in any script, in other forms, the longest first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.search.analysis import words
from bot.search.synonyms import Synonyms, grouped, shipped
from bot.search.synonyms.groups import Entry, meaningless
from bot.search.synonyms.wordforms import asked, written

SHIPPED = [entry for group in shipped() for entry in group]


def known(question: str) -> list[str]:
    telling = [word for word in words(question) if not meaningless(word)]
    return [reading.entry.written for reading in grouped().readings(telling)]


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("the wars of Ukraine", ["war", "Ukraine"]),
        ("перемир'ям у Києві", ["перемирʼя", "Київ"]),
        ("про Україну й армію", ["Україна", "армія"]),
        ("прекращения огня в Украине", ["прекращение огня", "Украина"]),
        ("в Риме и Париже", ["Рим", "Париж"]),
        ("בקייב ובישראל", ["קייב", "ישראל"]),
        ('האו"ם וצה"ל', ["או״ם"]),
        ("وقف إطلاق النار والحرب", ["وقف إطلاق النار", "حرب"]),
        ("the World War of the world", ["World War", "world"]),
        ("United Nations Security Council", ["United Nations", "Security Council"]),
        ("U.S. and USA", ["U.S.", "USA"]),
        ("ринку і бібліотекою", ["ринок", "бібліотека"]),
        ("концом войны и рынков", ["конец", "война", "рынок"]),
        ("моя книга о мире и победил", ["книга", "мир", "победа"]),
        ("voting in the elections", ["vote", "election"]),
        ("מעזה ומישראל", ["עזה", "ישראל"]),
        ("הפלסטינים ברוסיה", ["פלסטיני", "רוסיה"]),  # "רוסית" has another ending
        ("בממשלת המדינות", ["ממשלה", "מדינה"]),
        ("بالقاهرة وفي مصر", ["القاهرة", "مصر"]),
        ("سلام وحرب لغزة", ["سلام", "حرب", "غزة"]),
    ],
)
def test_words_are_known_in_their_forms(question: str, found: list[str]) -> None:
    assert known(question) == found


@pytest.mark.parametrize(
    "question",
    [
        *("мои данные", "перо и бумага", "обман", "чужой", "gazelle", "משחה", "the of and"),
        # Other words, of which an ending or a particle makes something else.
        *("стал сталася стати", "угол и угла", "семь", "синьо", "леся"),
        *("important authorities", "a polite response", "busy hospitality", "ironic"),
        *("מכיוון", "מורכבת", "שמים", "מסיבה", "מכשיר"),
        *("واحد", "كاميرا", "طالبة", "كمال", "بطاقة"),
    ],
)
def test_a_word_that_only_begins_alike_is_another(question: str) -> None:
    assert known(question) == []


@pytest.mark.parametrize(
    ("word", "meant"),
    [("міст", ["bridge", "city"]), ("другої", ["second"]), ("other", []), ("містами", ["bridge", "city"])],
)
def test_a_form_of_two_words_may_be_either(word: str, meant: list[str]) -> None:
    english = {entry.written for reading in grouped().readings([word]) for entry in reading.others}
    assert all(one in english for one in meant)
    assert bool(english) == bool(meant)


@given(st.sampled_from(SHIPPED))
def test_every_word_is_known_as_it_is_written(entry: Entry) -> None:
    found = next(grouped().readings(entry.telling))
    assert found.entry.telling == entry.telling


@given(st.sampled_from(shipped()), st.data())
def test_what_is_read_as_another_is_read_back(group: tuple[Entry, ...], data: st.DataObject) -> None:
    one = data.draw(st.sampled_from(group))
    alone = Synonyms([group])
    (found,) = alone.readings(one.telling)
    for other in found.others:
        (back,) = alone.readings(other.telling)
        assert found.entry.words in {entry.words for entry in back.others}
        assert other.written != found.entry.written


@given(st.lists(st.sampled_from([*(word for entry in SHIPPED for word in entry.telling), "dyke", "шлюз"]), max_size=12))
def test_no_two_readings_overlap(question: list[str]) -> None:
    at = 0
    for reading in grouped().readings(question):
        assert at <= reading.start < reading.stop <= len(question)
        at = reading.stop


@given(st.text(min_size=1, max_size=30))
def test_any_word_has_forms(word: str) -> None:
    for folded in words(word):
        assert folded in written(folded)
        assert folded in asked(folded)
