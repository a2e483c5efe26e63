"""How many slash commands a second the whole bot answers on Discord, beside a bare echo bot in the same run.

    python -m benchmarks.discord_load [--rounds 5] [--seconds 1.0] [--starts 3] [--commands help "quote about=weapons"]

The bots run against local Discords (`../shared/localcord`), in short windows in turn and in changing order, so that
what else the machine does falls on all; shares are medians of windows that lay side by side. There are two echo bots: a
bare one, that Discord tells of servers only, and one that hears what this bot hears to count replies, its own answers
among it. Prints one table and how much of the machine others took meanwhile; says so and ends where the local Discord
is not there.
"""

import argparse
import asyncio
import gc
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).resolve().parents[1]
LOCALCORD = REPOSITORY.parent / "shared" / "localcord"
WINDOWS = (1, 8, 64)

ECHO = """
import os
import discord
from discord import app_commands

hears = bool(os.environ.get("ECHO_HEARS"))
told = discord.Intents(guilds=True, guild_messages=hears, guild_reactions=hears)
client = discord.Client(intents=told, max_messages=None)
tree = app_commands.CommandTree(client)

@tree.command(description="Echo")
async def echo(interaction: discord.Interaction, text: str):
    await interaction.response.send_message(text)

@client.event
async def setup_hook():
    await tree.sync()

client.run(os.environ["DISCORD_TOKEN"], log_handler=None)
"""


@dataclass
class Window:
    """What was measured in one window: milliseconds of each answer, seconds of wall and of processors.

    `cpu` is the bot's, `discord` that of the local Discord and of who asks, `others` that of everything else.
    """

    answers: list[float] = field(default_factory=list)
    failed: int = 0
    wall: float = 0.0
    cpu: float = 0.0
    discord: float = 0.0
    others: float = 0.0

    @property
    def rate(self) -> float:
        return len(self.answers) / self.wall


# Discord lets a bot identify itself once in five seconds.
BETWEEN_IDENTIFIES = 6.0


@dataclass
class Contestant:
    """A bot that is measured, and its windows by how many people ask at once."""

    name: str
    command: str
    options: dict[str, Any]
    dc: Any
    bot: Any
    ready: list[float] = field(default_factory=list)
    starting: list[float] = field(default_factory=list)
    windows: dict[int, list[Window]] = field(default_factory=lambda: {many: [] for many in WINDOWS})


async def main(arguments: Sequence[str] | None = None) -> None:
    chosen = parsed(arguments)
    if not LOCALCORD.is_dir():
        print("Not measured: the local Discord (../shared/localcord) is not beside this repository.")
        return
    sys.path.insert(0, str(LOCALCORD))
    from localcord import Localcord

    with tempfile.TemporaryDirectory() as folder:
        async with Localcord() as one, Localcord() as two, Localcord() as other:
            bare, hearing = echo(one, Path(folder)), echo(two, Path(folder), hears=True)
            full = house(other, Path(folder), chosen.commands[0])
            others = [asking_for(full, command) for command in chosen.commands[1:]]
            bots = bare, hearing, full
            try:
                await start_in_turn(bots, chosen.starts)
                # One process answers all the commands that are measured.
                await measure_in_turn((*bots, *others), chosen.rounds, chosen.seconds)
                rss = {one.name: one.bot.rss_mb() for one in bots}
            finally:
                for contestant in bots:
                    await contestant.bot.stop()
    print(table((bare, hearing), (full, *others), rss))


def parsed(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=1.0)
    parser.add_argument("--starts", type=int, default=3)
    parser.add_argument("--commands", nargs="+", default=["help", "sources", "random", "quote about=ceasefire"])
    return parser.parse_args(arguments)


def compiled(folder: Path) -> dict[str, str]:
    """Let Python keep what it compiles, as any installation does, whatever this shell says: for both bots."""
    return {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(folder / "compiled")}


def echo(dc: Any, folder: Path, *, hears: bool = False) -> Contestant:
    from localcord import BotProcess

    environment = compiled(folder) | {"ECHO_HEARS": "1" if hears else ""}
    bot = BotProcess(dc, [sys.executable, "-c", ECHO], env=environment, block_net=False)
    return Contestant("echo bot that hears" if hears else "echo bot", "echo", {"text": "ceasefire"}, dc, bot)


