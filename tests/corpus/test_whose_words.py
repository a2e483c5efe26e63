"""Whose words: one small text of our own for each way in which texts say who is quoted."""

import pytest

from bot.corpus.parsing import parse
from bot.corpus.parts import Metadata, Raw
from bot.corpus.quotations import quotations

Heard = list[tuple[str | None, str]]
OPENING = "The ferry to Orrin was stopped on Monday, and nobody in the village was told why it was.\n\n"


def heard(body: str, kind: str = "direct") -> Heard:
    """Who says what in a report of Ada Brook's whose body begins with a paragraph that quotes nobody."""
    raw = Raw(f"# The ferry\n\nBy Ada Brook\n\n{OPENING}{body}\n", "md", Metadata(authors=("Ada Brook",)))
    structure = parse(raw)
    return [
        (said.speaker.name, " ".join(raw.text[span.start : span.end] for span in said.spans))
        for said in structure.statements
        if said.type.value == kind
    ]


TAGS = [
    # apposition and offices
    ("Orrin Rovers’ coach, Jo Dole, said: “We row.”", "Jo Dole"),
    ("A spokeswoman for Orrin Rovers, Mia Odell, was blunt. “We will row again,” she said.", "Mia Odell"),
    ("“We will row,” said Jo Dole, the coach of Orrin Rovers.", "Jo Dole"),
    ("“We will row,” said the coach of the club, Jo Dole.", "Jo Dole"),
    ("Orrin Rovers’ coach, Jo Dole, was angry. “We will row again,” he said.", "Jo Dole"),
    ("Councillor Jo Dole came late. Then the councillor rose. “We will row again,” the councillor said.", "Jo Dole"),
    # according to
    ("The police made two arrests, both, according to Inspector Jo Dole, “for rowing at night”.", "Jo Dole"),
    ("According to Jo Dole, the boats “lay on their sides for a week”.", "Jo Dole"),
    # the subject is not what stands beside the verb
    ("When I asked why, the harbour office sent one line: “We looked at it and moved on.”", "harbour office"),
    ("“It was louder then, I swear,” shouted a man in a yellow coat.", "man in a yellow coat"),
    ("Jo Dole told the harbour’s paper that the quay was “a heap of wet stones”.", "Jo Dole"),
    ("A friend to whom I read the letter called it “the dullest thing since porridge.”", "friend"),
    ("The letter quotes Captain Jo Dole as saying that the quay “is used by nine cats”.", "Jo Dole"),
    ("The fog comes, as Jo Dole puts it, “like a guest who has no watch”.", "Jo Dole"),
    ("The cook, who was not hurt, had told police that she found the affair ‘droll, if I’m honest’.", "cook"),
    ("It was praised by Dole (1987), for whom a quay “makes the land and the sea polite”.", "Dole"),
    ("The captain proposes a café and what Jo Dole calls “a proper bar”.", "Jo Dole"),
    # a tag in the sentence before or after
    ("Jo Dole, who rows, watched from the quay, she said afterwards, under a sail. “Best place of all.”", "Jo Dole"),
    ("“Nobody came. Nobody rang.” Jo Dole, who has a boat there, said she had left all the same.", "Jo Dole"),
    ("Jo Dole, for the rowers, said that they were tired. “They have rowed for nine days.”", "Jo Dole"),
    # other languages
    ("«Ми не мали вибору», — сказав начальник управління портів Іван Кметь.", "Іван Кметь"),
    ("Власник крамниці Іван Кметь спокійний. «Хліб є», — жартує він.", "Іван Кметь"),
    ("Пекарка Олена Кметь не вірить. «Хліба немає», — бідкається вона.", "Олена Кметь"),
    ("«Мы не имели выбора», — заявил директор порта Иван Котов.", "Иван Котов"),
    ("وقال مدير الميناء، سامي حدّاد: «الرصيف لم يعد آمناً».", "سامي حدّاد"),
    ("«الرصيف لا ينتظر السمك»، قال أبو سامر الحلبي، وهو صياد قديم.", "أبو سامر الحلبي"),
    ('מנהל הנמל, ד"ר דן ברק, כתב בראש המכתב: "אנו מבטיחים רציף חדש לכולם".', "דן ברק"),
    ("„Ich habe nichts gegen Boote“, sagt Max Dorn, der am Hafen wohnt. „Ich habe etwas gegen Lärm.“", "Max Dorn"),
    ("« Je pars demain », a déclaré la maire de Lorne, Anne Petit.", "Anne Petit"),
    ("„Wir bauen neu“, sagte die Bürgermeisterin Anna Lenz.", "Anna Lenz"),
    ("„Das ist Unsinn“, so Bürgermeister Karl Ohm. „Wir bauen.“", "Karl Ohm"),
    ("Bürgermeister Karl Ohm (SPD) sagte: „Wir bauen.“ Er fügte hinzu: „Für immer.“", "Karl Ohm"),
    ("Як розповіла директорка Олена Кіт, школа «працює далі».", "Олена Кіт"),
    ("«Мы не уйдём», — сказала Анна Котова. По её словам, дом «ещё постоит».", "Анна Котова"),
    ("وأكد المتحدث أحمد سالم أن الجسر «لن يصمد».", "المتحدث أحمد سالم"),
    # between the name and its verb
    ("“It’s a shame,” Vey, 41, who has lived there for years, told the paper.", "Vey"),
    ("“I never slept,” Peter Lamm is quoted as saying in the paper.", "Peter Lamm"),
    ("Among them is Ola Berg, who says she is “done waiting”.", "Ola Berg"),
    ("Krull, 41, was blunter: “No.”", "Krull"),
    # more than one clause
    ("“He is wrong,” said Ann Krull, adding that he “has never baked a loaf”.", "Ann Krull"),
    ("Both Anna Krull and Peter Lamm said the plan was “mad”.", "Anna Krull and Peter Lamm"),
    ("“Shame,” shouted protesters. “Shame on you.”", "protesters"),
    ("A sign on the door reads: “Back in ten minutes.”", "sign on the door"),
    ("Stein’s article says that the quay is “a wet mill”.", "Stein"),
    # a pronoun goes back over the sentences that speak of the same person
    (
        "The Orrin League wrote it.\n\nThe woman who mends nets works at night. When it is cold she is here. "
        "She asked me to print this: “I want a boat.”",
        "woman",
    ),
    ("That morning a man came to the quay. He was wet. He said, “Give me a boat.”", "man"),
    ("Dole’s daughter, Ann, keeps the keys. She has no boat. “I never rowed,” she says.", "Ann"),
    # what comes before a subject
    ("Afterwards Jo Dole came back. “We will row again,” she said.", "Jo Dole"),
    ("When the fog came in July, the captain rang me and said, “Leave the boat.”", "captain"),
    ("In Orrin, the captain waited. “Leave the boat,” the captain said.", "captain"),
    (
        "A baker from one of the villages, a loud young man, has already said to me: “I want a boat.”",
        "baker from one of the villages",
    ),
    ("A man on the quay – he rows there – told the paper that the boats were “full of rain”.", "man on the quay"),
    ("“It has no keel,” sighs the carpenter who had been asked to come.", "carpenter"),
    # what a paper says, and who was asked
    ("The harbour’s owner sent us a note that evening. It said: “Staff must not row.”", "harbour's owner"),
    ("He laughs, and shows me the letter from the bank. It promises “nine boats and a flag”.", "bank"),
    ("When I asked the board for the figures, it replied, in writing, that “no such figures are kept”.", "board"),
    # Slavic tongues have no articles; a case is not another person
    ("Коли ми приїхали, сторож сказав нам: «Ключ у голови».", "сторож"),
    ("«Хліба немає», — каже сусідка.", "сусідка"),
    ("Мэр города Иван Котов молчит. По словам мэра, дом «ещё постоит».", "Иван Котов"),
    # Hebrew and Arabic names that nothing but their company shows
    ('דנה ברק, בת 82, לשה בצק. "הים רחוק מדי ממני", היא אומרת.', "דנה ברק"),
    ('עו"ד רון לביא, המייצג את הנמל, שתק. "אין לנו סירה אחת", הוא אומר.', "רון לביא"),
    ("جارتي أم نادر لا تنام. قالت للصيادين: «لا أترك القارب وحده». عادت أم نادر إلى بيتها.", "أم نادر"),
    # one who spoke goes on after a sentence of what she does; a source below or behind the words
    ("Dole’s daughter, Ann, has a key. “I row,” she says. Then she thinks about it. “Print that.”", "Ann"),
    ("“The sea keeps its books in white.” — Otto Quist, *Harbour Notes*", "Otto Quist"),
    # Spanish, Italian, Polish; offices before names, and offices for names
    ("“No hay peligro”, aseguró el alcalde, Julio Olmo, en la plaza.", "Julio Olmo"),
    ("Según la ingeniera Paula Soto, la grieta “tiene dos años”.", "Paula Soto"),
    ("“Non c’è pericolo”, ha detto il sindaco Carlo Riva.", "Carlo Riva"),
    ("„Nie ma się czego bać”, powiedziała Anna Lis.", "Anna Lis"),
    ("“It is good news,” Transport Minister Otto Quist said.", "Otto Quist"),
    ("Der Richter lobte den Imker Jan Ohm. „Ich habe keine Boote“, sagte der Imker.", "Jan Ohm"),
    # marks inside marks end what is said, too
    ("The keeper, Jo Dole, came. “He told me, ‘The boat is gone,’” she said.", "Jo Dole"),
    ("\"I said, 'Who took it?' and he said, 'The clerk.'\" said Jo Dole.", "Jo Dole"),
    # whoever is told something answers, not who told it
    (
        "“It was shut,” said Mia Odell.\n\nCounsel for the town, Jo Dole QC, asked her whether she knew why.\n\n"
        "“I never knew,” she replied.",
        "Mia Odell",
    ),
    # two articles are two groups; somebody who is quoted at second hand; other verbs
    ("In the morning the radio said: “Two boats have gone through the ice.”", "radio"),
    ("Mr Dole quotes a forester, who is said to have claimed: “Every second one is hollow.”", "forester"),
    ("Architect Jo Dole commented: “It smells of nothing.”", "Jo Dole"),
    ("Іван Кметь мовчав. Голова ради Олена Кіт не згодна. «Нам обіцяли міст», — нагадала вона.", "Олена Кіт"),
    ("У Києві Іван Кметь сказав: «Ми не підемо звідси».", "Іван Кметь"),
    ("Ада Бойко зустріла Ганну Мороз. «Мені обіцяли липи», — скаржилася вона. «Усе буде», — відповіла Мороз.", "Мороз"),
    ("وبحسب بيان نقابة البحارة، فإن العبّارة «غير صالحة للشتاء».", "بيان نقابة البحارة"),
    ('במשרד החינוך מסרו כי "הנושא נבחן היטב".', "משרד החינוך"),
    # a phrase that somebody else calls so; to whom it is said
    ("Jo Dole called them “a choir of liars”, a phrase that his lawyer, Peter Lamm, regretted.", "Jo Dole"),
    ("«Ми не продамо», — сказав мерові Отто Квіту власник млина Ян Доля.", "Ян Доля"),
    ("«Мы не продадим», — сказал мэру Отто Квиту владелец мельницы Ян Доля.", "Ян Доля"),
    ("«Ми не продамо», — сказала йому Олена Кіт з вікна.", "Олена Кіт"),
    ("«Ми не продамо», — сказав одразу Ян Доля журналістам.", "Ян Доля"),
    (
        "The judge, Mia Odell, read it. The owner's wife wept.\n\n“That is not his hand,” she told the court.",
        "owner's wife",
    ),
    # verbs that come back; what is only "then", and where it was said, is no name
    ("Гнат Бурий вів журнал. Він казав: «Папір усе стерпить».", "Гнат Бурий"),
    ("«А если рожать в пятницу?» — спрашивает Лидия Корнева.", "Лидия Корнева"),
    ("«تعلمت القراءة هنا»، قالت السيدة سعاد مراد. ثم سألت: «من يعلّم أحفادي؟».", "سعاد مراد"),
    ("«عودك يبكي وحده»، كتب لي عازف مرة.", "عازف"),
    ("كتب الرحالة يوسف العطار في مذكراته: «دخلت السوق جائعا وخرجت شبعان».", "الرحالة يوسف العطار"),
    # short answers in dialogue
    ("“It has a deck,” said Jo Dole.\n\n“And this?”", "Jo Dole"),
]


