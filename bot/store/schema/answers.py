"""Tables of what was answered: which passages were shown where, and how an answer came to be."""

from bot.store.schema.kinds import Keep, table

ANSWERS = (
    table(
        "places",
        Keep.TALLIED,
        key="a number",
        community="the community's id on its platform",
        channel="the channel's id",
    ),
    table(
        "events",
        Keep.LOG,
        place="the community and channel",
        hour="the hour, counted from 1970 in UTC",
        kind="what happened, as a number: shown, checked, spotted, daily, replied, reacted, threaded",
        passage="to which passage",
        edition="of which edition",
        count="how many times in that hour",
    ),
    table(
        "tallies",
        Keep.TALLIED,
        place="the community and channel",
        day="the day, counted from 1970 in UTC",
        kind="what happened, as a number",
        count="how many times in that day, to whichever passage",
    ),
    table(
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
        hits="the passages that were found, in order: each with its edition, how well it fits, and the reasons: "
        "what each added to the score, and the asked words of the texts that matched",
    ),
    table(
        "quoted_words",
        Keep.DAYS,
        community="the community's id on its platform",
        source="the text's id",
        day="the day, in UTC",
        words="how many of its words were shown there",
    ),
)
