"""Who speaks in conversations, letters and speeches of the forms that pages have, in texts made for it."""

import pytest

from bot.corpus.parsing import parse
from bot.corpus.parts import Raw
from bot.model import BlockKind, Role

_BODY = (BlockKind.PARAGRAPH, BlockKind.PULL_QUOTE)


def voices(*parts: str, media: str = "txt") -> list[tuple[str | None, Role]]:
    structure = parse(Raw("\n\n".join(parts) + "\n", media))
    return [(part.speaker.name, part.speaker.role) for part in structure.paragraphs if part.kind in _BODY]


def names(*parts: str, media: str = "txt") -> list[str | None]:
    return [name for name, _ in voices(*parts, media=media)]


HEAD = ("Salt and snow", "By Mia Holt")


def test_initials_stand_for_the_names_that_were_printed() -> None:
    found = names(
        *HEAD,
        "Mia Holt: Why salt?",
        "Dr. Jan Ott: I grew up by the sea.",
        "MH: And why snow?",
        "JO [laughing]: I moved.",
    )
    assert found == ["Mia Holt", "Dr. Jan Ott", "Mia Holt", "Dr. Jan Ott"]


def test_initials_that_could_be_two_stay_as_they_are_printed() -> None:
    found = names(
        *HEAD,
        "Jan Ott and Jon Orr spoke to Mia Holt.",
        "MH: Why salt?",
        "JO: I grew up by the sea.",
        "MH: And why snow?",
        "JO: I moved.",
    )
    assert found[1:] == ["Mia Holt", "JO", "Mia Holt", "JO"]


def test_the_interviewer_may_be_the_outlet_and_each_label_stand_once() -> None:
    found = voices(
        "The sculptor of salt",
        "By Piet Maas",
        "Two winters ago Nadia Frei stopped carving stone. She spoke with me in her kitchen.",
        "SALTMARSH: When did you know?",
        "NADIA FREI: On the way to the quarry. My hands had stopped liking it.",
        "And then you tried salt?",
        "I tried butter first. It was August.",
        "Was it a success?",
        "We ate it.",
    )
    assert found[0] == ("Piet Maas", Role.AUTHOR)
    assert found[1:] == [("Saltmarsh", Role.INTERVIEWER), ("Nadia Frei", Role.INTERVIEWEE)] * 3


def test_full_names_are_labels_although_nothing_else_prints_them() -> None:
    found = voices(
        "“The tide keeps my diary”",
        "Hana Ito: When did you first go out to the oyster beds?",
        "Pavel Ruzek: I was nine, and my uncle told me to hold the lamp.",
        "And you held it?",
        "For six hours. I never complained again about anything.",
        "What do people get wrong about oysters?",
        "They think we own them. We only ask them to stay.",
    )
    assert found == [("Hana Ito", Role.INTERVIEWER), ("Pavel Ruzek", Role.INTERVIEWEE)] * 3


def test_what_is_put_without_a_question_mark_is_the_interviewer_s() -> None:
    found = names(
        "The man who tunes bridges",
        "By Ola Finn",
        "Ruth Calder has a hammer and a good ear. I met her under the viaduct, where the trains are loud.",
        "Ola Finn: Why does a bridge need tuning?",
        "Ruth Calder: Because it sings whether you like it or not. I make it sing low.",
        "You studied the violin.",
        "I did, badly. My teacher sent me to the physics department with a note.",
        "Describe a good day.",
        "A good day is one in which nothing happens. You stand there, you listen, and the steel says nothing at all.",
        "My brother calls me the only musician who is paid for silence.",
        "Calder packs the hammer away. A train is coming.",
        "So what happens next?",
        "We go home.",
    )
    asked, answered = "Ola Finn", "Ruth Calder"
    turns = [asked, answered, asked, answered, asked, answered, answered, asked, asked, answered]
    assert found == [asked, *turns]


def test_labels_that_stop_leave_the_later_turns_to_their_questions() -> None:
    found = names(
        *HEAD,
        "Mia Holt: Why salt?",
        "Jan Ott: I grew up by the sea.",
        "Mia Holt: And why snow?",
        "Jan Ott: I moved when I was nine.",
        "Did you miss the sea?",
        "I missed my boat. It was red.",
        "Where is it now?",
        "My sister has it.",
    )
    assert found == ["Mia Holt", "Jan Ott"] * 4


