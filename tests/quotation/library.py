"""A second shelf to quote from: texts in six languages with several speakers, numbers, conditions and hearsay."""

from bot.model import Passage, Role, Speaker
from bot.quotation import Texts
from tests.quotation.material import make

SHELF: dict[str, tuple[str, tuple[tuple[str, tuple[str, str] | None], ...]]] = {
    "library": (
        "Priya Raman",
        (
            ("The county library will lend 340 seed packets this spring, although only gardeners with a valid card may"
             " borrow more than two. According to its director, nearly half of last year's packets were never"
             " returned.",
             None),
            ("Some volunteers believe that the reading room should stay open until midnight. Others said the heating"
             " costs, about £12,000 a year, cannot be justified unless the council pays for at least a third of them.",
             None),
            ('"We did not sell the manuscripts to anyone," Harold Osei said on 3 March 1996. "We lent them, and we'
             ' expect every one of them back before the end of June."',
             ("Harold Osei", "We did not sell the manuscripts to anyone")),
            ("The alleged thief had visited the archive seventeen times. Ms. Lindqvist thanked Mr. Duarte for the"
             " lamp, and Mr. Duarte forgave Ms. Lindqvist for the broken window.", None),
            ("Some readers return every book. They may borrow it again if nobody else has asked for it, and they will"
             " be told by post when it is their turn.", None),
        ),
    ),
    "glacier": (
        "Jonas Eklund",
        (
            ("The glacier retreats 14 metres a year, but it does not retreat evenly: in the warm decade before 2010 it"
             " lost 2.5 kilometres, which is roughly what it had lost in the whole century before.", None),
            ("She told him that he had misread her map. He told her that the valley would flood by 2040 only if the"
             " dam were left as it is.", None),
            ('"Nobody has measured the lake since 1953," Marta Vidal told the committee. "The numbers that you have'
             ' been quoting are guesses, and I think some of them are mine."',
             ("Marta Vidal", "Nobody has measured the lake since 1953")),
            ("The minister is reported to have said that the hut can be rebuilt for 4 million francs. The guides, who"
             " carried every beam up by hand, doubt it.", None),
        ),
    ),
    "пекарня": (
        "Оксана Дячук",
        (
            ("Пекарня на розі працює з 1931 року, і жодного дня, навіть у найгірші зими, вона не зачинялася без"
             " попередження. Хліба вистачає всім, якщо прийти до дев'ятої.", None),
            ("Пекар стверджує, що нібито колись продав триста паляниць за одну ніч. Ніхто з сусідів цього не"
             " пам'ятає, але всі охоче переповідають.", None),
        ),
    ),
    "маяк": (
        "Глеб Самарин",
        (
            ("Маяк не гаснет с 1902 года, хотя смотрителя там нет уже двадцать лет. По словам рыбаков, лампу меняет"
             " кто-то, кого никто никогда не видел.", None),
        ),
    ),
    "die uhr": (
        "Grete Hallmann",
        (
            ("Die Bibliothek darf ihre Bestände nicht verkaufen, es sei denn, der Stiftungsrat stimmt mit zwei"
             " Dritteln zu. Bisher hat er das in 48 Jahren kein einziges Mal getan.", None),
        ),
    ),
    "מכתבים": (
        "נועה ברק",
        (
            ("הדוור לא פתח אף מכתב, אבל ידע מה כתוב בכולם. לפי השכנים הוא חילק ארבעים מכתבים ביום, אלא אם כן ירד גשם.",
             None),
        ),
    ),
    "البئر": (
        "سلمى الخطيب",
        (
            ("لم يجف البئر منذ عام 1920، لكن الماء لا يكفي إلا لعشرين بيتا. وبحسب الشيوخ فإن أحدا لم يحفر بئرا أخرى لأن"
             " الأرض صخر.", None),
        ),
    ),
}  # fmt: skip


def held() -> list[tuple[Passage, str]]:
    """Give all passages with their words."""
    return [
        (make(name, number, words, Speaker(author, Role.AUTHOR), quoted), words)
        for name, (author, passages) in SHELF.items()
        for number, (words, quoted) in enumerate(passages, 1)
    ]


def texts() -> Texts:
    """Give the index of all of them."""
    return Texts.build(held())
