"""Messages as people write them, made from passages, with what is to be found in them.

Every kind of message is a function of a random generator and the passages. The labels have the form of the measuring
sets: `python -m tests.quotation.chat FOLDER` writes them as files for `benchmarks.quotation`.
"""

import json
import random
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from bot.model import Passage

Json = dict[str, Any]
Held = tuple[Passage, str]

_WORD = re.compile(r"\S+")
_TALK = (
    "I read this twice and", "this is what I meant:", "from the chapter:", "can someone explain", "reading this again,",
    "my favourite line is", "sorry but", "as it says there:",
)  # fmt: skip
_AFTER = (
    "thoughts?",
    "and I agree",
    "- what do you all think?",
    "lol",
    "which is the whole point",
    "... not sure about that",
)
_RANTS = (
    "The meeting is on Thursday and somebody has to bring the projector this time.",
    "I disagree with most of the second chapter, it is far too long for what it says.",
    "my train was late again so I finished the book at the station.",
    "Who is bringing cake? Last week there was none left for the people at the back.",
    "can we please stop posting spoilers in the general channel",
    "There is a good documentary about small towns by the sea, two hours but worth it.",
    "In fact the library has three copies and nobody ever borrows them.",
    "What do you think about the cover? I find the old one nicer.",
    "He said he would be there at eight, and then of course it rained.",
    "the war memorial in our village has the names of four cousins of mine on it.",
)
_NEGATIVES = (
    "I think the author has a point about {p}, but it is not the whole story.",
    "can we get a channel for {p}?",
    "nobody at my table knew what {p} even means",
    "I wrote an essay about {p} and barely passed",
    "honestly {p} is above my pay grade",
    "does anybody have a link about {p} that is not behind a paywall",
)
_OTHERS = (
    "Хтось знає, чи завтра зустріч о шостій чи о сьомій?", "Мне кажется, вторая глава слишком длинная.",
    "Kann jemand das Protokoll vom letzten Mal hochladen?", "Quelqu'un a la date du prochain débat ?",
    "¿Alguien más llegó tarde por la lluvia?", "מי מביא את הספרים מחר לפגישה?", "هل يعرف أحد موعد اللقاء القادم؟",
    "“all books are about rain” is on a mug I own", 'she said "I never finished it and I am not sorry"',
)  # fmt: skip
_LOOKS = str.maketrans("aeopcxyi", "аеорсхуі")
_LEET = str.maketrans("aeiost", "431057")


class Quoter:
    """Makes messages; the same seed makes the same ones."""

    def __init__(self, held: Sequence[Held], seed: int = 1) -> None:
        self.rng = random.Random(seed)
        self.held = [(passage, text) for passage, text in held if len(_WORD.findall(text)) >= 12]
        self.words = [word for _, text in self.held for word in re.findall(r"[^\W\d_]{4,}", text)]
        self.count = 0

    def messages(self, each: int) -> Iterator[Json]:
        """Make so many messages of each kind."""
        for name, make in _KINDS.items():
            for _ in range(each):
                found = make(self)
                if found is None:
                    continue
                text, hits, verify = found
                self.count += 1
                message: Json = {"id": f"h{self.count:05}", "category": name, "text": text, "hits": hits}
                yield message | ({"verify": {"query": text, "verdict": verify}} if verify else {})

    def cut(self, least: int, most: int, *, latin: bool = False) -> tuple[Passage, int, int, str]:
        """Cut a run of words out of a passage: where it begins and ends, and its text without marks at the ends."""
        while True:
            passage, text = self.rng.choice(self.held)
            if latin and not re.match(r"[A-Za-z]", text):
                continue
            words = [match.span() for match in _WORD.finditer(text)]
            many = min(self.rng.randint(least, most), len(words))
            first = self.rng.randint(0, len(words) - many)
            start, end = words[first][0], words[first + many - 1][1]
            wording = text[start:end]
            kept = wording.strip(' .,;:!?"“”—–-()')
            start += wording.index(kept)
            if len(re.findall(r"\w+", kept)) >= least:
                return passage, start, start + len(kept), kept

    def sentence(self, least: int = 8) -> tuple[Passage, int, int, str]:
        while True:
            passage, text = self.rng.choice(self.held)
            found = [m.span() for m in re.finditer(r"\S.*?[.!?](?= |$)", text) if len(_WORD.findall(m[0])) >= least]
            if found:
                start, end = self.rng.choice(found)
                return passage, start, end, text[start:end]