@pytest.mark.parametrize(
    ("head", "turns", "asked", "answered"),
    [
        (
            "Інтерв’ю\n\n«Міст — це обіцянка»\n\nРозмовляв Павло Гринь\n\nІнженерка Оксана Дячук лагодить мости.",
            "Питання: Як ви почали?\n\nВідповідь: Випадково.\n\nПитання: А далі?\n\nВідповідь: Була зима.",
            "Павло Гринь",
            "Оксана Дячук",
        ),
        (
            "« Je compte les oiseaux »\n\nEntretien avec Lucie Moreau, ornithologue\n\nPar Hugo Petit",
            "Q. : Depuis quand ?\n\nR. : Depuis mes huit ans.\n\nQ. : Et aujourd'hui ?\n\nR. : J'en suis au centième.",
            "Hugo Petit",
            "Lucie Moreau",
        ),
        (
            "Entrevista\n\nEl pan no espera\n\nPor Andrés Gil\n\nMarta Solís abre a las cuatro.",
            "P. ¿Por qué tan temprano?\n\nR. Porque el pan no espera.\n\nP. Usted estudió derecho.\n\nR. Sí, tres.",
            "Andrés Gil",
            "Marta Solís",
        ),
        (
            "Interview\n\nDie Frau vom Turm\n\nVon Karl Adler\n\nGrete Mohn öffnet, bevor man klopft.",
            "**Frau Mohn, wann waren Sie fort?**\n\nIm März.\n\n**Fehlt Ihnen etwas?**\n\nNiemand fragt mich das.",
            "Karl Adler",
            "Grete Mohn",
        ),
        (
            "The last lamplighter\n\nBy Dora Kent\n\nI talked to Emil Voss on a bench.",
            "*How long does it take you?*\n\nForty minutes.\n\n*And in the rain?*\n\nI wear my father's coat.",
            "Dora Kent",
            "Emil Voss",
        ),
        (
            "Розмова\n\nСтоляр Марко Гай: «Дерево не любить поспіху»\n\nСпілкувалася Ніна Лоза",
            "— З чого все почалося?\n\n— З табуретки.\n\n— Ви навчалися в місті.\n\n— Так, але недовго. Мене вигнали."
            "\n\n— За що?\n\n— За тишу.\n\n— Що далі?\n\n— Двері.",
            "Ніна Лоза",
            "Марко Гай",
        ),
    ],
    ids=["ukrainian", "french", "spanish", "german-bold", "italics", "dashes"],
)
def test_who_answers_is_whom_the_head_introduces(head: str, turns: str, asked: str, answered: str) -> None:
    found = voices(head, turns)
    count = len(turns.split("\n\n")) // 2
    assert found[-2 * count :] == [(asked, Role.INTERVIEWER), (answered, Role.INTERVIEWEE)] * count


def test_nobody_answers_where_the_head_introduces_two() -> None:
    found = names(
        *HEAD,
        "Jan Ott and Eva Lind share a boat. We talked to them in May.",
        "Q: Whose boat is it?",
        "A: Nobody's. We found it.",
        "Q: And the oars?",
        "A: Mine.",
    )
    assert found[1:] == ["Mia Holt", None, "Mia Holt", None]


def test_a_panel_has_its_chair_and_calls_from_the_room() -> None:
    found = voices(
        "Who owns the night bus?",
        "A panel at the Transport Hall, chaired by Lena Brandt",
        "MODERATOR: Welcome. Tom, how many night buses do we have?",
        "TOM ARDEN: Eleven. There used to be forty.",
        "SIRI HOLM: Forty-two, and I drove one of them.",
        "MODERATOR: Siri, what changed?",
        "SIRI HOLM: The depot closed.",
        "AUDIENCE MEMBER: Can you tell us when it will open again?",
        "TOM ARDEN: I can’t.",
        "A VOICE: Shame!",
        "It is a shame, and I say so.",
        "Holm and Arden shake hands; somebody opens a window.",
    )
    assert ("Audience member", Role.INTERVIEWER) in found
    assert ("A voice", Role.QUOTED) in found
    assert found[0] == found[3] == ("Lena Brandt", Role.INTERVIEWER)
    assert found[-2:] == [("Tom Arden", Role.INTERVIEWEE), (None, Role.UNCLEAR)]


