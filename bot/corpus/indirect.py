"""Statements that a sentence reports in its own words ("the mayor said that …", "according to the mayor, …")."""

import re

from bot.corpus import abjad_reports, slavic_reports, slavic_words
from bot.corpus.alternatives import by_letter
from bot.corpus.cues import CYRILLIC, Cue
from bot.corpus.inverted import CASELESS
from bot.corpus.names import CUT_NAME, NAME
from bot.corpus.subjects import subject_before

_VERBS = (
    "said|says|reported|reports|argued|argues|claimed|claims|claim|estimates?|estimated|stated|states|"
    "announced|announces|warned|warns|insisted|insists|"
    "noted|notes|added|adds|explained|explains|wrote|writes|confirmed|confirms|stressed|"
    "stresses|maintains|maintained|contends|alleges|alleged|"
    "believes|say|argue|warn|insist|believe|complain|acknowledged|acknowledges|concluded|concludes|"
    "suggested|suggests|predicted|predicts|answers|answered|replies|replied"
)
_SAY = f"(?:{by_letter(_VERBS)})"
_TOLD_WHOM = (
    r"(?:told|tells)\s(?:me|us|him|her|them|you|reporters|journalists|(?:the|an?|his|her|my|our|its|their)\s[\w’'-]+"
    rf"(?:\s[\w’'-]+)?|{NAME})(?=\sthat\s)"
)
_OPENS = r"[\s“\"„«(—–-]*"
_THAT = re.compile(
    rf"{_OPENS}(?P<lead>[^“”\"„«:;]{{2,160}}?)\s(?P<verb>{_SAY}|{_TOLD_WHOM})(?:,\s[^,“”\"]{{3,60}},)?\s"
    rf"(?:(?:on|in|at|to|last|this)\s(?:(?:the|a|an|local|his|her)\s){{0,2}}\w+\s(?=that\s)|(?:on|in)\s\w+\s)?(?P<that>that\s(?!(?:day|night|morning|afternoon|evening|week|month|year|time|way|much)\b))?(?=\S)"
)
_ACCORDING = re.compile(rf"{_OPENS}(?:According to|Selon|Laut)\s(?P<np>[^,]{{2,120}}),\s")
_ASIDE = re.compile(
    r"(?:as|who|which|whose|de[rmns]|die|das|deren|dessen|qui|que|dont|який|яка|яке|які|який|что|который|которая|"
    r"які)\s"
    r"[^,]{2,80},\s"
)
_NEXT = re.compile(r"[.!?](?<=[a-zа-яіїєґ]{3}.)\s+(?=[A-ZА-ЯІЇЄҐ])")
_TOLD = re.compile(rf",\s(?:{NAME}|he|she|they|the\s\w+)\s(?:said|says|reports|reported|writes|wrote|adds|added)$")
_TRAILING = re.compile(
    rf"{_OPENS}(?P<clause>[^“”\"„«]{{20,600}}),\s(?P<lead>(?:the\s|"
    rf"an?\s)?[^,“”\"]{{2,60}}?)\s(?P<verb>{_SAY})(?:\s(?:on|in)\s\w+)?[.]$"
)
_COLON = re.compile(
    rf"{_OPENS}(?P<np>(?:(?:The|Our|His|Her|My)\s)?(?:{NAME}|[a-z]+(?:\s[a-z]+)??))\s(?:used to\s|likes "
    rf"to\s)?(?P<verb>teaches|tells|says|say|said|writes|wrote|reads|declares|states|asks|asked|warns|put "
    rf"it)"
    r"(?:\s(?:us|me|them|him|her))?:\s(?=[^\W\d_a-z])"
)
_CLAUSE = re.compile(
    r"(?!it\s(?!(?:is|was|has|had|will|would|can|could|should|may|might|does|did|[a-z]+s|[a-z]+ed)\s))"
    rf"(?:the|a|an|it|he|she|they|his|her|their|its|this|these|those|there|no|some|many|most|all|more|"
    rf"about|\d|{CUT_NAME})(?:\s|['’])",
    re.IGNORECASE,
)
_NO_SUBJECT = re.compile(
    r"(?:^|\s)(?:who|which|that|it|and|or|to|not|I|we|you|can|could|may|might|must|should|would|will|"
    r"the|an?|this|his|her|their|its|my|our)$",
    re.IGNORECASE,
)
_FINAL = re.compile(r"[.!?…]*[”\"»)\]]*$")
# What only might be said is no report. English, German, French.
_IF = re.compile(
    r"\W*(?:So |And |But )?(?:if|unless|until|whether|suppose|imagine|had|were|should|what|whatever|"
    r"wenn|falls|si)\s",
    re.IGNORECASE,
)
# What nobody said, or nobody knows whether anybody did.
_UNSAID = re.compile(
    r"\b(?:never|not|[Nn]obody|[Nn]o[ -]one|[Nn]one|[Nn]either|nor|[Nn]o|[Ff]ew|[Hh]ardly|barely|scarcely|"
    r"[Rr]arely|[Ss]eldom|supposedly|seems?|seemed|appears?|appeared|pretends?|pretended|reportedly|allegedly|"
    r"purportedly|might|may|could|would|should|must|Not)\b|n['’]t\b"
)
_CLAUSE_FIRST = re.compile(
    r"\W*(?:And |But )?(?:When|While|As|After|Before|Until|Since|Although|Though|Because|Once|Whenever|Where|Whereas|"
    r"Even though|Just as|Now that)\s[^,]*$"
)
_CONTRAST = re.compile(
    r",\s(?:(?:but|while|whereas|although|though|yet)\s|and\s(?=(?:he|she|they|it|the|his|her)\s|[A-Z]))"
)
_DENIED = re.compile(r"\bnot\s[^,]*$")
_BUT = re.compile(
    rf"[,\s](?:(?<!,)|(?<=,)\s)(?:and|but)\s(?:has\s|have\s|had\s)?(?:{_SAY}|den(?:ied|ies))\s(?=that\s|any\s|it\s|the\s)"
)
# Without one of these words, folded, nothing is reported in any of those ways.
REPORTING = frozenset(
    (
        *_VERBS.replace("estimates?", "estimate|estimates").split("|"),
        *("teaches", "tells", "told", "reads", "declares", "asks", "asked", "put"),
        *("according", "selon", "laut"),
        *slavic_words.REPORTING,
        *abjad_reports.REPORTING,
    )
)
_BARE = frozenset({"said", "say", "says", "claim", "claims", "estimates", "believes", "insists"})
_LONGEST_WORD = 8  # code points of what _NO_SUBJECT finds, at most
Found = tuple[int, int, Cue]


