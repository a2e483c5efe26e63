# Texts by command: adding, changing, withdrawing and withholding them.

withheld-left-out = { $count ->
    [one] A passage is left out, because the moderators of this community do not want it shown here.
   *[other] { $count } passages are left out, because the moderators of this community do not want them shown here.
}
