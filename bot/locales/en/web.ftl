# The moderators' page, and what is said where it is asked for.

# Where it is asked for
page-link = Open the moderators’ page
page-link-told = The link works once, for { $minutes } minutes, and lets in whoever follows it: keep it to yourself. You stay in for { $hours } hours at most, and only while you look after this community.
page-link-here = The page is only served on the computer that the bot runs on: the link opens there alone. Whoever runs the bot can set web.base_url.
page-off = There is no page here: it is not switched on (web.enabled in the configuration), or it could not start, and the log says why. Whoever runs the bot can mend that.
page-private-only = The page shows a community, so ask for it in one: in a server’s channel.
page-not-for-you = There is no link for you: the page shows the whole server, so it opens for those who may manage the server or its messages everywhere, and Discord doesn’t confirm that of you now. Rights in a single channel are not enough; /review shows numbers here all the same.
page-terminal = The page is served by a bot that runs (commonplace run, with web.enabled in its configuration), and it opens by a link that the bot gives to a moderator on Discord: /review, with “page”. In the terminal, review shows the same numbers.

# Everywhere
web-name = Commonplace
web-skip = Skip to the content
web-leave = Log out
web-footer = Commonplace keeps counts of passages, never of people.
web-footer-counts = Counts are of passages, never of people. Numbers below { $least } are not told apart, and every other one is rounded down to a multiple of { $least }. Days are those of UTC.
web-number = { $count }
web-at-least = { $count }+
web-percent = { $percent } %
web-fewer = fewer than { $least }
web-period = { $first } – { $last }
web-count = Discussed
web-back = Where this page belongs
web-to-overview = To the overview

# Coming in and leaving
web-enter-title = The moderators’ page
web-enter-told = It shows which passages your community discusses, and which it overlooks. You stay logged in for { $hours } hours at most.
web-enter = Log in
web-left = You are logged out
web-left-told = To come back, ask the bot for a new link. You can close this page.
web-link-gone = This link does not work any more
web-link-gone-told = A link works once, for { $minutes } minutes. Ask the bot for a new one.

# What goes wrong
web-failed-401 = Please come in by a link
web-failed-401-told = You are not logged in, or no longer. Ask the bot for a link to this page, where you moderate.
web-failed-lost = Your session has ended
web-failed-lost-told = The bot could not confirm that you look after this community. If you do, ask it for a new link.
web-failed-cross-site = That was not sent from this page
web-failed-cross-site-told = Nothing was changed. Please use the buttons of this page itself; a very old browser may have to be updated.
web-failed-404 = There is nothing at this address
web-failed-404-told = The text or passage may have been taken out, or the address has a mistake.
web-failed-405 = That can’t be done here
web-failed-405-told = This page can only be read.
web-failed-421 = This page has another address
web-failed-421-told = Please use the link that the bot gave you. Whoever runs the bot may have to set web.base_url.
web-failed-429 = Too many links that don’t work
web-failed-429-told = Please wait a minute. A link that works is let in at any time.
web-failed-500 = Something went wrong
web-failed-500-told = It has been noted, without your data. Please try again.
web-failed-503 = The numbers can’t be read just now
web-failed-503-told = Please try again in a moment. If it stays so, tell whoever runs the bot.

# The overview
web-overview = Overview
web-overview-title = What is discussed
web-filters = Which days, and where
web-from = From
web-to = To
web-channel = Channel
web-channel-all = All channels
web-show = Show
web-csv = Download as CSV
web-filter-days = These days could not be read: please write them as 2026-11-22. Shown are the last 30 days.
web-filter-order = The first day comes after the last one, or after today. Shown are the last 30 days.
web-filter-channel = There is no such channel. Shown are all of them.
web-trend = From day to day
web-trend-day = Discussed each day, { $first } to { $last }
web-trend-week = Discussed each week, { $first } to { $last }
web-trend-month = Discussed each month, { $first } to { $last }
web-per-day = a bar is a day
web-per-week = a bar is a week
web-per-month = a bar is a month
web-highest = highest { $count }
web-trend-none = There is nothing to draw: nothing was discussed in these days, or so little that days could be traced to people.
web-as-table = As a table
web-since = From
web-coverage = Which passages are discussed
web-covered-all = { $covered } of { $passages } passages were discussed. Each cell is a passage, in the order of reading; it leads to the passage. The stronger its shade, the more it was discussed.
web-covered = { $passages ->
    [1] { $covered ->
        [0] its only passage was not discussed
       *[other] its only passage was discussed
    }
   *[other] { $covered } of { $passages } passages discussed
}
web-scale = What the shades mean
web-scale-none = not discussed
web-scale-range = { $first }–{ $last }
web-scale-over = { $first } and more
web-strip = Passages of { $title }, with how often they were discussed
web-strip-elsewhere = Its passages are drawn on its own page.
web-texts-unlisted = { $count ->
    [one] One more text was discussed less.
   *[other] { $count } more texts were discussed less.
}
web-no-texts = There are no texts yet.
web-top = Most discussed
web-top-none = Nothing was discussed in these days.
web-texts = Texts
web-passage = Passage
web-place = { $number } of { $of }
web-place-gone = no longer in the text
web-channels = Channels
web-channels-none = Nothing to tell apart: nothing was discussed in these days, or so little that channels could be traced to people.
web-channels-one = One channel is chosen.
web-standpoints = Standpoints
web-standpoints-told = What part each standpoint has in what the bot showed, beside its part of all passages.
web-standpoints-few = Too little was shown in these days to tell its parts without singling anybody out.
web-standpoint = Standpoint
web-labelled-by = labelled by { $by }
web-unlabelled = without a label
web-shown = Shown
web-offered = Offered

# A text
web-passages = Its passages
web-speaker-unclear = speaker unclear
web-pages = Pages of the table
web-page-before = Earlier passages
web-page-after = Later passages
web-page-at = { $at } of { $of }

# A passage
web-passage-title = Passage
web-words = Its words
web-moved = It was split or merged since; this is what it became.
web-numbers = Numbers
web-what = What
web-times = How often
web-discussed = Discussed by people
web-by-bot = Shown by the bot
web-people = People, on the day with most
web-kind-checked = quotes checked
web-kind-spotted = quoted in a conversation
web-kind-replied = replies
web-kind-reacted = reactions
web-kind-threaded = messages in threads
web-kinds-hidden = The kinds are not told apart here: they would give small numbers away.
web-review = Review
web-review-none = Nobody has looked at it yet.
web-review-how = To set status or note, use the command review.
web-status = Status
web-status-open = open
web-status-seen = seen
web-status-noted = noted
web-note = Note
web-set = Set
