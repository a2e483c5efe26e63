"""An hour of refusals costs a few requests, and whatever works ends the silence."""

import pytest

from bot.platforms.discord.pausing import EVERYWHERE, Pauses


class Hours:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def tried_in_an_hour(refuse: str) -> int:
    clock = Hours()
    pauses = Pauses(clock)
    tried = 0
    for _ in range(3600):
        clock.now += 1
        if pauses.allows("1"):
            tried += 1
            pauses.limited() if refuse == "limit" else pauses.refused("1")
    return tried


@pytest.mark.parametrize("refuse", ["limit", "refusal"])
def test_an_hour_of_refusals_costs_at_most_twenty_requests(refuse: str) -> None:
    assert 1 <= tried_in_an_hour(refuse) <= 20


def test_a_channel_that_refuses_does_not_silence_the_others() -> None:
    pauses = Pauses(Hours())
    for _ in range(3):
        assert pauses.allows("1")
        pauses.refused("1")
    assert not pauses.allows("1")
    assert pauses.allows("2")


def test_a_limit_silences_everything() -> None:
    pauses = Pauses(Hours())
    pauses.limited()
    assert not pauses.allows("1")
    assert not pauses.allows(EVERYWHERE)


def test_what_works_ends_the_count() -> None:
    pauses = Pauses(Hours())
    for _ in range(10):
        pauses.refused("1")
        pauses.refused("1")
        pauses.worked("1")
    assert pauses.allows("1")


def test_a_pause_ends() -> None:
    clock = Hours()
    pauses = Pauses(clock)
    pauses.limited()
    clock.now += 61
    assert pauses.allows("1")
