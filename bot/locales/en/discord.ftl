# What is said on Discord only. Names of commands (discord-command-…) and parameters are lower-case, without spaces.

discord-menu-find = Find in the texts
discord-menu-check = Check this quote
discord-nothing-to-find = That message has no words that could be looked for.
discord-command-unknown = This command is not known any more. Discord’s list will be up to date in a moment; please try again.
discord-still-reading = I am still reading the texts. Please ask again in a moment.
discord-button-unknown = This button is from an older version and no longer does anything. Please ask again.

discord-private = This answer is for the asker alone.

discord-notice-refused = Nothing was changed: the channel has to be told first, and I could not write there. Please let me see the channel and send messages in it.
discord-channel-not-yours = Nothing was done: you do not look after that channel, or do not see it.

discord-thread-about = Here is room to talk about a passage from:
discord-thread-context = Show the passage
discord-thread-opened = The thread is open:
discord-thread-exists = There is a thread on this message already.
discord-thread-forbidden = I may not open a thread here. A moderator can allow me to create public threads and to write in them.
discord-thread-not-here = A thread can’t grow from here: it needs an answer that everybody sees, in a text channel of a server.
discord-thread-failed = Discord did not open the thread. Please try again in a while.

discord-command-quote = quote
discord-command-context = context
discord-command-summary = summary
discord-command-compare = compare
discord-command-concordance = concordance
discord-command-sources = sources
discord-command-random = random
discord-command-why = why
discord-command-more = more
discord-command-help = help
discord-command-settings = settings
discord-command-privacy = privacy

discord-parameter-about = about
discord-parameter-source = source
discord-parameter-speaker = speaker
discord-parameter-count = count
discord-parameter-passage = passage
discord-parameter-before = before
discord-parameter-after = after
discord-parameter-length = length
discord-parameter-words = words
discord-parameter-compare = compare
discord-parameter-term = term
discord-parameter-answer = answer
discord-parameter-offset = offset
discord-parameter-command = command
discord-parameter-name = name
discord-parameter-value = value
discord-parameter-channel = channel
discord-parameter-choice = choice

discord-choice-short = short
discord-choice-medium = medium
discord-choice-long = long
discord-choice-yes = yes
discord-choice-no = no
discord-choice-show = show
discord-choice-opt-out = opt-out
discord-choice-opt-in = opt-in
discord-choice-erase = erase
