"""No altered quote is called exact: ten thousand of them, in all the ways that people and machines alter quotes."""

import re
from collections import Counter

from bot.model import Role, Speaker, VerdictKind
from bot.quotation import Texts, check
from tests.quotation.altering import WAYS
from tests.quotation.chat import Quoter
from tests.quotation.material import make, passages, shelf

MANY = 10_000
FORMS = ("{}", "“{}”", "> {}", 'he wrote "{}" yesterday', "*{}*", "||{}||", "{} - what do you all think?")
SAME = {VerdictKind.EXACT, VerdictKind.SHORTENED}


def plain(text: str) -> str:
    return " ".join(re.findall(r"[\w%$€−-]+(?:[.,'’]\w+)*", text.casefold()))


def test_none_of_ten_thousand_altered_quotes_is_called_exact() -> None:
    held, texts = passages(), shelf()
    whole = [plain(text) for _, text in held]
    quoter = Quoter(held, seed=29)
    ways = list(WAYS.items())
    made: Counter[str] = Counter()
    called_exact = []
    turn = 0
    while made.total() < MANY:
        name, way = ways[turn % len(ways)]
        turn += 1
        wording = (quoter.sentence() if turn % 2 else quoter.cut(9, 30))[3]
        changed = way(quoter.rng, wording, quoter.words)
        if not changed or any(plain(re.sub("~~[^~]*~~", "", changed)) in text for text in whole):
            continue
        made[name] += 1
        message = FORMS[turn // 7 % len(FORMS)].format(changed)
        if check(message, texts).verdict in SAME:
            called_exact.append((name, message, wording))
    assert called_exact == []
    assert set(made) == set(WAYS)


def test_splices_are_called_stitched_or_altered() -> None:
    held, texts = passages(), shelf()
    messages = [m for m in Quoter(held, seed=31).messages(200) if m["category"] == "hard_splice"]
    verdicts = Counter(check(message["text"], texts).verdict for message in messages)
    assert not SAME & set(verdicts)
    assert verdicts[VerdictKind.STITCHED] > 0.9 * len(messages)


def test_words_given_to_the_wrong_speaker_are_not_exact() -> None:
    speakers = ("Olena Hrytsenko", "Marcus Weil", "Dana Levi", "Ruta Kalnina")
    held = [
        (make(p.source, p.number, text, Speaker(speakers[n % 4], Role.AUTHOR)), text)
        for n, (p, text) in enumerate(passages())
    ]
    texts = Texts.build(held)
    quoter = Quoter(held, seed=37)
    frames = (
        '{} said: "{}"',
        "“{1}”, wrote {0}",
        'According to {}, "{}"',
        '"{1}" — {0}',
        'As {} put it, "{}"',
        "{}: “{}”",
    )
    for turn in range(600):
        passage, _, _, wording = quoter.cut(8, 20)
        wording = re.sub(r"[\"“”«»„]", "", wording)
        right = str(passage.speaker.name)
        wrong = speakers[(speakers.index(right) + 1 + turn % 3) % 4]
        for name in (right, wrong):
            report = check(frames[turn % len(frames)].format(name, wording), texts)
            told = [quote.misattribution for quote in report.quotes if quote.misattribution]
            if name == wrong and report.quotes[0].places and not report.quotes[0].also:
                assert report.verdict not in SAME, (wording, report)
            if name == right:
                assert all(found.claimed != right for found in told)
