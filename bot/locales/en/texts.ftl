# Texts by command: adding, changing, withdrawing and withholding them.

withheld-left-out = { $count ->
    [one] A passage is left out, because the moderators of this community do not want it shown here.
   *[other] { $count } passages are left out, because the moderators of this community do not want them shown here.
}

command-texts = See and change the texts (for moderators)
command-texts-manual = “list” shows the texts with their standpoints, “withhold” and “release” decide whether a passage is shown in this community, “weight” how often a text brings the passage of the day here (100 is as others, 0 never). “orphans” lists passages that were discussed here and stand in no text any more, “correct” tells the channels where a passage was shown that its text has changed. “add”, “update”, “withdraw” and “restore” change the texts for everybody who uses this bot, and are for those whom its operator lets. “add” and “update” take up to five files, and a zip as a folder of many (in the terminal, a folder as well): the answer says what became of each, and a run that was stopped goes on where it was when it is repeated.
command-texts-examples =
    texts
    texts add file=essay.pdf standpoint="in favour"
    texts add file=essays.zip standpoint="in favour"
    texts update on-wells file=essay.pdf
    texts withdraw on-wells
    texts withhold on-wells.abcdefg
    texts weight on-wells percent=200
    texts orphans decision=keep passage=on-wells.abcdefg
    texts correct on-wells
parameter-text = Which text: its id, its title or part of it
parameter-file = The file of a text, or a zip with the files of many
parameter-file2 = Another file
parameter-file3 = A third file
parameter-file4 = A fourth file
parameter-file5 = A fifth file
parameter-title = What the text is called, if not as it says itself
parameter-standpoint = Where the text stands, in a word or two
parameter-percent = How often the text brings the passage of the day: 100 is as others
parameter-decision = What becomes of a passage that stands in no text any more
parameter-to = The passage that follows it

discord-command-texts = texts
discord-parameter-text = text
discord-parameter-file = file
discord-parameter-file2 = file2
discord-parameter-file3 = file3
discord-parameter-file4 = file4
discord-parameter-file5 = file5
discord-parameter-title = title
discord-parameter-standpoint = standpoint
discord-parameter-percent = percent
discord-parameter-decision = decision
discord-parameter-to = to
discord-choice-list = list
discord-choice-add = add
discord-choice-update = update
discord-choice-withdraw = withdraw
discord-choice-restore = restore
discord-choice-withhold = withhold
discord-choice-release = release
discord-choice-weight = weight
discord-choice-orphans = orphans
discord-choice-correct = correct
discord-choice-keep = keep as it is
discord-choice-redirect = redirect
discord-choice-forget = forget

discord-choice-set = set

## The weekly digest

setting-digest = A list of what waits for moderators, here, on Mondays at nine (by the zone of “daily”), if anything waits.
setting-digest-off = nothing is sent
setting-digest-on = a passage of the day that can’t come, passages that stand in no text any more, corrections to tell, discussed passages that nobody has reviewed, and how many checks found altered quotes
digest-title = What waits for moderators in the week of { $day }
digest-stopped = The passage of the day
digest-stopped-why = is paused. { $reason } When that is mended, “daily resume” goes on with it
digest-orphans = Without a place
digest-orphans-count = { $count ->
    [one] one passage that was discussed here stands in no text any more (texts orphans)
   *[other] { $count } passages that were discussed here stand in no text any more (texts orphans)
}
digest-corrections = Changed since they were quoted
digest-corrections-count = { $count ->
    [one] one new edition changed what was shown here (texts correct)
   *[other] { $count } new editions changed what was shown here (texts correct)
}
digest-unreviewed = Not reviewed
digest-unreviewed-count = { $count ->
    [one] one passage was discussed in the last seven days, and nobody has marked it as seen (review recent)
   *[other] { $count } passages were discussed in the last seven days, and nobody has marked them as seen (review recent)
}
digest-altered = Altered quotes
digest-altered-count = at least { $count } checks in the last seven days found a quote altered; of which passages, and by whom, is not told
digest-altered-fewer = fewer than { $least } checks in the last seven days found a quote altered; of which passages, and by whom, is not told
digest-next = “settings digest value=off” in this channel ends these lists.

## Which texts there are

texts-title = { $count ->
    [0] There are no texts yet
    [one] One text
   *[other] { $count } texts
}
texts-size = { $passages ->
    [one] one passage
   *[other] { $passages } passages
}, { $words ->
    [one] one word
   *[other] { $words } words
}
texts-unlabelled = no standpoint given
texts-weighs = weighs { $percent } % here
texts-more = { $count ->
    [one] And one more.
   *[other] And { $count } more.
}
texts-withdrawn-title = Withdrawn; “texts restore” brings them back
texts-withheld-here = { $count ->
    [one] One passage is withheld in this community: { $passages }. “texts release” shows it again.
   *[other] { $count } passages are withheld in this community: { $passages }. “texts release” shows one again.
}

## Changing them