def reported(sentence: str) -> Found | None:
    """Find the statement that a sentence reports: its start and end in the sentence, and who is said to make it."""
    first = "" if sentence.isascii() else sentence.lstrip(' —–-«“"')[:1]
    if CYRILLIC.match(first):
        return slavic_reports.reported(sentence)
    if CASELESS.match(first):
        return abjad_reports.reported(sentence)
    found = _ACCORDING.match(sentence)
    if found is not None:
        aside = _ASIDE.match(sentence, found.end())
        cue = Cue(_origin(found["np"]), found.group().strip(" ,"))
        return _clause(sentence, aside.end() if aside else found.end(), cue)
    found = _THAT.match(sentence)
    if found is not None:
        return _that_clause(sentence, found)
    found = _TRAILING.match(sentence[:800]) if sentence[:800].rstrip().endswith(".") else None
    if found is not None and not _has_no_subject(found["lead"]):
        mention = subject_before(found["lead"])
        if mention == found["lead"]:
            return found.start("clause"), found.end("clause"), Cue(mention, f"{mention} {found['verb']}")
    return None


def _that_clause(sentence: str, found: re.Match[str]) -> Found | None:
    lead, start = found["lead"], found.end()
    if (
        sentence.rstrip(' ”"»').endswith("?")
        or _IF.match(lead)
        or _UNSAID.search(lead)
        or _has_no_subject(lead)
        or (not found["that"] and found["verb"] not in _BARE)
    ):
        return None
    if not found["that"] and not _CLAUSE.match(sentence, start):
        return None
    mention = subject_before(lead)
    if (
        mention is None
        or mention in ("it", "It")
        or (mention.casefold(), found["verb"]) == ("they", "say")
        or len(lead) - len(mention) > 60
    ):
        return None
    said = _clause(sentence, start, Cue(mention, f"{mention} {found['verb']}{' that' if found['that'] else ''}"))
    comma = sentence.find(",", start) if said and _CLAUSE_FIRST.match(lead) else -1
    return (start, comma, said[2]) if said and start < comma < said[1] else said


def _has_no_subject(lead: str) -> bool:
    """Whether the words before a verb end with one that is not who says something."""
    return _NO_SUBJECT.search(lead, max(0, len(lead) - _LONGEST_WORD)) is not None


def _clause(sentence: str, start: int, cue: Cue) -> Found | None:
    final = _FINAL.search(sentence, max(start, len(sentence) - 8))
    end = final.start() if final else len(sentence)
    another = _NEXT.search(sentence, start, end)
    end = another.start() if another else end
    told = _TOLD.search(sentence, max(start, end - 80), end) or _BUT.search(sentence, start, end)
    end = told.start() if told else end
    for other in _CONTRAST.finditer(sentence, start, end):
        if not _DENIED.search(sentence, start, other.start()):
            end = other.start()
            break
    return (start, end, cue) if sentence.count(" ", start, end) >= 2 else None


def _origin(mention: str) -> str:
    """Whoever speaks through a paper: "a press release from the mayor's office" is the mayor's office."""
    found = re.search(
        r"\b(?:release|statement|report|letter|document|study|memo|article|survey|"
        r"interview)s?\s(?:\w+\s)?(?:from|by|of|with)\s(?P<np>.+)$",
        mention,
    )
    return found["np"] if found else mention


def colon_statement(sentence: str) -> Found | None:
    """Find words that a colon gives as somebody's without quotation marks: The proverb says: Look before you leap."""
    found = _COLON.match(sentence[:200]) if ":" in sentence[:201] else None
    if found is None or sentence[found.end()] in '“"„«':
        return None
    return _clause(sentence, found.end(), Cue(found["np"], found.group().strip()))
