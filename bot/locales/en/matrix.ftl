# What is said on Matrix only.

matrix-choices = React with a number, or reply with it.
matrix-wait = { $count ->
    [one] I answer one command a minute from one person in a room. Please wait a minute.
   *[other] I answer { $count } commands a minute from one person in a room. Please wait a minute.
}
matrix-no-direct-room = This answer is for you alone, and I could not open a direct room with you. Please write to me in one.
matrix-notice-refused = Nothing was changed: the room has to be told first, and I could not write there.

cli-matrix = set the bot up on Matrix
cli-matrix-login = log in once: makes the bot’s device and its keys
cli-matrix-ready = I am { $user } there, as the device { $device }.
cli-matrix-keys = Account and keys are in { $folder }. Back that folder up: without it I can read no encrypted room.
cli-matrix-next = Start me with “commonplace run”, and invite me to a room.
cli-check-matrix = Matrix
cli-check-matrix-set = the bot has a device, a password or a token (none is shown)
cli-check-matrix-missing = neither a device, nor a password, nor a token: set MATRIX_PASSWORD_FILE or MATRIX_TOKEN_FILE
