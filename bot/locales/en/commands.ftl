# What can be asked: names and manuals of commands and parameters, and what their replies say.

## Commands: a description (at most 100 characters) and a manual

command-quote = Find the passages that speak of something
command-quote-manual = Give a word, a few words, or an exact phrase in quotation marks. Words of the same stem count as one; texts take turns.
command-context = Show a passage among its neighbours
command-context-manual = Give the id that stands under a quote; a whole line that was copied will do.
command-summary = Sum up the texts in their own sentences
command-summary-manual = A summary is made of quoted sentences only, each with its speaker and place. Without a subject it covers what the texts speak of most.
command-compare = See what each text says of something, side by side
command-compare-manual = Each text gets the same room. The order changes from day to day, and texts that are silent are named.
command-concordance = List every occurrence of a word in its line
command-concordance-manual = Give a word, a phrase, or the beginning of a word with a star, as in “cease*”.
command-sources = See which texts are here, and where they come from
command-sources-manual = Give a text to see its whole record: who wrote it, where it stands and who says so, how much may be quoted.
command-random = Draw a passage to start from
command-random-manual = The passage is drawn by chance from all texts, or from one.
command-why = See what an answer rests on
command-why-manual = Tells which words were looked for, why each passage was found, and in which editions; and asks again to see whether it still holds.
command-more = Go on with an answer where it stopped
command-more-manual = Give an answer's id; each answer that can go on offers this by itself.
command-help = See what can be asked, and how
command-help-manual = Give a command to see its parameters and examples.
command-settings = See and set what the bot does in a channel (for moderators)
command-settings-manual = “show” and “set” may be left out: with a value it is set. Without a name it lists every setting with its choices. A channel is told before the bot begins to hear it. A thread follows its channel unless it has a setting of its own.
command-privacy = See what is kept, and for how long; opt out of being heard; have yours erased
command-privacy-manual = The list is made from the database itself. Where moderators let the bot notice quotes, “opt-out” means that your messages are never looked at, and “opt-in” takes that back. “opt-out” also keeps your replies and reactions from being counted. “erase” removes whatever could concern you.

command-quote-examples =
    quote ceasefire
    quote "home front" count=1
    quote pilgrims source=report
command-context-examples = context op-ed-digest.abcdef before=3 after=0
command-summary-examples =
    summary weapons
    summary source=interview length=short
    summary weapons words=80
    summary compare=yes
command-compare-examples = compare weapons
command-concordance-examples =
    concordance ceasefire
    concordance cease* source=interview
command-sources-examples =
    sources
    sources interview
command-random-examples =
    random
    random source=interview
command-why-examples = why abcde23456
command-more-examples = more abcde23456 offset=3
command-help-examples =
    help
    help quote
command-settings-examples =
    settings
    settings spotting value=on
command-privacy-examples =
    privacy
    privacy opt-out
    privacy erase

## Parameters (at most 100 characters)

parameter-about = What to look for: a word, a few words, or “an exact phrase”
parameter-source = One text only: its id, its title or part of it
parameter-speaker = One speaker only: a name or part of it
parameter-count = How many passages
parameter-passage = A passage's id, as it stands under each quote
parameter-before = How many passages before it
parameter-after = How many passages after it
parameter-length = How long: short, medium or long
parameter-words = How long in words, instead of length: 20 to 500
parameter-compare = Put the texts side by side, each with the same number of words: yes or no
parameter-term = A word, a phrase, or the beginning of a word with a star
parameter-answer = An answer's id
parameter-offset = How many passages of the answer to pass over
parameter-command = A command's name
parameter-name = A setting's name, as “settings” lists it
parameter-value = What to set it to
parameter-channel = Which channel, if not this one
parameter-choice = What to do: show what is kept, opt-out of being heard, or opt-in again

## Who speaks, and where

speaker-named = { $name } ({ $role })
speaker-unclear = The speaker is unclear in the text
speaker-told-in = { $who }, as told in the { $via }
speaker-told-by = { $who }, as told by { $via }
speaker-quotes = quotes: { $names }
role-author = author
role-interviewer = interviewer
role-interviewee = interviewee
role-quoted = quoted
role-editor = editor
role-unclear = unclear
role-author-alone = The author (not named in the text)
role-interviewer-alone = The interviewer (not named in the text)
role-interviewee-alone = The interviewee (not named in the text)
role-editor-alone = The editors
citation-place = passage { $number } of { $of }
citation-part = part of passage { $number } of { $of }
standpoint = { $label } (labelled by { $by })

