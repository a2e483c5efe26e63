"""What the store holds: every table and column, for how long, and which of them concern a person who uses the bot.

`privacy` and PRIVACY.md are made of this, and a test compares it with the real schema: nothing can be stored that is
not declared here. Persons who are named in texts (authors, speakers) are part of what was published.
"""

from bot.store.schema.answers import ANSWERS
from bot.store.schema.communities import COMMUNITIES
from bot.store.schema.daily import DAILY
from bot.store.schema.discussion import DISCUSSION
from bot.store.schema.kinds import Column, Keep, Table
from bot.store.schema.platforms import PLATFORMS
from bot.store.schema.texts import TEXTS

__all__ = ["TABLES", "Column", "Keep", "Table"]

TABLES = (*TEXTS, *COMMUNITIES, *ANSWERS, *DAILY, *DISCUSSION, *PLATFORMS)
"""Every table, in the order in which a person is told of them."""
