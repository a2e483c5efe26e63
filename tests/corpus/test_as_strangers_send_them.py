"""Heads, feet and turns of texts as they are saved from mail, prints and sites: who wrote them, and what is no text."""

import pytest
from test_turns import names
from test_whose_words import heard

from bot.corpus.bylines import byline_names, correspondent
from bot.corpus.cleaning import is_furniture
from bot.corpus.parsing import parse
from bot.corpus.parts import Raw
from bot.corpus.reading.limits import Limits
from bot.corpus.reading.mail import head_of_mail, mail
from bot.corpus.reading.single import read_bytes
from bot.corpus.words import ends_sentence
from bot.model import BlockKind

TOLD = "The weir above Orrin was opened on Monday for the first time in nine years, and nobody had told the anglers.\n"
MAIL = (
    "From: Ada Brook <ada@orrin.example>\nTo: readers@orrin.example\nSubject: Re: The last of the quinces\n"
    "Date: Sun, 29 Oct 2023 08:15:03 +0000\nList-Id: <orrin>,\n <quinces>\n\n"
)


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By our harbour correspondent, Ada Brook", "Ada Brook"),
        ("Соломія Рак, спеціально для «Степового вісника», 19 серпня 2023 року", "Соломія Рак"),
        ("Маргарита Котова, заведующая библиотекой, 3 апреля 2024", "Маргарита Котова"),
        ("Оксана Кметь, директорка бібліотеки, 2 вересня 2023 року", "Оксана Кметь"),
        ("تحقيق: ريم الصالح", "ريم الصالح"),
    ],
)
def test_a_byline_may_tell_for_whom_and_in_what_office(line: str, author: str) -> None:
    assert (byline_names(line) or correspondent(line)) == (author,)


@pytest.mark.parametrize("line", ["Ada Brook, who lives in Orrin", "Ada Brook, tired, on 3 May 2021 went home."])
def test_a_name_with_a_comma_alone_is_no_byline(line: str) -> None:
    assert byline_names(line) == correspondent(line) == ()


def test_how_often_a_page_was_seen_is_no_part_of_its_byline() -> None:
    told = "Першого вересня в селі відкрили школу. Її почали будувати 2003 року і тричі кидали.\n"
    found = parse(Raw(f"# Школа відкрилася\n\nСоломія Рак 1 вересня 2023, 12:10 Переглядів: 831\n\n{told}", "html"))
    assert (found.metadata.authors, found.metadata.published) == (("Соломія Рак",), "2023-09-01")


def test_the_head_of_a_letter_is_known_and_its_foot_is_the_lists() -> None:
    foot = "--\nYou wrote to Orrin.\nOrrin Lane 4\n"
    text = f"{MAIL}Good morning, friends,\n\n{TOLD}\nUntil next Sunday,\nAda Brook\n\n{foot}"
    raw = read_bytes(text.encode(), "txt", "letter.txt", Limits())
    found = parse(raw)
    assert raw.text == text
    assert (found.metadata.title, found.metadata.authors, found.metadata.published) == (
        "The last of the quinces",
        ("Ada Brook",),
        "2023-10-29",
    )
    shown = {block.kind for block in found.blocks if block.span.end <= head_of_mail(text)}
    assert shown == {BlockKind.FURNITURE}
    assert not any("Orrin Lane" in part.plain or "You wrote" in part.plain for part in found.paragraphs)


@pytest.mark.parametrize(
    "text",
    [
        "From: here\nto there, and back.\n",
        "Subject: boats\nFrom: Orrin\nThe text goes on without a gap.\n",
        "Name: Ada\nPlace: Orrin\nDay: Monday\n\nText.\n",
    ],
)
def test_fields_alone_make_no_letter(text: str) -> None:
    assert head_of_mail(text) == 0
    assert mail(text).title is None


