"""Who asks and who answers in conversations that say only "Q" and "A", in the letters of several languages."""

import pytest

from bot.corpus.parsing import parse
from bot.corpus.parts import Raw
from bot.model import BlockKind


def sides(text: str) -> tuple[set[str | None], set[str | None], tuple[str, ...]]:
    """Who asks, who answers, and who has written the text."""
    structure = parse(Raw(text.strip() + "\n", "txt"))
    told = [part for part in structure.paragraphs if part.kind is BlockKind.PARAGRAPH]
    first = next(at for at, part in enumerate(told) if part.plain.endswith(("?", "؟")))
    asked = {part.speaker.name for part in told[first::2]}
    return asked, {part.speaker.name for part in told[first + 1 :: 2]}, structure.metadata.authors


ARABIC = "س: متى بدأت؟\n\nج: في العاشرة.\n\nس: وماذا تعلمت؟\n\nج: الصبر."
HEBREW = "ש: מתי התחלת?\n\nת: בגיל עשר.\n\nש: ומה למדת?\n\nת: סבלנות."
ENGLISH = "Q: When did you begin?\n\nA: At ten.\n\nQ: And what did you learn?\n\nA: Patience."
GERMAN = "F: Wann haben Sie angefangen?\n\nA: Mit zehn.\n\nF: Und was haben Sie gelernt?\n\nA: Geduld."
UKRAINIAN = "П: Коли ви почали?\n\nВ: У десять.\n\nП: І чого навчилися?\n\nВ: Терпіння."
RUSSIAN = "В.: Когда вы начали?\n\nО.: В десять лет.\n\nВ.: И чему научились?\n\nО.: Терпению."


@pytest.mark.parametrize(
    ("head", "turns", "asks", "answers"),
    [
        (
            "مقابلة مع صانع الناي نديم سلّوم\n\nحاورته: هالة ديب\n\nفتح لنا صانع الناي نديم سلّوم باب ورشته.",
            ARABIC,
            "هالة ديب",
            "نديم سلّوم",
        ),
        (
            "حوار: القصب لا ينام\n\nأجرت الحوار: هالة ديب\n\nالضيف: نديم سلّوم، صانع ناي",
            ARABIC,
            "هالة ديب",
            "نديم سلّوم",
        ),
        (
            "ריאיון עם בונה החלילים אלון פרי\n\nמאת: גילה נוה\n\nבונה החלילים אלון פרי פותח לנו את הדלת.",
            HEBREW,
            "גילה נוה",
            "אלון פרי",
        ),
        ("הקנה לא ישן\n\nמראיינת: גילה נוה. מרואיין: אלון פרי, בונה חלילים", HEBREW, "גילה נוה", "אלון פרי"),
        ("Reed\n\nInterviewer: Lou Karv. Interviewee: Ida Renn, piper.", ENGLISH, "Lou Karv", "Ida Renn"),
        ("Reed\n\nThe piper Ida Renn talks to our reporter Lou Karv.", ENGLISH, "Lou Karv", "Ida Renn"),
        ("Rohr\n\nEin Gespräch mit dem Flötenbauer Karl Brem\n\nVon Lena Voss", GERMAN, "Lena Voss", "Karl Brem"),
        ("Очерет\n\nГість: Ілля Берг, майстер сопілок\n\nВедуча: Анна Клен", UKRAINIAN, "Анна Клен", "Ілля Берг"),
        (
            "Интервью с мастером Ильёй Бергом\n\nБеседовала Анна Клюева\n\nИлья Берг делает дудки.",
            RUSSIAN,
            "Анна Клюева",
            "Илья Берг",
        ),
    ],
)
def test_the_one_guest_of_the_head_answers(head: str, turns: str, asks: str, answers: str) -> None:
    asked, answered, authors = sides(f"{head}\n\n{turns}")
    assert (asked, answered) == ({asks}, {answers})
    assert set(authors) <= {asks}


@pytest.mark.parametrize(
    ("head", "turns"),
    [
        # an old piper has no name, nor has the head of the town
        ("مقابلة مع صانع الناي\n\nفتح لنا صانع الناي باب ورشته، وهو صياد قديم.", ARABIC),
        ("ריאיון עם ראש העיר לקראת בחירות\n\nמאת: גילה נוה\n\nפגשנו את ראש העיר לקראת בחירות.", HEBREW),
        # two guests
        ("Reed\n\nGuest: Ida Renn. Guest: Tom Birk.", ENGLISH),
        # either of the two may be the guest
        ("Reed\n\nIda Renn talks to Lou Karv about pipes.", ENGLISH),
        # no name stands as it is called
        ("Очерет\n\nІнтерв'ю з майстринею Оленою Гаєвою\n\nРозмовляв Іван Клен", UKRAINIAN),
    ],
)
def test_who_is_not_named_for_certain_stays_unclear(head: str, turns: str) -> None:
    _, answered, _ = sides(f"{head}\n\n{turns}")
    assert answered == {None}
