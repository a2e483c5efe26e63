# The command line.

cli-about = A discussion companion for communities that read together: exact passages, from the texts themselves.
cli-example = For example: commonplace say "quote ceasefire"
cli-config-option = the configuration (else COMMONPLACE_CONFIG, ./config/bot.yaml, or the one that comes with the bot)
cli-texts-option = a folder of texts, in place of the configured one
cli-chat = talk with the bot in this terminal
cli-say = ask one command and print the answer
cli-say-line = a command as in the chat, for example: quote ceasefire count=2
cli-json = print the reply as JSON
cli-run = run the bot on Discord, on Matrix, or on both
cli-check = look over configuration, data folder, database, texts, index and token
cli-check-quick = skip what takes long: reading the whole database, hashing the texts' files
cli-texts = bring texts in, look at them, take them out
cli-texts-import = read files and folders (txt, md, html, pdf, epub, docx)
cli-texts-import-path = a file or a folder
cli-texts-list = list the texts
cli-texts-show = show how a text was understood: its parts, speakers and passages
cli-texts-show-text = a text by id or title, or a file that has not been imported
cli-texts-show-json = print metadata, blocks, paragraphs, quotes, sentences and passages as JSON
cli-texts-fingerprint = print what a catalog needs to recognise a file by its content
cli-texts-fingerprint-file = a file with a text
cli-texts-remove = take a text out
cli-texts-remove-text = the text's id or its whole title
cli-backup = write a copy of the database while the bot may go on
cli-backup-file = where the copy goes
cli-restore = put a copy of the database in its place, while the bot is stopped
cli-restore-file = a copy that “commonplace backup” made
cli-config = show the configuration
cli-config-show = print what is in force, with secrets masked
cli-config-schema = print the JSON schema of the configuration, for editors

cli-problems-config = The configuration { $file } is not accepted:
cli-problems-catalog = The catalog { $file } is not accepted:
cli-system = The system doesn't let me go on: { $reason }.
cli-bug = This should not have happened, and is a mistake of mine: { $error } at { $where }. Please report it with this line.
cli-no-passages = Nothing in { $text } can be quoted: all of it was taken for what stands around a text. “texts show” tells how it was understood.
cli-imported = Texts: { $added } added, { $changed } changed, { $unchanged } unchanged, { $failed } failed{ $withdrawn ->
    [0] .
   *[other] , { $withdrawn } withdrawn as before.
}
cli-removed = { $source } is taken out.
cli-removed-for-now = Its file { $file } is in a folder that is read at each start, so it will come back then. Move the file away, or set texts.shipped to false for the digests that come with the bot.
cli-nothing-to-read = There is no file in there that can be read. These kinds can: txt, md, html, pdf, epub, docx.
cli-remove-which = That is only part of a name. The nearest text is { $source }; give its whole id to take it out.
cli-reading-only = The database is in use, or may not be written, so it is only read: nothing is kept of these answers.
cli-index-building = Building the index ({ $texts } texts) …
cli-meaning = finding by meaning
cli-reading-meaning = Read for finding by meaning: { $done } of { $whole } passages.
cli-reading-english = Read as English for finding by meaning: { $done } of { $whole } passages.
cli-not-imported = { $file } was left out: { $reason }
cli-shown = { $blocks ->
    [one] One part of the page
   *[other] { $blocks } parts of the page
}, then { $passages ->
    [one] one passage
   *[other] { $passages } passages
}
cli-fingerprint-short = { $file } has too few words to be recognised by its content.
cli-backed-up = The database is copied to { $file }.
cli-backup-no-folder = There is no folder { $folder }, and nothing was copied. Mend the path, or make the folder: { $command }
cli-backup-exists = { $file } is there already. Give another name, or move it away.
cli-restored = The database is now what { $file } was. Start the bot: it makes its index anew.
cli-restored-former = The one before is in { $folder }. Delete that folder when you no longer need it.
cli-restored-without-wishes = Who opted out of being heard since the copy was made could not be read from the one before: ask your members to opt out anew.

cli-column-id = Id
cli-column-title = Title
cli-column-kind = Kind
cli-column-published = Published
cli-column-passages = Passages
cli-column-words = Words

cli-check-configuration = configuration
cli-check-synonyms = synonyms
cli-check-data = data folder
cli-check-store = database
cli-check-texts = texts
cli-check-files = their files
cli-check-index = index
cli-check-meaning = finding by meaning
cli-check-token = Discord token
cli-check-good = ok
cli-check-bad = problem
cli-check-writable = { $folder } can be written
cli-check-no-room = { $folder } can be written, but its disk has only { $megabytes } MB left. Make room: when it is full, nothing is answered
cli-check-not-writable = { $folder } cannot be written
cli-check-no-data = { $folder } is not there yet; the first start makes it
cli-check-no-store = none yet; the first start makes it
cli-check-store-older = { $file } is of an earlier version; the next start brings it up to date. Now is the moment for “commonplace backup”
cli-check-store-good = { $file } is whole, { $megabytes } MB
cli-check-texts-good = { $texts ->
    [one] one text
   *[other] { $texts } texts
}, { $passages ->
    [one] one passage
   *[other] { $passages } passages
}
cli-check-files-good = { $files } unchanged since they were read
cli-check-files-changed = changed since it was read, import it again: { $files }
cli-check-files-gone = { $files } no longer there; the texts stay as they were read
cli-check-index-good = covers { $texts ->
    [one] one text
   *[other] { $texts } texts
}
cli-check-index-missing = none yet; it is built at the next start
cli-check-index-stale = behind the texts; it is brought up to date at the next start
cli-check-meaning-none = not installed: passages are found by their words; “Finding by meaning” in docs/operating.md tells how to add it
cli-check-meaning-every = in all languages
cli-check-meaning-english = in English
cli-check-meaning-off = { $model } (off: { $reason })
cli-check-synonyms-good = { $shipped } groups of words that come with the bot, { $own } of your own
cli-check-token-set = set (its value is not shown)
cli-check-token-missing = not set; only “commonplace run” needs it
