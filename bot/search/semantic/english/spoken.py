"""Whether a question is in English, as the model for English needs to know: in other languages it knows nothing."""

from bot.search.analysis import stops_among, words
from bot.search.stopwords import STOP_FILTERS

_ENGLISH = "en"
_LATIN = "\u024f"


def in_english(question: str) -> bool:
    """Whether a question may be in English: Latin letters, and no other language has more of its little words."""
    asked = words(question)
    if any(word > _LATIN for word in asked):
        return False
    ours = len(stops_among(asked, _ENGLISH))
    return all(len(stops_among(asked, other)) <= ours for other in STOP_FILTERS)