def test_a_running_head_with_its_page_is_none_of_the_text() -> None:
    head = "Orrin County Court                              Page 1 of 3\n\n"
    found = parse(
        Raw(f"{head}Ferry master cleared\n\nAda Brook, courts correspondent\n\nTuesday, 4 June 2024\n\n{TOLD}")
    )
    assert (found.metadata.title, found.metadata.authors) == ("Ferry master cleared", ("Ada Brook",))
    assert not any("County" in part.plain for part in found.paragraphs)


def test_a_title_that_comes_back_at_the_edge_of_a_page_parts_no_sentence() -> None:
    text = (
        "SMALL DEBTS OF ORRIN\n\nBy Ada Brook\n\nEvery shop in Orrin kept two books, and one was true. The grocer\n"
        "lent to nobody whose mother he had not known, and in this he was pre-\n\n        41\n\n"
        "SMALL DEBTS OF ORRIN\n\n"
        "cise. His neighbour lent first and did not like to think of it afterwards, which ruined neither.\n"
    )
    told = [part.plain for part in parse(Raw(text)).paragraphs if part.kind is BlockKind.PARAGRAPH]
    assert not any("SMALL" in words for words in told)


def test_a_name_over_a_title_in_capitals_is_the_authors() -> None:
    verse = "Міст пам'ятає кожного коня,\nякий ішов через туман до млина.\nА ми мовчали. Ми були малі.\n"
    poem = f"Наталя Кметь\n\nСТАРИЙ МІСТ\n\n{verse}"
    found = parse(Raw(poem)).metadata
    assert (found.title, found.authors) == ("СТАРИЙ МІСТ", ("Наталя Кметь",))


@pytest.mark.parametrize(
    "line",
    [
        "Our crime and courts newsletter goes out every Friday. Sign up here.",
        "A version of this article appears in print on Jan. 15, 2023, on Page 4 with the headline: Never Wrong.",
        "You are receiving this email because you signed up at orrin.example.",
        "Подпишитесь на наш канал в Telegram, чтобы не пропустить следующий выпуск.",
        "לכתבות נוספות הצטרפו לקבוצת הוואטסאפ שלנו",
        "هذا المقال متاح للمشتركين فقط. اشترك الآن لمتابعة القراءة.",
        "[00:01:34] [ad break]",
    ],
)
def test_what_sites_and_lists_say_of_themselves_is_furniture(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "Our newsletter has told this for years, and nobody in the town hall has ever read a line of it.",
        "Приєднуйтесь до нашого маршу в неділю.",
        "Подпишите обращение до пятницы.",
        "הצטרפו למאבק על הנמל.",
        "انضموا إلى المسيرة يوم الجمعة.",
    ],
)
def test_a_call_to_readers_is_text(line: str) -> None:
    assert not is_furniture(line)


def test_what_follows_the_last_turn_of_a_talk_of_single_paragraphs_is_nobodys() -> None:
    talk = ["Ann Lee: Why eels?", "Jo Dole: Nobody counted them.", "Ann Lee: And now?", "Jo Dole: Now I do."]
    assert names("Eels", *talk, "Ann Lee: Thank you.", "Slow Water is made by Kit Lowell in a shed.")[-2:] == [
        "Ann Lee",
        None,
    ]
    longer = [*talk[:2], "They are patient, eels, and so am I.", *talk[2:]]
    assert names("Eels", *longer, "I count at night, and in the rain.")[-1] == "Jo Dole"


def test_who_is_said_to_ask_does_not_answer() -> None:
    found = names(
        "«Снег нельзя обмануть»: разговор с гляциологом",
        "Гляциолог Вера Андреевна Котова тридцать лет измеряет ледник. С ней поговорил Кирилл Лис.",
        "**— Вера Андреевна, сколько ещё проживёт ледник?**",
        "— Лет двадцать. Раньше я думала, что больше.",
        "**— Вы злитесь?**",
        "— Я измеряю. Злиться мне некогда.",
        media="md",
    )
    assert "Кирилл Лис" not in (found[-3], found[-1])


