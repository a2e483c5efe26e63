"""Tables of what is discussed, of what was told of it, and of what moderators did."""

from bot.store.schema.kinds import Column, Keep, Table, table

DISCUSSION = (
    table(
        "settled",
        Keep.UNSET,
        community="the community's id on its platform",
        passage="a passage that stands in no text any more, and that moderators keep as it is",
    ),
    table(
        "corrected",
        Keep.MONTH,
        community="the community's id on its platform",
        source="the text of whose new edition it was told",
        day="the day of that edition",
        told="the day of telling",
    ),
    table(
        "digests",
        Keep.MONTH,
        community="the community's id on its platform",
        week="the Monday of the week",
        state="claimed, sent or skipped",
        lease="until when nobody else may send it",
        fence="how many claims there were",
        tried="when it was first sent",
    ),
    table(
        "sent",
        Keep.MONTH,
        message="the id of a message of the bot's own",
        community="the community's id on its platform",
        channel="the channel's id",
        day="the day, in UTC",
        passages="the passages that are in it, each with the sha256 of its edition",
    ),
    table(
        "participants",
        Keep.LOG,
        community="the community's id on its platform",
        day="the day, in UTC",
        passage="a passage that was discussed",
        people="how many different people took part, at least",
    ),
    Table(
        "reviews",
        Keep.UNSET,
        (
            Column("community", "the community's id on its platform"),
            Column("passage", "the passage that is reviewed"),
            Column("status", "open, seen or noted"),
            Column("note", "what a moderator noted of the passage"),
            Column("moderator", "a keyed hash of the id of the moderator who set it", person=True),
            Column("hour", "when, in UTC"),
        ),
    ),
    Table(
        "trail",
        Keep.LOG,
        (
            Column("key", "a number"),
            Column("community", "the community's id on its platform"),
            Column("hour", "when, in UTC"),
            Column("moderator", "a keyed hash of the id of the moderator who did it", person=True),
            Column("action", "what was done"),
            Column("target", "to what: a passage, a text, a channel, a date"),
            Column("value", "what was set"),
        ),
    ),
)
