"""Groups of synonyms: what comes with the bot keeps its rules, and what an operator got wrong is told by its place."""

import unicodedata
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import strict_yaml
from bot.errors import ConfigInvalid
from bot.search.synonyms import Synonyms, grouped, read, shipped
from bot.search.synonyms.groups import FILES, LONGEST, MOST_GROUPS, arranged, group_of

FOLDER = Path(grouped.__module__.replace(".", "/")).parent
ROOT = Path(__file__).resolve().parents[3]


def lines_of(name: str) -> list[str]:
    found = strict_yaml.load((ROOT / FOLDER / name).read_text(encoding="utf-8"))
    assert isinstance(found, list)
    return found


@pytest.mark.parametrize("name", FILES)
def test_what_comes_with_the_bot_is_yaml_and_read_as_that(name: str) -> None:
    lines = lines_of(name)
    assert len(lines) > 300
    assert {group_of(line) for line in lines} <= set(shipped())


@pytest.mark.parametrize("name", FILES)
def test_what_comes_with_the_bot_keeps_to_what_operators_are_told(name: str) -> None:
    for line in lines_of(name):
        assert read([line]), line


def test_every_word_is_in_one_script() -> None:
    for entry in (entry for group in shipped() for entry in group):
        for word in entry.written.replace("ʼ", "").split():
            scripts = {unicodedata.name(letter).split()[0] for letter in word if letter.isalpha()}
            assert len(scripts) <= 1, word


def test_names_that_take_a_side_are_two_things() -> None:
    """One place, people or deed under two names of which one is a claim, and a word beside the judgement of it."""
    apart = [
        ("West Bank", "Judea and Samaria"),
        ("Palestine", "Israel"),
        ("Temple Mount", "al-Aqsa"),
        ("Nakba", "independence"),
        ("war", "conflict"),
        ("war", "genocide"),
        ("occupation", "settlement"),
        ("hostage", "prisoner"),
        ("terrorism", "violence"),
        ("refugee", "migrant"),
        ("Crimea", "Russia"),
    ]
    groups = [{entry.written for entry in group} for group in shipped()]
    for one, other in apart:
        assert any(one in group for group in groups), one
        assert not any({one, other} <= group for group in groups), (one, other)


def test_the_licence_of_the_names_comes_with_them() -> None:
    told = (ROOT / FOLDER / "names.LICENSE").read_text(encoding="utf-8")
    assert "Unicode-3.0" in told


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (["truce"], "[0]: two words or phrases with “=” between them are expected"),
        (["sluice = lock", "truce = "], "[1]: a word is expected on each side of “=”, found “”"),
        (["truce = …!"], "[0]: a word is expected on each side of “=”, found “…!”"),
        (["the = of"], "[0]: “the” only holds sentences together, and is never searched for"),
        (["truce = ceasefire = Truce"], "[0]: “Truce” stands twice"),
        (["child/child = kid"], "[0]: “child” stands twice"),
        ([f"truce = {'x' * 81}"], f"[0]: “{'x' * LONGEST}” is longer than 80 characters or 8 words"),
        (["truce = a b c d e f g h i"], "[0]: “a b c d e f g h i” is longer than 80 characters or 8 words"),
        (
            [" = ".join(f"w{n}" for n in range(41))],
            "[0]: at most 40 words or phrases are expected, found 41",
        ),
        (
            ["truce = ceasefire", "lock = sluice", "armistice = truce"],
            "[0] and search.synonyms[2]: “truce” stands in both: make one group of them, or leave it out",
        ),
    ],
)
def test_what_is_wrong_is_told_by_its_place(lines: list[str], told: str) -> None:
    with pytest.raises(ConfigInvalid) as refused:
        read(lines)
    assert f"search.synonyms{told}" in refused.value.problems


def test_more_than_anybody_needs_is_refused() -> None:
    with pytest.raises(ConfigInvalid) as refused:
        read([f"a{n} = b{n}" for n in range(MOST_GROUPS + 1)])
    assert refused.value.problems == ("search.synonyms: at most 5000 groups are expected, found 5001",)


def test_a_file_of_groups(tmp_path: Path) -> None:
    file = tmp_path / "synonyms.yaml"
    file.write_text("# ours\n- truce = ceasefire\n- НАБУ = NABU\n", encoding="utf-8")
    assert [[entry.written for entry in group] for group in read(str(file))] == [
        ["truce", "ceasefire"],
        ["НАБУ", "NABU"],
    ]
    file.write_text("", encoding="utf-8")
    assert read(str(file)) == ()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"\xff\xfe", "search.synonyms: not UTF-8 text"),
        (b"truce: ceasefire", "search.synonyms: a list of lines like “truce = ceasefire” is expected"),
        (b"- [truce, ceasefire]", "search.synonyms: a list of lines like “truce = ceasefire” is expected"),
        (b"- &a truce = b\n- *a", "search.synonyms: line 2: an alias (*) is not allowed here"),
        (b"- 'truce", "search.synonyms: line 1: not valid YAML: found unexpected end of stream"),
        (b"- truce", "[0]: two words or phrases with “=” between them are expected"),
    ],
)
def test_a_file_that_is_refused(content: bytes, told: str, tmp_path: Path) -> None:
    file = tmp_path / "synonyms.yaml"
    file.write_bytes(content)
    with pytest.raises(ConfigInvalid) as refused:
        read(str(file))
    assert refused.value.file == str(file)
    assert refused.value.problems == (told,)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ConfigInvalid) as refused:
        read(str(tmp_path / "none.yaml"))
    assert refused.value.problems == ("search.synonyms: cannot be read: No such file or directory",)


@given(st.lists(st.text(max_size=60), max_size=5))
def test_whatever_somebody_writes_is_read_or_refused(lines: list[str]) -> None:
    with suppress(ConfigInvalid):
        groups = read(lines)
        assert all(len(group) > 1 and all(entry.telling for entry in group) for group in groups)
        Synonyms(groups)


def test_own_groups_are_put_together_with_those_that_share_a_word() -> None:
    own = read(["IDF = Army of Israel", "dyke = levee"])
    others = tuple(map(group_of, ["IDF = צה״ל", "lock = sluice", "צה״ל = Zahal"]))
    assert [[entry.written for entry in group] for group in arranged(own, others)] == [
        ["IDF", "צה״ל", "Army of Israel"],
        ["lock", "sluice"],
        ["צה״ל", "Zahal"],
        ["dyke", "levee"],
    ]
