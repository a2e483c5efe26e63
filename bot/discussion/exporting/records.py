"""One line of an export."""

from dataclasses import dataclass

from bot.discussion.hiding import high, low
from bot.discussion.numbers import Ranked
from bot.store.reviews import Review


@dataclass(frozen=True, slots=True)
class Record:
    """A passage as it is exported: what was counted of it, and what moderators noted."""

    ranked: Ranked
    review: Review | None

    @property
    def values(self) -> dict[str, str | int | None]:
        """The record as plain values, in the order of the columns. Who reviewed it is left out.

        Something was discussed from `discussed_from` to `discussed_to` times: it is not told more exactly.
        """
        ranked, review = self.ranked, self.review
        return {
            "passage": ranked.passage,
            "source": ranked.source.id,
            "title": ranked.source.title,
            "number": ranked.number,
            "of": ranked.of or None,
            "headings": " › ".join(ranked.headings),
            "discussed_from": low(ranked.count),
            "discussed_to": high(ranked.count),
            "status": review.status.value if review else "open",
            "note": (review.note or "") if review else "",
            "reviewed": f"{review.hour}:00Z" if review else "",
        }
