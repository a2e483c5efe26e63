# What went wrong, and what to do next: one sentence for each class in bot/errors/.
# Variables are the class's fields; a list comes as words, and its length as the field's name and "_count".

error-config-invalid = The configuration { $file } is not accepted. Please mend: { $problems }

# Asking

error-unknown-command = { $suggestions_count ->
    [0] There is no command of that name. To look something up in the texts, begin with “quote”; “help” shows all that can be asked.
   *[other] There is no command of that name. Did you mean: { $suggestions }? Ask “help” for the list.
}
error-unknown-source = { $known_count ->
    [0] No text here has that name. Ask “sources” for the list.
   *[other] No text here has that name. These are here: { $known }.
}
error-not-withdrawn = { $known_count ->
    [0] No text is withdrawn, so there is nothing to restore.
   *[other] No withdrawn text has that name. These can be restored: { $known }.
}
error-unknown-speaker = { $known_count ->
    [0] Nobody of that name speaks in these texts.
   *[other] Nobody of that name speaks in these texts. Nearest: { $known }.
}
error-unknown-passage = There is no passage with that id. Ids stand under each quote, and “quote” finds passages by their words.
error-passage-withdrawn = The passage { $passage } stood in an earlier edition of { $source }, and the present edition no longer has it, so it is not quoted.
error-passage-withheld = The moderators of this community do not want this shown here.
error-unknown-answer = { $days ->
    [one] There is no answer with that id here. Answers are kept for { $days } day.
   *[other] There is no answer with that id here. Answers are kept for { $days } days.
}
error-question-empty = There is nothing to look for yet. Please give a word or two that may stand in the texts.
error-question-too-long = That is { $length } characters; up to { $limit } can be searched. Please ask with fewer words.
error-question-unsearchable = Those words stand in nearly every passage, so nothing can be told apart by them. Please add a word that is about the subject.
error-argument-missing = “{ $command }” also needs “{ $argument }”. Ask “help { $command }” for an example.
error-argument-unknown = { $known_count ->
    [0] “{ $command }” takes nothing of that name. It takes no arguments.
   *[other] “{ $command }” takes nothing of that name. It takes: { $known }.
}
error-argument-unneeded = Please leave out “{ $argument }”: { $reason }.
error-argument-invalid = “{ $argument }” of “{ $command }” should be { $expected }.
error-time-invalid = A time of day is written with two digits for the hour and two for the minute, from 00:00 to 23:59: 08:30 is in the morning, 20:30 in the evening.
error-unknown-zone = { $suggestions_count ->
    [0] There is no time zone of that name. They are named after cities, as in Europe/Kyiv or America/New_York.
   *[other] There is no time zone of that name. Did you mean: { $suggestions }?
}
error-date-invalid = A date is written as year-month-day, with four, two and two digits, and has to be in the calendar.
error-date-outside = Only days from { $first } to { $last } can be planned for.
error-right-missing = “{ $command }” is for those who look after this place.

# Texts and rights

error-no-texts = There are no texts to answer from yet. Whoever runs this bot can add some with: commonplace texts import FOLDER
error-source-changed = The text { $source } has changed since it was read, so nothing is quoted from it until it is imported again.
error-rights-exhausted = { $limit ->
    [one] { $source } may be quoted for { $limit } word a day here, and that is used up. It can be quoted again tomorrow.
   *[other] { $source } may be quoted for { $limit } words a day here, and they are used up. It can be quoted again tomorrow.
}

# Files

