"""What a passage is: whole sentences of one speaker, about 40 to 120 words, and what goes with a list."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bot.corpus.overlong import MOST_SIGNS, MOST_WORDS, pieces
from bot.corpus.parsing import parse
from bot.corpus.parts import Draft, Raw
from bot.model import BlockKind, Document

HEAD = "# The Rope Walk Must Stay\n\nBy Ada Holm\n\n"
THINGS = ("walk", "yard", "harbour", "mill", "quay", "tower", "bridge", "school", "oven", "market", "chapel", "well")


def prose(count: int, first: int = 0) -> str:
    """Give so many sentences of 18 words; no two of the first twelve are the same."""
    things = [THINGS[(first + number) % len(THINGS)] for number in range(count)]
    told = "The {0} at the end of our {0} street is older than the rest and still has a roof."
    return " ".join(told.format(thing) for thing in things)


def drafts(body: str) -> list[tuple[str, Draft]]:
    text = HEAD + body
    document = Document.of("rope", text)
    return [(document.derive(draft.spans), draft) for draft in parse(Raw(text, "md")).drafts]


def test_a_short_last_paragraph_goes_with_the_passage_before_it() -> None:
    found = drafts(prose(5) + "\n\nSo let us keep it. Thank you.\n")
    assert len(found) == 1
    assert found[0][0].endswith("Thank you.")


def test_a_long_last_paragraph_stays_alone() -> None:
    assert len(drafts(prose(5) + "\n\n" + prose(2, 6))) == 2


def test_items_that_end_a_sentence_stay_with_it() -> None:
    items = "- it has a floor of oak;\n- it is dry; and\n- it is ours.\n"
    body = f"The new walk is longer. It differs in three ways:\n\n{items}"
    found = drafts(prose(5) + "\n\n## What is new\n\n" + body)
    words, draft = found[-1]
    assert words.startswith("The new walk is longer.")
    assert words.endswith("it is ours.")
    assert draft.kind is BlockKind.PARAGRAPH


def test_items_that_are_demands_are_passages_with_what_leads_to_them() -> None:
    body = (
        "What would the town do?\n\n- Mend the roof before the winter, at the cost of one new bench.\n"
        "- Let the school use the north half on two days of each week.\n"
    )
    found = drafts(prose(5) + "\n\n## Two demands\n\n" + body)
    items = [draft for _, draft in found if draft.kind is BlockKind.LIST_ITEM]
    assert [item.headings[-1] for item in items] == ["What would the town do?"] * 2


def test_the_words_of_all_paragraphs_stand_in_one_passage_each() -> None:
    body = "\n\n".join([prose(1), prose(3, 1), prose(1, 4), prose(7, 5), prose(1, 8).replace("older", "newer")])
    found = drafts(body)
    assert " ".join(words for words, _ in found).split() == body.split()
    assert all(len(words.split()) <= 120 for words, _ in found)


def test_a_transcript_without_full_stops_can_be_quoted() -> None:
    spoken = " ".join(f"and then {thing} number {count} was mended" for count in range(60) for thing in THINGS)
    found = drafts(spoken)
    assert " ".join(words for words, _ in found).split() == spoken.split()
    assert all(40 <= len(words.split()) <= 120 for words, _ in found)


def test_a_long_sentence_is_rather_cut_at_a_pause_and_a_usual_one_never() -> None:
    told = ", ".join(f"the {thing} was mended in the year {count}" for count in range(1800, 1806) for thing in THINGS)
    places = list(pieces(told, 0, len(told), 120))
    assert all(told[end - 1] == "," for _, end in places[:-1])
    usual = " ".join(["word"] * MOST_WORDS)
    assert list(pieces(usual, 0, len(usual), 120)) == [(0, len(usual))]


@given(
    st.text(st.sampled_from("ab ,;، 、語\u0301\n"), min_size=1, max_size=50), st.integers(1, 200), st.integers(1, 150)
)
def test_pieces_cover_a_sentence_in_order_and_are_bounded(run: str, times: int, most: int) -> None:
    words = (run * times).strip()
    places = list(pieces(words, 0, len(words), most)) if words else []
    assert "".join("".join(words[a:b].split()) for a, b in places) == "".join(words.split())
    assert all(a < b <= c for (a, b), (c, _) in pairwise(places))
    if len(places) > 1:
        assert all(b - a <= MOST_SIGNS and words.count(" ", a, b) < most for a, b in places)
