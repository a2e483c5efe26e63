"""Tables of what a community set, and of who does not want to be heard."""

from bot.store.schema.kinds import Column, Keep, Table, table

COMMUNITIES = (
    table(
        "settings",
        Keep.UNSET,
        community="the community's id on its platform",
        key="what was set",
        type="text, number or flag",
        value="to what",
    ),
    Table(
        "consents",
        Keep.WISH,
        (
            Column("mark", "a keyed hash of the id of somebody who does not want to be heard", person=True),
            Column("said", "whether by command, or on which message by a reaction"),
        ),
    ),
)