def house(dc: Any, folder: Path, command: str) -> Contestant:
    from localcord import BotProcess

    environment = compiled(folder) | {
        "COMMONPLACE_DATA": str(folder),
        "COMMONPLACE_LOG__LEVEL": "warning",
        "COMMONPLACE_TEXTS__WORDS_PER_DAY": "",
    }
    bot = BotProcess(dc, [sys.executable, "-m", "bot", "run"], env=environment, cwd=str(REPOSITORY), block_net=False)
    return Contestant("Commonplace", *understood(command), dc, bot)


def asking_for(full: Contestant, command: str) -> Contestant:
    """The same bot, asked for something else."""
    return Contestant(full.name, *understood(command), full.dc, full.bot, full.ready, full.starting)


def understood(command: str) -> tuple[str, dict[str, Any]]:
    """Read `quote about=ceasefire` as a command and its options."""
    name, *given = command.split()
    options = dict(part.split("=", 1) for part in given)
    return name, {key: int(value) if value.isdecimal() else value for key, value in options.items()}


async def start_in_turn(contestants: Sequence[Contestant], starts: int) -> None:
    """Start each bot a few times, the first of them unmeasured: it reads the texts and fills the file cache.

    Each has the machine for itself: another that has just started still loads what it needs later.
    """
    began = dict.fromkeys((contestant.name for contestant in contestants), -BETWEEN_IDENTIFIES)
    for number in range(starts + 1):
        for contestant in contestants:
            if number:
                await contestant.bot.stop()
            await asyncio.sleep(began[contestant.name] + BETWEEN_IDENTIFIES - time.monotonic())
            began[contestant.name] = time.monotonic()
            await contestant.bot.start(ready_timeout=60, wait_sync=number == 0)
            if number:
                contestant.ready.append(contestant.bot.ready_ms)
                contestant.starting.append(contestant.bot.cpu_s() * 1000)
            await calm(contestant)


async def calm(contestant: Contestant) -> None:
    """Wait until a bot has nothing to do any more."""
    spent = -1.0
    while contestant.bot.cpu_s() > spent:
        spent = contestant.bot.cpu_s()
        await asyncio.sleep(0.5)


async def measure_in_turn(contestants: Sequence[Contestant], rounds: int, seconds: float) -> None:
    for contestant in contestants:
        contestant.dc.log.enabled = False
        contestant.dc.user("alice")
        await window(contestant, 8, 0.5)
    for number in range(rounds):
        for many in WINDOWS:
            for contestant in contestants[:: -1 if number % 2 else 1]:
                with undisturbed():
                    contestant.windows[many].append(await window(contestant, many, seconds))


async def window(contestant: Contestant, many: int, seconds: float) -> Window:
    """Let `many` people ask one after the other for so many seconds."""
    dc, found = contestant.dc, Window()
    for messages in dc.world.messages.values():
        messages.clear()
    end = time.monotonic() + seconds
    cpu, began = contestant.bot.cpu_s(), time.monotonic()
    machine, own = _busy(), time.process_time()

    async def asking() -> None:
        while time.monotonic() < end:
            result = await dc.slash(contestant.command, contestant.options, "alice")
            if result.error is None and result.latency_ms is not None:
                found.answers.append(result.latency_ms)
            else:
                found.failed += 1

    await asyncio.gather(*(asking() for _ in range(many)))
    found.wall = time.monotonic() - began
    # What the bot still does after its last answer belongs to the window too.
    await asyncio.sleep(0.05)
    found.cpu = contestant.bot.cpu_s() - cpu
    found.discord = time.process_time() - own
    found.others = max(_busy() - machine - found.cpu - found.discord, 0.0)
    return found


@contextmanager
def undisturbed() -> Iterator[None]:
    """Put off the search for garbage in this process: it would stop the local Discord, not a bot, in the middle.

    The local Discord keeps every message of a window, so that search grows with what a bot writes. Both bots search
    through their own garbage as ever.
    """
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _busy() -> float:
    """Give the seconds that all processors together have been at work; 0 where the system doesn't tell."""
    told = Path("/proc/stat")
    if not told.is_file():
        return 0.0
    user, nice, system, _, _, *rest = map(int, told.read_text().splitlines()[0].split()[1:])
    return (user + nice + system + sum(rest[:2])) / os.sysconf("SC_CLK_TCK")