echo-short = “{ $asked }”
echo-long = your question
echo-long-first = Your question

action-context = Context
action-more = More
action-why = Why
action-thread = Discuss
action-earlier = Earlier
action-later = Later

## What was found, or not

quote-title = { $about }: { $passages ->
    [one] one passage, from one of { $searched } texts
   *[other] { $many ->
        [all] { $passages }
        [yes] { $shown } of { $passages } or more
       *[no] { $shown } of { $passages }
    } passages, from { $texts }{ $many ->
        [yes] {" "}or more
       *[no] {""}
    } of { $searched } texts
}
quote-title-one = { $about }: { $passages ->
    [one] one passage
   *[other] { $many ->
        [all] { $passages }
        [yes] { $shown } of { $passages } or more
       *[no] { $shown } of { $passages }
    } passages
}
quote-title-more = { $about }: { $shown ->
    [1] passage { $last }
   *[other] passages { $first } to { $last }
} of { $passages }{ $many ->
    [yes] { " " }or more
   *[no] { "" }
}
quote-answers = { $answering ->
    [one] , and one answer to a question
   *[other] , and { $answering } answers to questions
}
nothing-found = { $searched ->
    [one] Nothing in the text that was searched fits { $about }.
   *[other] Nothing in the { $searched } texts that were searched fits { $about }.
}
nothing-nearest = What shares a word or two with the question, and is not about it:
nothing-more = There is nothing more to this answer.
nothing-offered = The texts often speak of: { $terms }.
synonyms-read-as = Read in the texts’ own words: { $read }.
synonyms-pair = { $asked } as { $used }
spelling-read-as = No text has “{ $asked }”, so it was read as “{ $used }”.
spelling-missing = { $count ->
    [one] One of the words stands in no text.
   *[other] { $count } of the words stand in no text.
}
changed-left-out = Left out, because the file has changed since it was read: { $sources }.
silent-named = Nothing on it in: { $titles }.
silent-counted = { $count ->
    [one] One more text has nothing on it.
   *[other] { $count } more texts have nothing on it.
}

context-title = { $title } · { $shown ->
    [1] passage { $last }
   *[other] passages { $first } to { $last }
} of { $of }

summary-title = { $texts ->
    [one] In { $words } quoted words, from one text
   *[other] In { $words } quoted words, from { $texts } texts
}
summary-title-about = { $about } in { $words } quoted words, from { $searched ->
    [one] one text
   *[other] { $texts } of { $searched } texts
}
summary-nothing = No sentence of these texts can be quoted by itself.
summary-nothing-about = The texts speak of { $about }, but no sentence there can be quoted by itself in so few words. “quote” shows the passages.
summary-nearest = What comes nearest, in sentences that have a part of the question:
summary-each = Each text has up to { $words } words; what one leaves of them goes to no other.
summary-unheard = Not every main speaker had room: { $talks }. More words have room for more of them.
summary-unheard-talk = { $title } ({ $heard } of { $speaking })
summary-left-out = { $count ->
    [one] One more text speaks of it, without a sentence that fits in here.
   *[other] { $count } more texts speak of it, without sentences that fit in here.
}
summary-left-out-texts = { $count ->
    [one] One more text had no room.
   *[other] { $count } more texts had no room; others come first tomorrow.
}

compare-title = { $about }: { $searched ->
    [one] the one text
   *[other] { $shown } of { $searched } texts, side by side
}
compare-title-more = { $about }: texts { $first } to { $last } of { $fitting }, side by side
compare-fair = Each text has up to { $words } words; the order is drawn anew each day.
compare-too-long = Speaks of it, but in no sentence of at most { $words } words that can stand alone.

