# What a check of a quote says. A verdict is on the wording, never on whether it is true.

check-exact = Exact: word for word as in the text.
check-altered = Altered: { $count ->
    [one] the wording differs in one place.
   *[other] the wording differs in { $count } places.
}
check-stitched = Stitched together: these words stand in { $parts ->
    [one] one passage, but not one after the other.
   *[other] { $parts } places that do not follow each other.
}
check-shortened = Shortened: the ellipsis leaves words out; the rest is as in the text.
check-close = Sounds close to this, but it is not its wording.
check-not-found = Not found: { $texts ->
    [one] this wording does not stand in the one text here.
   *[other] this wording does not stand in any of the { $texts } texts here.
}
check-title = { $count ->
    [one] These words stand in no passage, but in the title of a text, word for word: { $titles }
   *[other] These words stand in no passage, but in the titles of texts, word for word: { $titles }
}
check-heading = { $count ->
    [one] These words stand in no passage, but in a heading, word for word: { $headings }
   *[other] These words stand in no passage, but in headings, word for word: { $headings }
}
check-in-text = “{ $heading }”, in “{ $title }”
check-unclear = Too little to tell: a check needs at least three words of a quote, as they stand.
check-misattributed = Wrong speaker: the words are as in the text, but they are not { $claimed }’s.
check-in-part = { $verdict ->
    [shortened] In part: a part of this is in the texts, shortened but unchanged. The rest is not, or is your own.
   *[other] In part: a part of this is in the texts, word for word. The rest is not, or is your own.
}
check-turned = Not to be told: hidden signs turn the direction of reading, so that what is seen is not what is read.
check-several = { $count } quotes. { $verdict ->
    [altered] The most serious finding: altered.
    [speaker] The most serious finding: given to the wrong speaker.
    [stitched] The most serious finding: stitched together.
    [not-found] The most serious finding: not found.
    [title] The most serious finding: words of a title or a heading, which stand in no passage.
    [close] The most serious finding: close to a passage, but not its wording.
    [unclear] They are as in the texts, but words stand beside them that are not.
    [shortened] All of them are as in the texts; some are shortened.
   *[exact] All of them are exact.
}
check-use-marks = Are the added words your own? Put the quote in quotation marks, and only that is checked.
check-number = { $number }. { $verdict }
check-said = Checked: “{ $said }”
check-true = { $parts ->
    [one] What the text says:
   *[other] What the texts say:
}
check-legend = [+…+] does not stand in the text, [−…−] is missing from the quote, [… → …] stands differently in the text.
check-change = { $matter }: { $kind }
check-change-one = “{ $words }”
check-change-both = “{ $said }” here, “{ $true }” in the text
check-more-changes = further differences
matter-negation = Negation
matter-number = Number
matter-name = Name
matter-qualification = Qualification
matter-words = Words
matter-spelling = Spelling
change-added = added
change-left-out = left out
change-replaced = replaced
change-moved = moved
check-wrong-speaker = Given to { $claimed } here. In the text it is said by: { $speaker }.
check-wrong-speaker-part = Given to { $claimed } here. In the text, a part of it is said by: { $speaker }.
check-speaker = { $count ->
    [one] These words are said by: { $speaker }.
   *[other] These words are said by different people: { $speaker }.
}
check-speaker-untold = Who says the rest, the text does not tell.
check-caution = Careful: right after these words the text goes on with “{ $cue }”. The button for context shows how.
check-also = The same words also stand in: { $passages }
check-withheld = The moderators of this community do not want the passage shown here that these words come from or come near to.
check-unread = { $count ->
    [one] One more quote was left out; check it by itself.
   *[other] { $count } more quotes were left out; check them by themselves.
}
check-not-a-judgement = That says nothing about where else it may stand, or whether it is true.
why-choice-verdict = verdict
command-check = Compare a quote with the texts, word by word, for your eyes only
command-check-manual = Paste a quote, or a message with quotes in it. Only you see the answer, and nothing of what you paste is kept.
command-check-examples = check "Only solidarity without exception can win the common struggle"
parameter-wording = The quote, or a message with quotes in it
