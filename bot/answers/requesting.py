"""What somebody asks the bot to find, without the words that ask it to: "find me quotes about sanctions".

Rules for English, Ukrainian, Russian, Hebrew and Arabic, by lists and places of words alone.
"""

from bot.answers.asking import telling
from bot.search.analysis import words

# What one tells somebody who has the texts to do, and what one wants to have of them.
_TO_FIND = """
find search show give look looking bring fetch list quote quotes quotation quotations citation citations passage
passages excerpt excerpts extract extracts part parts paragraph paragraphs section sections sentence sentences line
lines text texts article articles piece pieces place places info information bit bits
знайди знайдіть знайти покажи покажіть показати дай дайте шукаю шукай пошукай цитата цитату цитати цитат уривок уривки
уривків уривка місце місця частину частина абзац абзаци інформацію інформація текст тексти текстів статті мені небудь
найди найдите найти покажи покажите показать ищу поищи поищите цитаты отрывок отрывки отрывка отрывков фрагмент
фрагменты место места часть информацию информация тексты текстов статьи мне нибудь пожалуйста
תמצא תמצאי תמצאו מצא מצאי חפש חפשי תראה תראי תראו הראה תן תני מחפש מחפשת ציטוט ציטוטים קטע קטעים פסקה פסקאות משהו מידע
טקסט טקסטים חלק לי בבקשה
ابحث ابحثي جد أرني أعطني أعطيني اعرض هات أبحث اقتباس اقتباسا اقتباسات مقطع مقطعا مقاطع فقرة فقرات نص نصا نصوص شيء شيئا
معلومات جزء لي فضلك
"""
# What is said by whoever wants something, and by texts of others.
_WISHING = """
want wants need needs like love read see hear know
хочу хотів хотіла хотілося почитати прочитати побачити
хотел хотела хотелось почитать прочитать увидеть
רוצה רציתי לקרוא לראות צריך צריכה
أريد أود أرغب قراءة
"""
_ASKER = """
i we я ми мы אני אנחנו أنا نحن хочу أريد أود أرغب
"""
_ABOUT = """
about on regarding concerning for про щодо стосовно о об обо насчёт насчет относительно על לגבי אודות בנושא عن حول بشأن
"""
_FIND, _WISH = frozenset(words(_TO_FIND)), frozenset(words(_WISHING))
_WHO, _LEADS = frozenset(words(_ASKER)), frozenset(words(_ABOUT))
_MARKS = frozenset('"“”„«»')


def requested(about: str) -> str:
    """Give what is to be found; all of it where it is no request, or where a phrase is marked.

    "About" has to part them: "show trials" asks for these.
    """
    if not _MARKS.isdisjoint(about):
        return about
    passed = _FIND | _WISH if _WHO.intersection(words(about)[:1]) else _FIND
    parts = about.split()
    begins, asking = 0, False
    for at, part in enumerate(parts):
        own = words(part)
        if asking and _LEADS.intersection(own):
            begins = at + 1
        elif not passed.isdisjoint(own):
            asking = True
        elif telling(part):
            break
    left = " ".join(parts[begins:])
    return left if begins and telling(left) else about
