"""What is erased is erased from every table, from the file and from the log beside it; and nothing else is."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.store import auditing
from bot.store.auditing import ELSEWHERE, HERE, MARK, OTHER_MARK, audit, cells, fill, written
from bot.store.database import Database
from bot.store.erasure import Erasure, belongings
from bot.store.schema import TABLES

PEOPLE = {(table.name, column.name) for table in TABLES for column in table.columns if column.person}


@pytest.fixture
async def filled(tmp_path: Path) -> AsyncIterator[Database]:
    """A database with a row of one person and community in each table, and one of another's."""
    made = tmp_path / "real.db"
    async with await Database.open(made) as database:
        statements = await database.look(auditing._statements)
    auditing.make(tmp_path / "store.db", statements)
    async with await Database.open(tmp_path / "store.db") as database:
        fill(database.file, 101, MARK, HERE)
        fill(database.file, 102, OTHER_MARK, ELSEWHERE)
        yield database


async def test_a_person_is_erased_from_the_declared_columns_and_from_nowhere_else(filled: Database) -> None:
    before = {cell[:2] + cell[3:] for cell in cells(filled.file)}
    assert {cell[:2] for cell in before if cell[2] == MARK} == PEOPLE
    assert await Erasure(filled).person(MARK) == {table: 1 for table, _ in PEOPLE}
    held = written(filled.file)  # while it is open: neither in freed pages nor in the log
    assert MARK.encode() not in held
    assert held.count(OTHER_MARK.encode()) >= len(PEOPLE)
    after = {cell[:2] + cell[3:] for cell in cells(filled.file)}
    assert {cell[:2] for cell in before - after} == PEOPLE | {("consents", "said")}  # nothing without who said it
    assert {cell[:2] for cell in after - before} == {("reviews", "moderator"), ("trail", "moderator")}
    assert all(cell[2] is None for cell in after - before)
    assert await Erasure(filled).person(MARK) == {table: 0 for table, _ in PEOPLE}


async def test_everything_of_a_community_is_erased_and_nothing_of_another(filled: Database) -> None:
    tables = {belonging.table for belonging in await filled.look(belongings)}
    before = [cell for cell in cells(filled.file) if cell[0] in tables and cell[2] == 0 and isinstance(cell[3], str)]
    assert await Erasure(filled).community(HERE) == len(tables)
    held = written(filled.file)
    assert HERE.encode() not in held
    assert ELSEWHERE.encode() in held
    assert not [cell for cell in before if cell[3] != MARK and str(cell[3]).encode() in held]
    rows = {name: {cell[2] for cell in cells(filled.file) if cell[0] == name} for name in (t.name for t in TABLES)}
    assert {name for name, numbers in rows.items() if numbers == {0}} == tables
    assert {name for name, numbers in rows.items() if numbers == {0, 1}} == {t.name for t in TABLES} - tables
    assert await Erasure(filled).community(HERE) == 0


async def test_which_tables_belong_to_communities(database: Database) -> None:
    found = {belonging.table for belonging in await database.look(belongings)}
    of_texts = {"sources", "authors", "editions", "documents", "speakers", "passages", "statements", "redirects"}
    of_texts |= {"withdrawn", "corrections"}  # what the texts themselves said, and whether they are quoted
    everywhere = {"counters", "consents", "matrix_checkpoints", "matrix_invites"}  # a wish holds everywhere
    assert {table.name for table in TABLES} - found == {*of_texts, *everywhere}


async def test_a_large_community_goes_in_steps(database: Database) -> None:
    rows = [(HERE, f"2026-01-01-{n}", f"p{n}", 3) for n in range(2_500)] + [(ELSEWHERE, "2026-01-01", "p", 3)]
    await database.write(lambda c: c.executemany("INSERT INTO participants VALUES (?, ?, ?, ?)", rows).rowcount)
    assert await Erasure(database).community(HERE) == 2_500
    assert await database.read("SELECT community FROM participants") == [(ELSEWHERE,)]


async def test_the_audit_finds_all_well_with_the_real_schema(database: Database) -> None:
    found = await audit(database.file)
    assert [finding.part for finding in found] == ["declared", "marks", "persons", "traces", "communities"]
    assert all(finding.good and not finding.wrong for finding in found)


@pytest.mark.parametrize(
    ("change", "part", "wrong"),
    [
        ("CREATE TABLE readers (person TEXT PRIMARY KEY)", "declared", "readers.person"),
        ("INSERT INTO trail VALUES (1, 'c', '2026-01-01T00', 'ada', 'set', NULL, NULL)", "marks", "trail.moderator"),
        (f"INSERT INTO trail VALUES (1, 'c', '2026-01-01T00', '{MARK}', 'set', '{MARK}', '')", "marks", "trail.target"),
    ],
)
async def test_the_audit_finds_what_is_wrong(database: Database, change: str, part: str, wrong: str) -> None:
    await database.write(lambda connection: connection.execute(change).rowcount)
    assert [(finding.part, finding.wrong) for finding in await audit(database.file) if not finding.good] == [
        (part, (wrong,))
    ]


async def test_the_audit_finds_an_erasure_that_forgets(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    async def forgetful(self: Erasure, whose: str) -> dict[str, int]:
        return {table: 0 for table, _ in PEOPLE}

    monkeypatch.setattr(Erasure, "person", forgetful)
    monkeypatch.setattr(Erasure, "community", forgetful)
    assert [f.part for f in await audit(database.file) if not f.good] == ["persons", "traces", "communities"]
