"""Ids of passages over re-imports: what must be kept, what must be redirected, what must never be guessed."""

import random
from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.corpus.identity import Assignment, ChangeKind, assign
from bot.corpus.parts import Draft
from bot.model import Document, Role, Span, Speaker

AUTHOR = Speaker("Ada Writer", Role.AUTHOR)
VOCABULARY = [f"{a}{b}{c}" for a in ("bak", "dor", "fel", "gim", "hun") for b in "aeiou" for c in ("n", "st", "x")]


def words(seed: int, count: int = 40) -> str:
    return " ".join(random.Random(seed).choices(VOCABULARY, k=count))


def edition(paragraphs: Sequence[str]) -> tuple[Document, list[Draft]]:
    drafts: list[Draft] = []
    at = 0
    for paragraph in paragraphs:
        span = Span(at, at + len(paragraph))
        drafts.append(Draft((span,), ((span,),), AUTHOR))
        at += len(paragraph) + 2
    return Document.of("garden", "\n\n".join(paragraphs)), drafts


def first(paragraphs: Sequence[str]) -> tuple[Document, Assignment]:
    document, drafts = edition(paragraphs)
    return document, assign(document, drafts)


def again(before: tuple[Document, Assignment], paragraphs: Sequence[str]) -> Assignment:
    document, drafts = edition(paragraphs)
    return assign(document, drafts, (before[0], before[1].passages))


def fates(found: Assignment) -> dict[str, ChangeKind]:
    return {change.passage: change.kind for change in found.changes}


def counted(found: Assignment) -> Counter[ChangeKind]:
    return Counter(change.kind for change in found.changes)


TEXT = [words(seed) for seed in range(8)]


def test_a_first_edition_adds_all_its_passages_under_the_source_and_a_hash() -> None:
    document, found = first(TEXT)
    assert [passage.number for passage in found.passages] == list(range(1, 9))
    assert all(passage.id.startswith("garden.") and len(passage.id) == 14 for passage in found.passages)
    assert all(passage.edition == document.edition for passage in found.passages)
    assert counted(found) == {ChangeKind.ADDED: 8}


def test_unchanged_words_keep_their_ids_whatever_becomes_of_case_spaces_and_marks() -> None:
    before = first(TEXT)
    found = again(before, [f"*{text.upper().replace(' ', '  ')}*." for text in TEXT])
    assert [p.id for p in found.passages] == [p.id for p in before[1].passages]
    assert counted(found) == {ChangeKind.KEPT: 8}


def test_an_edited_passage_keeps_its_id() -> None:
    before = first(TEXT)
    edited = TEXT[3].split()
    edited[5:8] = ["altogether", "different"]
    found = again(before, [*TEXT[:3], " ".join(edited), *TEXT[4:]])
    assert found.passages[3].id == before[1].passages[3].id
    assert fates(found)[found.passages[3].id] == ChangeKind.EDITED


def test_a_passage_that_moved_keeps_its_id() -> None:
    before = first(TEXT)
    found = again(before, [TEXT[6], *TEXT[:6], TEXT[7]])
    assert found.passages[0].id == before[1].passages[6].id
    assert counted(found) == {ChangeKind.KEPT: 7, ChangeKind.MOVED: 1}


def test_a_split_passage_redirects_to_its_parts() -> None:
    before = first(TEXT)
    parts = TEXT[2].split()
    found = again(before, [*TEXT[:2], " ".join(parts[:22]), " ".join(parts[22:]), *TEXT[3:]])
    change = next(c for c in found.changes if c.kind == ChangeKind.SPLIT)
    assert change.passage == before[1].passages[2].id
    assert change.successors == (found.passages[2].id, found.passages[3].id)
    assert change.passage not in {passage.id for passage in found.passages}


def test_a_split_into_a_large_and_a_small_part_is_a_split_too() -> None:
    before = first(TEXT)
    parts = TEXT[2].split()
    found = again(before, [*TEXT[:2], " ".join(parts[:34]), " ".join(parts[34:]), *TEXT[3:]])
    assert fates(found)[before[1].passages[2].id] == ChangeKind.SPLIT


def test_merged_passages_redirect_to_the_whole() -> None:
    before = first(TEXT)
    found = again(before, [TEXT[0], f"{TEXT[1]} {TEXT[2]}", *TEXT[3:]])
    merged = [c for c in found.changes if c.kind == ChangeKind.MERGED]
    assert [c.passage for c in merged] == [p.id for p in before[1].passages[1:3]]
    assert all(c.successors == (found.passages[1].id,) for c in merged)


def test_a_passage_that_is_gone_has_vanished_and_a_new_one_is_added() -> None:
    before = first(TEXT)
    found = again(before, [*TEXT[:4], words(99), *TEXT[5:]])
    assert fates(found)[before[1].passages[4].id] == ChangeKind.VANISHED
    assert fates(found)[found.passages[4].id] == ChangeKind.ADDED


def test_formulaic_passages_are_never_carried_over_by_guess() -> None:
    form = "On {day} the reading room is open from nine to five and the lamps are lit at four in the hall"
    before = first([TEXT[0], form.format(day="Monday"), form.format(day="Tuesday"), TEXT[1]])
    found = again(before, [TEXT[0], form.format(day="Monday"), form.format(day="Friday"), TEXT[1]])
    change = next(c for c in found.changes if c.passage == before[1].passages[2].id)
    assert change.kind == ChangeKind.ORPHAN
    assert found.passages[2].id in change.successors
    assert found.passages[2].id not in {p.id for p in before[1].passages}


