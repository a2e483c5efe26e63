"""Small questions about some words that many steps ask: does it end as a sentence, does it ask, whose voice is it."""

import re

_CLOSERS = "\"'”’»)]*_›“"
_END = re.compile(r"[.!?…。؟۔][\"'”’»)\]›“]*$")
_ASKS = re.compile(r"[?؟;][\"'”’»)\]›“]*$")
_SENTENCE = re.compile(r"[.!?…؟](?:[\"'”’»)\]›]+)?(?:\s+|$)(?=[^\sa-zа-я]|$)")
FIRST_PERSON = re.compile(
    r"\b(?:I|I['’](?:m|ve|d|ll)|me|my|mine|we|we['’](?:re|ve|d|ll)|us(?!\.)|our|ours|я|мене|мені|мій|моя|"
    r"моє|мої|ми|нас|нам|наш\w*|меня|мне|мой|мы|"
    r"je|j['’]|moi|mon|ma|mes|nous|notre|nos|ich|mir|mich|mein\w*|wir|uns|unser\w*)(?!\w)|(?:^|\s)(?:אני|"
    r"אנחנו|אנו|שלי|שלנו|أنا|نحن)(?=\s|$)"
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
