"""Records of parliaments, saved chats, podcasts: labels in their forms; what has none is not the last speaker's."""

import pytest
from test_turns import names

from bot.corpus.parsing import parse
from bot.corpus.parts import Metadata, Raw
from bot.model import BlockKind

ASKED = "Twelve routes will come back in the spring, and I am grateful for the patience of those who walk."
SAID = "There were ninety routes once, and nobody in this House has been able to tell me where they went."


def test_members_of_a_parliament_are_called_with_a_seat_once_and_by_surname_later() -> None:
    found = names(
        "Night Buses",
        "Q3. Ms. Ada Frayne (Orrin) (Ind.): What plans has the Minister for the buses at night?",
        f"The Minister for Roads (Mr. Otto Quist): {ASKED}",
        f"Ms. Frayne: {SAID}",
        f"Mr. Quist: {ASKED}",
        "Hon. Members: Oh!",
        f"Sir Hal Pell (Lund North) (Con.): {SAID}",
        f"Mr. Quist: {ASKED}",
    )
    assert found == ["Ada Frayne", "Otto Quist", "Ada Frayne", "Otto Quist", None, "Hal Pell", "Otto Quist"]


def test_a_label_that_cannot_be_read_takes_the_word_from_the_last_speaker() -> None:
    found = names(
        "Night Buses",
        "Ada Frayne: Where are the buses?",
        f"Otto Quist: {ASKED}",
        f"Ada Frayne: {SAID}",
        "Lord Pell of Lund Bay (Lab.): I walk.",
    )
    assert found == ["Ada Frayne", "Otto Quist", "Ada Frayne", None]


def test_a_ukrainian_record_calls_people_by_surname_and_initial() -> None:
    found = names(
        "Стенограма",
        "Слово для доповіді має Марта Кметь.",
        "ГОЛОВУЮЧИЙ. Доброго ранку. Слово має депутатка Кметь.",
        "КМЕТЬ М. Дякую. Котельня старша за кожного з нас.",
        "ГОЛОВУЮЧИЙ. Дякую. Є запитання?",
        "ЛИС П.О. Скільки це коштує?",
        "КМЕТЬ М. Чотири мільйони гривень.",
    )
    assert found == [None, "Головуючий", "Марта Кметь", "Головуючий", "П.О. Лис", "Марта Кметь"]


CHAT = """Будинок 14, [03.02.2024 19:02]
Ганна Кметь:
Ліфт знову не працює. Третій день.

Будинок 14, [03.02.2024 19:05]
Богдан:
Я дзвонив і дзвонитиму ще.

Будинок 14, [03.02.2024 19:11]
Ганна Кметь:
Хліб занесла Оля. Дякую!

Будинок 14, [04.02.2024 08:30]
Роман (голова):
Майстер буде о десятій.
"""


def test_a_saved_chat_gives_each_message_to_its_sender_and_drops_the_stamps() -> None:
    found = parse(Raw(CHAT))
    told = [part for part in found.paragraphs if part.kind is BlockKind.PARAGRAPH]
    assert [part.speaker.name for part in told] == ["Ганна Кметь", "Богдан", "Ганна Кметь", "Роман"]
    assert sum(block.kind is BlockKind.FURNITURE for block in found.blocks) == 4


@pytest.mark.parametrize(
    "stamp", ["[00:01:05] ", "[12.03.24, 18:02:11] ", "12/03/2024, 18:02 - ", "3/12/24, 6:02 PM - ", "18:02 "]
)
def test_when_it_was_sent_may_stand_before_each_label(stamp: str) -> None:
    found = names(
        "The allotment",
        f"{stamp}Ann Lee: Who has the key to the shed?",
        f"{stamp}Jo Dole: I have it, and I have had it since the spring.",
        f"{stamp}Ann Lee: Then bring it back.",
    )
    assert found == ["Ann Lee", "Jo Dole", "Ann Lee"]


def test_the_host_may_present_herself() -> None:
    found = names(
        "The man who counts eels",
        "HOST: Welcome back. I'm Imke Sander. Today I am at the weir with Petru Ion.",
        "PETRU: Good morning.",
        "HOST: Why does anybody count eels?",
        "PETRU: Because nobody else was doing it.",
    )
    assert found == ["Imke Sander", "Petru Ion", "Imke Sander", "Petru Ion"]


def test_whoever_prepared_answers_for_the_press_did_not_give_them() -> None:
    text = (
        "# Нотариус отвечает читателям\n\nПодготовил Глеб Котов, 17 мая 2023\n\n"
        "**Дом достался от бабушки. С чего начать?**\n\n"
        "Начните с архива. Без справки я открыть дело не смогу.\n\n**Можно ли вернуть землю?**\n\nМожно, но через суд. "
        "Мой совет: поговорите с соседом.\n"
    )
    found = parse(Raw(text, "md", Metadata()))
    assert found.metadata.authors == ("Глеб Котов",)
    assert {part.speaker.name for part in found.paragraphs if part.kind is BlockKind.PARAGRAPH} == {None}


def test_a_hearing_calls_members_by_title_and_surname_in_capitals() -> None:
    found = names(
        "Hearing on village post offices",
        "The committee met, Hon. Leonora Pitt presiding.",
        "Chairwoman PITT. We will hear first from Mr. Gus Ahlberg, postmaster of Tinsel Creek.",
        "Mr. AHLBERG. My post office serves two hundred people and a mule.",
        "Chairwoman PITT. How far is the next one?",
        "Mr. AHLBERG. Forty-one miles.",
        "Mr. DELACROIX. Does the mule receive mail?",
        "Mr. AHLBERG. She receives a calendar, sir.",
    )
    assert found[1:5] == ["Leonora Pitt", "Gus Ahlberg", "Leonora Pitt", "Gus Ahlberg"]
    assert found[5] not in ("Gus Ahlberg", "Leonora Pitt")
    assert found[6] == "Gus Ahlberg"


def test_who_takes_part_may_be_introduced_with_dashes() -> None:
    found = names(
        "# «Коріння»: подкаст про сади",
        "Ведуча — Леся Кметь. Гість — помолог Вадим Лис.",
        "**Ведуча:** Вадиме, скільки сортів зникло?",
        "**Гість:** За сто років — дві третини.",
        "**Ведуча:** А хто їх рятує?",
        "**Гість:** Бабусі. І трохи ми.",
        media="md",
    )
    assert found[-4:] == ["Леся Кметь", "Вадим Лис", "Леся Кметь", "Вадим Лис"]


def test_a_letter_that_a_column_answers_is_not_the_columnists() -> None:
    found = names(
        "# Ask Auntie Fern",
        "By Fern Abernathy",
        "**Dear Auntie Fern,**",
        "My neighbour talks to my tomatoes each morning. I find it unnerving.",
        "**— Watched in Orrin**",
        "**Dear Watched,**",
        "How are the tomatoes? If they are well, say thank you.",
        media="md",
    )
    assert found[-1] == "Fern Abernathy"
    assert "Fern Abernathy" not in found[:-2]
