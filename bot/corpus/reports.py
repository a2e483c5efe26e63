"""What reading a sentence for what it reports gives, in any language, and where what is reported ends at the latest."""

import re

from bot.corpus.cues import Cue

Found = tuple[int, int, Cue]
"""Where a reported statement starts and ends in its sentence, and who is said to make it."""

_FINAL = re.compile(r"[.!?…]*[”\"»)\]]*$")
_LONGEST_FINAL = 8  # code points


def end_of_report(sentence: str, start: int, *forms: re.Pattern[str]) -> int:
    """Give where a statement from `start` on ends: before the last marks of all, or where one of the forms begins."""
    final = _FINAL.search(sentence, max(start, len(sentence) - _LONGEST_FINAL))
    end = final.start() if final else len(sentence)
    for form in forms:
        found = form.search(sentence, start, end)
        end = found.start() if found else end
    return end
