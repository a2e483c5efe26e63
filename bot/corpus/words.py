"""Small questions about some words that many steps ask: does it end as a sentence, does it ask, whose voice is it."""

import re

_CLOSERS = "\"'”’»)]*_›“"
_END = re.compile(r"[.!?…。؟۔][\"'”’»)\]›“]*$")
_ASKS = re.compile(r"[?؟;][\"'”’»)\]›“]*$")
_SENTENCE = re.compile(r"[.!?…؟](?:[\"'”’»)\]›]+)?(?:\s+|$)(?=[^\sa-zа-я]|$)")
FIRST_PERSON = re.compile(
    r"\b(?:I|I['’](?:m|ve|d|ll)|us(?!\.)|mine|[Mm][ey]|[Ww]e|[Ww]e['’](?:re|ve|d|ll)|[Oo]urs?|"  # English
    r"[Яя]|[Мм](?:ене|ені|ій|оя|оє|ої|и)|[Нн](?:ас|ам|аш\w*)|[Мм](?:еня|не|ой|ы)|"  # Ukrainian, Russian
    r"[Jj]e|[Jj]['’](?=\w)\w+|[Mm]oi|[Mm](?:on|a|es)(?= [a-zà-ÿ])|[Nn]o(?:us|tre|s)|"  # French
    r"[Ii]ch|[Mm](?:ir|ich|ein\w*)|[Ww]ir|[Uu]ns|[Uu]nser\w*|"  # German
    r"[Yy]o|[Mm]is?(?= [a-zà-ÿ])|[Nn]osotr[oa]s|[Nn]uestr\w+|[Ii]o|mi[oae]|miei|[Nn]oi|[Nn]ostr\w+|"  # Spanish, Italian
    r"mnie|mój|moj[ae]|nami)(?!\w)|"  # Polish
    r"(?:^|\s)(?:אני|אנחנו|אנו|שלי|שלנו|أنا|نحن)(?=\s|$)"  # Hebrew, Arabic
)
SECOND_PERSON = re.compile(
    r"\b(?:you|your|yours|ви|вас|вам|ваш\w*|ти|вы|vous|votre|vos|tu|sie|ihr\w*|ihnen|du|dein\w*)\b|(?:^|"
    r"\s)(?:אתה|את|אתם|שלך|أنت|أنتم)(?=\s|[?؟]|$)",
    re.IGNORECASE,
)


def word_set(words: str) -> frozenset[str]:
    """Make a set of words from a line of them."""
    return frozenset(words.split())


def ends_sentence(words: str) -> bool:
    """Whether the words end with a sentence's full stop, whatever quotation marks close after it."""
    return _END.search(words[-12:]) is not None


def asks(words: str) -> bool:
    """Whether the words end as a question ends."""
    tail = words[-8:]
    return tail.rstrip(_CLOSERS).endswith(("?", "؟"))


def sentence_count(words: str) -> int:
    """Count sentences roughly, for telling a line from a paragraph."""
    return max(1, len(_SENTENCE.findall(words[:2000])))