@pytest.mark.parametrize(("body", "speaker"), TAGS, ids=lambda value: value[:40])
def test_the_one_who_speaks_is_named(body: str, speaker: str) -> None:
    found = heard(body)
    assert found
    assert {name for name, _ in found if name} == {speaker}
    assert found[0][0] == speaker


UNNAMED = [
    # "she" is hardly the one whose daughter she is
    "Hnat told her that the roof would be back.\n\nI met Hnat’s daughter in Lorne. “He meant it,” she said.",
    # who is told something, met or asked may be meant as well
    "Ida Brandt met Ann Krull on the pier. Brandt told her that the boat was gone. “I know,” she said.",
    "Peter Lamm wrote to Jan Dole that the mill was lost. He answered: “Nothing is lost.”",
    "Mr Sam Dole cites a forester. I asked the forester. He said: “Every second one must be treated.”",
    "Пан Роман Сич хвалить лісника. Я питала лісника. Він сказав інше: «Кожну другу треба лікувати».",
    "“We stay,” said Mia Odell. Others were divided. Another shrugged. “I moved here for the wheel,” she said.",
    "“We stay,” said Jo Dole. When Dole was asked about it, his lawyer objected. “My client cannot read,” he said.",
    "Судья Нора Финч перебила свидетеля Тома Берга.\n\nЖена владельца заплакала. «Это не его рука», — сказала она.",
    "Суддя Нора Фінч перебила свідка Тома Берга. «Відповідайте на запитання», — сказала вона.",
    # "he" is no woman
    "Сусідка зітхає.\n\nОдного разу запитали про млин. «Який млин?» — відповів він.",
    # whom "she" married or met is not "she"
    "Nobody knew it. In 1962 she married Jan Krull, who rows.\n\n“It rained,” she said.",
    # a place is no speaker
    "Мені одна бабуся в Стіні пояснила: «Там видно не тебе».",
    "Мне одна старушка в Твери объяснила: «Там видно не тебя».",
    # kin of the same sex: she may be either of the two
    "She was born on a boat. Her mother, Edith, sold eggs. “I learned to row,” she said.",
    # a pronoun is never the one who tells, nor somebody that another candidate stands before
    "“What does it say?” I asked.\n\n“It says nothing,” he said.",
    "“He took both boats,” said Miss Ann Dole.\n\nThere he left them. “Now you know,” he shouted at the cook.",
    "“We saw it,” said Jo Dole.\n\nAt the pier stood Ada Ferry and Nan Quay. “It was cold,” she said.",
    "“You are late,” Ann Krull told Lamm. “I know,” he said.",
    "Ida Brandt and her son Tom live here. “We stay,” she said. “I do not,” he said.",
    "Dubbed “the baker of Tarn”, Brandt was born in 1950.",
    "За словами директорки школи Ірини Мельник, діти «вчаться в підвалі».",
    # what is accused, called or described does not speak
    "Their letters are long, accuse Norland of “a cold and lasting theft”.",
    "The members were tired and now they accuse both of hateful and even “murderous plans”.",
    "You’ve said that the quay was “noisier than a mill”.",
    # part of a text is no speaker
    "The interview’s introduction calls the quay “a heap of wet stones”.",
    "The headline says: “No boats for anybody this year.”",
    "لم يقل أحد شيئاً. وكتب في أول الصفحة: «الرصيف لم يعد آمناً لأحد».",
]


