"""What is no text on a page, and what is text although it looks like furniture: classes of pages, invented for this."""

import pytest
from structure_score import exported

PROSE = {
    "en": "The ferry to the islands was late on every day of last week, and nobody on the pier could say whose fault "
    "it was.",
    "uk": "Пором до островів запізнювався щодня минулого тижня, і ніхто на причалі не міг сказати, хто в цьому винен "
    "насправді, бо розклад давно зник зі стіни, а каса не працює.",
    "de": "Die Fähre zu den Inseln kam in der letzten Woche an jedem Tag zu spät, und niemand am Kai konnte sagen, "
    "wessen Schuld das eigentlich gewesen ist.",
    "he": "המעבורת אל האיים איחרה בכל יום בשבוע שעבר, ואיש על הרציף לא ידע לומר מי אשם בכך, כי לוח הזמנים נעלם מן "
    "הקיר כבר לפני זמן רב והקופה סגורה.",
}
BODY = {"paragraph", "heading", "list_item", "pull_quote", "subtitle", "title", "kicker"}


def page(language: str, *rest: str, head: str = "By Ann Varga") -> str:
    """A page with a title, three paragraphs and what follows them."""
    first, *_ = paragraphs = [f"{PROSE[language]} ({n})." for n in (1, 2, 3)]
    assert first
    return "\n\n".join([f"Late again, says the pier\n\n{head}\n\n3 May 2021", *paragraphs, *rest])


def kinds(text: str, media: str = "txt") -> dict[str, str]:
    return {block["text"]: block["kind"] for block in exported(text, media)["blocks"]}


def body(text: str, media: str = "txt") -> str:
    return "\n".join(block["text"] for block in exported(text, media)["blocks"] if block["kind"] in BODY)


@pytest.mark.parametrize(
    ("language", "trail"),
    [
        ("en", "Recommended for you\nSwans block the harbour\nA ticket for nobody\n\n© The Pier Post"),
        ("en", "Latest headlines\n\nSwans block the harbour\n\nWho paid for the new pier?\n\nHome | About | Contact"),
        ("en", "Press contact\nLena Holt, Ferries of the North\n+00 555 0199\npress@ferries.example"),
        ("en", "← Swans block the harbour\n\nA ticket for nobody →"),
        ("uk", "Схожі новини\nЛебеді перекрили гавань\n12:30 Квиток ні для кого\n\nУсі права захищено"),
        (
            "de",
            "Das könnte Sie auch interessieren\nSchwäne sperren den Hafen\nEin Fahrschein für alle\n\nImpressum  AGB",
        ),
        ("he", "כתבות נוספות\nברבורים חוסמים את הנמל\nכרטיס לאף אחד\n\nכל הזכויות שמורות"),
    ],
)
def test_a_trail_is_no_text(language: str, trail: str) -> None:
    found = body(page(language, trail))
    assert found.endswith("(3).")


@pytest.mark.parametrize(
    "remarks",
    [
        "Comments (2)\n\nfog_horn\n2 hours ago\nI was on that boat, and it was nobody's fault, believe me.\nReply",
        "Comments\nMara L.\n4 May, 9:15am\nNonsense from the first word to the last. Reply",
        "Discussion about this post\n\n**Ole** · 3h\nI have taken that boat for twenty years, and never once on time.",
        "Коментарі (1)\n\nОля\n3 дні тому\nЯ була на тому поромі, і ніхто не винен, окрім туману, повірте.",
        "2 Kommentare\n\nHein\nvor 3 Stunden\nIch war an Bord, und schuld war niemand als der Nebel, glauben Sie mir.",
    ],
)
def test_readers_words_are_never_the_texts(remarks: str) -> None:
    assert body(page("en", remarks)).endswith("(3).")


def test_a_heading_that_says_comments_is_a_heading() -> None:
    text = page("en", "Discussion", f"{PROSE['en']} (4).", f"{PROSE['en']} (5).")
    assert kinds(text)["Discussion"] == "heading"
    assert "(5)" in body(text)


@pytest.mark.parametrize(
    "box",
    [
        "Sign up to The Tide\nThe week's boats, every Friday at noon. Free.",
        "Sponsored content\nWhat captains don't want you to know",
        "Advertisement\nStory continues below",
        "Image 2 of 9",
        "▶ Listen: the foghorn of Skerry 0:42",
        "Share   Save   Print",
        "Facebook | WhatsApp | E-mail",
        "[ad_1]",
        "Support the Pier Post. Our newsletter and our journalism are paid for by readers like you.",
        "Читайте також: Лебеді перекрили гавань",
        "الأكثر قراءة\nالبجع يغلق الميناء",
        "À lire aussi : Les cygnes bloquent le port",
    ],
)
def test_a_box_in_the_middle_is_no_text(box: str) -> None:
    text = page("en", box, f"{PROSE['en']} (4).")
    assert body(text) == body(page("en", f"{PROSE['en']} (4)."))


