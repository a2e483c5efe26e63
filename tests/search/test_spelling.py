"""Misspelt names still find, in every script, whatever the mistake is."""

import pytest

from benchmarks.spelling import MISTAKES
from bot.model import Source
from bot.search import Index
from tests.fakes import FakeLibrary

NAMES = {
    "en": ("Marchetti", "Oldenburg", "Wainwright", "Castellan"),
    "uk": ("Сиверський", "Горбаченко", "Лютневич", "Підгаєцька"),
    "ru": ("Северцев", "Голубятников", "Ястребова", "Миронченко"),
    "he": ("רוזנבלום", "גולדברג", "שטיינמן", "אברמוביץ"),
    "ar": ("الشرقاوي", "زعيترة", "قندلفت", "خريسات"),
}
SAID = {
    "en": "{} spoke first.",
    "uk": "Першим говорив {}.",
    "ru": "Первым говорил {}.",
    "he": "ראשון דיבר {}.",
    "ar": "تكلم أولا {}.",
}


async def opened() -> Index:
    library = FakeLibrary()
    for language, names in NAMES.items():
        text = "\n\n".join(SAID[language].format(name) for name in names)
        library.put(Source(language, "1", language=language), text)
    return await Index.open(None, library)


@pytest.mark.parametrize("mistake", MISTAKES)
async def test_a_misspelt_name_finds(mistake: str) -> None:
    index = await opened()
    names = [(name, f"{language}-{at}") for language, names in NAMES.items() for at, name in enumerate(names, 1)]
    for name, passage in names:
        for at in range(1, len(name) - 1):
            wrong = MISTAKES[mistake](name, at, name[at - 1])
            found = index.search(wrong)
            assert found.matches[0].passage == passage, wrong


NEAR = """Bronze train, trial, trains and trina.

Deporting or banishing an astronomer.
"""


@pytest.mark.parametrize(
    ("asked", "used"),
    [
        ("trian", "train"),  # a swap comes before other edits
        ("traain", "train"),
        ("astronimer", "astronomer"),
        ("astrnommer", "astronomer"),
        ("bron", None),  # two letters away: in a short word another one
        ("imparting", None),  # two letters away, the first among them
    ],
)
async def test_what_is_nearest(asked: str, used: str | None) -> None:
    index = await Index.open(None, FakeLibrary({"text": NEAR}))
    assert index.search(asked).corrected == (((asked, used),) if used else ())


async def test_a_rare_word_is_found_among_many_that_are_as_near() -> None:
    crowd = "\n\n".join(f"The lamp by the pier number {at} was lit." for at in range(60))
    index = await Index.open(None, FakeLibrary({"text": f"{crowd}\n\nA lampz is no word, and Camp was her name."}))
    assert index.search("xamp").corrected in ((("xamp", "lamp"),), (("xamp", "camp"),))
    assert index.search("camq").corrected == (("camq", "camp"),)
