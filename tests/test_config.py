"""The configuration: defaults, the file, the environment over it, and one clear line for each problem."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import config, shipped, strict_yaml
from bot.config import Config
from bot.errors import ConfigInvalid, TokenUnreadable

REPOSITORY = Path(__file__).resolve().parent.parent


def read(tmp_path: Path, text: str, **environment: str) -> Config:
    file = tmp_path / "bot.yaml"
    file.write_text(text, encoding="utf-8")
    return config.load(file, environment)


def problems(tmp_path: Path, text: str, **environment: str) -> tuple[str, ...]:
    with pytest.raises(ConfigInvalid) as refused:
        read(tmp_path, text, **environment)
    assert all("\n" not in line for line in refused.value.problems)
    return refused.value.problems


def test_the_shipped_file_runs_as_it_is_and_shows_every_default() -> None:
    assert config.load(shipped.config_file(), {}) == Config()


def test_every_key_stands_in_the_shipped_file_under_a_comment() -> None:
    lines = shipped.config_file().read_text(encoding="utf-8").splitlines()
    for key, field in Config.model_fields.items():
        assert any(line.startswith(f"{key}:") for line in lines), key
        inner = getattr(field.annotation, "model_fields", {})
        for name in inner:
            assert any(line.startswith(f"  {name}:") for line in lines), f"{key}.{name}"


def test_the_schema_file_is_current() -> None:
    assert (REPOSITORY / "config" / "bot.schema.json").read_text(encoding="utf-8") == config.schema()
    assert json.loads(config.schema())["additionalProperties"] is False


@pytest.mark.parametrize("text", ["", "housekeeping:\n", "# nothing\n", "texts: {}\n"])
def test_what_is_left_out_has_its_default(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, text) == Config()


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("colour: red", "colour: no such key"),
        ("texts:\n  folders: x", "texts.folders: no such key"),
        ("texts:\n  shipped: maybe", "texts.shipped: true or false is expected, found 'maybe'"),
        (
            "search:\n  synonyms: [truce, 5]",
            "search.synonyms: lines like “truce = ceasefire”, or the path of a file of them, are expected, found "
            "['truce', 5]",
        ),
        ("reading:\n  seconds: 1.5", "reading.seconds: a whole number is expected, found 1.5"),
        ("reading:\n  seconds: '5'", "reading.seconds: a whole number is expected, found '5'"),
        ("reading:\n  seconds: 0", "reading.seconds: should be greater than or equal to 1, found 0"),
        ("housekeeping:\n  time: 8:30", 'housekeeping.time: a time of four digits in quotes is expected, as "08:30"'),
        ("housekeeping:\n  time: 12:30", 'housekeeping.time: a time of four digits in quotes is expected, as "08:30"'),
        (
            "housekeeping:\n  time: '25:00'",
            'housekeeping.time: a time of four digits in quotes is expected, as "08:30"',
        ),
        ("housekeeping:\n  zone: Mars/Base", "housekeeping.zone: the name of a time zone is expected"),
        ("housekeeping:\n  zone: ../../etc/passwd", "housekeeping.zone: the name of a time zone is expected"),
        ("log: loud", "log: keys with values are expected, found 'loud'"),
        ("data: 2020-01-01\ndata: x", "line 2: the key 'data' stands twice"),
        ("a: &a [x, x]\nb: [*a, *a]", "line 2: an alias (*) is not allowed here"),
        ("- data", "keys with values are expected"),
        ("data: [", "not valid YAML"),
        ("data: !!python/object/apply:os.system [x]", "not valid YAML"),
        ("x: " + "[" * 100, "nested more than 30 levels deep"),
        ("discord:\n  token: abc", "discord.token: a secret does not belong into the file"),
    ],
)
def test_what_is_wrong_is_named_with_its_path(tmp_path: Path, text: str, problem: str) -> None:
    assert any(problem in line for line in problems(tmp_path, text)), problems(tmp_path, text)


def test_every_problem_is_told_at_once(tmp_path: Path) -> None:
    found = problems(tmp_path, "colour: red\nlog: 3\ndiscord: {token: abc}", COMMONPLACE_NO__SUCH="1")
    assert len(found) == 4


def test_the_token_in_the_file_is_refused_without_repeating_it(tmp_path: Path) -> None:
    assert not any("canary" in line for line in problems(tmp_path, "discord:\n  token: canary-token"))


def test_the_environment_goes_over_the_file(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "texts:\n  shipped: true\nreading:\n  seconds: 5\nlanguage: uk",
        COMMONPLACE_TEXTS__SHIPPED="no",
        COMMONPLACE_READING__SECONDS="7",
        COMMONPLACE_TEXTS__WORDS_PER_DAY="12",
        COMMONPLACE_DATA="/srv/data",
        COMMONPLACE_CONFIG="ignored here",
        PATH="/bin",
    )
    assert (found.texts.shipped, found.reading.seconds, found.texts.words_per_day) == (False, 7, 12)
    assert (found.data, found.language) == ("/srv/data", "uk")


def test_an_empty_variable_is_as_good_as_none(tmp_path: Path) -> None:
    assert read(tmp_path, "", DISCORD_TOKEN="", COMMONPLACE_LOG__LEVEL="") == Config()


@pytest.mark.parametrize(
    ("variable", "value", "problem"),
    [
        (
            "COMMONPLACE_READING__SECONDS",
            "soon",
            "COMMONPLACE_READING__SECONDS: a whole number is expected, found 'soon'",
        ),
        ("COMMONPLACE_TEXTS", "x", "COMMONPLACE_TEXTS: there is no such setting"),
        ("COMMONPLACE_DATA__X", "x", "COMMONPLACE_DATA__X: there is no such setting"),
        (
            "COMMONPLACE_LOG__LEVEL",
            "loud",
            "COMMONPLACE_LOG__LEVEL: should be 'debug', 'info', 'warning' or 'error', found 'loud'",
        ),
        ("COMMONPLACE_READING__MEGABYTES", "0", "COMMONPLACE_READING__MEGABYTES: should be greater than or equal to 1"),
    ],
)
def test_a_variable_that_is_wrong_is_named(tmp_path: Path, variable: str, value: str, problem: str) -> None:
    with pytest.raises(ConfigInvalid) as refused:
        read(tmp_path, "", **{variable: value})
    assert [line.removesuffix(", found 0") for line in refused.value.problems] == [problem]
    assert refused.value.file == "environment"


def test_a_wrong_variable_is_told_from_a_wrong_key(tmp_path: Path) -> None:
    with pytest.raises(ConfigInvalid) as refused:
        read(tmp_path, "reading: {seconds: soon}\nlog: {level: 3}", COMMONPLACE_READING__SECONDS="later")
    assert refused.value.file.endswith(".yaml")
    assert [line.split(":")[0] for line in refused.value.problems] == ["log.level", "COMMONPLACE_READING__SECONDS"]


def test_the_short_names_of_the_token(tmp_path: Path) -> None:
    file = tmp_path / "token"
    file.write_text(" from-file\n", encoding="utf-8")
    assert read(tmp_path, "").discord.secret() is None
    assert read(tmp_path, "", DISCORD_TOKEN=" abc ").discord.secret() == "abc"
    assert read(tmp_path, "", DISCORD_TOKEN_FILE=str(file)).discord.secret() == "from-file"
    assert read(tmp_path, f"discord:\n  token_file: {file}").discord.secret() == "from-file"


def test_a_password_may_have_spaces_and_a_token_none(tmp_path: Path) -> None:
    file = tmp_path / "secret"
    file.write_text("correct horse battery\n", encoding="utf-8")
    assert read(tmp_path, "", MATRIX_PASSWORD_FILE=str(file)).matrix.secrets() == ("correct horse battery", None)
    for name in ("MATRIX_TOKEN_FILE", "MATRIX_PASSWORD_FILE"):
        with pytest.raises(TokenUnreadable):
            read(tmp_path, "", **{name: str(file)}).matrix.secrets()
        file.write_text("one\ntwo\n", encoding="utf-8")


def test_a_token_is_never_shown(tmp_path: Path) -> None:
    found = read(tmp_path, "", DISCORD_TOKEN="canary-token")
    assert "canary" not in repr(found) + str(found) + found.model_dump_json()


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"data: \xe9"])
def test_a_file_that_is_not_text_is_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "bot.yaml"
    file.write_bytes(content)
    with pytest.raises(ConfigInvalid, match="UTF-8"):
        config.load(file, {})


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigInvalid, match="cannot be read"):
        config.load(tmp_path / "none.yaml", {})


@given(st.text(max_size=200))
def test_whatever_the_file_says_it_is_read_or_refused(text: str) -> None:
    try:
        strict_yaml.load(text)
    except strict_yaml.Refused as refused:
        assert refused.problems  # noqa: PT017 - either outcome is right, and a refusal says why


@pytest.mark.parametrize(
    ("given", "address"),
    [
        ({}, "http://127.0.0.1:8350"),
        ({"port": 80, "host": "::1"}, "http://[::1]:80"),
        ({"base_url": "https://circle.example.org/"}, "https://circle.example.org"),
        ({"base_url": "https://Circle.example.org:8443", "host": "0.0.0.0"}, "https://circle.example.org:8443"),  # noqa: S104
        ({"base_url": "http://localhost:9000"}, "http://localhost:9000"),
    ],
)
def test_where_the_page_is(given: dict[str, object], address: str) -> None:
    assert config.Web.model_validate(given).address == address


@pytest.mark.parametrize(
    "given",
    [
        {"host": "0.0.0.0"},  # noqa: S104
        {"host": "::"},
        {"host": "192.168.1.5", "base_url": "http://127.0.0.1:8350"},
        {"base_url": "http://circle.example.org"},
        {"base_url": "https://circle.example.org/page"},
        {"base_url": "https://circle.example.org?x"},
        {"base_url": "https://me:secret@circle.example.org"},
        {"base_url": "circle.example.org"},
        {"base_url": "https://"},
        {"base_url": "https://circle.example.org:99999"},
        {"port": 0},
        {"port": 65536},
    ],
)
def test_a_page_is_not_public_unawares(given: dict[str, object], tmp_path: Path) -> None:
    file = tmp_path / "bot.yaml"
    lines = "".join(f"  {key}: {json.dumps(value)}\n" for key, value in given.items())
    file.write_text(f"web:\n{lines}", encoding="utf-8")
    with pytest.raises(ConfigInvalid) as refused:
        config.load(file, {})
    assert refused.value.problems[0].startswith("web")