@pytest.mark.parametrize(
    "paragraph",
    [
        "Share the bread before you share the news, my grandmother used to say, and she shared both.",
        "Follow me, the pilot had said, and eleven boats followed him into the fog without a question.",
        "Join the queue or go home: those were the words on the board.",
        "Support us, they sang, and nobody on the quay knew whether they meant the song or the strike that it was for.",
        "Newsletters come and go. The tide table has hung there since 1911.",
        "More about the swans than anybody wanted to know stood in the report of the harbour office that year.",
        "“Related to whom?” he asked.",
        "Print was never dead on Skerry; it was only damp.",
        "He never wrote back.",
        "And that was all.",
        "What would you have done?",
    ],
)
def test_a_paragraph_is_never_dropped_for_its_first_words(paragraph: str) -> None:
    assert kinds(page("en", paragraph, f"{PROSE['en']} (4)."))[paragraph] == "paragraph"
    assert kinds(page("en", paragraph))[paragraph] == "paragraph"


@pytest.mark.parametrize(
    "ending",
    [
        "• A second boat\n• A clock that goes\n• Somebody who answers",
        "“Will it sail?”\n\n“It will.”\n\n“When?”",
        "the boat is late\nthe fog is early\nand we are neither",
    ],
)
def test_lists_dialogue_and_verse_may_end_a_text(ending: str) -> None:
    found = body(page("en", ending))
    for line in ending.splitlines():
        assert line.strip("• ") in found


@pytest.mark.parametrize(
    ("note", "kind"),
    [
        ("[Applause]", "editorial_note"),
        ("(Laughter)", "editorial_note"),
        ("(Оплески)", "editorial_note"),
        ("This conversation has been shortened and edited for clarity.", "editorial_note"),
        ("This report was corrected on 4 May: the boat has two funnels.", "editorial_note"),
        ("Additional reporting by Ole Brink on Skerry.", "editorial_note"),
        ("Letters may be shortened. – Ed.", "editorial_note"),
        ("Dieses Gespräch wurde gekürzt und redaktionell bearbeitet.", "editorial_note"),
        ("Інтерв’ю скорочено та відредаговано для зручності читання.", "editorial_note"),
        ("Check against delivery", "editorial_note"),
        ("Received 2 March 2019; accepted 8 June 2019.", "dateline"),
        ("Ann Varga sails badly and has been late herself since 1998.", "author_bio"),
        ("Ann Varga", "byline"),
    ],
)
def test_what_editors_add_has_its_kind(note: str, kind: str) -> None:
    assert kinds(page("en", note))[note] == kind


def test_a_paragraph_that_opens_with_somebody_elses_name_is_no_bio() -> None:
    last = "Lena Holt, who runs the office, locked the door behind us and laughed."
    assert kinds(page("en", last))[last] == "paragraph"


@pytest.mark.parametrize(
    ("caption", "credit"),
    [
        ("The pier at noon.", "(Lena Holt/Pier Post)"),
        ("The pier at noon.", "© Lena Holt"),
        ("The pier at noon", "Photo: Lena Holt"),
        ("Причал опівдні.", "Фото: Олена Холт"),
        ("Der Kai am Mittag.", "Foto: Lena Holt / dpa"),
        ("הרציף בצהריים.", "צילום: לנה הולט"),
    ],
)
def test_captions_part_from_their_credits(caption: str, credit: str) -> None:
    found = kinds(page("en", f"{caption} {credit}", f"{PROSE['en']} (4)."))
    assert found[caption] == "caption"
    assert found[credit] == "credit"


def test_a_citation_in_brackets_is_no_credit() -> None:
    last = "The tide turns twice a day, as every study of it says (Holt/Brink 1998)."
    assert kinds(page("en", last))[last] == "paragraph"


@pytest.mark.parametrize("heading", ["‘A clock that goes’", "“A clock that goes”", "„Eine Uhr, die geht“"])
def test_a_heading_may_stand_in_marks(heading: str) -> None:
    assert kinds(page("en", heading, f"{PROSE['en']} (4)."))[heading] == "heading"


