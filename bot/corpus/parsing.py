"""From the text of a page to its structure: all steps in their order. Pure: the same text, the same structure."""

from bot.corpus.assembling import assemble
from bot.corpus.attribution import attribute
from bot.corpus.back import read_back
from bot.corpus.body import quiet_captions, read_body
from bot.corpus.bylines import byline_names
from bot.corpus.captions import split_credits
from bot.corpus.datelines import part_dateline
from bot.corpus.front import read_front
from bot.corpus.labels import find_labels, take_off
from bot.corpus.metadata import describe
from bot.corpus.names import is_name
from bot.corpus.parts import Raw, Structure
from bot.corpus.units import Page
from bot.model import Source


def parse(raw: Raw, source: Source | None = None) -> Structure:
    """Find the structure of a text. Any string gives one, in time that grows as the text does.

    `source` is the catalog's record where there is one: the authors that it names speak where the page prints none, and
    in a digest (`source.reports`) everything said is told via the digest's author.
    """
    page = Page(raw.text, raw.media)
    split_credits(page)
    quiet_captions(page)
    part_dateline(page)
    back = read_back(page, tuple(raw.metadata.authors) or _names_in_head(page))
    front = read_front(page, [*back.people, *raw.metadata.authors])
    labels = [
        label
        for label in find_labels(page, front.authors or tuple(back.people))
        if front.begins <= label.unit < back.ends
    ]
    take_off(page, labels)
    read_body(page, front.begins, back.ends)
    metadata = describe(raw, page, front, back)
    authors = metadata.authors or (source.authors if source is not None else ())
    repost = bool(back.outlet or metadata.first_published) and front.title is not None
    voices = attribute(page, labels, authors, range(front.begins, back.ends), repost, source)
    page.units = [unit for unit in page.units if unit.spans]
    return assemble(page, metadata, voices, source)


def _names_in_head(page: Page) -> tuple[str, ...]:
    """Names that the head prints as bylines or, twice, on lines of their own."""
    lines = [unit.plain for unit in page.units[:20] if unit.words <= 30]
    names = [name for line in lines for name in byline_names(line)]
    names += [line for line in lines if lines.count(line) > 1 and is_name(line)]
    return tuple(dict.fromkeys(names))
