"""What `summary` says where nothing is about a question: that it is so, and what comes nearest for what it is."""

from pathlib import Path

from bot.app import open_app
from bot.config import Config, Texts
from bot.model import Community, Quote, Reply, Request, Text

WELLS = """# On wells

By Ada Byron

The well in the yard was dug long before the mill, and nobody knows by whom.

The miller paid for a new rope, two buckets and a lid of oak in the spring.
"""


HEARING = """# Hearing on the well

**Mara Lind:** The well in the yard belongs to those who dug it.

**Tom Reed:** Water under a town belongs to everybody in the town.

**Ida Moss:** Whoever owns it, the rope and the lid must be paid for.

**Mara Lind:** We paid for the rope and the lid for ninety years.

**Tom Reed:** A lid of oak doesn't make an owner of the carpenter.

**Ida Moss:** A carpenter must be paid before the winter all the same.
"""


async def answered(
    tmp_path: Path, about: str | None, cap: int = 150, text: str = WELLS, words: int = 120
) -> tuple[str, list[str]]:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "wells.md").write_text(text, encoding="utf-8")
    asked: dict[str, str | int] = {"words": words} if about is None else {"words": words, "about": about}
    config = Config(data=str(tmp_path / "data"), texts=Texts(shipped=False, folder=str(folder), words_per_answer=cap))
    async with open_app(config) as app:
        reply: Reply = await app.dispatch.ask(Request("summary", asked, community=Community("t:1", "t:2")))
    said = "\n".join(block.text for block in reply.blocks if isinstance(block, Text))
    return said, [block.text for block in reply.blocks if isinstance(block, Quote)]


async def test_what_comes_nearest_is_quoted_as_no_more_than_that(tmp_path: Path) -> None:
    said, quotes = await answered(tmp_path, "the mill, herring quotas and tariffs of the kingdom")
    assert "fits “the mill, herring quotas and tariffs of the kingdom”" in said
    assert "What comes nearest" in said
    assert ["long before the mill" in quote for quote in quotes] == [True]


async def test_where_nothing_comes_near_the_texts_subjects_are_told(tmp_path: Path) -> None:
    said, quotes = await answered(tmp_path, "herring quotas and tariffs")
    assert "What comes nearest" not in said
    assert quotes == []


async def test_who_is_asked_for_is_told_to_stand_nowhere_and_hides_no_answer(tmp_path: Path) -> None:
    said, quotes = await answered(tmp_path, "Why did the harbour engineer object to the oak lid?")
    assert "What comes nearest" not in said
    assert "stand in no text" in said
    assert ["a lid of oak" in quote for quote in quotes] == [True]


async def test_a_summary_that_rights_make_short_counts_what_it_quotes_and_says_why(tmp_path: Path) -> None:
    said, quotes = await answered(tmp_path, "the mill and the well", cap=20)
    assert len(quotes) == 1
    assert f"in {len(quotes[0].split())} quoted words" in said
    assert said.count("may be quoted for 20 words in one answer") == 1


async def test_rights_that_let_no_sentence_be_quoted_are_told(tmp_path: Path) -> None:
    said, quotes = await answered(tmp_path, "the mill and the well", cap=3)
    assert said.count("may be quoted for 3 words in one answer") == 1
    assert (said.count("\n"), quotes) == (0, [])


ASKED = """# What the garden needs

By Ada Byron

The garden asks the council for three things this spring:

- a second tap
- bins with lids
- a bench in the shade
"""


async def test_what_leads_to_a_list_is_quoted_with_the_whole_of_it(tmp_path: Path) -> None:
    _, quotes = await answered(tmp_path, "the garden", text=ASKED)
    assert quotes == [
        "The garden asks the council for three things this spring: a second tap bins with lids a bench in the shade"
    ]


async def test_where_no_sentence_is_so_short_the_texts_are_not_told_to_be_silent(tmp_path: Path) -> None:
    said, quotes = await answered(tmp_path, "the garden", text=ASKED, words=20)
    assert "The texts speak of “the garden”, but no sentence there" in said
    assert (said.count("\n"), quotes) == (0, [])


async def test_of_a_talk_it_is_said_how_many_of_its_speakers_are_quoted(tmp_path: Path) -> None:
    said, quotes = await answered(tmp_path, None, text=HEARING, words=24)
    assert "Not every main speaker had room: Hearing on the well (2 of 3)." in said
    assert len(quotes) == 2


async def test_of_a_talk_in_which_all_are_quoted_nothing_is_said(tmp_path: Path) -> None:
    said, quotes = await answered(tmp_path, None, text=HEARING, words=40)
    assert "main speaker" not in said
    assert len(quotes) == 3
