# What is recorded of discussions, and erasing it.

privacy-erasing = I looked for everything that could concern you: a wish not to be heard, and the mark that tells what you did as a moderator from what others did.
privacy-erased = Erased, and written over on the disk:
privacy-erased-rows = { $rows ->
    [one] one row
   *[other] { $rows } rows
}
privacy-erased-nothing = There was nothing, and nothing had to be erased.
privacy-erased-wish = Your wish not to be heard is gone as well: you are heard like everybody else. “privacy choice=opt-out” says it anew.
privacy-erase-terminal = There is nothing that could concern you: in the terminal nobody is known. What is done here is marked with the word “terminal”, which is nobody's name.
privacy-replies = Replies and reactions to the bot's own messages, and messages in threads on a passage, are counted for the passage, by hour and channel. How many different people took part is a number; by what they are told apart is never written and is thrown away each day. A reaction that is taken back stays counted: to take it off, the bot would have to keep whose it was.
privacy-erase = “privacy choice=erase” erases whatever could concern you.

## The audit in the shell

cli-privacy = see what the store holds of people
cli-privacy-audit = prove that what holds a person is what erasing clears
audit-title = Tried on a copy of this database's schema; the database itself was only read.
audit-declared = what is kept
audit-declared-good = { $count } columns, each of them declared
audit-declared-bad = columns that are not declared, or declared and not there: { $wrong }
audit-marks = marks
audit-marks-good = { $count ->
    [0] nobody's mark is kept now
    [one] one person's mark is kept, and only where a person may stand
   *[other] the marks of { $count } people are kept, and only where a person may stand
}
audit-marks-bad = something that is no mark, or a mark in another place: { $wrong }
audit-persons = erasing a person
audit-persons-good = { $count } columns hold a person, and just these were cleared; others' stayed
audit-persons-bad = not what is declared, or others' were lost: { $wrong }
audit-traces = what is left of them
audit-traces-good = nothing, in { $count } bytes of tables, free pages and log
audit-traces-bad = the mark is still in the file
audit-communities = erasing a community
audit-communities-good = { $count } tables, and no word of it is left; others' stayed
audit-communities-bad = still there: { $wrong }
