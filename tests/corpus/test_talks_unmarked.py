"""Conversations whose turns nothing marks: whose the answers are, and when that is not certain."""

import pytest

from bot.corpus.parsing import parse
from bot.corpus.parts import Raw

FAREWELL = (
    "Thirty years of birds\n\n{head}\n\nBy Idan Shaked\n\nTalia Rom sits on a box of apples and looks at it.\n\n"
    "Why do you leave now?\n\nBecause my knees left before me, and I can no longer go down to the reeds alone.\n\n"
    "What has changed since then?\n\nEverything. I used to count them, and now a machine counts, and is "
    "wrong about ducks.\n\n"
    "And what will you do tomorrow?\n\nI shall get up at four, as I have for thirty years, and look out "
    "of the window.\n"
)


@pytest.mark.parametrize(
    ("head", "guest"),
    [("Talia Rom leaves the lake. An interview", "Talia Rom"), ("Talia Rom leaves the lake", None)],
)
def test_who_says_i_below_questions_is_not_who_wrote_the_text(head: str, guest: str | None) -> None:
    text = FAREWELL.format(head=head)
    said = {text[block.span.start : block.span.end][:5]: block.speaker.name for block in parse(Raw(text, "txt")).blocks}
    assert [said[words] for words in ("Becau", "Every", "I sha")] == [guest] * 3
    assert [said[words] for words in ("Why d", "What ", "And w")] == ["Idan Shaked"] * 3


def test_a_talk_at_leaving_is_a_talk_in_hebrew() -> None:
    text = (
        'אני סופרת ציפורים\n\nד"ר טליה רום עוזבת את האגם. שיחת פרידה\n\nמאת עידן שקד\n\nטליה רום יושבת על '
        "ארגז ומביטה באגם.\n\n"
        "למה את עוזבת עכשיו?\n\nכי הברכיים שלי קדמו לי, ואני לא מצליחה לרדת אל הביצה בלי עזרה.\n\nמה השתנה מאז?\n\n"
        "הכול. היום הם סופרים במכונה, והמכונה טועה בברווזים כל הזמן.\n\nומה תעשי מחר?\n\nאקום בארבע כמו "
        "תמיד, ואסתכל מן החלון.\n"
    )
    said = [(block.kind, block.speaker.name) for block in parse(Raw(text, "txt")).blocks][-6:]
    assert [name for _, name in said] == ["עידן שקד", "טליה רום"] * 3


def test_whoever_answers_readers_questions_says_what_stands_below_them() -> None:
    text = (
        "# Прививки\n\nНа вопросы читателей отвечает Инна Соболева, врач.\n\n**Нужно ли прививать кошку?**\n\n"
        "Да. Я видела кошку с девятого этажа, которая заболела.\n\n**Сколько это стоит?**\n\nУ нас полторы "
        "тысячи за всё.\n"
    )
    names = [block.speaker.name for block in parse(Raw(text, "md")).blocks]
    assert names[-4:] == [None, "Инна Соболева"] * 2


def test_a_question_with_a_name_and_a_newspapers_word_in_it_is_no_byline() -> None:
    text = (
        "Хранитель Аркадий Зорин о сырости\n\nБеседовала Майя Крылова\n\n— Аркадий Львович, вы правда здесь живёте?\n\n"
        "— Правда. В бывшей людской, где раньше жил сторож.\n\n— И что мешает?\n\n— Сырость. Мыши хотя бы честные.\n\n"
        "— А посетители вам не мешают?\n\n— Пишут в книгу отзывов, и я читаю это зимой.\n"
    )
    structure = parse(Raw(text, "txt"))
    assert structure.metadata.authors == ("Майя Крылова",)
    assert [block.speaker.name for block in structure.blocks][-6:] == ["Майя Крылова", "Аркадий Зорин"] * 3
