"""W3C Web Annotation selectors: how a passage is found again, in this edition by its place, in another by its words.

After the "Web Annotation Data Model" (W3C Recommendation, 2017), 4.2.4 and 4.2.5; the rule for finding a quotation
again is stricter than what is usual there: a place that fits only nearly is no place.
"""

from bot.model import Document, Passage, Selector, Span

# Code points of context on each side: enough to tell most repetitions apart, short enough to survive edits nearby.
CONTEXT = 32


def select(document: Document, passage: Passage) -> Selector:
    """Describe a passage by its words and its place.

    `exact` is the document's text from the start of the first span to the end of the last one. So it may hold markup or
    page furniture that the passage itself leaves out: its words are derived from its spans, never from here.
    """
    start, end = passage.spans[0].start, passage.spans[-1].end
    text = document.text
    return Selector(
        exact=text[start:end],
        prefix=text[max(0, start - CONTEXT) : start],
        suffix=text[end : end + CONTEXT],
        start=start,
        end=end,
        edition=document.edition,
    )


def anchor(document: Document, selector: Selector) -> Span | None:
    """Find a selector's place; None where it is gone, or where more than one place would do.

    On the selector's own edition its position counts, and its words must stand there. On any other edition the words
    must stand, between the same prefix and suffix, at exactly one place.
    """
    if not selector.exact:
        return None
    if document.edition == selector.edition:
        fits = document.text[selector.start : selector.end] == selector.exact
        return Span(selector.start, selector.end) if fits else None
    wanted = selector.prefix + selector.exact + selector.suffix
    first = document.text.find(wanted)
    if first < 0 or document.text.find(wanted, first + 1) >= 0:
        return None
    start = first + len(selector.prefix)
    return Span(start, start + len(selector.exact))


def to_json(selector: Selector) -> dict[str, object]:
    """Give a selector in the form of JSON-LD; the source is the edition that it was made on, by its hash."""
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "type": "SpecificResource",
        "source": f"urn:sha256:{selector.edition}",
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": selector.exact,
                "prefix": selector.prefix,
                "suffix": selector.suffix,
            },
            {"type": "TextPositionSelector", "start": selector.start, "end": selector.end},
        ],
    }
