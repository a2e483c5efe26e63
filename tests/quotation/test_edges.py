"""Where a quote begins and ends: words beside it are paired with the text's, over an ellipsis, too."""

import pytest

from bot.model import ChangeKind, Checked, Matter, VerdictKind
from bot.quotation import check
from tests.quotation.library import texts

TEXTS = texts()


def only(message: str) -> Checked:
    (quote,) = check(message, TEXTS).quotes
    return quote


@pytest.mark.parametrize(
    ("wording", "matter", "said", "true"),
    [
        ("The thief had visited the archive seventeen times", Matter.QUALIFICATION, "", "alleged"),
        ("The alleged thief had visited the archive 17 times.", Matter.NUMBER, "17", "seventeen"),
        ("The minister said that the hut can be rebuilt for 4 million francs", Matter.QUALIFICATION, "",
         "is reported to have"),
        ("Others said the heating costs, about £12,000 a year, can not be justified", Matter.SPELLING, "can not",
         "cannot"),
        ("All volunteers believe that the reading room should stay open until midnight", Matter.QUALIFICATION, "All",
         "Some"),
        ("They [the readers] may borrow it again if nobody else has asked for it", Matter.WORDS, "the readers", ""),
        ("Маяк гаснет с 1902 года, хотя смотрителя там нет уже двадцать лет", Matter.NEGATION, "", "не"),
        ("جف البئر منذ عام 1920، لكن الماء لا يكفي إلا لعشرين بيتا", Matter.NEGATION, "جف", "لم يجف"),
        ("Хліба вистачає всім, якщо прийти до десятої", Matter.NUMBER, "десятої", "дев'ятої"),
        ("הוא חילק חמישים מכתבים ביום, אלא אם כן ירד גשם", Matter.NUMBER, "חמישים", "ארבעים"),
        ("The county library will l3nd 340 seed packets this spring", Matter.SPELLING, "l3nd", "lend"),
        ("The county library will lend 34O seed packets this spring", Matter.NUMBER, "34O", "340"),
        ("They may borrow it again if ~~nobody else has asked for it~~ everybody wants it", Matter.NEGATION,
         "everybody wants", "nobody else has asked for"),
    ],
)  # fmt: skip
def test_what_differs_at_an_end_is_named_as_what_it_is(wording: str, matter: Matter, said: str, true: str) -> None:
    quote = only(wording)
    assert quote.verdict is VerdictKind.ALTERED
    (change,) = quote.changes
    assert (change.matter, change.said, change.true) == (matter, said, true)


@pytest.mark.parametrize(
    ("wording", "hidden"),
    [
        ("Пекар … колись продав триста паляниць за одну ніч", "стверджує, що нібито"),
        ("Die Bibliothek darf ihre Bestände … verkaufen", "nicht"),
        ("הוא חילק ארבעים מכתבים ביום ... ירד גשם", "אלא אם כן"),
        ("The hut … by hand", None),
        ("“The minister … said that the hut can be rebuilt”", "is reported to have"),
    ],
)
def test_few_words_beyond_an_ellipsis_belong_to_the_quote(wording: str, hidden: str | None) -> None:
    quote = only(wording)
    assert quote.verdict is not VerdictKind.EXACT
    if hidden is not None:
        assert quote.verdict is VerdictKind.ALTERED
        assert quote.left_out == (hidden,)


@pytest.mark.parametrize(
    "wording",
    [
        '"We did not sell the manuscripts to anyone," Osei said',
        '"We did not sell the manuscripts to anyone", said Harold Osei yesterday',
        "who said “We did not sell the manuscripts to anyone”? Harold Osei?",
        "Dr. Harold Osei said “We did not sell the manuscripts to anyone”",
        "[T]hey may borrow it again if nobody else has asked for it",
        "They may borrow it again if nobody else has asked for it [sic], and they will be told",
        "They may borrow it again if nob-\nody else has asked for it",
        "They may bor-\nrow it again if nobody else has asked for it",
        "[The county library will lend 340 seed packets this spring](https://example.org/?q=not)",
        "Edit: Some readers return every book.",
        "3. Some readers return every book.",
        "Some readers return every book.[1][2]",
        "> Some readers return every book. They may borrow it again\nI disagree, and never liked it",
    ],
)
def test_what_writers_add_around_a_quote_does_not_alter_it(wording: str) -> None:
    assert only(wording).verdict is VerdictKind.EXACT


def test_talk_beside_an_unmarked_quote_is_told_as_added_and_not_paired() -> None:
    quote = only("I love this The glacier retreats 14 metres a year but it does not retreat evenly and my cat agrees")
    assert {change.kind for change in quote.changes} == {ChangeKind.ADDED}
    assert [change.said for change in quote.changes] == ["I love this", "and my cat agrees"]


def test_a_paragraph_with_its_attribution_is_one_quote() -> None:
    whole = (
        '"We did not sell the manuscripts to anyone," Harold Osei said on 3 March 1996. "We lent them, and we expect'
    )
    assert only(whole).verdict is VerdictKind.EXACT
    changed = only(whole.replace("3 March", "5 March"))
    assert (changed.verdict, changed.changes[0].matter) == (VerdictKind.ALTERED, Matter.NUMBER)


def test_quotes_marked_one_after_the_other_stay_two() -> None:
    report = check(
        "“Some readers return every book” and “They may not borrow it again if nobody else has asked for it”", TEXTS
    )
    assert [quote.verdict for quote in report.quotes] == [VerdictKind.EXACT, VerdictKind.ALTERED]
    assert [change.matter for change in report.quotes[1].changes] == [Matter.NEGATION]