def test_half_a_likeness_is_for_a_moderator() -> None:
    before = first(TEXT)
    half = " ".join([*TEXT[3].split()[:18], *words(77, 22).split()])
    found = again(before, [*TEXT[:3], half, *TEXT[4:]])
    assert fates(found)[before[1].passages[3].id] == ChangeKind.ORPHAN


def test_a_far_moved_and_edited_passage_needs_to_be_very_like() -> None:
    before = first(TEXT)
    changed = TEXT[0].split()
    changed[3:14] = words(55, 11).split()
    found = again(before, [*TEXT[1:], " ".join(changed)])
    assert fates(found)[before[1].passages[0].id] == ChangeKind.ORPHAN


def test_equal_passages_have_ids_of_their_own_and_follow_their_neighbours() -> None:
    refrain = "and so the garden grew"
    before = first([TEXT[0], refrain, TEXT[1], refrain, TEXT[2]])
    ids = [p.id for p in before[1].passages]
    assert len(set(ids)) == 5
    assert ids[3] == f"{ids[1]}-2"
    found = again(before, [TEXT[1], refrain, TEXT[2]])
    assert [p.id for p in found.passages] == ids[2:]
    gone = next(c for c in found.changes if c.passage == ids[1])
    assert gone.kind == ChangeKind.MERGED
    assert gone.successors == (ids[3],)


def test_words_that_come_back_get_no_id_that_other_words_hold() -> None:
    before = first(TEXT[:3])
    edited = " ".join([*TEXT[1].split()[:-4], "quite", "another", "end"])
    second = again(before, [TEXT[0], edited, TEXT[2]])
    document, _ = edition([TEXT[0], edited, TEXT[2]])
    third = again((document, second), [TEXT[0], edited, TEXT[2], TEXT[1]])
    assert len({p.id for p in third.passages}) == 4
    assert third.passages[1].id == second.passages[1].id


@st.composite
def revisions(draw: st.DrawFn) -> tuple[list[str], list[str]]:
    old = [words(draw(st.integers(0, 400)), draw(st.integers(1, 30))) for _ in range(draw(st.integers(0, 8)))]
    new = list(old)
    for _ in range(draw(st.integers(0, 5))):
        at = draw(st.integers(0, max(0, len(new) - 1)))
        deed = draw(st.sampled_from(["drop", "add", "move", "edit", "split", "merge", "double"]))
        if deed == "add" or not new:
            new.insert(at, words(draw(st.integers(401, 800)), draw(st.integers(1, 30))))
        elif deed == "drop":
            del new[at]
        elif deed == "move":
            new.insert(draw(st.integers(0, len(new) - 1)), new.pop(at))
        elif deed == "double":
            new.insert(at, new[at])
        elif deed == "edit":
            new[at] = " ".join(["changed", *new[at].split()[1:]])
        elif deed == "split" and len(new[at].split()) > 1:
            cut = draw(st.integers(1, len(new[at].split()) - 1))
            new[at : at + 1] = [" ".join(new[at].split()[:cut]), " ".join(new[at].split()[cut:])]
        elif deed == "merge" and at + 1 < len(new):
            new[at : at + 2] = [f"{new[at]} {new[at + 1]}"]
    return old, new


@given(revisions())
@settings(max_examples=100, deadline=None)
def test_whatever_is_revised_the_rules_hold(revision: tuple[list[str], list[str]]) -> None:
    old, new = revision
    before = first(old)
    found = again(before, new)
    ids = [p.id for p in found.passages]
    old_ids = [p.id for p in before[1].passages]
    assert len(set(ids)) == len(ids) == len(new)
    # Every old passage has exactly one fate, in order; every new id is either carried over or added.
    assert [c.passage for c in found.changes[: len(old)]] == old_ids
    assert {c.passage for c in found.changes[len(old) :]} == set(ids) - set(old_ids)
    for change in found.changes[: len(old)]:
        stays = change.kind in (ChangeKind.KEPT, ChangeKind.EDITED, ChangeKind.MOVED)
        assert (change.passage in ids) == stays
        assert set(change.successors) <= set(ids)
    # Words that stand in both editions never lose an id, as long as there are as many of them.
    by_id = dict(zip(old_ids, old, strict=True))
    for passage_id, text in zip(ids, new, strict=True):
        if passage_id in by_id and by_id[passage_id] != text:
            assert fates(found)[passage_id] == ChangeKind.EDITED
    # The same edition once more changes nothing.
    document, _ = edition(new)
    same = again((document, found), new)
    assert [p.id for p in same.passages] == ids
    assert set(fates(same).values()) <= {ChangeKind.KEPT}


def test_two_thousand_passages_of_which_half_were_edited_are_aligned() -> None:
    text = [words(seed, 60) for seed in range(2_000)]
    before = first(text)
    new = [" ".join([*t.split()[:20], "inserted", *t.split()[22:]]) if n % 2 else t for n, t in enumerate(text)]
    found = again(before, new)
    assert counted(found) == {ChangeKind.KEPT: 1_000, ChangeKind.EDITED: 1_000}


@pytest.mark.parametrize("new", [[], ["one"], ["…", "—"]])
def test_empty_and_tiny_editions(new: list[str]) -> None:
    assert len(again(first([]), new).passages) == len(new)
    assert len(again(first(new), TEXT).passages) == len(TEXT)
    assert len(again(first(TEXT), new).passages) == len(new)