@pytest.mark.parametrize(
    ("told", "speaker"),
    [
        ("She stops to pull the boat ashore. The wind has dropped.", "Mia Holt"),
        ("Lind laughs, and the dog wakes up.", "Mia Holt"),
        ("At this point the line goes dead for a minute.", None),
        ("[The dog barks.]", "Mia Holt"),
        ("The harbour froze in 1984. The boats stayed where they were.", "Eva Lind"),
        ("I laughed at that for a week.", "Eva Lind"),
    ],
)
def test_the_narrator_between_turns_is_not_the_last_speaker(told: str, speaker: str | None) -> None:
    found = names(
        *HEAD,
        "Mia Holt: Why salt?",
        "Eva Lind: I grew up by the sea. The boat was red.",
        told,
        "Mia Holt: And why snow?",
        "Eva Lind: I moved.",
    )
    assert found[2] == speaker


def test_a_title_that_cites_is_no_turn() -> None:
    found = names(
        "Eva Lind: “Salt is slow”",
        "By Mia Holt",
        "The harbour is frozen. A dog sleeps on the ice, and the boats stay where they are until the spring.",
        "The Salt Review: Why salt?",
        "Eva Lind: I grew up by the sea.",
        "The Salt Review: And why snow?",
        "Eva Lind: I moved.",
    )
    assert found == ["Mia Holt", "The Salt Review", "Eva Lind", "The Salt Review", "Eva Lind"]


def test_a_pull_quote_speaks_with_the_voice_that_it_repeats() -> None:
    words = "the boat was red, and nobody could say who had painted it"
    found = voices(
        *HEAD,
        f"Mia Holt: They say that {words}. Is it true?",
        "Eva Lind: It is true. I know who did it, and I shall never tell you or anybody else.",
        f"{words.capitalize()}.",
        "Mia Holt: And why snow?",
        "Eva Lind: I moved.",
    )
    assert found[2] == ("Mia Holt", Role.INTERVIEWER)


def test_questions_that_head_an_author_s_own_paragraphs_make_no_conversation() -> None:
    found = voices(
        "What the new bins mean for you",
        "By Nora Peel",
        "The city is changing its bins in April.",
        "**Why is the city changing the bins?**",
        "The old ones are too small. They were made when the town had half as many people.",
        "**When will it happen?**",
        "The first new bins arrive on 4 April.",
    )
    assert set(found) == {("Nora Peel", Role.AUTHOR)}


def test_the_heads_of_paragraphs_are_no_labels() -> None:
    found = names(
        "Three ways to mend a fence",
        "By Nora Peel",
        "Wire: The cheapest way is wire. It holds for five years if nobody leans on it.",
        "Wood: The prettiest way is wood. It holds for twenty years if it is oiled every spring.",
        "Wire: A second kind of wire is barbed and is forbidden inside the town.",
        "Wood: Another kind of wood is painted.",
    )
    assert set(found) == {"Nora Peel"}


def test_a_speech_is_its_speaker_s_but_for_the_calls_from_the_hall() -> None:
    found = names(
        "Edda Quist's speech at the opening of the ferry",
        "Friends of the ferry,",
        "It has taken us nine years to cross four hundred metres of water, and I thank everyone who waited.",
        "Heckler: What about the bridge?",
        "The bridge is a fine thing, and we will build that, too, if you pay for it, sir.",
    )
    assert found == ["Edda Quist", "Edda Quist", "Heckler", "Edda Quist"]


def test_a_letter_is_whose_name_stands_under_it() -> None:
    found = names(
        "Open letter to the council of Marle",
        "To the mayor and the council,",
        "We are the people who sweep the market after you have gone home, and we ask for a tap.",
        "You have a fountain. We have seen it.",
        "With respect,",
        "The Market Sweepers of Marle",
    )
    assert found[1] == "Market Sweepers of Marle"


def test_only_the_questions_are_labelled() -> None:
    found = voices(
        "The glass blower",
        "By Ida Kern",
        "For thirty years Otto Brandt has blown glass. The Ember Review met him at his furnace.",
        "Ember Review: When did you begin?",
        "At six. My father put a stool in front of the fire.",
        "I still have the stool.",
        "Ember Review: Was it hot?",
        "It was fire.",
    )
    asked, answered = ("Ember Review", Role.INTERVIEWER), ("Otto Brandt", Role.INTERVIEWEE)
    assert found[1:] == [asked, answered, answered, asked, answered]


