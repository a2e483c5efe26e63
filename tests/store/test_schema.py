"""What the store says it holds is what it can hold."""

from bot.store.database import Database
from bot.store.schema import TABLES, Keep
from bot.words import Words, languages


async def test_the_declared_tables_and_columns_are_the_real_ones(database: Database) -> None:
    real = {
        name: [column for (column,) in await database.read("SELECT name FROM pragma_table_info(?)", (name,))]
        for (name,) in await database.read(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
        )
    }
    assert {table.name: [column.name for column in table.columns] for table in TABLES} == real


def test_what_concerns_a_person_are_wishes_and_moderators_own_marks() -> None:
    marks = [f"{table.name}.{column.name}" for table in TABLES for column in table.columns if column.person]
    assert marks == ["consents.mark", "reviews.moderator", "trail.moderator"]
    assert all(column.holds for table in TABLES for column in table.columns)


def test_every_table_and_every_term_has_its_sentence() -> None:
    for language in languages():
        say = Words(language).say
        assert all(say(table.message_id) for table in TABLES)
        assert all(say(keep.message_id, days=30) for keep in Keep)
