"""Whose words, where somebody else's name or calling stands beside the verb; and what is beside a text, not in it."""

import pytest

from bot.corpus.parsing import parse
from bot.corpus.parts import Raw
from bot.model import BlockKind

_BODY = (BlockKind.SUBTITLE, BlockKind.PARAGRAPH)


def heard(body: str) -> list[tuple[str | None, str]]:
    """Who says what in some paragraphs under a head."""
    text = f"Млин / The mill\n\nBy Ada Brook\n\nIt stood closed all winter, and nobody knew why it was.\n\n{body}\n"
    structure = parse(Raw(text, "txt"))
    return [
        (said.speaker.name, " ".join(text[span.start : span.end] for span in said.spans))
        for said in structure.statements
    ]


@pytest.mark.parametrize(
    ("body", "who"),
    [
        # said to X, the subject after it
        ('"הגג דולף מאוד", אמר לראש העיר בעל הטחנה.', "בעל הטחנה"),
        ('"הגג דולף מאוד", אמר לראש העיר דינה לב.', None),
        ('"נחכה", אמר לשכנים.', None),
        # one whose kin it is
        ("Ілля Берг лагодить його.\n\n«Я не вмію», — сказав брат Берга Карло.", "Карло"),
        ("«Дах тече», — сказала сестра Іллі Ганна.", "Ганна"),
        ("Илья Берг чинит её.\n\n«Я не умею», — сказал брат Берга Карл.", "Карл"),
        ("«Я не вмію», — сказав брат Микола Берг.", None),
        ("«Я не вмію», — сказала сестра Ганна Берг.", "Ганна Берг"),
        ("«Я не вмію», — сказав брат Карло Берг.", "Карло Берг"),
        # where, and that it was nobody else
        ("Ілля Берг пише.\n\nЯк написав у щоденнику сам Берг, «вітер не питає дозволу в мельника».", "Ілля Берг"),
        ("Илья Берг пишет.\n\nКак написал потом в дневнике сам Берг, «ветер не ждёт мельника».", "Илья Берг"),
        # who is spoken of in general
        ("Одні кажуть: «Хай їде собі далі».", None),
        ('בהתחלה אמרו: "זה מסוכן מאוד".', None),
        # who was told something may be who answers
        (
            "Ida Renn wrote a book.\n\nWhen I told my mother this she laughed. “Your father lent the rope,” she said.",
            None,
        ),
        # marks inside marks open what is said, too
        ("Ida Renn told me of it.\n\n“‘Nobody has paid me,’ he wrote. He added: ‘I shall go.’”", None),
    ],
)
def test_who_is_named_beside_the_verb_is_not_always_who_speaks(body: str, who: str | None) -> None:
    assert [name for name, _ in heard(body)] == [who]


def kinds(text: str, media: str = "txt") -> list[tuple[BlockKind, str | None, str]]:
    raw = Raw(text.strip() + "\n", media)
    return [
        (block.kind, block.speaker.name, raw.text[block.span.start : block.span.end]) for block in parse(raw).blocks
    ]


def test_a_call_with_a_time_before_it_is_not_of_who_spoke_before() -> None:
    found = kinds(
        "# A panel\n\n[00:01] **Hester Quill:** What do you measure?\n\n[00:02] **Amara Bello:** Depth. I like it.\n\n"
        "[00:03] **From the floor:** Then why did he pay?\n\n[00:04] **Amara Bello:** Because he did.\n",
        "md",
    )
    assert [name for kind, name, _ in found if kind is BlockKind.PARAGRAPH] == [
        "Hester Quill", "Amara Bello", "From the floor", "Amara Bello"
    ]  # fmt: skip


def test_the_persons_of_a_play_speak_and_not_its_author() -> None:
    found = kinds(
        "THE WILL\n\nA play by Corin Ashby\n\nSCENE I\n\nEDDA. Is it long?\n\nMR. VANCE. It is one line.\n\n"
        "EDDA. That is like him.\n\nA BOY (at the door). The lamps are out.\n\nMR. VANCE. You have not signed.\n"
    )
    spoken = [name for kind, name, _ in found if kind is BlockKind.PARAGRAPH]
    assert [name.upper() if name else None for name in spoken] == ["EDDA", "VANCE", "EDDA", "A BOY", "VANCE"]


def test_what_a_translator_notes_is_not_the_authors() -> None:
    found = kinds(
        "The well\n\nBy Anselm Korda\n\nTranslator's note: I have kept “well” throughout. — F. N.\n\n"
        "I dug my first well in the year in which my son was born, and I found nothing at all in it but sand.[1]\n\n"
        "I have never answered him, although he asked me every spring what the well sees when it looks back at us.\n\n"
        "[1] A proverb of the valley; nobody trusts it. [Translator]\n"
    )
    own = [words for kind, name, words in found if kind in _BODY and name == "Anselm Korda"]
    assert [words[:6] for words in own] == ["I dug ", "I have"]


def test_a_link_in_the_middle_does_not_end_a_text_of_short_paragraphs() -> None:
    found = kinds(
        "Swans shut the road\n\nBy Gus Pen\n\nSwans have closed the road for a third day, and all drivers of the town "
        "were told to go round by Marle.\n\nRead more: Why geese hate roundabouts\n\nOne driver had slept in his van. "
        "“I have had worse landlords,” he said.\n\nThe eggs will hatch in June, says the warden.\n\nRelated\n\n"
        "Geese close the airport\n\nDucks delay a train\n"
    )
    told = [words[:8] for kind, _, words in found if kind in _BODY]
    assert told == ["Swans ha", "One driv", "The eggs"]


def test_who_was_there_is_not_who_wrote_the_minutes() -> None:
    found = kinds(
        "Minutes of the society, 14 March\n\nPresent: Ann Thist, Bo Garrick, Celia Pound, Dev Rao\n\n"
        "Bo Garrick said that the slugs had returned, and that he had counted two hundred of them on one bed.\n\n"
        "Celia Pound asked whether he had counted some of the slugs twice, and he replied that he had painted them.\n\n"
        "Ann Thist thanked everyone. The meeting closed at nine.\n"
    )
    assert BlockKind.AUTHOR_BIO not in {kind for kind, _, _ in found}


def test_a_line_of_small_words_names_no_author() -> None:
    raw = "حوار: القصب لا ينام\n\nأجرت الحوار: هالة ديب\n\nفتح لنا الرجل باب ورشته القديمة قرب الميناء."
    assert parse(Raw(raw, "txt")).metadata.authors == ("هالة ديب",)
