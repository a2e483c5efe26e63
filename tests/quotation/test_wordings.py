"""What a check says: verdicts, the words that differ, cautions, speakers; and hostile wordings get an answer."""

import pytest

from bot.model import ChangeKind, Matter, Role, Speaker, VerdictKind
from bot.quotation import Texts, check, spot
from bot.quotation.cautions import caution
from tests.quotation.material import OWN, make, shelf

TEXTS = shelf()
OWNS = OWN["harbour"]


def only(message: str, texts: Texts = TEXTS):
    report = check(message, texts)
    assert len(report.quotes) == 1, report
    return report.quotes[0]


def test_exact_with_another_look() -> None:
    quote = only("> SOME RESIDENTS **always** believed that the lighthouse\nwas  haunted")
    assert quote.verdict == VerdictKind.EXACT
    assert quote.places[0].wording == "Some residents always believed that the lighthouse was haunted"
    assert quote.places[0].after.startswith(". Others, like")
    assert quote.changes == ()


def test_a_dropped_not_is_named_first() -> None:
    quote = only("The old harbor of Vellamo was closed in 1988, as the guidebooks claim; it was sold for marks")
    assert quote.verdict == VerdictKind.ALTERED
    assert [change.matter for change in quote.changes[:2]] == [Matter.NEGATION, Matter.NUMBER]
    first = quote.changes[0]
    assert (first.kind, first.said, first.true) == (ChangeKind.LEFT_OUT, "", "not")
    assert (quote.changes[1].said, quote.changes[1].true) == ("1988", "1987")


def test_spans_point_at_the_words() -> None:
    message = "they say “The key hangs in the bakery, and the butcher gives it to anyone who asks politely” I think"
    quote = only(message)
    assert message[quote.said.start : quote.said.end] == quote.wording
    change = quote.changes[0]
    assert message[change.said_span.start : change.said_span.end] == change.said == "butcher"
    assert OWNS[5][change.true_span.start : change.true_span.end] == change.true == "baker"
    place = quote.places[0]
    assert OWNS[5][place.spans[0].start : place.spans[0].end] == place.wording


def test_an_ellipsis_shortens() -> None:
    quote = only("The key hangs in the bakery … to anyone who asks politely")
    assert quote.verdict == VerdictKind.SHORTENED
    assert quote.left_out == ("and the baker gives it",)


@pytest.mark.parametrize(
    "wording",
    [
        "The old harbour of Vellamo was … closed in 1987, as the guidebooks claim",
        "All boats must be registered with the U.S. consulate [...] they carry fewer than 12 passengers",
        "Nobody is allowed to enter the customs house (…) the first Sunday of May",
    ],
)
def test_an_ellipsis_that_hides_a_condition_is_altered(wording: str) -> None:
    assert only(wording).verdict == VerdictKind.ALTERED


def test_parts_of_several_places_are_stitched() -> None:
    quote = only("“Grafting does not change the root and the ferries stopped running three weeks later”")
    assert quote.verdict == VerdictKind.STITCHED
    assert [place.source for place in quote.places] == ["orchard", "harbour"]


def test_a_quote_may_run_on_into_the_next_passage() -> None:
    quote = only("three weeks later. Mayor Ilse Brandt said that the council " + "can't keep the promise it made")
    assert quote.verdict == VerdictKind.EXACT
    one = check(" ".join([*OWNS[0].split()[-9:], *OWNS[1].split()[:11]]), TEXTS)
    assert one.verdict == VerdictKind.EXACT


def test_a_moved_clause_is_altered() -> None:
    quote = only(
        "Because the state pays only 40% of the dredging, the council can't keep the promise it made to the fishermen"
    )
    assert quote.verdict == VerdictKind.ALTERED
    assert ChangeKind.MOVED in {change.kind for change in quote.changes}


def test_several_quotes_with_talk_around_them() -> None:
    report = check('She says "bees are loyal, they come for sugar" but also "Grafting does not change the root"', TEXTS)
    assert [quote.verdict for quote in report.quotes][-1] == VerdictKind.EXACT
    two = check(
        '"I do not believe that bees are loyal" and "Grafting does not change the root" and "it never rains"', TEXTS
    )
    assert [q.verdict for q in two.quotes] == [VerdictKind.EXACT, VerdictKind.EXACT, VerdictKind.NOT_FOUND]
    assert two.verdict == VerdictKind.NOT_FOUND


def test_not_found_says_how_much_was_searched() -> None:
    report = check("nothing of the kind was ever written by anybody here", TEXTS)
    assert report.verdict == VerdictKind.NOT_FOUND
    assert (report.texts, report.passages) == (len(TEXTS.sources), len(TEXTS))


@pytest.mark.parametrize("wording", ["", "  \n", "harbour", "old harbour", "🙏🙏", "“”", "…"])
def test_too_little_to_tell(wording: str) -> None:
    assert check(wording, TEXTS).verdict == VerdictKind.UNCLEAR
    assert check(wording, Texts()).verdict == VerdictKind.UNCLEAR


def test_the_caution() -> None:
    quote = only(
        "the council can't keep the promise it made to the fishermen, because the state pays only 40% of the dredging"
    )
    assert quote.caution is not None
    assert quote.caution.cue == "but"
    assert quote.caution.following.startswith("But she did not rule out")
    assert only("Few growers complain, and those who do are usually new").caution is None


