"""What is handed to people who run the bot: the wheel, the image's recipe, the compose file, the unit."""

import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.config import load

ROOT = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent

# Run inside the unpacked wheel, where no checkout is near.
_LOOK_AROUND = """
import bot
from pathlib import Path
from bot import config, shipped
from bot.corpus import catalog
from bot.words import languages, words
home = Path(bot.__file__).parent
for place in (shipped.seeds(), shipped.config_file(), shipped.locales()):
    assert place.is_relative_to(home), place
    assert place.exists(), place
known = catalog.load(shipped.seeds() / "catalog.yaml")
assert known.files and all(file.is_file() for file in known.files), known.files
config.load(shipped.config_file(), {})
assert set(languages()) == {"en", "uk"} and words("uk").has("error-no-texts")
assert list((home / "store" / "migrations").glob("0001*.sql"))
assert (home / "py.typed").is_file()
from bot.search import synonyms
assert len(synonyms.shipped()) > 900 and (home / "search" / "synonyms" / "names.LICENSE").is_file()
assert (home / "web" / "templates" / "base.html").is_file() and (home / "web" / "static" / "style.css").is_file()
print("whole")
"""


def tool(name: str) -> str:
    found = shutil.which(name, path=f"{BIN}{os.pathsep}{os.environ.get('PATH', '')}")
    if found is None:
        pytest.skip(f"{name} is not installed: NOT CHECKED")
    return found


def parsed(name: str) -> Any:
    return yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    done = subprocess.run(
        [tool("uv"), "build", "--wheel", "--quiet", "--out-dir", str(folder), str(ROOT)],
        capture_output=True,
        text=True,
        check=False,
        timeout=240,
    )
    assert done.returncode == 0, done.stderr
    (built,) = folder.glob("*.whl")
    return built


def test_the_wheel_holds_everything_that_is_shipped(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    expected = {f"bot/_shipped/seeds/{file.name}" for file in (ROOT / "seeds").iterdir()}
    expected |= {f"bot/{file.relative_to(ROOT / 'bot')}" for file in (ROOT / "bot" / "locales").rglob("*.ftl")}
    expected |= {
        f"bot/{file.relative_to(ROOT / 'bot')}" for file in (ROOT / "bot" / "store" / "migrations").glob("*.sql")
    }
    expected |= {"bot/_shipped/bot.yaml", "bot/py.typed"}
    assert expected - names == set()


def test_the_wheel_holds_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert [name for name in names if not name.startswith("bot/") and ".dist-info/" not in name] == []
    assert [name for name in names if "__pycache__" in name] == []


def test_an_installed_wheel_finds_what_it_ships(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path / "site")
    environment = {"PATH": os.environ.get("PATH", ""), "PYTHONPATH": str(tmp_path / "site")}
    done = subprocess.run(
        [sys.executable, "-P", "-c", _LOOK_AROUND],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (done.stdout.strip(), done.stderr) == ("whole", "")


def test_the_image_is_built_as_hadolint_advises() -> None:
    done = subprocess.run(
        [tool("hadolint"), str(ROOT / "Dockerfile")], capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.returncode, done.stdout) == (0, "")


def test_the_image_runs_as_nobody_special_and_tells_its_health() -> None:
    recipe = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    final = recipe.rsplit("\nFROM ", 1)[1]
    assert re.search(r"^USER 10001:10001$", final, flags=re.MULTILINE)
    assert "HEALTHCHECK" in final
    assert "pip" not in final


def test_what_the_image_copies_is_sent_to_its_builder() -> None:
    recipe = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    sent = {line[1:] for line in (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines() if line[:1] == "!"}
    for copied in re.findall(r"^COPY (?!--from)(.+) \S+$", recipe, flags=re.MULTILINE):
        for path in copied.split():
            assert path in sent
            assert (ROOT / path).exists()


def test_the_compose_file_gives_no_right_that_is_not_needed() -> None:
    compose = parsed("compose.yaml")
    bot = compose["services"]["bot"]
    assert bot["read_only"] is True
    assert bot["cap_drop"] == ["ALL"]
    assert "no-new-privileges:true" in bot["security_opt"]
    assert any(place.startswith("/tmp") for place in bot["tmpfs"])
    assert "data:/data" in bot["volumes"]
    assert "data" in compose["volumes"]
    assert "ports" not in bot


def test_the_compose_file_takes_the_token_from_a_file() -> None:
    compose = parsed("compose.yaml")
    bot = compose["services"]["bot"]
    (secret,) = bot["secrets"]
    assert bot["environment"]["DISCORD_TOKEN_FILE"] == f"/run/secrets/{secret}"
    assert compose["secrets"][secret]["file"].startswith("./secrets/")
    assert not any(key == "DISCORD_TOKEN" for key in bot["environment"])


def test_the_unit_is_hardened_and_takes_the_token_as_a_credential() -> None:
    unit = (ROOT / "deploy" / "commonplace.service").read_text(encoding="utf-8")
    settings = dict(re.findall(r"^(\w+)=(.*)$", unit, flags=re.MULTILINE))
    assert settings["LoadCredential"].startswith("discord-token:/")
    assert "DISCORD_TOKEN_FILE=%d/discord-token" in unit
    for key in ("DynamicUser", "NoNewPrivileges", "ProtectHome", "PrivateDevices"):
        assert settings[key] == "yes"
    assert settings["ProtectSystem"] == "strict"
    assert settings["StateDirectory"] == "commonplace"


def test_matrix_comes_beside_discord_or_in_its_place() -> None:
    more = parsed("compose.matrix.yaml")
    assert set(more["services"]) == {"bot"}
    (secret,) = more["services"]["bot"]["secrets"]
    assert more["services"]["bot"]["environment"]["MATRIX_PASSWORD_FILE"] == f"/run/secrets/{secret}"
    assert more["secrets"][secret]["file"].startswith("./secrets/")
    unit = (ROOT / "deploy" / "matrix.conf").read_text(encoding="utf-8")
    assert "LoadCredential=matrix-password:/" in unit
    assert "Environment=MATRIX_PASSWORD_FILE=%d/matrix-password" in unit
    alone = re.findall(r"^#(\w+=\S*)$", unit, flags=re.MULTILINE)
    assert alone == ["LoadCredential=", "Environment=DISCORD_TOKEN_FILE="]
    assert unit.index("#LoadCredential=") < unit.index("\nLoadCredential=")  # an empty one forgets those before it


def test_an_empty_name_of_a_token_s_file_is_none() -> None:
    """So Discord is left out where only Matrix is wanted."""
    assert load(None, {"DISCORD_TOKEN_FILE": ""}).discord.secret() is None
