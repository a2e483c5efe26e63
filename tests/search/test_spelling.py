"""Misspelt names still find, in every script, whatever the mistake is."""

import pytest

from benchmarks.spelling import MISTAKES
from bot.model import Source
from bot.search import Index
from bot.search.synonyms import grouped
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
    crowd = "\n\n".join(f"The ship in berth {at} came from Narvik." for at in range(60))
    index = await Index.open(None, FakeLibrary({"text": f"{crowd}\n\nNarvikz is no town, and Narvil was her name."}))
    assert index.search("narvit").corrected in ((("narvit", "narvik"),), (("narvit", "narvil"),))
    assert index.search("narviel").corrected == (("narviel", "narvil"),)


OTHERS = """The prime minister liked the next harbour, where bridges, lamps and better chances are.

Its centre has a colored gate, catalogs and organized patrols, led by Wemba of Kharkiv.
"""


@pytest.mark.parametrize("asked", ["price", "text", "bike", "dance", "changes", "batter", "camps", "bridges"])
async def test_another_word_is_no_misspelt_one(asked: str) -> None:
    index = await Index.open(None, FakeLibrary({"text": OTHERS}))
    assert index.search(asked).corrected == ()


@pytest.mark.parametrize(
    ("asked", "used"),
    [
        ("center", "centre"),
        ("coloured", "colored"),
        ("organised", "organized"),
        ("catalogues", "catalogs"),
        ("minnister", "minister"),
        ("Harkiv", "kharkiv"),  # a first letter that is left out
        ("Wemva", "wemba"),
        ("Temba", None),  # another first letter
        ("lemps", "lamps"),
        ("xamps", None),
    ],
)
async def test_what_is_spelt_otherwise_is_found(asked: str, used: str | None) -> None:
    index = await Index.open(None, FakeLibrary({"text": OTHERS}))
    assert [to for _, to in index.search(asked).corrected] == ([used] if used else [])


async def test_a_word_of_the_synonyms_is_no_misspelt_one() -> None:
    library = FakeLibrary()
    library.put(Source("visti", "Вісті", language="uk"), "Нова шкала вимірює силу вітру.")
    found = (await Index.open(None, library, synonyms=grouped)).search("школа")
    assert (found.corrected, found.matches) == ((), ())


@pytest.mark.parametrize("asked", ["butter", "terrace", "brink", "mansions", "nasal"])
async def test_a_rare_word_is_not_read_as_a_frequent_one(asked: str) -> None:
    library = FakeLibrary({"notes": "Better trace the missions than bring them to NASA."})
    found = (await Index.open(None, library)).search(asked)
    assert found.corrected == ()
    assert not found.matches
