"""What can be typed after `commonplace`, and which function each subcommand runs."""

import argparse
import importlib
from collections.abc import Callable, Sequence
from pathlib import Path

from bot import __version__
from bot.cli.outcome import language


class Chosen(argparse.Namespace):
    """An understood command line: `run` is the subcommand's function, the rest are its options."""

    run: Callable[["Chosen"], int]
    config: Path | None
    texts: Path | None
    line: list[str]
    json: bool
    quick: bool
    reset: bool
    paths: list[Path]
    text: str
    file: Path


def understood(arguments: Sequence[str] | None) -> Chosen:
    """Parse the command line; what is not understood ends the process with exit code 2 and the usage."""
    return _parser().parse_args(arguments, namespace=Chosen())


def _run(module: str, function: str) -> Callable[[Chosen], int]:
    """Import the subcommand only when it is run."""

    def run(chosen: Chosen) -> int:
        """Run it with what was typed, and give the exit code."""
        found: Callable[[Chosen], int] = getattr(importlib.import_module(f"bot.cli.{module}"), function)
        return found(chosen)

    return run


def _parser() -> argparse.ArgumentParser:
    say = language().say
    parser = argparse.ArgumentParser("commonplace", description=say("cli-about"), epilog=say("cli-example"))
    parser.add_argument("--version", action="version", version=f"commonplace {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)

    _add(commands, "chat", "asking", "chat", texts=True)
    asked = _add(commands, "say", "asking", "say", texts=True)
    asked.add_argument("line", metavar="COMMAND", nargs="+", help=say("cli-say-line"))
    asked.add_argument("--json", action="store_true", help=say("cli-json"))
    _add(commands, "run", "running", "run", texts=True)
    checked = _add(commands, "check", "checking", "check")
    checked.add_argument("--quick", action="store_true", help=say("cli-check-quick"))
    _add_texts(commands.add_parser("texts", help=say("cli-texts"), description=say("cli-texts")))
    saved = _add(commands, "backup", "checking", "backup")
    saved.add_argument("file", metavar="FILE", type=Path, help=say("cli-backup-file"))
    restored = _add(commands, "restore", "restoring", "restore")
    restored.add_argument("file", metavar="FILE", type=Path, help=say("cli-restore-file"))
    privacy = commands.add_parser("privacy", help=say("cli-privacy"), description=say("cli-privacy"))
    of_privacy = privacy.add_subparsers(metavar="WHAT", required=True)
    _add(of_privacy, "audit", "privacy", "run_audit", name="privacy-audit")
    matrix = commands.add_parser("matrix", help=say("cli-matrix"), description=say("cli-matrix"))
    of_matrix = matrix.add_subparsers(metavar="WHAT", required=True)
    _add(of_matrix, "login", "matrix", "login", name="matrix-login")
    verified = _add(of_matrix, "verify", "matrix", "verify", name="matrix-verify")
    verified.add_argument("--reset", action="store_true", help=say("cli-matrix-verify-reset"))
    configuration = commands.add_parser("config", help=say("cli-config"), description=say("cli-config"))
    parts = configuration.add_subparsers(metavar="WHAT", required=True)
    _add(parts, "show", "configuring", "show", name="config-show")
    _add(parts, "schema", "configuring", "schema", name="config-schema")
    return parser


def _add_texts(parser: argparse.ArgumentParser) -> None:
    say = language().say
    parts = parser.add_subparsers(metavar="WHAT", required=True)
    imported = _add(parts, "import", "texts", "import_files", name="texts-import")
    imported.add_argument("paths", metavar="PATH", nargs="+", type=Path, help=say("cli-texts-import-path"))
    _add(parts, "list", "texts", "list_texts", name="texts-list")
    shown = _add(parts, "show", "showing", "show", name="texts-show")
    shown.add_argument("text", metavar="TEXT|FILE", help=say("cli-texts-show-text"))
    shown.add_argument("--json", action="store_true", help=say("cli-texts-show-json"))
    sketched = _add(parts, "fingerprint", "showing", "fingerprint", name="texts-fingerprint")
    sketched.add_argument("file", metavar="FILE", type=Path, help=say("cli-texts-fingerprint-file"))
    removed = _add(parts, "remove", "texts", "remove", name="texts-remove")
    removed.add_argument("text", metavar="TEXT", help=say("cli-texts-remove-text"))


def _add(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    command: str,
    module: str,
    function: str,
    *,
    name: str | None = None,
    texts: bool = False,
) -> argparse.ArgumentParser:
    say = language().say
    about = say(f"cli-{name or command}")
    parser = commands.add_parser(command, help=about, description=about)
    parser.add_argument("--config", metavar="FILE", type=Path, help=say("cli-config-option"))
    if texts:
        parser.add_argument("--texts", metavar="FOLDER", type=Path, help=say("cli-texts-option"))
    parser.set_defaults(run=_run(module, function), texts=None)
    return parser
