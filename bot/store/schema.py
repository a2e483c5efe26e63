"""What the store holds: every table and column, for how long, and which of them concern a person who uses the bot.

`privacy` and PRIVACY.md are made of this, and a test compares it with the real schema: nothing can be stored that is
not declared here. Persons who are named in texts (authors, speakers) are part of what was published.
"""

from dataclasses import dataclass
from enum import StrEnum


class Keep(StrEnum):
    """For how long something is kept. The sentence for it stands in `locales/` as `keep-` and the value."""

    SHELF = "shelf"
    FORMER = "former"
    ALWAYS = "always"
    ANSWERS = "answers"
    DAYS = "days"
    UNSET = "unset"
    WISH = "wish"
    MONTH = "month"
    LOG = "log"
    TALLIED = "tallied"
    LEFT = "left"
    LAST = "last"
    OPEN = "open"

    @property
    def message_id(self) -> str:
        """The id of its sentence."""
        return f"keep-{self.value}"


@dataclass(frozen=True, slots=True)
class Column:
    """A column and what it holds. `person` says whether that concerns somebody who uses the bot."""

    name: str
    holds: str
    person: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table, for how long its rows are kept, and its columns in order."""

    name: str
    keep: Keep
    columns: tuple[Column, ...]

    @property
    def message_id(self) -> str:
        """The id of the sentence that says what the table holds."""
        return f"stored-{self.name.replace('_', '-')}"

    @property
    def concerns_people(self) -> bool:
        """Whether any column concerns somebody who uses the bot."""
        return any(column.person for column in self.columns)


def _table(name: str, keep: Keep, /, **columns: str) -> Table:
    return Table(name, keep, tuple(Column(column, holds) for column, holds in columns.items()))


TABLES = (
    _table(
        "sources",
        Keep.SHELF,
        id="the text's id",
        title="its title",
        subtitle="its subtitle or standfirst",
        outlet="where it was published",
        published="the date of this publication",
        first_published="the date of the first one",
        kind="what sort of text it is",
        language="the code of its language",
        url="its address",
        standpoint="a label for where it stands",
        standpoint_by="who gave it that label",
        licence="under which terms it may be quoted",
        holder="who holds the rights",
        words_per_answer="how many words of it one answer may quote",
        words_per_day="how many words of it a community may be shown in a day",
        reports="whose words a digest reports",
        digest_of="the id of the text that it is a digest of",
    ),
    _table(
        "authors",
        Keep.SHELF,
        source="the text's id",
        position="the place among its authors, from 0",
        name="an author's name as the text prints it",
    ),
    _table(
        "editions",
        Keep.ALWAYS,
        key="a number",
        source="the text's id",
        edition="the sha256 of its words",
        added="the day on which it was imported",
        current="1 for the edition that is quoted from",
        passages="how many passages it has",
        words="how many words these have",
        file="the path of the file on this computer, while it is current",
        size="the file's size in bytes",
        mtime_ns="the time of the file's last change",
        sha256="the sha256 of the file's bytes",
        rules="which rules the text was read by",
    ),
    _table("documents", Keep.FORMER, edition="an edition's number", text="its words"),
    _table(
        "speakers",
        Keep.FORMER,
        key="a number",
        name="who speaks in a text",
        role="in which capacity",
        via="who reports it",
    ),
    _table(
        "passages",
        Keep.ALWAYS,
        key="a number",
        id="the passage's id",
        edition="the edition in which it stands or last stood",
        number="its place in that edition, from 1",
        kind="what part of the page it is",
        speaker="who speaks",
        headings="the headings above it, one a line",
        spans="where its words are in the text: start-end, a g after one that joins without a space",
        sentences="where its sentences are, separated by |",
        statements="how many statements of others are in it",
        fate="what became of it; empty while it stands in the current edition",
        fate_day="the day since when",
    ),
    _table(
        "statements",
        Keep.FORMER,
        passage="the passage that it is in",
        number="its place in that passage, from 0",
        spans="where its words are in the text",
        speaker="whose words they are",
        type="direct or indirect",
        cue="the word that introduces them (said, according to)",
    ),
    _table(
        "redirects",
        Keep.ALWAYS,
        passage="a passage that was split or merged",
        position="the place among its successors, from 0",
        successor="a passage that its words are in now",
    ),
    _table("withdrawn", Keep.UNSET, source="the id of a text that is not quoted from", day="the day since when"),
    _table(
        "corrections",
        Keep.MONTH,
        source="the text's id",
        day="the day of its new edition",
        passage="a passage that was shown before, and has other words since, or none",
        edition="the sha256 of the edition before",
        was="the words that it had there",
    ),
    _table("counters", Keep.ALWAYS, name="what is counted: changes of the texts", value="how many"),
    _table(
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
    _table(
        "places",
        Keep.TALLIED,
        key="a number",
        community="the community's id on its platform",
        channel="the channel's id",
    ),
    _table(
        "events",
        Keep.LOG,
        place="the community and channel",
        hour="the hour, counted from 1970 in UTC",
        kind="what happened, as a number: shown, checked, spotted, daily, replied, reacted, threaded",
        passage="to which passage",
        edition="of which edition",
        count="how many times in that hour",
    ),
    _table(
        "tallies",
        Keep.TALLIED,
        place="the community and channel",
        day="the day, counted from 1970 in UTC",
        kind="what happened, as a number",
        count="how many times in that day, to whichever passage",
    ),
    _table(
        "answers",
        Keep.ANSWERS,
        key="a number",
        id="the answer's id, random",
        hour="the hour of the question, in UTC",
        community="the community's id on its platform",
        command="which command",
        searched="how many texts were searched",
        terms="the asked words that stand in the texts, one a line",
        choices="the other arguments, by name: which of the texts' ids, names and numbers, one a line",
    ),
    _table(
        "answer_hits",
        Keep.ANSWERS,
        answer="the answer",
        position="the place in the ranking, from 0",
        passage="the id of the passage that was found",
        edition="the sha256 of its edition",
        score="how well it fits",
        signals="the reasons: what each added to the score, and the asked words of the texts that matched",
    ),
    _table(
        "quoted_words",
        Keep.DAYS,
        community="the community's id on its platform",
        source="the text's id",
        day="the day, in UTC",
        words="how many of its words were shown there",
    ),
    _table(
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
    _table(
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
    _table(
        "queued",
        Keep.UNSET,
        community="the community's id on its platform",
        day="the local date",
        passage="the passage that moderators chose for it",
    ),
    _table(
        "withheld",
        Keep.UNSET,
        community="the community's id on its platform",
        passage="a passage that moderators don't want shown there",
    ),
    _table(
        "weights",
        Keep.UNSET,
        community="the community's id on its platform",
        source="the text's id",
        percent="how much more or less often its passages come",
    ),
    _table(
        "settled",
        Keep.UNSET,
        community="the community's id on its platform",
        passage="a passage that stands in no text any more, and that moderators keep as it is",
    ),
    _table(
        "corrected",
        Keep.MONTH,
        community="the community's id on its platform",
        source="the text of whose new edition it was told",
        day="the day of that edition",
        told="the day of telling",
    ),
    _table(
        "digests",
        Keep.MONTH,
        community="the community's id on its platform",
        week="the Monday of the week",
        state="claimed, sent or skipped",
        lease="until when nobody else may send it",
        fence="how many claims there were",
        tried="when it was first sent",
    ),
    _table(
        "sent",
        Keep.MONTH,
        message="the id of a message of the bot's own",
        passage="a passage that is in it",
        edition="the sha256 of its edition",
        community="the community's id on its platform",
        channel="the channel's id",
        day="the day, in UTC",
    ),
    _table(
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
    _table(
        "matrix_checkpoints",
        Keep.ALWAYS,
        account="the bot's own name on Matrix",
        next_batch="how far it has read there",
    ),
    _table(
        "matrix_seen",
        Keep.LAST,
        key="a number",
        community="the room's id, with the platform's name before it",
        event="the id of one of the last two hundred events in it",
    ),
    _table(
        "matrix_waiting",
        Keep.OPEN,
        event="the id of an event that is not answered or can't be read yet",
        community="the room's id, with the platform's name before it",
        state="asked or locked",
        moment="when it was sent",
    ),
    _table("matrix_invites", Keep.LAST, day="the day, in UTC", count="how many invitations were taken up on it"),
    _table("leavings", Keep.LEFT, community="a community that the bot has left", day="the day since when, in UTC"),
)
"""Every table, in the order in which a person is told of them."""
