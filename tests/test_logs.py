"""What is written to standard error: no secret, no message of an error, nothing of a library's chatter."""

import json
import logging

import pytest

from bot import logs
from bot.config import Log


def test_secrets_are_masked_in_ours_and_the_libraries_lines(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure(Log(format="json"), ("canary-token",))
    logs.get_logger("bot.x").warning("with canary-token", header="Bot canary-token")
    logging.getLogger("discord.http").error("refused %s", "canary-token")
    lines = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    assert len(lines) == 2
    assert "canary" not in str(lines)


@pytest.mark.parametrize("form", ["json", "console"])
def test_an_error_is_told_by_type_and_place_but_not_by_its_message(
    form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    logs.configure(Log(format=form))
    try:
        raise ValueError("canary: what somebody wrote")
    except ValueError:
        logs.get_logger("bot.x").exception("failed")
        logging.getLogger("discord").exception("Ignoring exception")
    written = capsys.readouterr().err
    assert "canary" not in written
    assert written.count("ValueError") == 2
    assert "test_an_error_is_told" in written


def test_the_libraries_are_quiet_below_warnings(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure(Log(level="debug"))
    logging.getLogger("discord.gateway").debug("payload")
    logging.getLogger("discord.gateway").info("payload")
    assert capsys.readouterr().err == ""


def test_the_level_holds(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure(Log(level="warning"))
    logs.get_logger("bot.x").info("hidden")
    logs.get_logger("bot.x").warning("shown")
    written = capsys.readouterr().err
    assert "shown" in written
    assert "hidden" not in written
