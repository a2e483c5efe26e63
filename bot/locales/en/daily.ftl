# The passage of the day: the post itself, and what moderators set and see of it.

command-daily = Set and see the passage of the day (for moderators)
command-daily-manual = Off until you turn it on. “daily on” begins with the next day’s passage, in this channel or another one; “time” takes a time and a zone, “style” message, thread or forum with a tag. “queue” chooses a passage for a day, “preview” shows what comes next without using it up, “history” tells what came and why.
command-daily-examples =
    daily
    daily on 08:30 zone=Europe/Kyiv
    daily style forum
    daily queue op-ed-digest.abcdef date=2030-01-31
    daily preview
parameter-action = What to do
parameter-date = Which day, as 2030-01-31; without it, the next one
parameter-zone = The time zone, named after a city, as Europe/Kyiv

discord-command-daily = daily
discord-parameter-action = action
discord-parameter-date = date
discord-parameter-zone = zone
discord-choice-on = on
discord-choice-off = off
discord-choice-time = time
discord-choice-channel = channel
discord-choice-style = style
discord-choice-pause = pause
discord-choice-resume = resume
discord-choice-skip = skip a day
discord-choice-queue = queue a passage
discord-choice-preview = preview
discord-choice-history = history

## The post

daily-title = The passage of { $day }
daily-why = Why this one: { $reasons }.
daily-why-queued = moderators chose it for this day
daily-why-undiscussed = not discussed here yet
daily-why-discussed = discussed here before
daily-why-never-shown = never shown here
daily-why-rested = { $count ->
    [0] shown here just now
    [one] shown here a day ago
   *[other] shown here { $count } days ago
}
daily-why-turn = the turn of “{ $title }”
daily-why-instead = the one that was chosen can’t be posted any more
daily-why-drawn = drawn by chance
daily-paused-told = To the moderators: the passage of the day is paused. { $reason } When that is mended, “daily resume” goes on with it.

## What is set

daily-is-on = The passage of the day is on
daily-is-off = The passage of the day is off
daily-is-paused = The passage of the day is paused
daily-row-time = Time
daily-row-channel = Channel
daily-row-style = Style
daily-row-next = Next
daily-row-queued = Queued for { $day }
daily-style-message = a message
daily-style-thread = a message with a thread on it
daily-style-forum = a post in a forum
daily-no-channel = none
daily-next-steps = To change it: “daily on”, “off”, “time 08:30”, “channel”, “style”, “pause”, “resume”. For single days: “skip”, “queue”, “preview”, “history”.
daily-nobody-posts = Nothing is posted from here. What would be posted is shown by “daily preview”.
daily-on = The passage of the day is on.
daily-off = The passage of the day is off.
daily-paused = The passage of the day is paused, until “daily resume”.
daily-resumed = The passage of the day goes on.
daily-set = That is set.
daily-still = { $state ->
    [paused] The passage of the day is still paused: “daily resume” goes on with it.
   *[off] The passage of the day is off: “daily on” turns it on.
}
daily-comes = The next one comes on { $moment }, in { $place }.
daily-not-paused = Nothing was changed: it is not paused.
daily-not-on = Nothing was changed: it is not on.
daily-nothing-changed = Nothing was changed. { $reason }
daily-not-with = { $others ->
    [none] “{ $action }” has no use for it
   *[other] “{ $action }” has no use for it; it goes with { $others }
}

## Single days

daily-skipped = { $day } brings no passage.
daily-skipped-already = Nothing was changed: { $day } is skipped already, or its passage was posted.
daily-queued = { $passage } comes on { $day }.
daily-withheld = Nothing was changed: { $passage } is withheld in this place.
daily-queue-title = What is chosen for coming days
daily-queue-empty = Nothing is chosen for coming days: each passage is drawn when its day comes.
daily-queue-nothing = Nothing was chosen for { $day }.
daily-unqueued = What was chosen for { $day } is taken back.
daily-preview = This comes on { $moment } if nothing changes. Nothing is used up by looking at it.
daily-preview-off = The passage of the day is not on. If it were, this would come on { $moment }. Nothing is used up by looking at it.
daily-preview-skipped = { $day } is skipped.
daily-preview-nothing = Nothing can be posted on { $day }: no text has a passage that stands alone and may be quoted here.
daily-history-title = What the last days brought
daily-history-empty = No day has brought anything yet.
daily-history-sent = { $passage } · { $reasons }
daily-history-claimed = is being posted
daily-history-skipped = no passage: { $reason }
daily-history-failed = not posted: { $reason }

## Why nothing is posted

daily-problem-moderator = Moderators wanted it so.
daily-problem-missed = I was not running at that time, and came back more than six hours late.
daily-problem-moved = The place was replaced by another while the post was under way.
daily-problem-empty = No text had a passage that stands alone and may be quoted here.
daily-problem-unsent = It could not be posted within six hours: the platform was out of order, or could not be reached.
daily-problem-zone = The time zone that is set no longer exists.
daily-problem-channel = No channel is chosen. “daily channel” chooses one.
daily-problem-left = I am not on this server any more.
daily-problem-missing = The channel no longer exists, or I can’t see it.
daily-problem-kind = That kind of channel does not fit the style: a message or thread needs a text channel, “forum” a forum.
daily-problem-send = I may not send messages in that channel.
daily-problem-history = I may not read the message history of that channel, which I need to see whether a post arrived when the line broke.
daily-problem-threads = I may not create threads in that channel, or not write in them.
daily-problem-tag = The forum has no tag of that name.
daily-problem-tag-missing = The forum asks for a tag. “daily style forum” takes its name, too.
daily-problem-refused = The platform refused the post.
