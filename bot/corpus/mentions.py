"""Mentions as a text makes them, without article, title and office; papers and parts of a text are no persons."""

import re
from functools import lru_cache

from bot.corpus.bodies import is_body
from bot.corpus.names import NAME, TITLES, UPPER, is_name
from bot.corpus.words import word_set

# Small words before a name tell what somebody is ("engineer Jane Doe"), unless one of them ties it to something else.
_LED = re.compile(
    rf"(?:(?!(?:of|for|from|at|in|to|with|by|on|near|and|or|de|du|des|di|da|do|del|della|von|vom|für|aus|bei|y|et|und|al|"
    rf"au|en|à)\s)[a-zà-ÿ-]+\s){{1,3}}(?P<name>{NAME})"
)
_DEMONYM = re.compile(rf"^(?:[{UPPER}][\w]+(?:ian|ish|ese|an|ch|i|can|ean)\s+)(?=\w)")
# Articles and possessives: English, French, German.
_ARTICLE = re.compile(
    r"^(?:the|an?|his|her|their|its|le|la|les|une?|l['’]|der|die|das|dem|den|des|einem?|einer|eines)(?<=['’])|"
    r"^(?:the|an?|his|her|their|its|le|la|les|une?|der|die|das|dem|den|des|eine[mnrs]?|ein)\s+",
    re.IGNORECASE,
)
_PAPER = re.compile(
    r"(?:the|its|their|his|her)\s(?:press release|statement|report|letter|communiqué|document|memo|"
    r"announcement|study|survey|release)$",
    re.IGNORECASE,
)
# What a text, a page or a book consists of, rules and hearsay: none of it speaks. English, German, French, Ukrainian,
# Russian.
_PARTS = word_set(
    "introduction intro foreword preface afterword epilogue headline title subtitle subhead standfirst lead caption "
    "article text piece page section chapter paragraph sentence essay column interview story series passage footnote "
    "note heading appendix verse line conclusion blurb cover byline body word words phrase quotation quote einleitung "
    "law laws rule rules statute constitution treaty legend legends tradition rumour rumours rumor rumors gossip "
    "artikel text überschrift kapitel titre article chapitre préface стаття заголовок розділ вступ статья глава"
)

_OF = re.compile(r"\s(?:of|to|in|on|for|by|from)\s")


@lru_cache(maxsize=8192)
def tidy(name: str) -> str:
    """Give a mention without article, titles and typographic apostrophes: "the President Jane Doe" is "Jane Doe"."""
    plain = _ARTICLE.sub("", name.replace("’", "'").strip(' ,.;:"“”'))
    if re.search(r"'s?\s[a-z]", plain):
        return plain
    bare = TITLES.sub("", _strip_demonym(re.sub(r"^(?:[Tt]hen|[Ff]ormer|[Ee]x)[ -]", "", plain))).strip(" ,")
    plain = _untitled(bare if bare and bare[0].isupper() else plain)
    return re.sub(r"'s?$", "", plain)


def _untitled(name: str) -> str:
    """Take an office of several words off a name: "Transport Minister Jane Doe" is "Jane Doe"."""
    led = _LED.fullmatch(name)
    if led and is_name(led["name"]):
        return str(led["name"])
    words = name.split()
    if not words or is_body(words[0]):
        return name
    for cut in range(1, len(words) - 2):
        rest = " ".join(words[cut:])
        bare = TITLES.sub("", rest)
        if bare != rest and bare.count(" ") >= 1 and bare[0].isupper():
            return bare
    return name


def _strip_demonym(name: str) -> str:
    rest = _DEMONYM.sub("", name)
    return rest if rest != name and TITLES.match(rest) else name


def is_paper(mention: str) -> bool:
    """Whether a mention is a paper that speaks for whoever issued it ("the press release said")."""
    return _PAPER.fullmatch(mention.strip()) is not None


def is_part(mention: str) -> bool:
    """Whether a mention is a part of a text ("the interview's introduction"), which is no speaker."""
    head = _OF.split(mention.casefold(), maxsplit=1)[0].split()
    return bool(head) and head[-1].strip(".,’'") in _PARTS
