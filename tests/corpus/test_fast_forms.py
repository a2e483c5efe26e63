"""What was laid out so that it is found fast finds what its plain form finds, and no text takes more than its share."""

import re
import sys
from collections.abc import Callable
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from bot.corpus import bylines, names, sections, verbs
from bot.corpus.alternatives import by_letter
from bot.corpus.parsing import parse
from bot.corpus.parts import Raw
from bot.corpus.reading import pages
from bot.corpus.reading.flow import flow, prune
from bot.corpus.reading.limits import Limits
from bot.corpus.words import low_words, tokens_of
from bot.model import BlockKind

_PLAIN_WORD = (
    r"(?:(?:MR|MRS|MS|DR|Mr|Mrs|Ms|Dr|St|Prof|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Capt|Rev)\.|"
    rf"(?:[{names.UPPER}]\.){{1,3}}(?=\s?[{names.UPPER}])|[{names.UPPER}][\w'’-]*)"
)
_PLAIN_NAME = names.NAME.replace(names.WORD, _PLAIN_WORD)
_NAMED = (
    "Mr. MRS. Mrs Dr. Prof. Capt. St. Sgt. Jane J. J.R. A.B.C. Doe-Roe O’Neil’s Іван de la al- van Éva x it ’s - . ,"
)
_named = st.lists(st.tuples(st.sampled_from(_NAMED.split()), st.sampled_from(["", " ", " ", "\u00a0"]))).map(
    lambda parts: "".join(a + b for a, b in parts)
)


@given(_named)
def test_names_are_those_that_the_plain_form_finds(words: str) -> None:
    plain = [match.span() for match in re.finditer(_PLAIN_NAME, words)]
    assert [match.span() for match in names.names_in(words)] == plain
    for rest in (r"['’]s", r"\s?[:,-]\s"):
        cut = [match.span() for match in re.finditer(f"{names.CUT_NAME}{rest}", words)]
        assert cut == [match.span() for match in re.finditer(f"{_PLAIN_NAME}{rest}", words)]
    for rest in (r"$", r",", r"\s[a-z]", r"(?=[\s.])"):
        whole = [match.span() for match in re.finditer(names.NAME + rest, words)]
        assert whole == [match.span() for match in re.finditer(_PLAIN_NAME + rest, words)]


@pytest.mark.parametrize(
    ("plain", "laid_out"),
    [
        ("said|says|told", "s(?:aid|ays)|t(?:old)"),
        ("say|told|saying", "s(?:ay|aying)|t(?:old)"),
        ("a(?:b|c)|d", "a(?:(?:b|c))|d(?:)"),
        ("(?:is|was) so|is|it", "(?:is|was) so|i(?:s|t)"),
        (r"a[|)]b|a\|c|b?c|bd", r"a(?:[|)]b|\|c)|b?c|b(?:d)"),
    ],
)
def test_alternatives_are_laid_out_by_their_first_letter(plain: str, laid_out: str) -> None:
    assert by_letter(plain) == laid_out


_SAYING = "say says saying said put puts it was quoted today as sent him a line call called out ha detto"
_told = st.lists(st.sampled_from(_SAYING.split())).map(" ".join)


@given(_told)
def test_verbs_are_found_as_in_a_plain_list(words: str) -> None:
    plain = re.compile(rf"(?<![\w-])(?:{verbs._ENGLISH}|{verbs._ITALIAN})\b")
    laid_out = re.compile(rf"(?<![\w-])(?:{by_letter(f'{verbs._ENGLISH}|{verbs._ITALIAN}')})\b")
    assert [match.span() for match in laid_out.finditer(words)] == [match.span() for match in plain.finditer(words)]


@given(st.text(st.sampled_from("abz09_ .,;'’-é“”\t\n/")))
def test_words_in_small_letters_are_all_words(words: str) -> None:
    assert low_words(words) == frozenset(re.findall(r"\w+", words)) == tokens_of(words, re.compile(r"\w+"))