@pytest.mark.parametrize("body", UNNAMED, ids=lambda value: value[:40])
def test_where_the_text_does_not_tell_nobody_is_named(body: str) -> None:
    last = heard(body)[-1:]
    assert [name for name, _ in last] in ([], [None])


SILENT = [
    "The council calls it “rationalisation” and the boat “Salt Ledger”.",
    "The novel “A Quiet Year” came out in May.",
    "The ‘old’ quay is newer than the ‘new’ one.",
    "In the class “how to be a leader” nobody spoke.",
    "На вопросы читателей отвечает Инна Соболева, главный врач клиники «Лапа».",
    "Як розповів Іван Кметь, пором «Стара Чайка» старий.",
]


@pytest.mark.parametrize("body", SILENT[1:], ids=lambda value: value[:40])
def test_irony_and_titles_are_nobodys_words(body: str) -> None:
    assert heard(body) == []


def test_i_is_whoever_speaks() -> None:
    assert heard("I said to him, “You are free, and sit down.”") == [("Ada Brook", "You are free, and sit down.")]
    assert heard("I thought, “That is a good boat,” and went home.")[0][0] == "Ada Brook"


def test_the_one_who_asks_someone_speaks() -> None:
    assert heard("Their lawyer asked me, “Is it a boat if it has no hull?”")[0][0] == "lawyer"


