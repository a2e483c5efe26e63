# What is discussed, and what moderators note of it.

## Commands

command-discussed = See what this community has talked about, and what it has not
command-discussed-manual = Every text is a strip with a cell for each passage, the fuller the more it was discussed. Below are passages that were discussed least. Small numbers are never told exactly, and nobody is counted by name.
command-discussed-examples =
    discussed
    discussed interview
command-balance = See each standpoint's share in what was shown here
command-balance-manual = The shares are of answers and daily passages in the last 30 days, beside what the texts offer.
command-balance-examples = balance
command-review = See what is discussed, and note what you saw (for moderators)
command-review-manual = “top”, “recent”, “undiscussed”, “trend” and “channels” show numbers; “days”, “channel”, “source” and “status” narrow them down. “passage” shows one passage; “status” and “note” mark it, for all moderators to see. “export” gives a file, “page” a link to the page, “trail” what moderators did. Small numbers are never told exactly.
command-review-examples =
    review
    review undiscussed source=interview
    review trend days=365
    review note op-ed-digest.abcdef note="ask the author"
    review export format=annotations

parameter-days = Of how many days, today included
parameter-status = Which status: open, seen or noted
parameter-note = What to note of the passage
parameter-format = What kind of file: csv, json or annotations (W3C Web Annotations)

## Numbers in words

count-none = never
count-few = fewer than { $least } times
count-from = { NUMBER($count, useGrouping: 0) }+ times
people-none = nobody
people-few = fewer than { $least }
people-from = { NUMBER($count, useGrouping: 0) }+
count-place = { $number } of { $of }
count-gone = no longer in the text

## What was discussed, and what was not

discussed-title = What was discussed here
discussed-covered = { $covered } of { $of } passages so far.
discussed-left = { $count ->
    [one] One more text is here; name it to see it.
   *[other] { $count } more texts are here; name one to see it.
}
discussed-least = Discussed least: where a talk could begin
discussed-nothing = Nothing has been discussed here yet.
discussed-nothing-of = Nothing of “{ $title }” has been discussed here yet.
discussed-what = Discussed means: checked, quoted, replied to, reacted to, or talked about in a thread. No names and no messages are kept.
strip-alt = { $of ->
    [1] Its only passage was discussed { $most }.
   *[other] { $covered } of { $of } passages were discussed; passage { $number } most, { $most }.
}
strip-alt-none = { $of ->
    [1] Its only passage was not discussed.
   *[other] None of the { $of } passages was discussed.
}
bars-alt = { $count ->
    [one] One passage: { $first }.
   *[other] { $count } passages; the first is { $first }.
}
trend-title = { $step ->
    [week] Discussed week by week
    [month] Discussed month by month
   *[day] Discussed day by day
}
trend-alt = { $step ->
    [week] From { $first } to { $last }, by week; most in the week of { $day }, { $most }.
    [month] From { $first } to { $last }, by month; most in the month of { $day }, { $most }.
   *[day] From { $first } to { $last }, by day; most on { $day }, { $most }.
}
channels-alt = { $count ->
    [one] One channel.
   *[other] { $count } channels, the liveliest first.
}

## Balance

balance-title = What was shown here in { $days } days, and what the texts offer
balance-too-little = Too little was shown to tell shares without singling anybody out.
balance-standpoints = Standpoints
balance-texts = Texts
balance-shown = shown: { $percent } %
balance-offered = in the texts: { $percent } %
balance-offered-little = in the texts: under 1 %
balance-left = { $count ->
    [one] One more text is here.
   *[other] { $count } more texts are here.
}
balance-what = Shown are passages in answers and of the day. What the texts offer is counted in passages. Labels were given by those named beside them, never by this bot.

## Review

review-days = { $days ->
    [one] today
   *[other] { NUMBER($days, useGrouping: 0) } days
}
review-one-channel = one channel
review-top = Discussed most
review-recent = Discussed last
review-recent-what = By day: the hour, the channel and what was done are not told, because they could tell of whom.
review-undiscussed = Discussed least
review-channels = Discussed where
channel-unseen = a channel you can’t see
channel-gone = a channel I no longer see (…{ $end })
review-nothing = There is nothing to tell, or too little to tell it without singling anybody out.
review-nothing-yet = There is nothing to tell: nothing was discussed in that time.
review-nothing-fits = There is nothing to tell: no passage fits what you asked for.
review-not-with = “{ $action }” counts all texts together
review-no-passage = “{ $action }” is not about one passage
review-next = “review passage” and an id shows a passage; “review status” and “review note” mark it.
review-mark-next = “review status … status=seen” and “review note … note=…” mark this passage for all moderators.
review-set = Marked { $passage }.
review-note-expected = a few words
review-none-marked-yet = No passage is marked yet.
review-none-marked = No passage is marked like that.
review-marked = What is marked
review-page = The page shows all of this to look at. The link to it is for you alone, works once, and only for a few minutes.

status-open = open
status-seen = seen
status-noted = noted
moderator-you = you
moderator-other = moderator { $mark }
moderator-erased = a moderator

passage-discussed = Discussed
passage-shown = Shown by the bot
passage-people = People on the liveliest day
passage-status = Status
passage-note = Note
passage-by = Set by
kind-of-checked = · checked
kind-of-spotted = · quoted in chat
kind-of-replied = · replied to
kind-of-reacted = · reacted to
kind-of-threaded = · in threads

trail-title = What moderators did
trail-empty = No moderator has done anything yet.
trail-what = Marks tell moderators apart and name nobody.

export-title = For you to take away
export-nothing = There is nothing to export: nothing was discussed or marked.
export-alt = { $passages ->
    [one] One passage with how often it was discussed, its status and its note.
   *[other] { $passages } passages with how often each was discussed, its status and its note.
} Nobody who uses the bot stands in it.
export-cut = Only the first { $most } passages are in it.
export-discussed = discussed { $times }
export-placed = { $count ->
    [one] One annotation has only the place of its passage: the text's rights allow no more of its words.
   *[other] { $count } annotations have only the places of their passages: the texts' rights allow no more of their words.
}
export-left-out = { $count ->
    [one] One passage is left out: its text changed or went.
   *[other] { $count } passages are left out: their texts changed or went.
}

## Names on Discord

discord-command-discussed = discussed
discord-command-balance = balance
discord-command-review = review
discord-parameter-days = days
discord-parameter-status = status
discord-parameter-note = note
discord-parameter-format = format
discord-choice-top = top
discord-choice-recent = recent
discord-choice-undiscussed = undiscussed
discord-choice-trend = trend
discord-choice-channels = channels
discord-choice-passage = passage
discord-choice-status = status
discord-choice-note = note
discord-choice-export = export
discord-choice-page = page
discord-choice-trail = trail
discord-choice-open = open
discord-choice-seen = seen
discord-choice-noted = noted
discord-choice-csv = csv
discord-choice-json = json
discord-choice-annotations = annotations