@pytest.mark.parametrize(
    ("body", "speaker"),
    [
        ("The claim: “The mayor has banned umbrellas in the old town.”", None),
        ("Остался один. Тот говорил: «Ничего, привыкнешь».", None),
        ("Councilman Dario Dole said the road was “wet by nature”.", "Dario Dole"),
        ("«Молоко для ежа как керосин», — добавила ветеринар Раиса Котова.", "Раиса Котова"),
        ("Ветеринар Раиса Котова добавила: «Молоко для ежа как керосин».", "Раиса Котова"),
        ("Виктор Котов добавил: «Молоко для ежа как керосин».", "Виктор Котов"),
        ("أم وائل، وهي أرملة، لا تصدق ذلك. تقول: «رأيت الأكياس الفارغة بعيني».", "أم وائل"),
        ("As Lucy Byrne puts it, a debt is “a friendship with a number on it”.", "Lucy Byrne"),
    ],
)
def test_nouns_and_pointing_words_say_nothing_and_people_do(body: str, speaker: str | None) -> None:
    assert {name for name, _ in heard(body)} <= {speaker}
    assert speaker is None or heard(body)


LETTERS = """# מכתבים למערכת

2 במרץ 2024

## הספסל שנעלם

במשך שלושים שנה ישבתי על הספסל ליד הדואר. ביום שני באתי והוא איננו, ואיש לא הסביר לי מדוע.

אברהם נחמני, הגבעה הצפונית

## בתגובה לטור

קראתי את הטור על השבילים. אני רוכבת אופניים, ואני הולכת רגל, ואיני מלכה של שום דבר.

דנה לוין, הגבעה

## תודה לאחיות

רציתי להודות לצוות של המחלקה. הן לא ישנו, והן עוד מצאו זמן לשיר לה.

משפחת אוחיון
"""


def test_letters_in_hebrew_are_whose_who_signs_them() -> None:
    found = parse(Raw(LETTERS, "md")).paragraphs
    said = [part.speaker.name for part in found if part.kind is BlockKind.PARAGRAPH]
    assert said[:3] == ["אברהם נחמני", "דנה לוין", None]


@pytest.mark.parametrize(
    ("body", "speaker"),
    [
        ("Котов молчит. По словам координатора движения Ивана Котова, дом ещё постоит долго.", "Котов"),
        ("Дзюба мовчить. За словами директорки школи Галини Дзюби, у перший клас прийшло шестеро.", "Дзюба"),
        ("На відкритті голова громади Тарас Білоус сказав, що гроші знайшли після перевірки.", "Тарас Білоус"),
        ("أكد مدير التموين في المدينة، حسان درويش، أن الطحين متوفر.", "حسان درويش"),
        ("أما رئيس لجنة أهالي الوادي، أبو خالد الناصر، فقال إن الأهالي لم يتلقوا أي دعوة.", "أبو خالد الناصر"),
    ],
)
def test_who_reports_is_found_by_the_name_that_the_text_has(body: str, speaker: str) -> None:
    assert [name for name, _ in heard(body, "indirect")] == [speaker]


@pytest.mark.parametrize(
    "body",
    [
        "Котов молчит. По словам жены Ивана Котова, дом ещё постоит долго.",
        "Котов молчит. По словам заместителя министра Ивана Котова, дом ещё постоит долго.",
        "Дзюба мовчить. На думку сестри директорки Галини Дзюби, у перший клас прийшло шестеро.",
    ],
)
def test_whose_kin_or_deputy_is_meant_is_not_told(body: str) -> None:
    assert heard(body, "indirect") == []


@pytest.mark.parametrize(
    ("body", "speaker"),
    [
        ("שרת התחבורה הודיעה בשבוע שעבר כי “לא יהיו עוד נתיבים השנה”.", "שרת התחבורה"),
        ("أكد مدير التموين، حسان درويش، أن الطحين متوفر. وقال درويش: «لا يوجد نقص في المدينة».", "حسان درويش"),
        ("Butcher Len Askew, who trades there, said: “My customers walk.”", "Len Askew"),
        ("The leader of the opposition, Cllr Maeve Dole, accused him of “closing the town”.", "Maeve Dole"),
    ],
)
def test_an_office_or_a_trade_is_no_part_of_a_name_and_when_it_was_said_is_nobody(body: str, speaker: str) -> None:
    assert heard(body)[-1][0] == speaker