def hit(passage: Passage, start: int, end: int) -> Json:
    return {"passage": passage.id, "passages": [passage.id], "span": [start, end], "msg_span": None}


Made = tuple[str, list[Json], str | None] | None


def _verbatim(q: Quoter) -> Made:
    passage, start, end, text = q.sentence()
    return text, [hit(passage, start, end)], "verbatim"


def _fragment(q: Quoter) -> Made:
    passage, start, end, text = q.cut(8, 16)
    return text, [hit(passage, start, end)], "verbatim"


def _short(q: Quoter) -> Made:
    passage, start, end, text = q.cut(6, 8)
    return text, [hit(passage, start, end)], "verbatim"


def _ellipsis(q: Quoter) -> Made:
    passage, start, end, text = q.cut(18, 40)
    words = text.split(" ")
    cut = q.rng.randint(5, len(words) - 9)
    hidden = words[cut : cut + q.rng.randint(2, 4)]
    if {re.sub(r"\W", "", word).casefold() for word in hidden} & _TURNING:
        return None
    mark = q.rng.choice(("…", "... ", " [...] ", " ... "))
    return " ".join(words[:cut]) + mark + " ".join(words[cut + len(hidden) :]), [hit(passage, start, end)], "verbatim"


_TURNING_LIST = """
not no never nobody cannot cant without unless except if only few hardly barely neither nor according
не ні ніхто лише якщо навіть ніколи никто кроме только nicht niemand nur bis ne n plus pas jamais rien
no nunca ninguno nadie לא אין אם מעולם ולא لم لا إلا ولا ولم
"""
_TURNING = set(_TURNING_LIST.split())


def _slip(q: Quoter, word: str) -> str:
    """Double a letter, leave one out, or swap two."""
    at = q.rng.randrange(1, len(word))
    doubled, left_out = word[:at] + word[at - 1] + word[at:], word[:at] + word[at + 1 :]
    swapped = word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :]
    return q.rng.choice((doubled, left_out, swapped))


def _typos(q: Quoter, share: float = 0.1) -> Made:
    passage, start, end, text = q.cut(10, 30)
    words = text.split(" ")
    long = [at for at, word in enumerate(words) if len(word) > 4 and word.isalpha()]
    if not long:
        return None
    for at in q.rng.sample(long, max(1, min(len(long), round(len(words) * share)))):
        words[at] = _slip(q, words[at])
    changed = " ".join(words)
    return (changed, [hit(passage, start, end)], "altered") if changed != text else None


def _heavy(q: Quoter) -> Made:
    return _typos(q, 0.3)


def _format(q: Quoter) -> Made:
    passage, start, end, text = q.cut(8, 25)
    rng = q.rng
    words = text.split(" ")
    some = rng.randrange(len(words))
    forms = (
        text.upper(), text.lower(), f"`{text}`", f"||{text}||", f"> {text}", text.replace(" ", "  ", 4), f"“{text}” 🙏",
        " ".join([*words[:some], f"**{words[some]}**", *words[some + 1 :]]),
        " ".join([*words[:some], words[some][:1] + "\u200b" + words[some][1:], *words[some + 1 :]]),
        " ".join([*words[:some], "<:wow:123456789012345678>", *words[some:]]),
        text.replace("'", "’").replace("-", "–"), text.replace(" ", "\n", 3), text.replace(",", "", 1),
    )  # fmt: skip
    return rng.choice(forms), [hit(passage, start, end)], "verbatim"


def _substitution(q: Quoter, share: float = 0.1) -> Made:
    passage, start, end, text = q.cut(12, 30)
    words = text.split(" ")
    for at in q.rng.sample(range(len(words)), max(1, round(len(words) * share))):
        words[at] = q.rng.choice(q.words)
    changed = " ".join(words)
    return (changed, [hit(passage, start, end)], "altered") if changed.casefold() != text.casefold() else None


def _hard_substitution(q: Quoter) -> Made:
    return _substitution(q, 0.25)


def _reordered(q: Quoter) -> Made:
    passage, start, end, text = q.sentence(12)
    body = text.rstrip(".!?")
    commas = [match.start() for match in re.finditer(", ", body)]
    if not commas:
        return None
    at = q.rng.choice(commas)
    one, two = body[:at], body[at + 2 :]
    if min(len(one.split()), len(two.split())) < 4:
        return None
    return f"{two[0].upper()}{two[1:]}, {one[0].lower()}{one[1:]}.", [hit(passage, start, end)], "altered"


