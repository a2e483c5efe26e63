"""What is drawn for Matrix: words stay words, whatever they are, and every event fits."""

from dataclasses import replace
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from bot.model import Facts, Quote, Reply, Role, Span, Speaker, Text, Tone
from bot.platforms.matrix.drawing import LARGEST, draw
from bot.platforms.matrix.markup import clean, element, written
from bot.words import words

ALLOWED = {"p", "br", "strong", "em", "blockquote", "a", "ul", "li", "h4", "h5", "pre", "code"}
WORDS = st.text(max_size=60) | st.sampled_from(
    ["<b>x</b>", "@room", "&amp;", "<img src=x>", "a\nb", "\u202ex", "\x1b[1m"]
)


class Reader(HTMLParser):
    """Reads HTML as a browser does: its tags, and its words."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.words = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        assert not attrs or tag == "a"
        if tag == "br":
            self.words += "\n"

    def handle_data(self, data: str) -> None:
        self.words += data


@given(WORDS)
def test_words_become_no_tags(said: str) -> None:
    read = Reader(written([element("p", said)]))
    assert set(read.tags) <= {"p", "br"}
    assert read.words == clean(said)


def quote(text: str) -> Quote:
    speaker = Speaker("Ada <Penn>", Role.AUTHOR)
    return Quote("t.aaaa", "t", "0" * 64, (Span(0, len(text)),), text, speaker, "Ada <Penn> (author)", "A & B · t.aaaa")


@given(st.lists(WORDS.filter(str.strip), min_size=1, max_size=5))
def test_only_allowed_tags_stand_in_an_answer(said: list[str]) -> None:
    blocks = [quote(said[0]), *(Text(line, tone) for line in said for tone in Tone), Facts(tuple((s, s) for s in said))]
    for message in draw(Reply(tuple(blocks)), words("en")):
        assert set(Reader(message.html).tags) <= ALLOWED


def test_a_long_answer_is_cut_between_words_and_nothing_is_lost() -> None:
    text = " ".join(f"word{number}" for number in range(20_000))
    messages = draw(Reply((quote(text),)), words("en"))
    assert len(messages) > 1
    for message in messages:
        assert len(message.plain.encode()) + len(message.html.encode()) <= LARGEST
    said = " ".join(message.plain for message in messages).replace("> ", "").replace("[…]", "")
    assert [word for word in said.split() if word.startswith("word")] == text.split()


def test_a_quote_is_plain_in_plain_text_and_set_off_in_html() -> None:
    (message,) = draw(Reply((quote("First line.\nSecond <line>."),)), words("en"))
    assert message.plain.startswith("> First line.\n> Second <line>.\n— Ada <Penn> (author)")
    assert "<blockquote>First line.<br>Second &lt;line&gt;.</blockquote>" in message.html


def test_items_of_a_list_stand_on_lines_of_their_own() -> None:
    (message,) = draw(Reply((replace(quote("She asks for: a tap a bench"), breaks=(13, 19)),)), words("en"))
    assert message.plain.startswith("> She asks for:\n> a tap\n> a bench\n— Ada")
    assert "<blockquote>She asks for:<br>a tap<br>a bench</blockquote>" in message.html


def test_an_empty_reply_is_a_message_all_the_same() -> None:
    assert len(draw(Reply(()), words("en"))) == 1