error-file-unreadable = { $reason ->
    [missing] There is no file { $file }. Check the path.
    [denied] { $file } may not be opened. Check the rights of the file and of its folder.
    [name] The name of { $file }, or of its folder, has bytes that are no letters in UTF-8. Give it another name and import it again.
    [folder] { $file } is a folder. Give a file, or the folder to “commonplace texts import”.
    [special] { $file } is not a plain file, so it is not read.
    [password] { $file } is locked with a password or a shop's protection. Save a copy without it, if you may.
    [pictures] { $file } has only pictures of pages and no text. Have its text recognised first, then import it again.
   *[other] { $file } cannot be opened ({ $reason }). Check that it is there and may be read.
}
error-file-empty = { $file } has no words in it.
error-file-too-large = { $file } holds, or needs while it is read, more than { $megabytes } MB, which is the limit. Split it, or raise the limit in the configuration.
error-file-binary = { $file } is not a text, although its name says so.
error-file-encoding = { $offset ->
    [-1] The encoding of { $file } cannot be told. Save it as UTF-8 and import it again.
   *[other] { $file } is not cleanly encoded: the byte at { $offset } does not fit. Save it as UTF-8 and import it again.
}
error-file-kind-unknown = { $file } is of a kind that cannot be read. These can: { $known }.
error-file-hostile = { $reason ->
    [unpacked] { $file } is refused: it unpacks to far more than its size, as bombs do.
    [entries] { $file } is refused: it holds more files than a text has use for.
    [entity] { $file } is refused: it declares entities, which can hide bombs and reach for other files.
    [path] { $file } is refused: something in it wants to be put outside its own folder.
    [line] { $file } is refused: one of its lines is longer than any text's.
    [nesting] { $file } is refused: it is nested deeper than any text is.
    [columns] { $file } is refused: a table in it has more columns than any table of a text.
   *[other] { $file } is refused, because it could do harm ({ $reason }).
}
error-file-outside = { $file } leads out of the folder that was given, so it is not read. Put the file itself into the folder.
error-file-damaged = { $reason ->
    [archive] { $file } is damaged: it is not a whole archive. Try to save or export it again.
    [content] { $file } is damaged: a part of its text is missing. Try to save or export it again.
    [crash] { $file } is damaged in a way that stopped its reader. Try to save or export it again.
   *[other] { $file } is damaged ({ $reason }). Try to save or export it again.
}
error-file-timeout = { $seconds ->
    [one] Reading { $file } took longer than { $seconds } second and was stopped. Split it, or raise the limit in the configuration.
   *[other] Reading { $file } took longer than { $seconds } seconds and was stopped. Split it, or raise the limit in the configuration.
}
error-catalog-broken = The catalog { $file } is not accepted. Please mend: { $problems }
error-duplicate-source = Two files claim to be the text { $source }: { $first } and { $second }. Keep one, or give the other an id of its own in the catalog.

# The database

error-semantic-unusable = Finding by meaning is off: { $file } cannot be used here ({ $reason }). Everything else works. Install the extra again, as commonplace[semantic].
error-store-missing = There is no database at { $file }. Check the path, or run “commonplace texts import” to make one.
error-store-newer = The database { $file } was written by a newer version of this bot (schema { $found }; this version knows { $known }). Upgrade the bot, or restore a backup. Nothing was changed.
error-store-older = The database { $file } was written by an earlier version of this bot (schema { $found }; this version has { $known }). Start the bot once: it brings the database up to date.
error-store-damaged = The database { $file } fails its integrity check ({ $reason }). Restore a backup; the texts themselves can be imported again.
error-store-read-only = The database { $file } can only be read here: another process has it, or it may not be written. Ask the bot that runs, or check the rights of the file and of its folder.
error-store-locked = Another process holds the database { $file }. Stop that process, or give this one a database of its own.
error-store-full = The disk that holds { $file } is full. Make room and try again; what was saved before is safe.
error-consent-key-lost = The file { $file }, by which the bot recognises who does not want to be heard, is missing or broken. Until it is put back, nobody is heard.

# Platforms

error-token-missing = No token for { $platform } is configured. Put it into the environment or into a file that the configuration names; docs/operating.md tells how.
error-token-unreadable = The token for { $platform } cannot be taken from the file { $file }: { $reason ->
    [empty] it is empty
    [several] it holds more than one word
    [encoding] it is not UTF-8 text
   *[other] { $reason }
}. The file has to hold the token and nothing else, and the bot's user has to be able to read it.
error-token-refused = { $platform } refused the token: it is wrong or was revoked. Make a new one and put it in the old one's place. The bot does not try again by itself.
error-intent-refused = { $platform } does not let the bot hear messages. Either switch on the Message Content Intent on the application’s page (Bot, Privileged Gateway Intents), or set discord.message_content to false; everything but noticing quotes works without it.

error-text-exists = The text { $source } is there already. “texts update” gives it a new edition; a text of its own needs another title.
error-text-withdrawn = The text { $source } was withdrawn. “texts restore” brings it back.
error-text-elsewhere = The text { $source } is read from a file on the computer where the bot runs. Whoever runs the bot can change it there; at the next start it is read again.
error-label-invalid = A { $what } is one line of words without control characters, at most 200 characters long.
error-not-curator = Texts are changed for everybody who uses this bot. Its operator names who may do that: communities (texts.curators in the configuration), or people on Matrix (matrix.operators).
error-crypto-store-lost = My keys on Matrix are missing, broken or not mine: { $file }. Without them I could read no encrypted room, so I don’t go on Matrix. Move keys.db and device.json away and leave cross-signing.json: then the next start logs in with the password as a new device, and “commonplace matrix verify” has the account vouch for it.
error-homeserver-not-found = I found no Matrix homeserver at { $address } ({ $reason }). Give the address that clients use: https://SERVER/.well-known/matrix/client tells it, where SERVER is what stands after the colon in the account. A certificate that this machine does not know is trusted if SSL_CERT_FILE names it.
