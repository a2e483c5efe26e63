from datetime import date

from bot.daily.sending import Slot
from bot.store.schedules import Style


def test_each_message_of_a_post_has_a_nonce_of_its_own_and_the_same_each_time() -> None:
    def slot(channel: str) -> Slot:
        return Slot("discord:1", date(2026, 11, 22), channel, Style.MESSAGE)

    nonces = [slot("7").numbered(number) for number in range(100)]
    assert (
        nonces[0] == slot("7").nonce == slot("8").nonce
    )  # in another channel it would still be the second of that day
    assert len(set(nonces)) == 100
    assert {len(nonce) for nonce in nonces} == {25}
