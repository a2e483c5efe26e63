"""Sentences that lean on others are told in five languages, and what stands by itself is left alone."""

import pytest

from bot.answers.leaning import stands


@pytest.mark.parametrize(
    "text",
    [
        "In March they left the island for good.",
        "In London, he wrote to the harbour council.",
        "Yesterday they shut the gates for good.",
        "On this question the council was silent.",
        "The walls, however, held until the spring.",
        "Ships sank near the quay, too.",
        "Second, the gates are too low for the tide.",
        "As mentioned above, the gates are low.",
        "У березні вони покинули острів назавжди.",
        "Після цього рада замовкла.",
        "По-друге, брама занизька для припливу.",
        "Мури, однак, вистояли до весни.",
        "Згодом рада закрила порт.",
        "В марте они покинули остров навсегда.",
        "После этого совет замолчал.",
        "Во-вторых, ворота слишком низкие.",
        "Стены, однако, выстояли до весны.",
        "לדבריו, השער נמוך מדי.",
        "הוא מציע לסגור את הנמל.",
        "לאחר מכן שתקה המועצה.",
        "המבנה הזה עמד עד האביב.",
        "هذا صحيح، لكن السد قديم.",
        "وبعد ذلك صمت المجلس.",
        "لكن الميناء بقي مغلقا.",
        "منذ ذلك الوقت لم تعد السفن.",
        "The rowers challenged this approach in a letter.",
        "Nobody in the town had seen these drawings.",
        "Рада відкинула цей підхід.",
        "Совет отверг этот подход.",
        "המועצה דחתה את הגישה הזאת.",
        "المجلس رفض هذا النهج.",
    ],
)
def test_leans(text: str) -> None:
    assert not stands(text)


@pytest.mark.parametrize(
    "text",
    [
        "The keeper lost his lamp in the sea.",
        "Nobody raised their hand in the hall.",
        "Those who forget their past will repeat it.",
        "Mara Lind kept her word for ten years.",
        "The council met after they had left.",
        "Only a higher wall, she argues, can save the town.",
        "In March the harbour was closed.",
        "Second thoughts came to the council at night.",
        "Рибалки лишили свої човни, бо їх не попередили.",
        "У березні порт закрили.",
        "Рыбаки бросили свои лодки, и их не вернули.",
        "В марте порт закрыли.",
        "המועצה סגרה את הנמל בחורף.",
        "הסופרים חזרו אל העיר אחרי הסערה.",
        "أغلق المجلس الميناء في الشتاء.",
        "هناك سد قديم فوق المدينة.",
        "In this paper, a higher wall is proposed.",
        "This article tells of a wall.",
        "The town built a wall, and this wall held.",
        "The town voted this week on the wall.",
        "Рада зібралася цього тижня в порту.",
        "Совет собрался на этой неделе в порту.",
        "המועצה התכנסה בשבוע הזה בנמל.",
        "اجتمع المجلس هذا الأسبوع في الميناء.",
    ],
)
def test_stands(text: str) -> None:
    assert stands(text)