def test_only_the_answers_are_labelled() -> None:
    found = names(
        *HEAD,
        "I met Jan Ott in his bakery, where it was dark.",
        "**Why so early?**",
        "Jan Ott: Bread is slow. I like that.",
        "**Who taught you?**",
        "Jan Ott: My aunt. She never spoke.",
        "**What did you learn?**",
        "Jan Ott: To be quiet.",
    )
    assert found[2:] == ["Jan Ott", "Mia Holt", "Jan Ott", "Mia Holt", "Jan Ott"]


def test_two_who_ask_are_both_interviewers() -> None:
    found = voices(
        "Talking to the tide clerk",
        "By Ana Roe and Bo Lund",
        "Ana Roe: How long have you kept the tide tables?",
        "Vera Pohl: Since 1988. I have never missed a day.",
        "Bo Lund: Not even at Christmas?",
        "Vera Pohl: The tide does not keep Christmas.",
        "Ana Roe: Do you like the sea?",
        "Vera Pohl: I like numbers.",
    )
    assert {name for name, role in found if role is Role.INTERVIEWER} == {"Ana Roe", "Bo Lund"}
    assert {name for name, role in found if role is Role.INTERVIEWEE} == {"Vera Pohl"}


def test_questions_as_headings_are_answered_by_the_guest() -> None:
    found = names(
        "# The bee man",
        "By Ruth Ade",
        "I spoke to Victor Sandt on his roof.",
        "## Why the roof?",
        "Nobody sprays a roof. I learned that from a survey.",
        "## Were you afraid?",
        "I was, for a month.",
        media="md",
    )
    assert found == ["Ruth Ade", "Victor Sandt", "Victor Sandt"]


def test_a_turn_that_repeats_another_is_a_turn() -> None:
    words = "I have never missed a day, and I do not mean to start."
    found = names(*HEAD, "MIA HOLT: How long?", f"JAN OTT: {words}", "MIA HOLT: Are you tired?", f"JAN OTT: {words}")
    assert found == ["Mia Holt", "Jan Ott"] * 2


def test_who_speaks_once_among_many_speaks_for_themselves() -> None:
    found = names(
        "Meeting of the bell ringers",
        "**Ada Brandt:** The big bell is cracked. I open the meeting.",
        "**Boris Kern:** I heard it on Sunday.",
        "**Carla O’Neil:** So did the whole valley.",
        "**Dmytro Hrab:** A foundry could mend it.",
        "**Boris Kern:** At what price?",
        "**Ada Brandt:** Then we collect. I close the meeting.",
        media="md",
    )
    assert found[-6:] == ["Ada Brandt", "Boris Kern", "Carla O’Neil", "Dmytro Hrab", "Boris Kern", "Ada Brandt"]


def test_what_a_paragraph_of_an_answer_begins_with_is_nobody_who_speaks() -> None:
    found = names(
        *HEAD,
        "Mia Holt: Which films do you like?",
        "Jan Ott: Two of them, and for the same reason. Let me tell you which.",
        "Silver Harbour: it was shot in one night, and nobody slept.",
        "It has no music at all.",
        "The actors were fishermen.",
        "They were paid in salt.",
        "Mia Holt: And the other?",
        "Jan Ott: I forgot it.",
    )
    assert "Silver Harbour" not in found


def test_a_shortened_word_for_who_asks_is_a_label() -> None:
    found = voices(
        "Хлеб",
        "Беседовала Инна Маркова",
        "Пекарь Семён Лобанов печёт с четырёх утра.",
        "Корр.: Зачем так рано?",
        "С. Лобанов: Тесто слышит, когда человек спешит.",
        "Корр.: И что вам сказали?",
        "С. Лобанов: Купили две буханки и ушли.",
    )
    assert found[1:] == [("Инна Маркова", Role.INTERVIEWER), ("Семён Лобанов", Role.INTERVIEWEE)] * 2


def test_who_asks_once_among_many_has_a_label_and_so_has_the_room() -> None:
    found = names(
        "# A shop",
        "**Ilse Morrow:** I am nearer. You pay me for that.",
        "**Daniel Ade:** That is right.",
        "**A woman in the audience:** And what of us?",
        "**Ilse Morrow:** I bring it to your door.",
        "**Moderator:** Let us speak of money.",
        "**Daniel Ade:** Gladly.",
        media="md",
    )
    assert found == ["Ilse Morrow", "Daniel Ade", "A woman in the audience", "Ilse Morrow", None, "Daniel Ade"]


