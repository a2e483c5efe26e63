"""What moderators may take with them: passages with how often they were discussed, and what was noted of them.

No person stands in it, and no word of a message. Every count is as `hiding` makes it.
"""

from bot.discussion.exporting.annotations import Annotations, annotations
from bot.discussion.exporting.records import Record
from bot.discussion.exporting.tables import plain, table

__all__ = ["Annotations", "Record", "annotations", "plain", "table"]
