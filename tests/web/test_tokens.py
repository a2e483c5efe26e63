"""One-time secrets: right once, for a while, and unknown to whoever reads the memory of the bot."""

import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from page_house import COMMUNITY, PERSON, Doorkeeper, Hand

from bot.web.gate import Visitor
from bot.web.links import LIFE_MINUTES, WRONG_A_MINUTE, Links
from bot.web.sessions import LIFE_HOURS, SURE_SECONDS, Ended, Sessions
from bot.web.tokens import Tokens

VISITOR = Visitor(COMMUNITY, "en", PERSON)


def token_of(link: str) -> str:
    return link.rsplit("/", 1)[1]


def test_a_link_is_64_digits_of_chance() -> None:
    links = Links("https://example.org")
    made = {links.mint(COMMUNITY, PERSON) for _ in range(200)}
    assert len(made) == 200
    assert all(re.fullmatch(r"https://example\.org/enter/[0-9a-f]{64}", link) for link in made)


def test_a_link_works_once() -> None:
    links = Links("https://example.org", Hand())
    token = token_of(links.mint(COMMUNITY, PERSON, "uk"))
    assert links.look(token) == links.look(token) == replace(VISITOR, locale="uk")
    assert links.redeem(token) == replace(VISITOR, locale="uk")
    assert links.look(token) is None
    assert links.redeem(token) is None


def test_a_link_works_for_ten_minutes() -> None:
    hand = Hand()
    links = Links("https://example.org", hand)
    token = token_of(links.mint(COMMUNITY, PERSON))
    hand.seconds += LIFE_MINUTES * 60 - 1
    assert links.look(token) is not None
    hand.seconds += 1
    assert links.look(token) is None
    assert links.redeem(token) is None


def test_wrong_links_are_counted_by_the_minute() -> None:
    hand = Hand()
    links = Links("https://example.org", hand)
    assert [links.wrong() for _ in range(WRONG_A_MINUTE + 2)] == [False] * WRONG_A_MINUTE + [True] * 2
    hand.seconds += 60
    assert not links.wrong()


def test_what_is_kept_of_a_secret_is_its_hash() -> None:
    tokens: Tokens[Visitor] = Tokens(60.0, 10, Hand())
    token = tokens.issue(VISITOR)
    assert token not in repr(vars(tokens))
    assert bytes.fromhex(token) not in list(vars(tokens)["_held"])
    assert PERSON not in repr(VISITOR)


@given(st.lists(st.sampled_from(["issue", "take", "wait"]), max_size=60), st.integers(1, 5))
def test_secrets_never_outlive_their_time_or_number(steps: list[str], most: int) -> None:
    hand = Hand()
    tokens: Tokens[int] = Tokens(10.0, most, hand)
    made: list[tuple[str, float]] = []
    for number, step in enumerate(steps):
        match step:
            case "issue":
                made.append((tokens.issue(number + 1), hand.seconds))
            case "take" if made:
                token, _ = made.pop(0)
                tokens.take(token)
                assert tokens.look(token) is None
            case _:
                hand.seconds += 3.0
        valid = [token for token, since in made if tokens.look(token) is not None]
        assert len(valid) <= most
        assert all(hand.seconds - since < 10.0 for token, since in made if token in valid)
        assert made[-1][0] in valid or hand.seconds - made[-1][1] >= 10.0 if made else True


@given(st.text(max_size=80))
def test_no_guess_lets_anybody_in(guess: str) -> None:
    links = Links("https://example.org", Hand())
    links.mint(COMMUNITY, PERSON)
    assert links.redeem(guess) is None


async def test_a_session_asks_for_the_role_once_a_minute() -> None:
    keeper, hand = Doorkeeper(), Hand()
    sessions = Sessions(keeper, hand)
    token = await sessions.begin(VISITOR)
    for _ in range(5):
        assert await sessions.visitor(token) == VISITOR
    assert keeper.asked == 1
    hand.seconds += SURE_SECONDS
    assert await sessions.visitor(token) == VISITOR
    assert keeper.asked == 2


async def test_a_session_ends_for_good_when_the_role_is_lost() -> None:
    keeper, hand = Doorkeeper(), Hand()
    sessions = Sessions(keeper, hand)
    token = await sessions.begin(VISITOR)
    keeper.moderates = False
    assert await sessions.visitor(token) == VISITOR
    hand.seconds += SURE_SECONDS
    assert await sessions.visitor(token) is Ended.LOST
    keeper.moderates = True
    assert await sessions.visitor(token) is Ended.NONE


async def test_nobody_comes_in_whose_role_cannot_be_confirmed() -> None:
    keeper = Doorkeeper(moderates=False)
    assert await Sessions(keeper, Hand()).begin(VISITOR) is None
    keeper = Doorkeeper(fails=True)
    assert await Sessions(keeper, Hand()).begin(VISITOR) is None


async def test_a_session_ends_after_eight_hours_however_it_is_used() -> None:
    hand = Hand()
    sessions = Sessions(Doorkeeper(), hand)
    token = await sessions.begin(VISITOR)
    for _ in range(LIFE_HOURS):
        assert await sessions.visitor(token) == VISITOR
        hand.seconds += 3600
    assert await sessions.visitor(token) is Ended.NONE


async def test_no_secret_and_a_wrong_one_are_no_session() -> None:
    sessions = Sessions(Doorkeeper(), Hand())
    for token in (None, "", "0" * 64):
        assert await sessions.visitor(token) is Ended.NONE
        sessions.end(token)
