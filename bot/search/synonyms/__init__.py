"""Words and phrases that are one thing to the search: spellings, translations and abbreviations of a name, synonyms.

Groups come from two files beside this one and from the operator's configuration (`groups.py`). They are read when a
question is asked, so that nothing is built anew when they change: a word that no text has is read as the one of its
group that most passages have, and a word that stands in the texts is read also as the others, which count for less
(`widening.py`). A word is known in the forms that its language gives it (`wordforms.py`).
"""

from bot.search.synonyms.groups import Group, read, shipped
from bot.search.synonyms.table import Synonyms, grouped, none

__all__ = ["Group", "Synonyms", "grouped", "none", "read", "shipped"]