@pytest.mark.parametrize(
    ("after", "cue"),
    [
        (", unless it rains.", "unless"),
        (". She doesn't, she works.", "she doesn't"),
        (". They don’t know.", "they don't"),
        (". That is not true of boats.", "that is not true"),
        (". Насправді було навпаки.", "насправді"),
        (". Это не так.", "это не так"),
        (". זה לא נכון.", "זה לא נכון"),
        (", according to him.", "according to"),
        (". However, it did.", "however"),
        (", але не завжди.", "але"),
        (", если не поздно", "если"),
        (", אבל לא תמיד", "אבל"),
        ("، لكن ليس دائما", "لكن"),
        (", mais pas ici", "mais"),
        (", es sei denn, es regnet", "es sei denn"),
        (", sin embargo", "sin embargo"),
    ],
)
def test_cautions_in_other_languages(after: str, cue: str) -> None:
    found = caution(after)
    assert found is not None
    assert found.cue == cue


def test_no_caution_where_the_text_just_goes_on() -> None:
    assert caution(" and so on.") is None
    assert caution(" She does, and it is true.") is None
    assert caution("") is None


def test_who_says_it_and_via_whom() -> None:
    words = "The minister told us that “nobody will ever pay for the bridge again” and left the room without a word."
    passage = make(
        "bridge", 1, words, Speaker("Ann Okoro", Role.AUTHOR), ("Per Lund", "nobody will ever pay for the bridge again")
    )
    texts = Texts.build([(passage, words)])
    quote = only('Ann Okoro wrote: "nobody will ever pay for the bridge again"', texts)
    assert quote.verdict == VerdictKind.EXACT
    assert quote.misattribution is not None
    assert quote.misattribution.speaker == Speaker("Per Lund", Role.QUOTED, "Ann Okoro")
    assert check('Ann Okoro wrote: "nobody will ever pay for the bridge again"', texts).verdict == VerdictKind.ALTERED
    assert only('Lund said "nobody will ever pay for the bridge again"', texts).misattribution is None
    assert only('She said "nobody will ever pay for the bridge again"', texts).misattribution is None


def test_close_is_off_by_default() -> None:
    wording = (
        "guidebooks claim that Vellamo closed its harbour, but a company nobody heard of bought it, and ferries stopped"
    )
    assert check(wording, TEXTS).verdict == VerdictKind.NOT_FOUND
    report = check(wording, TEXTS, close=True)
    assert report.verdict == VerdictKind.CLOSE
    assert report.quotes[0].places[0].passage == "harbour:1"


def test_spotting_gives_places() -> None:
    message = "as my aunt used to say: Grafting does not change the root. It can only persuade an old tree"
    (spotted,) = spot(message, TEXTS)
    assert spotted.passage == "orchard:3"
    assert message[spotted.said.start : spotted.said.end].startswith("Grafting")
    assert OWN["orchard"][2][spotted.span.start : spotted.span.end] == message[spotted.said.start :]
    assert 0.5 < spotted.coverage < 1


HOSTILE = {
    "5,000 words": " ".join(f"word{n % 977}" for n in range(5000)),
    "one word over and over": "the " * 5000,
    "its own words over and over": (OWNS[0] + " ") * 100,
    "emoji": "🙏😀" * 3000,
    "right to left": "שלום עולם טוב " * 300,
    "nested marks": "“" * 3000 + "a b c d" + "”" * 3000,
    "straight marks": '"' * 9000,
    "code": f"```\n{OWNS[0]}\n```",
    "spoiler": f"||{OWNS[0]}||",
    "ticks": "`" * 9000,
    "stars": "*a" * 8000,
    "strokes": "~~a" * 5000,
    "dots": ". " * 9000,
    "ellipses": "... ".join(OWNS[0].split() * 10),
    "combining marks": "a" + "\u0301" * 20000,
    "invisible": "\u200b" * 20000,
    "control": "\x00\x1b" * 3000,
    "half a pair": "\ud800 a b c " * 1000,
    "override": "\u202e" + OWNS[0],
    "signs": "-5$%" * 5000,
    "no spaces": "日本語" * 3000,
    "long word": "x" * 60_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_wordings_get_an_answer(name: str) -> None:
    for wording in (HOSTILE[name], f'he says "{HOSTILE[name]}" lol'):
        report = check(wording, TEXTS)
        assert report.quotes
        for quote in report.quotes:
            assert 0 <= quote.said.start <= quote.said.end <= len(wording)
        spot(wording, TEXTS)


def test_reordered_code_points_are_never_exact() -> None:
    assert check("\u202e" + OWNS[0], TEXTS).verdict == VerdictKind.UNCLEAR


@pytest.mark.parametrize(
    ("wording", "verdict"),
    [
        ("What did the harbour master do when the storm came?", VerdictKind.EXACT),
        ("They come for sugar? they leave for sugar, and between the two", VerdictKind.ALTERED),
        ("and weigh the windfalls separately. because cider makers pay less than half the price", VerdictKind.ALTERED),
    ],
)
def test_signs_that_change_a_sentence(wording: str, verdict: VerdictKind) -> None:
    assert check(wording, TEXTS).verdict == verdict
