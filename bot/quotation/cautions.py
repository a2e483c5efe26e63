"""Quotes that stop right before the text turns: "…, but", "… unless", "…, according to"."""

import re
from collections.abc import Sequence

from bot.model import Caution
from bot.quotation.folding import fold

# As they stand at the beginning of what follows; in comparison form.
_LIST = """
but, if, unless, except, excluding, however, because, although, though, yet, nevertheless, nonetheless, until,
provided, only if, as long as, according to, on condition, on the condition, in theory, apart from, other than,
with the exception, said, says, claims, claimed, he said, she said, they said, or so, without, not that, while,
whereas, still, instead, he doesn't, she doesn't, it doesn't, they don't, this isn't true, that isn't true,
it isn't true, this is not true, that is not true, it is not true, this is wrong, that is wrong, in reality,
це не так, це неправда, насправді, это не так, это неправда, на самом деле, זה לא נכון, هذا غير صحيح,
але, однак, проте, якщо, хіба що, крім, окрім, за винятком, хоча, тому що, бо,
оскільки, доки, за словами, на думку, за умови, зате, втім, утім, натомість, поки, но, однако, если, кроме,
за исключением, хотя, потому что, поскольку, пока, по словам, по мнению, при условии, зато, впрочем, אבל, אך,
אולם, אם, אלא, למעט, מלבד, חוץ מ, לפי, לדברי, כי, משום, מפני, למרות, בתנאי, עד ש, לכן, لكن, ولكن, إذا, اذا, إلا,
الا, باستثناء, ما لم, بشرط, وفقا, بحسب, حسب, لأن, رغم, غير أن, بيد أن, لو, mais, cependant, toutefois, sauf,
à moins, si, parce, car, selon, d'après, bien que, quoique, pourtant, hormis, à condition, aber, jedoch, doch,
wenn, falls, außer, es sei denn, weil, denn, laut, obwohl, sofern, allerdings, sondern, solange, pero,
sin embargo, salvo, excepto, a menos, porque, según, aunque, sino, siempre que, no obstante
"""
_CUES = frozenset(tuple(cue.split()) for cue in _LIST.split(","))
_FIRST = frozenset(cue[0] for cue in _CUES)
_LONGEST = 4
_SENTENCE = re.compile(r".+?(?:[.!?…。！？؟][\"”’»)\]]*(?=\s|$)|\n|$)", re.DOTALL)
_SHOWN = 400


def caution(after: str, words: Sequence[str] | None = None) -> Caution | None:
    """Tell whether the words right after a quote turn or limit it.

    `after` is how the text goes on; `words` are its first words in comparison form, where they are known.
    """
    first = list((fold(after[:120]).words if words is None else words)[:_LONGEST])
    if not first or first[0] not in _FIRST:
        return None
    for length in range(len(first), 0, -1):
        if tuple(first[:length]) in _CUES:
            return Caution(" ".join(first[:length]), following(after))
    return None


def following(after: str) -> str:
    """Give the rest of the sentence, or the next sentence, at most 400 characters."""
    match = _SENTENCE.match(after.lstrip(' ,;:–—-"”’»).'))
    return match[0].strip()[:_SHOWN] if match else ""
