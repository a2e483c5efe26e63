"""The language of a text by its script and its smallest words; None rather than a guess."""

import re
from collections import Counter

_SAMPLE = 20_000
_FEW = 100
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SMALL = {
    "en": "the of and to in is that for was with as on are it his her by be this have from not they which but "
    "were has who",
    "de": "der die und das ist nicht von zu den mit sich des auf für ein eine im dem auch als es an werden aus "
    "wie wir dass bei",
    "fr": "le la les des et est une dans que qui pour sur pas au par plus ce avec sont ils elle nous mais "
    "cette du un en il ne",
    "es": "el la los las de que y en una por con no para es se del al como más pero sus le ha este son está su "
    "un lo fue",
    "it": "il di che è la per un una in non sono con del della le dei gli si anche da più come ma alla nel "
    "questo ha i lo",
    "pt": "o de que e do da em um para com não uma os no se na por mais as dos como mas ao ele das à seu sua "
    "ou são foi",
    "nl": "de het een en van in is dat op te zijn voor met niet aan er ook als maar om door bij naar dan nog "
    "wordt werd deze",
    "pl": "i w na z się nie to że do jest o jak po za od ale przez przy oraz być dla które który tym już są był czy",
    "uk": "і в на не що з та до є як за від це про але для його вони ми був під також або які яка який й у щоб її бути",
    "ru": "и в не на что с как по это из у за от но для его они мы был под также или которые который так все "
    "она быть же к",
}
_SETS = {code: frozenset(words.split()) for code, words in _SMALL.items()}
_SCRIPTS = (
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
)
_OTHER = re.compile(r"[\u0370-\u03ff\u0590-\u06ff\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]")
_PERSIAN = re.compile(r"[پچژگی]")


def language_of(words: str) -> str | None:
    """Tell the language of some words (ISO 639-1), looking at the first 20,000 characters at most."""
    sample = words[:_SAMPLE]
    if sum(map(str.isalpha, sample[:_FEW])) < 20 and sum(map(str.isalpha, sample)) < 20:
        return None
    other = not sample.isascii() and _OTHER.search(sample) is not None
    letters = sum(map(str.isalpha, sample)) if other else 0
    for code, script in _SCRIPTS if other else ():
        if len(script.findall(sample)) > 0.4 * letters:
            unsure = code == "ar" and len(_PERSIAN.findall(sample)) > 0.02 * letters
            return None if unsure else code
    return _by_small_words(sample)


def _by_small_words(sample: str) -> str | None:
    # The same as counting what _WORD finds, but most of what stands between white space is a word as it is.
    counts = Counter(sample.casefold().split())
    for chunk in [chunk for chunk in counts if not chunk.isalpha()]:
        times = counts.pop(chunk)
        for word in _WORD.findall(chunk):
            counts[word] += times
    total = counts.total()
    scores = sorted(
        ((sum(counts[word] for word in small & counts.keys()), code) for code, small in _SETS.items()), reverse=True
    )
    best, second = scores[0], scores[1]
    sure = best[0] >= 3 and best[0] >= 0.08 * total and best[0] > 1.25 * second[0]
    return best[1] if sure else None