def test_a_tag_inside_the_marks_is_cut_out() -> None:
    text = "Голова міста Олена Кметь усміхнулася. «Квиток не подорожчає, — запевнила вона. — Це я обіцяю»."
    assert heard(text) == [("Олена Кметь", "Квиток не подорожчає"), ("Олена Кметь", "Це я обіцяю")]
    text = "Anne Petit a ri. « Je pars demain, dit-elle, et je ne reviens pas. »"
    assert heard(text) == [("Anne Petit", "Je pars demain"), ("Anne Petit", "et je ne reviens pas.")]
    text = "«Я буду тут, — сказал Иван Котов, — и никуда не уйду»."
    assert heard(text) == [("Иван Котов", "Я буду тут"), ("Иван Котов", "и никуда не уйду")]
    assert heard("Вона мовчить. «Це дім — не склад, а дім для всіх нас».")[0][1].startswith("Це дім — не склад")


def test_what_is_reported_ends_with_its_sentence() -> None:
    found = heard(
        "Jo Dole said that the quay was old, Brook reports. Norland’s office said that it was new.", "indirect"
    )
    assert ("Jo Dole", "the quay was old") in found or found == [("Norland's office", "it was new")]
    assert all("Norland" not in words for _, words in found)


def test_an_aside_may_part_a_verb_from_what_is_reported() -> None:
    found = heard("Norland’s office also said, in a note on Monday, that the quay would be closed.", "indirect")
    assert found == [("Norland's office", "the quay would be closed")]


