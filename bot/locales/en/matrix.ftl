# What is said on Matrix only.

matrix-choices = React with a number, or reply with it.
matrix-wait = { $count ->
    [one] I answer one command a minute from one person in a room. Please wait a minute.
   *[other] I answer { $count } commands a minute from one person in a room. Please wait a minute.
}
matrix-no-direct-room = This answer is for you alone, and I could not open a direct room with you. Please write to me in one.
matrix-notice-refused = Nothing was changed: the room has to be told first, and I could not write there.