def test_the_source_below_a_quotation_is_a_credit() -> None:
    text = page("en", "> No boat waits for the man who waits for the boat.\n>\n> — Ole Brink, *Tides* (1971)")
    assert any(kind == "credit" and "Ole Brink" in words for words, kind in kinds(text, "md").items())


def test_a_dash_without_a_name_below_a_quotation_is_no_credit() -> None:
    found = kinds(page("en", "“No boat waits for the man who waits for the boat.”", "– by the sea, long ago"), "md")
    assert "credit" not in found.values()


def test_other_stories_with_their_writers_below_a_text_are_not_of_it() -> None:
    stories = (("The ferry comes back", "Ada Lind"), ("A lamp for the tower", "Ole Brink"), ("Rowers meet", "Ada Lind"))
    below = [line for title, writer in stories for line in (title, writer, "June 8, 2021")]
    found = kinds(page("en", "Other news", *below), "html")
    assert not any(found.get(line) in BODY for line in below)


def test_a_letter_ends_with_its_signature() -> None:
    text = page("en", "Yours faithfully,\nLENA HOLT\n3 Pier Road, Skerry", "We print one letter a week. – Ed.")
    found = kinds(text)
    assert found["LENA HOLT"] == "byline"
    assert found["3 Pier Road, Skerry"] == "byline"


def printed(first: str, *edges: str) -> str:
    """Two pages of wrapped text with a paragraph and a word broken over their edge."""
    return (
        f"{first}\n\nThe ferry to the islands was late on every day of last week, and\nnobody on the pier could say "
        "whose fault it was. The timetable had\ngone from the wall a year before, and the office had been clos-\n\n"
        + "\n\n".join(edges)
        + "\n\ned since the autumn. What the office knew of the winter timetable is\n\n"
        + "\n\n".join(edge.replace("57", "58").replace("56", "57") for edge in edges)
        + "\n\nas little as what the pier knew of it, and so nobody went to ask, and\neverybody waited there.\n"
    )


@pytest.mark.parametrize(
    "edges",
    [
        (
            "Journal of Late Boats 12                              56",
            "57                                 A. Varga and O. Brink",
        ),
        ("Late again                                            56",),
        ("https://pier.example/late-again          56/60", "03/05/2021, 09:12          Late again - The Pier Post"),
    ],
)
def test_a_page_edge_parts_neither_paragraph_nor_word(edges: tuple[str, ...]) -> None:
    paragraphs = exported(printed("Late again, and again, and again", *edges))["paragraphs"]
    assert any("had been closed since the autumn" in paragraph["plain"] for paragraph in paragraphs)
    assert any("timetable is as little as" in paragraph["plain"] for paragraph in paragraphs)
    assert not any("56" in paragraph["plain"] or "57" in paragraph["plain"] for paragraph in paragraphs)


def test_chapters_and_tables_are_no_page_edges() -> None:
    text = page(
        "en", "Part 1 of the long wait", f"{PROSE['en']} (4).", "Part 2 of the long wait", f"{PROSE['en']} (5)."
    )
    assert {"Part 1 of the long wait", "Part 2 of the long wait"} <= set(body(text).splitlines())
    rows = "Boat   Funnels   Captain\nMera   Two   Holt\nTern   One   Brink"
    assert all(row in body(page("en", rows, f"{PROSE['en']} (4).")) for row in rows.splitlines())


def test_cookie_dialogues_and_menus_are_no_text() -> None:
    head = (
        "Skip to main content\nWe value your privacy\nWe and our 88 partners store information on your device.\n"
        "Accept all    Reject all\n\nHome › Sea › Boats\nNews  Sea  Weather  Jobs\n\n"
    )
    assert body(head + page("en")) == body(page("en"))


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Subscriber-only"),
        ("en", "https://pier.example/late.php?id=17 — page 2 of 4"),
        ("en", "We publish below the full text of a letter by the Friends of the Pier, adopted in May."),
        ("en", "A recording of this talk is available to members."),
        ("de", "Artikel anhören (5 Min.)"),
        ("de", "Nur für Abonnenten"),
        ("uk", "Прослухати статтю"),
        ("uk", "Для передплатників"),
        ("he", "למנויים בלבד"),
    ],
)
def test_a_line_about_the_page_is_no_text(language: str, line: str) -> None:
    assert line not in body(page(language, head=f"By Ann Varga\n\n{line}"))


def test_a_credit_keeps_its_brackets() -> None:
    found = kinds(page("he", "הרציף ביום שישי (צילום: דן ברק)", f"{PROSE['he']} (4)."))
    assert (found["הרציף ביום שישי"], found["(צילום: דן ברק)"]) == ("caption", "credit")