def test_a_source_with_a_relative_clause_is_named_without_it() -> None:
    found = heard("Laut einem Gutachten, das der Rat in Auftrag gab, ist der Steg sehr alt.", "indirect")
    assert found in ([], [("Gutachten", "ist der Steg sehr alt")])


def test_words_said_of_protests_are_not_the_last_speakers() -> None:
    text = (
        "“We are tired,” said Ann Dole.\n\nProtests in Orrin, Mia Quay says, grew after what she calls “a cold theft”."
    )
    assert heard(text)[-1] == ("Mia Quay", "a cold theft")


def test_a_whole_quotation_alone_is_given_however_short() -> None:
    assert heard("“And this is?”\n\n“It’s red.”") == [(None, "And this is?"), (None, "It’s red.")]


@pytest.mark.parametrize(
    ("words", "quoted"),
    [
        ("He said: ‘He came at 5.15.’ ‘Now you know what it’s like,’ he cried.",
         ["He came at 5.15.", "Now you know what it’s like,"]),
        ("‘The dogs’ bowls are mine,’ he said.", ["The dogs’ bowls are mine,"]),
        ("They found it ‘droll’ and left the dogs’ bowls.", ["droll"]),
        ("“It was rock ‘n roll,” she said. “It was.”", ["It was rock ‘n roll,", "It was."]),
        ("'We don't know,' he said. 'It's the boys' boat.'", ["We don't know,", "It's the boys' boat."]),
        ("It's the dogs' bowl, in the '90s, isn't it?", []),
    ],
)  # fmt: skip
def test_apostrophes_are_not_quotation_marks(words: str, quoted: list[str]) -> None:
    assert [words[mark.start : mark.end] for mark in quotations(words)] == quoted


