"""Tables of the passage of the day: when, which one, and what moderators chose."""

from bot.store.schema.kinds import Keep, table

DAILY = (
    table(
        "schedules",
        Keep.UNSET,
        community="the community's id on its platform",
        state="off, on or paused",
        time="the local time of the daily passage",
        zone="the time zone it is meant in",
        channel="the channel it goes to",
        style="message, thread or forum",
        tag="the forum's tag for it",
        reason="why it is paused",
        failures="how many days in a row it could not be posted",
        since="the moment before which nothing is due",
    ),
    table(
        "days",
        Keep.LOG,
        community="the community's id on its platform",
        day="the local date",
        state="claimed, sent, skipped or failed",
        due="the moment at which it was due",
        passage="the id of the passage that was chosen",
        edition="the sha256 of its edition",
        reasons="why that one, or why none",
        channel="the channel it went to",
        nonce="a number by which the platform knows a repeated post",
        lease="until when nobody else may post it",
        fence="how many claims there were",
        attempts="how often it was tried",
        tried="when it was first sent",
        message="the id of the bot's own message, for thirty days",
    ),
    table(
        "queued",
        Keep.UNSET,
        community="the community's id on its platform",
        day="the local date",
        passage="the passage that moderators chose for it",
    ),
    table(
        "withheld",
        Keep.UNSET,
        community="the community's id on its platform",
        passage="a passage that moderators don't want shown there",
    ),
    table(
        "weights",
        Keep.UNSET,
        community="the community's id on its platform",
        source="the text's id",
        percent="how much more or less often its passages come",
    ),
)