concordance-title = { $term }: { $first }–{ $last } of { $many ->
    [yes] { $total } or more
   *[no] { $total }
} { $total ->
    [one] occurrence
   *[other] occurrences
}, in { $passages ->
    [one] one passage
   *[other] { $passages } passages
}
concordance-nothing = { $searched ->
    [one] { $term } does not stand in the text that was searched.
   *[other] { $term } does not stand in any of the { $searched } texts.
}
random-title = { $searched ->
    [one] Drawn by chance
   *[other] Drawn by chance from { $searched } texts
}
more-nothing = This answer has nothing to go on with.

## Texts

sources-title = { $texts ->
    [one] One text, { $passages } passages, { $words } words
   *[other] { $texts } texts, { $passages } passages, { $words } words
}
sources-passages = { $passages ->
    [one] one passage
   *[other] { $passages } passages
}
sources-left = { $count ->
    [one] One more text is here; its name finds it.
   *[other] { $count } more texts are here; their names find them.
}
sources-next = “sources” with an id or a title tells all that is known of one.
sources-size = { $passages ->
    [one] One passage
   *[other] { $passages } passages
}, { $words ->
    [one] one word
   *[other] { $words } words
}
sources-edition = { $edition }, read on { $day }
source-id = Id
source-subtitle = Subtitle
source-authors = By
source-reports = Retells
source-kind = Kind
source-outlet = Published in
source-published = Published
source-first-published = First published
source-language = Language
source-url = Address
source-digest-of = Digest of
source-standpoint = Standpoint
source-rights = Rights
source-size = Length
source-edition = Edition
source-voices = Voices
source-next = To read it: context with a passage's id, “summary source={ $source }”, or “random source={ $source }”.
standpoint-none = no label was given
rights-per-answer = { $words ->
    [one] { $words } word an answer may be quoted
   *[other] { $words } words an answer may be quoted
}
rights-per-day = { $words ->
    [one] { $words } word a day
   *[other] { $words } words a day
}
rights-no-cap = may be quoted without a cap
voice-speaking = { $name } ({ $role }), { $speaking ->
    [one] one passage
   *[other] { $speaking } passages
}
voice-quoted = { $name } (quoted), in { $quoted ->
    [one] one passage
   *[other] { $quoted } passages
}
voice-both = { $name } ({ $role }), { $speaking ->
    [one] one passage
   *[other] { $speaking } passages
}, and quoted in { $quoted }
voices-left = { $count } more
voices-unclear = unclear in { $passages ->
    [one] one passage
   *[other] { $passages } passages
}
kind-op-ed = op-ed
kind-report = report
kind-interview = interview
kind-op-ed-digest = digest of an op-ed
kind-report-digest = digest of a report
kind-interview-digest = digest of an interview
kind-book = book
kind-speech = speech
kind-letter = letter
kind-other = text

## Why

why-title = Answer { $answer }: “{ $command }”, on { $day } between { $hour }:00 and { $hour }:59 UTC
why-terms = words looked for
why-also = read also
why-no-terms = none
why-own-terms = those of the passage itself
why-searched = searched
why-texts = { $searched ->
    [one] one text
   *[other] { $searched } texts
}
why-choice-source = one text only
why-choice-speaker = one speaker only
why-choice-count = passages asked for
why-choice-offset = passed over
why-choice-missing = asked words that stand in no text (how many)
why-choice-bare = what is left of the question, which decides
why-choice-bare-missing = words of that which stand in no text (how many)
why-choice-limit = lines a page
why-choice-words = words at most
why-choice-apart = each text by itself
why-choice-turn = turn of the texts (a number for the day)
why-choice-day = order of the day
why-choice-seed = drawn with the number
why-choice-passage = passage
why-choice-before = before it
why-choice-after = after it
why-score = score
why-edition = edition
why-now = asked again now
why-same = the same
why-gone = the passage stands in the text no longer
why-changed = the text has a new edition since
why-moved = now in place { $rank }
why-not-found = no longer found
why-no-passages = The answer rests on places in the lines themselves, not on a ranking.
why-stands = It rests on no search. All its passages stand as they did.
why-stands-not = It rests on no search. Some of its passages have changed since.
why-beside = Looked for were the passage’s own words; this search is not asked again. All its passages stand as they did.
why-beside-not = Looked for were the passage’s own words; this search is not asked again. Some of its passages have changed since.
why-replay-same = Asked again now: the same passages in the same order.
why-replay-differs = Asked again now, the answer differs, as told above.
why-scores = A score is the sum of its signals: rare words count more than common ones. Only words that stand in the texts are kept of a question.
signal-text = words in the passage
signal-letters = letters in a row
signal-synonyms = other words for the same
signal-sense = what the words mean
signal-headings = words in the headings above
signal-title = words in the title
signal-speaker = words in a speaker's name
signal-together = words close together
signal-coverage = share of the words covered
signal-meaning = near in meaning
signal-english = near in meaning, read as English
signal-phrase = the exact phrase
signal-question = answers a question with these words

