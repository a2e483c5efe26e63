# What the way from a request to its reply says, whatever the command.

reply-failed = Something went wrong on my side, so I'd rather not answer. It has been noted, without your words. Please try again.
rights-answer = { $title } may be quoted for { $limit } words in one answer; what went beyond is left out.
rights-day = { $title } may be quoted for { $limit } words a day here; that is used up for today.
rights-cut = { $citation } · cut short here
caution = { $count ->
    [one] Careful: right after the quote the text goes on with “{ $cues }” ({ $passages }).
   *[other] Careful: right after { $count } of these quotes the text goes on with “{ $cues }” ({ $passages }).
}
