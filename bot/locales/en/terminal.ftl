# The terminal's own words.

terminal-greeting = Commonplace: { $texts ->
    [0] no texts yet. Add some with: commonplace texts import FOLDER
    [one] { $texts } text, { $passages } passages. Try “quote ceasefire”, or “help”. Tab completes; “quit” leaves.
   *[other] { $texts } texts, { $passages } passages. Try “quote ceasefire”, or “help”. Tab completes; “quit” leaves.
}
terminal-how-to-leave = (“quit” or Ctrl-D leaves.)
terminal-goodbye = Goodbye.
terminal-saved = Saved as { $file } in the current folder. { $about }
terminal-not-saved = { $file } could not be saved in the current folder: { $reason }.
