# What is said on Matrix only.

matrix-choices = React with a number, or reply with it.
matrix-wait = { $count ->
    [one] I answer one command a minute from one person in a room. Please wait a minute.
   *[other] I answer { $count } commands a minute from one person in a room. Please wait a minute.
}
matrix-no-direct-room = This answer is for you alone, and I could not open a direct room with you. Please write to me in one.
matrix-notice-refused = Nothing was changed: the room has to be told first, and I could not write there.
matrix-no-verification = I can’t compare emoji: I see none. What vouches for my device is my account; whoever runs me sets that up with “commonplace matrix verify”. Everything works without it, too.
matrix-moved = This room takes the place of another one. What moderators set, chose and noted there, and what was counted, goes on here. Whether I notice quotes is off until a moderator turns it on here.

cli-matrix = set the bot up on Matrix
cli-matrix-login = log in once: makes the bot’s device and its keys
cli-matrix-ready = I am { $user } there, as the device { $device }.
cli-matrix-keys = Account and keys are in { $folder }. Back that folder up: without it I can read no encrypted room.
cli-matrix-next = Let the account vouch for this device with “commonplace matrix verify”, start me with “commonplace run”, and invite me to a room.
cli-matrix-verify = have the account vouch for the bot’s device (cross-signing), and tell how it stands
cli-matrix-verify-reset = put new keys in the place of those that another client made for the account
cli-matrix-device = { $known ->
    [yes] Device: the homeserver shows its keys to others.
    [other] Device: the homeserver shows other keys than mine for it. Somebody else may have logged in as this device. Move my folder away and log in again.
   *[no] Device: the homeserver knows no keys of it. Log it out in the account’s settings, move my folder away, and log in again.
}
cli-matrix-cross-signing = { $keys ->
    [ours] Cross-signing: the account has keys, and I have their private halves.
    [others] Cross-signing: the account has keys that another client made.
   *[none] Cross-signing: the account has no keys.
}
cli-matrix-signed = { $signed ->
    [true] Signature: the account vouches for this device.
   *[false] Signature: the account does not vouch for this device.
}
cli-matrix-backup = { $backup ->
    [true] Backup: the homeserver has a backup of keys, which I don’t use. Back up { $folder } in its place.
   *[false] Backup: the homeserver has none, and I make none. Back up { $folder } in its place.
}
cli-matrix-obstacle = { $obstacle ->
    [others] Nothing was changed: those keys are not mine to replace. With --reset I make new ones; whoever has verified this account has to do so again.
    [password] Nothing was published: the homeserver wants the account’s password for this. Set MATRIX_PASSWORD_FILE for this one command, and repeat it.
    [refused] Nothing was published: the homeserver does not take the password. Correct it, and repeat this command.
   *[browser] Nothing was published: the homeserver wants a person to agree to it. Do that in a browser ({ $address }), and repeat this command.
}
cli-matrix-account-settings = the account’s settings
cli-check-matrix = Matrix
cli-check-matrix-set = the bot has a device, a password or a token (none is shown)
cli-check-matrix-missing = neither a device, nor a password, nor a token: set MATRIX_PASSWORD_FILE or MATRIX_TOKEN_FILE
