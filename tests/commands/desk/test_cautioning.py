"""One quiet note tells that quotes stop before a turn, and one step leads to what follows."""

from bot.answers.stopping import Stop
from bot.commands.desk.cautioning import cautioned
from bot.commands.desk.wording import actions, context_action
from bot.model import Actions, Reply, Text, Tone
from bot.words import words

SAY = words("en")


def test_without_a_turn_nothing_is_added() -> None:
    reply = Reply((Text("x"),))
    assert cautioned(reply, (), "en") is reply


def test_the_note_stands_above_the_buttons_which_lead_on() -> None:
    row = actions("other.abcd", "answer2345", SAY)
    reply = cautioned(Reply((Text("x"), row)), (Stop("tally.abcd", "but"), Stop("tally.efgh", "if")), "en")
    text, note, buttons = reply.blocks
    assert isinstance(note, Text)
    assert note.tone is Tone.NOTE
    assert "2 of these quotes" in note.text
    assert "tally.abcd, tally.efgh" in note.text
    assert isinstance(buttons, Actions)
    assert buttons.actions == (context_action("tally.abcd", SAY.say("action-context")), *row.actions)
    assert text == Text("x")


def test_a_button_that_is_there_already_is_not_doubled() -> None:
    row = actions("tally.abcd", "answer2345", SAY)
    reply = cautioned(Reply((Text("x"), row)), (Stop("tally.abcd", "but"),), "uk")
    assert reply.blocks[-1] == row
    assert isinstance(reply.blocks[1], Text)


def test_without_buttons_the_way_on_is_added() -> None:
    reply = cautioned(Reply((Text("x"),)), (Stop("tally.abcd", "but"),), "en")
    assert isinstance(reply.blocks[-1], Actions)
