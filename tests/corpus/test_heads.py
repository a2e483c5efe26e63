"""What heads of pages say of a text, in the forms and languages of `head_texts` and `head_texts_abroad`."""

from typing import Any

import head_texts
import head_texts_abroad
import pytest
from head_bodies import BODIES
from structure_score import exported

HEADS = head_texts.HEADS | head_texts_abroad.HEADS


def head_of(name: str) -> dict[str, Any]:
    language, head, *_ = HEADS[name]
    foot = "\n\n© 2022 Quayside. All rights reserved.\n" if name.startswith("masthead told") else "\n"
    return exported(head + BODIES[language] + foot)


@pytest.mark.parametrize("name", HEADS, ids=str)
def test_a_head_says_what_it_prints(name: str) -> None:
    _, _, title, subtitle, authors, published = HEADS[name]
    found = head_of(name)["metadata"]
    assert (found["title"], found["subtitle"], found["authors"], found["published"]) == (
        title,
        subtitle,
        authors,
        published,
    )


@pytest.mark.parametrize("name", HEADS, ids=str)
def test_the_text_begins_where_it_begins(name: str) -> None:
    body = BODIES[HEADS[name][0]].split("\n\n")
    found = head_of(name)["paragraphs"]
    shown = [paragraph["plain"] for paragraph in found if paragraph["kind"] in ("paragraph", "heading", "list_item")]
    assert shown == body
