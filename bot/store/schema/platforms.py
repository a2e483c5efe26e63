"""Tables of what the platforms need to go on where they stopped, and of communities that were left."""

from bot.store.schema.kinds import Keep, table

PLATFORMS = (
    table(
        "matrix_checkpoints",
        Keep.ALWAYS,
        account="the bot's own name on Matrix",
        next_batch="how far it has read there",
    ),
    table(
        "matrix_seen",
        Keep.LAST,
        key="a number",
        community="the room's id, with the platform's name before it",
        event="the id of one of the last two hundred events in it",
    ),
    table(
        "matrix_waiting",
        Keep.OPEN,
        event="the id of an event that is not answered or can't be read yet",
        community="the room's id, with the platform's name before it",
        state="asked or locked",
        moment="when it was sent",
    ),
    table("matrix_invites", Keep.LAST, day="the day, in UTC", count="how many invitations were taken up on it"),
    table("leavings", Keep.LEFT, community="a community that the bot has left", day="the day since when, in UTC"),
)
