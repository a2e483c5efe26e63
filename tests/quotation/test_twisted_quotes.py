"""No twisted quote is called exact, and no true one altered, in whatever form they are typed."""

import random
import re
from collections import Counter

from bot.model import VerdictKind
from bot.quotation import Texts, check
from tests.quotation import library
from tests.quotation.material import passages
from tests.quotation.twisting import TWISTS, cut, glue

HELD = library.held() + passages()
TEXTS = Texts.build(HELD)
WHOLES = [words for _, words in HELD]
MANY = 3_000
SAME = {VerdictKind.EXACT, VerdictKind.SHORTENED}
FORMS = (
    "{}", "“{}”", "> {}", 'she wrote "{}" in May', "*{}*", "||{}||", "```\n{}\n```", "„{}“", "«{}» хто це сказав",
    "{}!!!",
    "“{}", "I read this: {}", "''{}''", "“… {} …”", "{} - what do you all think?", "1. {}", "so {} lol", "‘{}’",
)  # fmt: skip
TRUE_FORMS = (
    "{}", "“{}”", "> {}", 'she wrote "{}" in May', "*{}*", "||{}||", "```\n{}\n```", "„{}“", "«{}» хто це сказав",
    "{}!!!",
    "**{}**", "“{}” — really?? I don't think so, not at all", "Look: “{}”. And never forget it!", "“{}.”", "“{}...”",
    "“… {} …”", "[...] {} [...]", "> {}\nno, I disagree", "{} 😂", "<@1234567> “{}” <:x:1234>", "`{}`", "# {}", "- {}",
    "https://a.example/c?not=1 “{}”", "“{}” (p. 12)", "“{}” [1]", "‘{}’", "“‘{}’”", "\u2067{}\u2069", "She said: ‘{}’.",
)  # fmt: skip


def plain(text: str) -> str:
    return " ".join(re.findall(r"[\w%$€£<−-]+(?:[.,'’]\w+)*", text.casefold()))


def test_no_twisted_quote_is_called_exact() -> None:
    rng = random.Random(41)
    true = [plain(words) for words in WHOLES]
    made: Counter[str] = Counter()
    verdicts: Counter[VerdictKind] = Counter()
    called_exact = []
    for turn in range(2 * MANY):
        names = list(TWISTS)
        name = names[turn % (len(names) + 1)] if turn % (len(names) + 1) < len(names) else "glued"
        twisted = glue(rng, WHOLES) if name == "glued" else TWISTS[name](rng, *cut(rng, WHOLES))
        if not twisted or any(plain(twisted) in words for words in true) or made.total() == MANY:
            continue
        made[name] += 1
        message = FORMS[turn // 7 % len(FORMS)].format(twisted)
        verdict = check(message, TEXTS).verdict
        verdicts[verdict] += 1
        if verdict in SAME:
            called_exact.append((name, message))
    assert called_exact == []
    assert set(made) == {*TWISTS, "glued"}
    assert verdicts[VerdictKind.ALTERED] > 0.75 * made.total()
    assert verdicts[VerdictKind.NOT_FOUND] < 0.1 * made.total()


def test_no_true_quote_is_called_altered() -> None:
    rng = random.Random(43)
    for turn in range(1_500):
        wording, _ = cut(rng, WHOLES)
        if len(wording.split()) < 6:
            continue
        form = TRUE_FORMS[turn % len(TRUE_FORMS)]
        report = check(form.format(wording), TEXTS)
        assert [quote.verdict for quote in report.quotes] == [VerdictKind.EXACT], (form, wording)
        assert report.verdict in (VerdictKind.EXACT, VerdictKind.UNCLEAR), (form, wording)