texts-added = “{ $title }” ({ $source }) is added, { $passages ->
    [one] with one passage.
   *[other] with { $passages } passages.
}
texts-updated = “{ $title }” ({ $source }) has a new edition.
texts-relabelled = It stands for “{ $standpoint }” from now on, as moderators of a community say.
texts-withdrawn = “{ $title }” ({ $source }) is withdrawn: nothing of it is found or quoted any more. “texts restore { $source }” brings it back, with every passage under its id.
texts-restored = “{ $title }” ({ $source }) is back, with every passage under its id.
texts-labelled-by = moderators of a community
texts-label-it = Nobody has said where { $source } stands, so it counts as unlabelled wherever standpoints are balanced. To label it, use “texts update { $source }” with the same file and a standpoint, or write one into its record; the bot itself never labels.
texts-changes = What became of the passages
texts-change-kept = As they were
texts-change-edited = Worded otherwise, under their ids
texts-change-moved = Elsewhere in the text, under their ids
texts-change-split = Split into several
texts-change-merged = Merged with others
texts-change-added = New
texts-change-vanished = Gone
texts-change-orphan = Perhaps the same as others; not decided
texts-orphans-wait = { $count ->
    [one] A passage that was discussed here stands in it no longer: “texts orphans” lists it for you to decide.
   *[other] { $count } passages that were discussed here stand in it no longer: “texts orphans” lists them for you to decide.
}
texts-brought-added = { $count ->
    [one] One text is added.
   *[other] { $count } texts are added.
}
texts-brought-updated = { $count ->
    [one] One text has a new edition.
   *[other] { $count } texts have a new edition.
}
texts-brought-unchanged = { $count ->
    [one] One text is here already, as it was.
   *[other] { $count } texts are here already, as they were.
}
texts-brought-skipped = { $count ->
    [one] One file was skipped.
   *[other] { $count } files were skipped.
}
texts-brought-nothing = There is no file in it.
texts-brought-left = { $count ->
    [one] One file was not looked at, because an answer has to come in time.
   *[other] { $count } files were not looked at, because an answer has to come in time.
} Repeat the command with the same files: it goes on where it stopped.
texts-reading = Reading { $done } of { $total }: { $file }
texts-skipped = What was skipped, and why
texts-skipped-more = { $count ->
    [one] And one more file; the table names all of them.
   *[other] And { $count } more files; the table names all of them.
}
texts-skipped-table = What became of each file
texts-became-twice = The same text as { $text }, which came before it.
texts-became-unknown = No text here is called as this file is or says. “texts add” adds it.
texts-label-them = Nobody has said where the added texts stand, so they count as unlabelled wherever standpoints are balanced.
texts-corrections-offered = { $count ->
    [one] One text of which passages were shown here in the last thirty days
   *[other] { $count } texts of which passages were shown here in the last thirty days
} { $count ->
    [one] says them otherwise now, or no more.
   *[other] say them otherwise now, or no more.
} “texts correct” tells the channels where that was, once. Nothing is told by itself.
texts-update-not-with = with “update”, a text keeps its title
texts-many-not-with = it can’t hold for many files at once
texts-balance = What that does to the balance of standpoints
texts-balance-texts = And to that of texts
texts-share = { $passages_before } → { $passages } % of passages, { $words_before } → { $words } % of words

## What is wanted of them here

texts-withheld = { $passage } is not shown in this community any more. It can still be checked what somebody quotes of it.
texts-withheld-already = { $passage } is withheld already.
texts-released = { $passage } is shown again.
texts-not-withheld = { $passage } is not withheld here.
texts-weighed = { $percent ->
    [0] “{ $title }” brings no passage of the day here any more.
    [100] “{ $title }” weighs as much as other texts here.
   *[other] “{ $title }” weighs { $percent } % here: so much more or less often than other texts it brings the passage of the day.
}

## Orphans

texts-no-orphans = Every passage that was discussed here stands in its text.
texts-orphans = { $count ->
    [one] One passage that was discussed here stands in no text any more
   *[other] { $count } passages that were discussed here stand in no text any more
}
texts-orphan-since = { $source }, since { $day }
texts-orphan-said = it said: “{ $said }”
texts-orphan-candidates = perhaps now { $passages }
texts-orphans-next = Decide with “texts orphans passage=… decision=…”: “keep” leaves it in the log and lists it no more, “redirect” (with “to”) lets another passage follow it, “forget” takes it out of this community’s log.
texts-orphan-keep = { $passage } stays in the log as it is.
texts-orphan-redirect = { $passage } is followed by { $to } from now on.
texts-orphan-forget = { $passage } is taken out of this community’s log.

## Corrections

texts-correction-offered = { $count ->
    [one] A passage that was shown here in the last thirty days
   *[other] { $count } passages that were shown here in the last thirty days
} { $count ->
    [one] is worded otherwise now, or gone.
   *[other] are worded otherwise now, or gone.
} “texts correct { $source }” tells { $channels ->
    [one] the channel
   *[other] the { $channels } channels
} where that was, once. Nothing is told by itself.
texts-nothing-to-correct = Nothing that was shown here in the last thirty days has changed without its channels being told.
texts-correction-nobody = The bot can’t write to channels from here. This is what it would tell:
texts-correction-failed = No channel could be told. Nothing counts as told; ask again once the bot may write there.
texts-corrected = { $channels ->
    [one] The channel is told.
   *[other] { $channels } channels are told.
}
action-correct = Tell the channels
correction-title = A correction: “{ $title }” has had a new edition since { $day }
correction-was = { $passage } was quoted here in other words. Now the text says:
correction-gone = { $passage } was quoted here, and stands in the text no longer. It said: “{ $was }”
correction-legend = What was quoted before stands beside what the text says now: [+words that are gone+], [−words that are new−], [then → now].
correction-more = { $count ->
    [one] One more passage that was quoted here has changed.
   *[other] { $count } more passages that were quoted here have changed.
}