## Help and privacy

help-title = What can be asked
help-next = “help” with a command's name tells more, with examples.
help-parameters = It takes
help-examples = For example
help-default = else { $value }
help-longest = up to { $longest } characters

settings-title = What is set for this channel and this community
settings-now = { $setting } is { $value }. { $about }
settings-elsewhere = { $setting } is { $value } in { $channels }.
settings-next = To change one: “settings” with its name and the value.
settings-already = { $setting } is { $value } already. Nothing was changed.
settings-set = { $setting } is { $value } from now on.
settings-deaf-discord = Nothing was changed: I can’t hear messages on Discord. Whoever runs this bot has to switch on the Message Content Intent on the application’s page at Discord, set discord.message_content to true, and start the bot again. Everything but this works without it.
settings-deaf-matrix = Nothing was changed: this bot does not listen on Matrix. Whoever runs it has to set matrix.message_content to true and start it again. Everything but this works without it.
settings-unfit-send = Nothing was changed: I may not send messages in that channel. Allow me to, or name another one with “channel”.
settings-unfit-missing = Nothing was changed: that channel no longer exists, or I can’t see it. Let me see it and write in it, or name another one with “channel”.
settings-unfit-kind = Nothing was changed: nothing can be posted by itself in that kind of place. Name a channel where people write messages.
settings-unfit-left = Nothing was changed: I am not a member here, so I can’t post anything.
settings-deaf-terminal = Nothing was changed: in the terminal there is nobody else to be heard.
setting-spotting = Noticing which passages people quote in this channel and its threads.
setting-spotting-off = no message is looked at
setting-spotting-on = messages are compared with the texts and forgotten; counted is which passage was quoted in which hour
setting-spotting-offer = the same, and when a passage is quoted, the bot says where it stands, at most once an hour
setting-language = The language of what everybody sees in this community: answers, the passage of the day, notices, lists, corrections. Set once for all channels; what only you see is in your own.
setting-language-auto = the language of the server on Discord for what the bot says by itself, the asker’s for answers
setting-language-en = English
setting-language-uk = Ukrainian
notice-spotting = In this channel I now notice which passages of our texts are quoted. Each message is compared with the texts in memory and forgotten at once. What is kept is the passage, the hour and the channel; never who wrote it, never what was written.
notice-spotting-on = I say nothing about it.
notice-spotting-offer = When a passage is quoted, I say where it stands, at most once an hour for each passage.
notice-opt-out = If you don’t want me to look at your messages, react to this with { $sign }, or use the command “privacy” with the choice “opt-out”. It holds in every channel, and taking the reaction away takes it back.
offer-quoted = This is quoted from: { $place }

privacy-title = What this bot keeps
privacy-people = { $tables ->
    [one] No name, no id of a person, no message, no question as it was written. One part concerns people, and only those who opted out of being heard.
   *[other] No name, no message, no question as it was written. { $tables } parts concern people, each by a keyed hash: those who opted out of being heard, and moderators, of whom it is kept what they did as such.
}
privacy-never = Of a question only those words are kept that stand in the texts themselves; everything else is gone with the answer.
privacy-spotting = The bot hears no messages unless moderators turn that on for a channel, and then keeps nothing of them. “privacy choice=opt-out” makes it let go of yours before it looks at them.
privacy-terminal = There is nothing to opt out of here: in the terminal nobody is heard.
privacy-opted-out = From now on your messages are not looked at, in any channel. Kept for this is a keyed hash of your id and nothing else; “privacy choice=opt-in” erases it.
privacy-opted-in = You are heard like everybody else again, in channels where moderators turned that on. Whatever was kept of your wish is erased.
privacy-kept = Kept { $long }
