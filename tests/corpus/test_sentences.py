"""Where sentences end: short last words, marks that close after the full stop, ordinals, initials, many languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.corpus.sentences import sentence_bounds


def cut(words: str) -> list[str]:
    return [words[start:end] for start, end in sentence_bounds(words)]


# Sentences that end at each "|".
TOLD = [
    "Nor do I.|The ferry waits.",
    "No.|My aunt sold it.",
    "We ask for no X and no Y.|And we mean it.",
    "Row if you can.|Swim if you must.",
    "They came from the East.|Nobody asked why.",
    "A cure for cancer.|Hope is not a plan.",
    "It was plan B.|The rest you know.",
    "He works for Rope & Sons Ltd.|The pay is bad.",
    "Rope & Sons Ltd. Birmingham makes rope.",
    "Dr. Ada Holm and Mrs. Krull met J. R. Ost and George W. Tamm.",
    "Isaac I. Holm wrote to the U.S. Senate.|In the U.S. nobody answered.",
    "It closed at 5 p.m.|Police came.",
    "It closes at 5 p.m. Monday, as ever.",
    "See No. 5, Art. IV and Fig. B of it.|He said no.|I agreed.",
    "Bring nails, glue, etc.|Nothing else.",
    "The tea is cold (or was it?) and so is he.|He left (for good).|She stayed.",
    "“Where to?” Ada Holm asked.|“Home.”",
    "He asked, “Is it ours?”|I said that it was.",
    "“Stop!”|Ada told me the boat had gone.",
    "He counted … and then Ada laughed...|Nobody else did.",
    "It is known.[4]|Who knew?|`rope` is a word; “so” is another.",
    # German
    "Er sagte: „Ich warte.“|Im Herbst kam sie.",
    "Er rief: »Halt.«|Dann lief er.|»Warum?«, fragte sie.",
    "Am 22. November kam der 3. Brief.|Es waren 22.|Dann kam keiner mehr.",
    "Im 19. Jahrhundert gab es z. B. Seile, Taue usw.|Das ist vorbei.",
    # French
    "Elle dit : « On verra bien. »|Je ris.|« Vraiment ? » demande-t-il.|Qui sait ?|Moi.",
    "M. Le Goff et Mme Roux sont venus.|Puis ils sont partis.",
    # Spanish
    "¿Quién viene?|¡Nadie!|—Yo no —dijo ella.",
    # Ukrainian, Russian
    "Це було у 2019 р.|Він жив у м. Київ на вул. Садовій.|Це зробив я.|Мама мовчала.",
    "Пришёл А. С. Громов и т. д.|Потом все ушли.",
    # Hebrew, Arabic
    'זה נגמר במתנ"ס.|מי היה שם?|אף אחד.',
    "وصل د. سامي أمس.|من رآه؟|لا أحد.",
    # Greek, Chinese, Japanese, Hindi
    "Τι είναι;|Δεν ξέρω.",
    "他来了。|他说：“好。”|然后走了。",
    "「来た。」と言った。|終わり。",
    "वह आया।|सब हँसे।",
]


@pytest.mark.parametrize("told", TOLD)
def test_sentences_end_where_a_reader_ends_them(told: str) -> None:
    wide = any(sign in told for sign in "。")
    words = told.replace("|", "" if wide else " ")
    assert cut(words) == told.split("|")


@given(st.text(alphabet='aAIx5 .!?…”“»«’")(-—。;Яяא\u200b', max_size=60))
def test_sentences_cover_every_visible_word_once(words: str) -> None:
    bounds = sentence_bounds(words)
    at = 0
    for start, end in bounds:
        assert not words[at:start].strip()
        assert start < end
        assert not words[start].isspace()
        assert not words[end - 1].isspace()
        at = end
    assert not words[at:].strip()


@pytest.mark.parametrize("piece", [".", ". ", "A. ", "?” ", "“No!” I said ", ".”»", "no. A", "。」", "(!) "])
def test_long_runs_of_marks_take_no_long_time(piece: str) -> None:
    words = piece * 30_000
    assert sum(end - start for start, end in sentence_bounds(words)) <= len(words)