def test_a_label_that_cannot_be_read_ends_the_turn_above_it() -> None:
    found = names(
        "# A shop",
        "**Ilse Morrow:** I am nearer.",
        "**Daniel Ade:** That is right.",
        "**the lady with 2 bags, smiling:** Is it?",
        "She sits down again.",
        "**Ilse Morrow:** It is.",
        "**Daniel Ade:** So it is.",
        media="md",
    )
    assert found[:2] == ["Ilse Morrow", "Daniel Ade"]
    assert found[2:4] == [None, None]
    assert found[4] == "Ilse Morrow"


def test_who_wrote_down_what_another_told_does_not_tell_it() -> None:
    told = ("I was nineteen when I drove over the lake.", "I have never told my mother.")
    for byline in ("As told to Bertil Nyman", "Aufgezeichnet von Bertil Nyman", "Записала Олена Кіт"):
        assert names("My first winter", byline, *told) == [None, None]
    assert set(names("My first winter", "By Bertil Nyman", *told)) == {"Bertil Nyman"}


def test_who_signs_the_last_letter_of_a_page_has_not_written_the_others() -> None:
    found = names(
        "Letters",
        "Dear editor, I have counted the lime trees.",
        "Hanna Moroz, teacher, Lund",
        "Dear editor, I wait for the bus on Sundays.",
        "Yours sincerely,",
        "Oleg Yarema",
    )
    assert set(found) == {None}


def test_paragraphs_that_are_set_in_are_not_the_author_s() -> None:
    line = "He has walked the whole of the old salt road,\nand he wants us to know that."
    cited = "    I have carried salt for nine hundred miles,\n    and I was glad to give it away."
    found = names("The salt road", "By Celeste Amoah", line, line.replace("salt", "silk"), cited, "So the book ends.")
    assert found == ["Celeste Amoah", "Celeste Amoah", None, "Celeste Amoah"]


def test_thanks_at_the_end_of_a_conversation_are_of_who_asks() -> None:
    found = names(
        "Лариса Гнатюк: «Колодязь — це бібліотека»",
        "Розмовляв Остап Вербицький",
        "Ми зустрілися з етнографкою Ларисою Гнатюк у Стіні.",
        "— Скільки криниць ви описали?",
        "— Чотириста дванадцять.",
        "— І чому ви їх рахуєте?",
        "— Бо люди бояться в них дивитися.",
        "— А що кажуть молоді?",
        "— Молоді мають рацію.",
        "— Дякую за розмову.",
    )
    assert found[-3:-1] == found[-5:-3] == [found[-1], found[-2]]
    assert found[-1] == "Остап Вербицький"


def test_who_is_introduced_on_a_line_is_not_the_one_above() -> None:
    text = (
        "What would you do with the cinema?\n\nWe asked people on the market square\n\nFatima Rahal, 34, nurse\n\n"
        "I would turn it into a swimming pool, since it already smells of one.\n\nGordon Pike, 71, retired\n\n"
        "Leave it as it is. My wife and I met there, and she says that the film was terrible.\n\n"
        "Lin Zhou, 19, student\n\nSomebody told me it is haunted, so: a hotel.\n"
    )
    drafts = parse(Raw(text, "txt")).drafts
    assert [draft.headings[-1].split(",")[0] for draft in drafts] == ["Fatima Rahal", "Gordon Pike", "Lin Zhou"]
    assert parse(Raw(f"{text}\nBy Mia Holt\n", "txt")).metadata.authors == ("Mia Holt",)


def test_what_a_text_goes_through_one_by_one_is_nobody() -> None:
    """German nouns have capitals: "Frischer Thymian" looks like the full name of whoever "Thymian:" stands for."""
    herbs = ("Frischer Thymian", "Wilder Oregano", "Grüne Minze", "Zarter Kerbel")
    opening = f"{', '.join(herbs)} wachsen wieder im Garten hinter der Hütte."
    turns = (f"**{herb.split()[1]}:** Das Kraut war schon in der Antike bekannt." for herb in herbs)
    assert set(names(opening, *turns, media="md")) == {None}
