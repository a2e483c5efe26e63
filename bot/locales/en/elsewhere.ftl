command-who-else = See what other texts say to what a passage says
command-who-else-manual = Quoted are the passages of other texts that are nearest by their words, whether they say the same or the opposite. Texts in which nothing is near are named.
command-who-else-examples = who-else op-ed-digest.abcdef
discord-command-who-else = who-else

who-else-title = Near this passage: { $passages ->
    [one] one passage
   *[other] { $passages } passages
} in { $texts } of { $others ->
    [one] one other text
   *[other] { $others } other texts
}
who-else-nobody = { $others ->
    [0] There is no other text here that could speak of this.
    [one] In the other text no passage is near this one.
   *[other] In none of the { $others } other texts is a passage near this one.
}
who-else-left-out = { $count ->
    [one] One more text has something near it that did not fit in here.
   *[other] { $count } more texts have something near it that did not fit in here.
}
who-else-no-verdict = Found by words that they share: they may say the same or the opposite.
