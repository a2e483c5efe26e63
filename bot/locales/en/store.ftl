# What the store holds, table by table, and for how long: `privacy` is made of these.

stored-sources = What is known of each text: title, outlet, dates, kind, rights, and who gave it which label
stored-authors = The authors of the texts, as the texts print them
stored-editions = Which editions of each text there were, and from which file on this computer each was read
stored-documents = The words of the texts
stored-speakers = Who speaks in the texts
stored-passages = The passages of the texts: ids and places
stored-statements = Where the texts quote or report somebody: places and speakers
stored-redirects = Which passages became which others when a text was edited
stored-counters = Numbers that count changes of the texts and transactions of the log
stored-settings = What a community has set
stored-consents = That somebody does not want to be heard: a keyed hash of their id, which only this bot can recognise
stored-places = The ids of the communities and channels in which passages were shown
stored-events = How often a passage was shown or discussed: by hour and channel, never by person
stored-tallies = How much was going on in a channel each day: how many events of each kind, without the passages
stored-answers = Which command was asked in which hour and community, never by whom; of the question those words that stand in the texts and the arguments that the texts offer, no other word
stored-answer-hits = Which passages were found for a question, how they ranked, and why
stored-quoted-words = How many words of each text a community was shown in a day
stored-schedules = When and where a community gets its passage of the day
stored-days = Which passage each day brought to a community, and why that one
stored-queued = Which passages moderators chose for coming days
stored-withheld = Which passages moderators don't want shown in their community
stored-weights = How much more or less often moderators want a text's passages
stored-withdrawn = Texts that are withdrawn and can be restored
stored-corrections = The former words of passages that were shown and that a new edition words otherwise, so that this can be told
stored-settled = Passages that stand in no text any more and that moderators keep as they are
stored-corrected = Of which corrections a community was told
stored-digests = For which weeks a community's moderators got their digest
stored-sent = The ids of the bot's own messages and the passages in them, so that replies and reactions can be counted
stored-participants = How many different people took part in discussing a passage on a day: a number, without any of them
stored-reviews = What moderators noted of passages; who did is a keyed hash
stored-trail = What moderators did with the bot; who did is a keyed hash
stored-matrix-checkpoints = How far the bot has read on Matrix
stored-matrix-seen = The ids of the last events in each Matrix room, so that nothing is answered twice
stored-matrix-waiting = The ids of events on Matrix that are still to be answered, without their words
stored-matrix-invites = How many invitations the bot took up on Matrix in a day
stored-leavings = Which communities the bot has left, until all of theirs is erased

keep-shelf = as long as the text is in the library
keep-former = as long as the text is in the library; an earlier edition as long as the log speaks of it
keep-always = for good
keep-answers = { $days ->
    [one] one day
   *[other] { $days } days
}
keep-days = a few days, for the caps on quoted words
keep-unset = until it is changed
keep-wish = until they want to be heard again
keep-month = thirty days
keep-log = { $days ->
    [one] one day
   *[other] { $days } days
}
keep-tallied = for good; thirty days where the bot has left the community
keep-left = thirty days, then everything of the community is erased
keep-last = only the last ones
keep-open = until they are answered, at most seven days