def test_a_guest_whose_label_tells_a_trade_is_called_by_initials_later() -> None:
    found = names(
        "# Who owns the night?",
        "*Moderated by Ursula Beck, 8 May 2022*",
        "**UB:** Let's start with noise.",
        "**Karim Nasser (bar owner):** Everybody wants a lively city.",
        "**Dr. Lotte Winter (sleep researcher):** Sleep is not a hobby.",
        "**UB:** Is there a compromise?",
        "**KN:** Double glazing.",
        "**LW:** It should be you, Karim.",
        media="md",
    )
    assert found == ["Ursula Beck", "Karim Nasser", "Lotte Winter", "Ursula Beck", "Karim Nasser", "Lotte Winter"]


def test_days_that_head_the_entries_of_a_diary_are_not_when_it_was_published() -> None:
    text = (
        "Diary of a Keeper\n\n12 January 1893\nWind from the north, and the lamp has not failed once.\n\n"
        "13 January 1893\nThe boat did not come. Thomas told a story.\n\n"
        "15 January 1893\nThe boat came at last, with letters and flour.\n"
    )
    found = parse(Raw(text))
    assert found.metadata.published is None
    assert [part.plain[:8] for part in found.paragraphs if ends_sentence(part.plain)] == [
        "Wind fro",
        "The boat",
        "The boat",
    ]


@pytest.mark.parametrize(
    "line", ["«Северный берег», 12 июля 2023", "12 июля 2023 года, Заозёрск", "12 July 2023, Orrin"]
)
def test_a_day_may_stand_beside_a_paper_or_a_place(line: str) -> None:
    found = parse(
        Raw(f"# Деревня у маяка\n\n{line}\n\nДо деревни нет дороги. Раз в неделю сюда приходит катер.\n", "md")
    )
    assert found.metadata.published == "2023-07-12"


def test_a_byline_that_is_a_link_above_the_day_is_read() -> None:
    text = f"# The ferry\n\n[Imogen Frost](https://ferry.example/imogen)\nApr 18, 2023\n\n{TOLD}"
    assert parse(Raw(text, "md")).metadata.authors == ("Imogen Frost",)


def test_a_paragraph_that_ends_with_a_note_in_brackets_is_text() -> None:
    noted = "The boat came with letters, flour, and a newspaper from Lund. [The paper is lost. – Ed.]\n"
    text = f"# The ferry\n\n{TOLD}\n{noted}"
    told = [part.plain for part in parse(Raw(text, "md")).paragraphs if part.kind is BlockKind.PARAGRAPH]
    assert any(words.startswith("The boat came") for words in told)


def test_who_sends_a_letter_and_from_where_stands_above_the_paper_and_the_day() -> None:
    text = (
        "Лист до редакції: чому я вчуся\n\nІрина Кметь, Вроцлав\n«Голос сусідів», 12 лютого 2024\n\n"
        "Шановна редакціє!\n\n"
        "У вашому січневому числі написано, що ми живемо окремо. Я прочитала це вголос сусідці.\n"
    )
    found = parse(Raw(text))
    assert (found.metadata.authors, found.metadata.published) == (("Ірина Кметь",), "2024-02-12")
    assert not any("Вроцлав" in part.plain for part in found.paragraphs)


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("The committee will find out what the insurance says and report in June.", []),
        ("Nobody knows what the mayor says is true.", []),
        ("The mayor says the bridge is safe for now.", [("mayor", "the bridge is safe for now")]),
    ],
)
def test_what_somebody_may_say_when_asked_is_not_reported(sentence: str, said: list[tuple[str, str]]) -> None:
    assert heard(sentence, "indirect") == said
