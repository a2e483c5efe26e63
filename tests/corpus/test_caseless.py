"""Turns in Hebrew and Arabic: labels that come back open them, in bold or not; notes that come back don't."""

import pytest

from bot.corpus.parsing import parse
from bot.corpus.parts import Raw
from bot.model import Source

ARABIC = (
    ("سلمى الحداد", "مساء الخير. نتحدث الليلة عن بئر المدينة وعمن يملكها."),
    ("كريم منصور", "البئر ملك للناس جميعا، ومن حفرها دفع ثمنها."),
    ("ليلى قاسم", "أوافق على المبدأ وأخاف من التطبيق في حي صغير."),
    ("كريم منصور", "في مدن أخرى فعلوا ذلك خلال سنة واحدة فقط."),
    ("ليلى قاسم", "لا يكفي هذا في حي يعرف فيه الجميع الجميع."),
)
HEBREW = (
    ("מיכל ברק", "ערב טוב. נדבר הערב על הבאר ועל מי שחפר אותה."),
    ('ד"ר דן לוי', "הבאר שייכת לכל תושבי העיר, ומי שחפר אותה שילם."),
    ("רות כהן", "אני מסכימה עם העיקרון וחוששת מן הביצוע שלו."),
    ('ד"ר דן לוי', "בערים אחרות עשו זאת בתוך שנה אחת בלבד."),
    ("רות כהן", "זה לא מספיק בשכונה קטנה שבה כולם מכירים."),
)


def speakers(text: str, language: str) -> list[str | None]:
    found = parse(Raw(text, "md"), Source("well", "Well", language=language))
    return [paragraph.speaker.name for paragraph in found.paragraphs if paragraph.kind == "paragraph"]


@pytest.mark.parametrize(("turns", "language"), [(ARABIC, "ar"), (HEBREW, "he")])
@pytest.mark.parametrize("form", ["**{}:** {}", "{}: {}", "**{}**: {}"])
def test_names_that_come_back_open_turns(turns: tuple[tuple[str, str], ...], language: str, form: str) -> None:
    text = "\n\n".join(form.format(name, said) for name, said in turns)
    assert speakers(text, language) == [name for name, _ in turns]


def test_a_note_that_comes_back_in_an_essay_is_nobody() -> None:
    note, said = "הערה חשובה: הבאר עמוקה מאוד.", "הבאר נחפרה לפני שנים רבות, ואיש אינו יודע מי חפר אותה."
    text = "\n\n".join((said, note, f"{said} כולם שותים ממנה.", note, f"{said} היא ליד השוק."))
    assert set(speakers(text, "he")) == {None}


def test_two_notes_that_come_back_among_paragraphs_are_nobody() -> None:
    notes = ("הערה חשובה: הבאר עמוקה מאוד.", "עצה טובה: הביאו דלי.")
    said = "הבאר נחפרה לפני שנים רבות, ואיש אינו יודע מי חפר אותה."
    assert set(speakers("\n\n".join((notes[0], said, notes[1], said, notes[0], said, notes[1])), "he")) == {None}
