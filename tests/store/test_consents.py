"""Who opted out is recognised, and can't be read out of the database."""

from pathlib import Path

import pytest

from bot.errors import ConsentKeyLost
from bot.store.consents import KEY_FILE, Consents
from bot.store.database import Database

ADA, BEN = "discord:175928847299117063", "discord:80351110224678912"


async def test_everybody_is_heard_until_they_say_no(database: Database) -> None:
    consents = await Consents.open(database)
    assert consents.may_hear(ADA)
    assert not database.file.with_name(KEY_FILE).exists()
    await consents.opt_out(ADA)
    assert not consents.may_hear(ADA)
    assert consents.may_hear(BEN)
    again = await Consents.open(database)
    assert not again.may_hear(ADA)
    assert again.may_hear(BEN)


async def test_a_wish_is_erased_where_it_was_said(database: Database) -> None:
    consents = await Consents.open(database)
    await consents.opt_out(ADA)
    await consents.opt_out(ADA, "111")
    await consents.opt_out(ADA, "111")
    await consents.opt_in(ADA, "111")
    assert not consents.may_hear(ADA)
    await consents.opt_out(ADA, "222")
    await consents.opt_in(ADA)
    assert consents.may_hear(ADA)
    assert await database.read("SELECT * FROM consents") == []
    await consents.opt_in(BEN)
    assert consents.may_hear(BEN)


async def test_where_somebody_said_it_is_known_of_them_alone(database: Database) -> None:
    consents = await Consents.open(database)
    assert consents.said(ADA) == frozenset()
    await consents.opt_out(ADA)
    await consents.opt_out(ADA, "111")
    assert consents.said(ADA) == {"command", "111"}
    assert consents.said(BEN) == frozenset()
    await consents.opt_in(ADA, "111")
    assert (await Consents.open(database)).said(ADA) == {"command"}


async def test_neither_the_id_nor_the_key_is_in_the_database(tmp_path: Path) -> None:
    file = tmp_path / "store.db"
    async with await Database.open(file) as database:
        await (await Consents.open(database)).opt_out(ADA)
        ((mark, said),) = await database.read("SELECT mark, said FROM consents")
    key = file.with_name(KEY_FILE)
    assert key.stat().st_mode & 0o777 == 0o600
    assert len(key.read_bytes()) == 32
    assert said == "command"
    held = file.read_bytes()
    assert mark.encode() in held
    assert key.read_bytes() not in held
    assert ADA.split(":")[1].encode() not in held


async def test_what_is_erased_is_gone_from_the_file(tmp_path: Path) -> None:
    file = tmp_path / "store.db"
    async with await Database.open(file) as database:
        consents = await Consents.open(database)
        await consents.opt_out(ADA)
        ((mark,),) = await database.read("SELECT mark FROM consents")
        await consents.opt_in(ADA)
    assert mark.encode() not in file.read_bytes()


@pytest.mark.parametrize("broken", [None, b"short"])
async def test_without_its_key_nobody_is_heard(database: Database, broken: bytes | None) -> None:
    await (await Consents.open(database)).opt_out(ADA)
    key = database.file.with_name(KEY_FILE)
    key.unlink() if broken is None else key.write_bytes(broken)
    consents = await Consents.open(database)
    assert not consents.reliable
    assert not consents.may_hear(ADA)
    assert not consents.may_hear(BEN)
    for change in (consents.opt_out, consents.opt_in):
        with pytest.raises(ConsentKeyLost):
            await change(BEN)


async def test_a_moderator_is_told_from_others_by_a_mark(database: Database) -> None:
    consents = await Consents.open(database)
    first = await consents.mark(ADA)
    assert first == await consents.mark(ADA)
    assert first != await consents.mark(BEN)
    assert await (await Consents.open(database)).mark(ADA) == first
    assert first is not None
    assert len(first) == 64
    assert await database.read("SELECT * FROM consents") == []
    assert consents.may_hear(ADA)


async def test_a_lost_key_is_not_replaced_while_marks_are_of_it(database: Database) -> None:
    mark = await (await Consents.open(database)).mark(ADA)
    await database.write(
        lambda connection: connection.execute("INSERT INTO trail VALUES (1, 'c', 'h', ?, 'set', '', '')", (mark,))
    )
    database.file.with_name(KEY_FILE).unlink()
    consents = await Consents.open(database)
    assert consents.may_hear(ADA)  # nobody opted out, so that nobody needs to be recognised
    assert await consents.mark(ADA) is None
    with pytest.raises(ConsentKeyLost):
        await consents.opt_out(ADA)
    assert not database.file.with_name(KEY_FILE).exists()


async def test_the_terminal_is_nobody(database: Database) -> None:
    await database.write(
        lambda connection: connection.execute("INSERT INTO trail VALUES (1, 'c', 'h', 'terminal', 'set', '', '')")
    )
    assert await (await Consents.open(database)).mark(ADA) is not None