def _commentary(q: Quoter) -> Made:
    passage, start, end, text = q.cut(8, 20)
    opened, closed = q.rng.choice((("“", "”"), ('"', '"'), ("*", "*"), ("", "")))
    return f"{q.rng.choice(_TALK)} {opened}{text}{closed} {q.rng.choice(_AFTER)}", [hit(passage, start, end)], None


def _two(q: Quoter) -> Made:
    one, two = q.cut(8, 14), q.cut(8, 14)
    if one[0].id == two[0].id:
        return None
    return f'"{one[3]}"{q.rng.choice((" vs. ", " / ", " but also "))}"{two[3]}"', [hit(*one[:3]), hit(*two[:3])], None


def _altered(q: Quoter) -> Made:
    from tests.quotation.altering import alter

    for _ in range(20):
        passage, start, end, text = q.sentence()
        changed = alter(q.rng, text, q.words)
        if changed:
            return changed, [hit(passage, start, end)], "altered"
    return None


def _homoglyph(q: Quoter) -> Made:
    passage, start, end, text = q.cut(12, 25, latin=True)
    words = [word.translate(_LOOKS) if q.rng.random() < 0.4 else word for word in text.split(" ")]
    return " ".join(words), [hit(passage, start, end)], None


def _leet(q: Quoter) -> Made:
    passage, start, end, text = q.cut(14, 25, latin=True)
    words = [word.translate(_LEET) if q.rng.random() < 0.45 else word for word in text.split(" ")]
    return " ".join(words), [hit(passage, start, end)], None


def _rant(q: Quoter) -> Made:
    passage, start, end, text = q.cut(8, 13)
    around = q.rng.sample(_RANTS, q.rng.randint(4, 8))
    around.insert(q.rng.randint(1, len(around) - 1), text + ".")
    return " ".join(around), [hit(passage, start, end)], None


def _across(q: Quoter) -> Made:
    at = q.rng.randrange(len(q.held) - 1)
    (one, first), (two, second) = q.held[at], q.held[at + 1]
    if one.source != two.source or two.number != one.number + 1:
        return None
    left, right = list(_WORD.finditer(first))[-9:], list(_WORD.finditer(second))[:9]
    begin, end = left[0].start(), right[-1].end()
    return f"{first[begin:]} {second[:end]}", [hit(one, begin, len(first)), hit(two, 0, end)], "verbatim"


def _splice(q: Quoter) -> Made:
    one, two = q.cut(8, 10), q.cut(8, 10)
    if one[0].id == two[0].id:
        return None
    return f"{one[3]} {two[3]}", [hit(*one[:3]), hit(*two[:3])], "altered"


def _tiny(q: Quoter) -> Made:
    passage, start, end, text = q.cut(3, 5)
    text = text.replace('"', "")
    frame = q.rng.choice(('what does "{}" mean here?', "who said “{}”?", '"{}" lol', 'the "{}" part is the best'))
    return frame.format(text), [hit(passage, start, end)], None


def _phrase(q: Quoter) -> Made:
    return q.rng.choice(_NEGATIVES).format(p=q.cut(3, 4)[3].strip('"“”«»„')), [], None


def _topic(q: Quoter) -> Made:
    return " ".join(q.rng.sample(_RANTS, q.rng.randint(1, 2))), [], "not_found"


def _other(q: Quoter) -> Made:
    return q.rng.choice(_OTHERS), [], None


_KINDS: dict[str, Callable[[Quoter], Made]] = {
    "verbatim_sentence": _verbatim, "fragment": _fragment, "short_fragment": _short, "ellipsis": _ellipsis,
    "typos": _typos, "format": _format, "substitution": _substitution, "reordered": _reordered,
    "commentary": _commentary, "two_quotes": _two, "altered_auto": _altered, "hard_heavy_typos": _heavy,
    "hard_homoglyph": _homoglyph, "hard_leet": _leet, "hard_long_rant": _rant, "hard_cross_paragraph": _across,
    "hard_splice": _splice, "hard_substitution": _hard_substitution, "hard_tiny_marked": _tiny,
    "neg_common_phrase": _phrase, "neg_topic_hand": _topic, "neg_lang": _other,
}  # fmt: skip


def main(folder: Path) -> None:
    from tests.quotation.material import passages

    held = passages()
    with (folder / "passages.jsonl").open("w", encoding="utf-8") as file:
        for passage, text in held:
            file.write(json.dumps({"id": passage.id, "doc": passage.source, "text": text}) + "\n")
    with (folder / "messages.jsonl").open("w", encoding="utf-8") as file:
        for message in Quoter(held, seed=11).messages(60):
            file.write(json.dumps(message) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
