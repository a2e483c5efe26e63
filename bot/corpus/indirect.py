"""Statements that a sentence reports in its own words ("the mayor said that …", "according to the mayor, …")."""

import re

from bot.corpus import abjad_reports, slavic_reports, slavic_words
from bot.corpus.alternatives import by_letter
from bot.corpus.cues import Cue
from bot.corpus.names import CUT_NAME, NAME
from bot.corpus.reports import Found, end_of_report
from bot.corpus.subjects import subject_before
from bot.corpus.words import word_set

_VERBS = (
    "said|says|reported|reports|argued|argues|claimed|claims|claim|estimates?|estimated|stated|states|"
    "announced|announces|warned|warns|insisted|insists|"
    "noted|notes|added|adds|explained|explains|wrote|writes|confirmed|confirms|stressed|"
    "stresses|maintains|maintained|contends|alleges|alleged|"
    "believes|say|argue|warn|insist|believe|complain|acknowledged|acknowledges|concluded|concludes|"
    "suggested|suggests|predicted|predicts|answers|answered|replies|replied"
)
_SAY = f"(?:{by_letter(_VERBS)})"
_WHOM = (
    r"(?:me|us|him|her|them|you|reporters|journalists|(?:the|an?|his|her|my|our|its|their)\s[\w’'-]+(?:\s[\w’'-]+)?|"
    rf"{NAME})(?=\sthat\s)"
)
_VERBS_TO = rf"{_VERBS}|told\s{_WHOM}|tells\s{_WHOM}"
_SAY_TO = f"(?:{by_letter(_VERBS_TO)})"
_OPENS = r"[\s“\"„«(—–-]*"
_THAT = re.compile(
    rf"{_OPENS}(?P<lead>[^“”\"„«:;]{{2,160}}?)\s(?P<verb>{_SAY_TO})(?:,\s[^,“”\"]{{3,60}},)?\s"
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
# What only might be said is no report: words with which such a sentence opens. English, German, French.
_IF = word_set("if unless until whether suppose imagine had were should what whatever wenn falls si")
_AND = (["So"], ["And"], ["But"])
# What nobody said, or nobody knows whether anybody did.
_UNSAID = word_set(
    "never not Not nobody Nobody no-one No no None none Neither neither nor Few few Hardly hardly barely scarcely "
    "Rarely rarely Seldom seldom supposedly reportedly allegedly purportedly seem seems seemed appear appears appeared "
    "pretend pretends pretended might may could would should must"
)
_CLAUSE_FIRST = re.compile(
    r"\W*(?:And |But )?(?:When|While|As|After|Before|Until|Since|Although|Though|Because|Once|Whenever|Where|Whereas|"
    r"Even though|Just as|Now that)\s[^,]*$"
)
_CONTRAST = re.compile(
    r",\s(?:(?:but|while|whereas|although|though|yet)\s|and\s(?=(?:he|she|they|it|the|his|her)\s|[A-Z]))"
)
# "… find out what the insurance | says and report in June": its words are what is looked for, and another verb follows.
_ASKED_FOR = re.compile(r"\b(?:what|whatever|which|how)\s(?:[\w’'-]+\s){1,6}$")
_JOINS = ("and ", "or ", "but ", "is ", "was ", "are ", "were ")
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
_FEW = 4  # code points with which a sentence ends
_NEAR = 200  # code points before a contrast in which something is denied


def reported(sentence: str) -> Found | None:
    """Find the statement that a sentence reports: its start and end in the sentence, and who is said to make it."""
    first = sentence[:1] if sentence[:1].isalpha() else sentence.lstrip(' —–-«“"')[:1]
    if "\u0400" <= first < "\u0530":
        return slavic_reports.reported(sentence)
    if "\u0590" <= first < "\u0900":
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
    if not found["that"] and (found["verb"] not in _BARE or not _CLAUSE.match(sentence, start)):
        return None
    if not found["that"] and (_ASKED_FOR.search(lead) or sentence.startswith(_JOINS, start)):
        return None
    if _has_no_subject(lead) or _is_unsaid(lead) or "?" in sentence[-_FEW:]:
        return None
    mention = subject_before(lead)
    if mention is None or mention in ("it", "It") or len(lead) - len(mention) > 60:
        return None
    if found["verb"] == "say" and mention in ("They", "they"):
        return None  # hearsay
    said = _clause(sentence, start, Cue(mention, f"{mention} {found['verb']}{' that' if found['that'] else ''}"))
    comma = sentence.find(",", start, said[1]) if said else -1
    return (start, comma, said[2]) if said and comma > start and _CLAUSE_FIRST.match(lead) else said


def _is_unsaid(lead: str) -> bool:
    """Whether the words before a verb of saying tell that nobody said it, or leave open whether anybody did."""
    words = lead.split()
    if not _UNSAID.isdisjoint(words) or "n't" in lead or "n’t" in lead:
        return True
    first = words[1:2] if words[:1] in _AND else words[:1]
    return first != [] and first[0].casefold() in _IF


def _has_no_subject(lead: str) -> bool:
    """Whether the words before a verb end with one that is not who says something."""
    return _NO_SUBJECT.search(lead, max(0, len(lead) - _LONGEST_WORD)) is not None


def _clause(sentence: str, start: int, cue: Cue) -> Found | None:
    end = end_of_report(sentence, start, _NEXT)
    comma = sentence.find(", ", start, end)
    told = _TOLD.search(sentence, max(comma, end - 80), end) if comma > 0 else None
    if told is None and max(sentence.find("and ", start, end), sentence.find("but ", start, end)) > 0:
        told = _BUT.search(sentence, start, end)
    end = told.start() if told else end
    for other in _CONTRAST.finditer(sentence, comma, end) if 0 < comma < end else ():
        if not _DENIED.search(sentence, max(start, other.start() - _NEAR), other.start()):
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