@given(st.text(st.sampled_from("ab []|/›·•☰✕\t\n "), max_size=30))
def test_a_line_without_a_sign_of_a_menu_is_one_item(line: str) -> None:
    cut = sections._TIES.split(sections._SIGNS.sub("  ", line.strip()))
    assert sections.items(line) == [part.strip(" []") for part in cut if part.strip(" []")]


@given(st.lists(st.sampled_from(["By", "von", "Jane Doe", "|", ",", "• ", "—", "Text", ":", " ", "3"]), max_size=12))
def test_a_byline_opens_a_line_or_follows_a_sign(parts: list[str]) -> None:
    line = " ".join(parts)
    plain = re.search(rf"(?:^|[,|·•–—]\s*){bylines._BYLINE.pattern}", line, re.IGNORECASE)
    found = bylines._byline(line)
    assert (found and found["names"]) == (plain and plain["names"])


def test_taking_out_an_article_leaves_its_page_as_it_was() -> None:
    body = "".join(f"<p>Paragraph {n} of the story, with <em>some</em> words about the harbour.</p>" for n in range(30))
    tree = pages.parse_page(f"<body><nav>Home</nav><article><h1>Tides</h1>{body}</article></body>", "x", Limits())
    before = html.tostring(tree)
    assert pages._article(tree)
    assert html.tostring(tree) == before


def test_what_is_hidden_goes_and_lines_stay_apart() -> None:
    page = (
        "<body><p>One<br>two&#1;\n three</p><p hidden>no</p><div style='display: none'>no <script>no</script></div>"
        "<p aria-hidden='false' style='color: red'>four</p><script hidden>no</script>five<ul><li>six</ul></body>"
    )
    tree = pages.parse_page(page, "x", Limits())
    prune(tree)
    assert flow(tree) == "One\ntwo three\n\nfour\n\nfive\n\n- six"


_SAID = "“We never left the town of Port Ellis {n} again,” said {who} of the long and old house by the sea.\n\n"


def _pulled(*who: str) -> str:
    told = "".join(_SAID.format(n=n, who=name) for n, name in enumerate(who))
    plain = "".join(f"Nobody knows what became of the {n} houses on the hill above the harbour.\n\n" for n in range(30))
    return f"The house\n\n{plain}{told}> left the town of Port Ellis\n\n{plain}"


def test_a_pull_quote_speaks_with_the_voice_that_it_repeats_if_it_is_one() -> None:
    def voice(text: str) -> str | None:
        structure = parse(Raw(text, "md"))
        (pulled,) = (
            paragraph for paragraph in structure.paragraphs if paragraph.plain == "left the town of Port Ellis"
        )
        return pulled.speaker.name if pulled.kind is BlockKind.PULL_QUOTE else "no pull quote"

    assert voice(_pulled("Ann Ray")) == voice(_pulled("Ann Ray", "Ann Ray")) == "Ann Ray"
    assert voice(_pulled("Ann Ray", "Ben Orr")) is None


def _calls(work: Callable[[], object]) -> int:
    """How many functions are called, those of C included: it grows as the time does, and is always the same."""
    count = 0

    def note(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


_HOSTILE: dict[str, tuple[str, Callable[[int], str]]] = {
    "pull quotes": (
        "md",
        lambda n: "".join(
            f"> {_SAID[1:36].format(n=n)} again.\n\n{_SAID.format(n=n, who='Ann Ray')}" for n in range(n)
        ),
    ),
    "tiny paragraphs": ("txt", lambda n: "Yes it is.\n\n" * n),
    "quotations": ("txt", lambda n: "“We stay,” said Ann Ray. " * n),
    "open quotation marks": ("txt", lambda n: "Well, " + "“a " * n),
    "labels": ("txt", lambda n: "Ann Ray: Is it so?\n\nBen Orr: I think so, yes.\n\n" * n),
    "headings": ("md", lambda n: "## Part of it\n\nIt went on.\n\n" * n),
}


@pytest.mark.parametrize("kind", _HOSTILE)
def test_twice_as_much_takes_about_twice_as_many_steps(kind: str) -> None:
    media, make = _HOSTILE[kind]
    once, twice = (_calls(partial(parse, Raw(make(size), media))) for size in (100, 200))
    assert twice < 2.4 * once