def table(echoes: Sequence[Contestant], others: Sequence[Contestant], rss: dict[str, float]) -> str:
    contestants = (*echoes, *others)
    lines = [
        "| bot | command | at once | per second | p50 ms | p95 ms | p99 ms | CPU ms | Discord's CPU ms | failed "
        "| READY ms | its CPU ms | RSS MB |",
        "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for contestant in contestants:
        ready, starting = statistics.median(contestant.ready), statistics.median(contestant.starting)
        for many, windows in contestant.windows.items():
            answers = sorted(ms for one in windows for ms in one.answers)
            times = " | ".join(f"{percentile(answers, share):.1f}" for share in (0.5, 0.95, 0.99))
            failed = sum(one.failed for one in windows)
            lines.append(
                f"| {contestant.name} | {contestant.command} | {many} | {per_second(windows):.0f} | {times} "
                f"| {each(windows, 'cpu'):.2f} | {each(windows, 'discord'):.2f} | {failed} "
                f"| {ready:.0f} | {starting:.0f} | {rss[contestant.name]:.0f} |"
            )
    return "\n".join([*lines, "", *compared(echoes, others), busy(contestants)])


def each(windows: Sequence[Window], what: str) -> float:
    """Give the milliseconds of a processor that a command took; the median of the windows."""
    return statistics.median(getattr(one, what) / max(len(one.answers), 1) for one in windows) * 1000


def busy(contestants: Sequence[Contestant]) -> str:
    """Tell how much of the machine others took while it was measured."""
    windows = [one for contestant in contestants for found in contestant.windows.values() for one in found]
    shares = sorted(one.others / one.wall / (os.cpu_count() or 1) for one in windows)
    middle, most = percentile(shares, 0.5), shares[-1]
    quiet = "quiet" if most < 0.1 else "busy: only the shares and CPU ms count"
    took = f"{middle:.0%} of its {os.cpu_count()} processors in the middle of the windows, {most:.0%} at most"
    return f"- The machine was {quiet}. Others took {took}"


def per_second(windows: Sequence[Window]) -> float:
    """Give the median of the windows, which an interruption of one of them doesn't change."""
    return statistics.median(one.rate for one in windows)


def percentile(values: Sequence[float], share: float) -> float:
    return values[min(len(values) - 1, int(len(values) * share))]


def compared(echoes: Sequence[Contestant], others: Sequence[Contestant]) -> list[str]:
    """Compare with what is asked for: 60 % of the echo bot's throughput, READY within 1.6 times its time."""
    bare = echoes[0]
    lines = []
    for full in others:
        told = (f"{shares(full, echo)} of the {echo.name}" for echo in echoes)
        lines.append(f"- throughput of {full.command}: {'; '.join(told)}")
    told = (f"{in_turn(others, echo)} of the {echo.name}" for echo in echoes)
    lines.append(f"- throughput of one of each after the other: {'; '.join(told)}")
    pairs = list(zip(others[0].ready, bare.ready, strict=True))
    cpu = statistics.median(others[0].starting) / statistics.median(bare.starting)
    ready = statistics.median(full / echo for full, echo in pairs)
    return [*lines, f"- READY: {ready:.2f} times the echo bot's (its processor's time: {cpu:.2f} times)"]


def shares(full: Contestant, echo: Contestant) -> str:
    return ", ".join(f"{share(full.windows[many], echo.windows[many]):.0%} at {many}" for many in WINDOWS)


def in_turn(others: Sequence[Contestant], echo: Contestant) -> str:
    """Compare what is answered when each command comes as often as the others: times add up, not rates."""
    mixed = {
        many: statistics.harmonic_mean([share(full.windows[many], echo.windows[many]) for full in others])
        for many in WINDOWS
    }
    return ", ".join(f"{part:.0%} at {many}" for many, part in mixed.items())


def share(full: Sequence[Window], bare: Sequence[Window]) -> float:
    """Compare windows that lay side by side; the median of what each pair says."""
    return statistics.median(one.rate / other.rate for one, other in zip(full, bare, strict=True))


if __name__ == "__main__":
    asyncio.run(main())