DIGEST = """# A talk about boats: a digest

**Ada Brook:** Brook asks why the boats were sold.

**Mia Odell:** The club, Odell says, had no money. She cites a letter by Tom Dole and calls it a “farce”, since his
club, she says, sold first. She argues that both clubs must row together.

**Ada Brook:** Brook says that the town paid. The United Boatmen, Brook adds, supported a club whose rules she calls
“absurd”.
"""


def test_in_a_digest_a_turns_own_speaker_is_spoken_of() -> None:
    structure = parse(Raw(DIGEST, "md", Metadata()))
    said = {(draft.speaker.name, one.speaker.name) for draft in structure.drafts for one in draft.statements}
    assert said
    assert all(speaker in (None, turn) for turn, speaker in said), said


TITLES = [
    ("Otto Quist: “Nobody asks the tide”", "Nobody asks the tide", "Otto Quist"),
    ("“Nobody asks the tide”: captain Otto Quist on forty years of fog", "Nobody asks the tide", "Otto Quist"),
    ("Orrin Quay: “Nobody asks the tide”", None, None),
    ("“The Sea Is No Road”: Boats and Money in Orrin", None, None),
]


@pytest.mark.parametrize(("title", "quoted", "speaker"), TITLES, ids=lambda value: str(value)[:30])
def test_a_title_may_quote_who_speaks_below_it(title: str, quoted: str | None, speaker: str | None) -> None:
    body = f"{OPENING}“We have no clock on board,” said Otto Quist, the captain of the ferry."
    raw = Raw(f"# {title}\n\nBy Ada Brook\n\n{body}\n", "md", Metadata())
    said = [(raw.text[one.spans[0].start : one.spans[-1].end], one.speaker.name) for one in parse(raw).statements]
    assert said[0] == ((quoted, speaker) if quoted else ("We have no clock on board,", "Otto Quist"))


def test_a_group_that_says_we_speaks_for_itself() -> None:
    text = (
        "We, the Night Ferry Committee of Orrin, carry bread and letters.\n\nWe ask for lamps, and for nothing else.\n"
    )
    found = parse(Raw(f"# Lamps for the quay\n\n7 March 2022\n\n{text}", "md", Metadata()))
    assert {one.speaker.name for one in found.paragraphs if one.kind.value == "paragraph"} == {
        "Night Ferry Committee of Orrin"
    }


def test_another_s_words_set_large_are_not_the_author_s() -> None:
    told = "“They thought that the boat was modern,” he says, and Otto Quist sits down on a crate of ropes."
    text = f"{told}\n\n{OPENING}“They thought that the boat was modern.”\n\nThe fog came at nine, and nobody rowed.\n"
    found = parse(Raw(f"# Boats\n\nBy Ada Brook\n\n{text}", "md", Metadata()))
    assert [one.speaker.name for one in found.paragraphs if one.kind.value == "pull_quote"] == [None]


def test_he_is_no_woman_by_her_given_name() -> None:
    body = "«Как же так?» — спрашивает Лидия Корнева. Её муж, Егор, молчит. По его мнению, лодка скоро утонет."
    assert heard(body, "indirect") == []
