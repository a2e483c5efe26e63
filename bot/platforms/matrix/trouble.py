"""What can go wrong between the bot and its homeserver, told apart by what is to be done about it."""


class Unreachable(Exception):
    """It did not work now and may work later: no connection, an error of the homeserver's, or too many requests.

    `wait` is for how many seconds the homeserver asked to be left alone.
    """

    def __init__(self, reason: str, wait: float = 0.0) -> None:
        super().__init__(reason)
        self.reason = reason
        self.wait = wait


class Denied(Exception):
    """The homeserver refuses it for good: `code` is Matrix's (`M_FORBIDDEN`), `status` HTTP's."""

    def __init__(self, code: str, status: int = 0) -> None:
        super().__init__(code)
        self.code = code
        self.status = status


class Failing(Denied):
    """The homeserver fails at this again and again, while it does everything else."""


class Unproven(Denied):
    """The homeserver wants proof of who asks. `ways` are the steps that each way to give it takes.

    `session` names this attempt, `address` is where it can be given in a browser, for the ways that need one.
    """

    def __init__(self, ways: tuple[tuple[str, ...], ...], session: str, address: str | None = None) -> None:
        super().__init__("M_FORBIDDEN", 401)
        self.ways = ways
        self.session = session
        self.address = address


class Unauthorized(Denied):
    """The access token is no longer good."""


class Unreadable(Exception):
    """An encrypted event whose key has not come, or an encrypted file that its keys don't fit."""


class TooLarge(Exception):
    """A file has more bytes than it may."""
