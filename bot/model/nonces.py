"""Nonces: words by which a platform knows that a message is one that it was sent before."""

import hashlib

_LENGTH = 22


def nonce(name: str, number: int) -> str:
    """Give the nonce of a message, 25 letters and digits: the same each time, and another for each `number` (0-999).

    `name` says which post it belongs to; a post may have several messages.
    """
    return f"{hashlib.sha256(name.encode()).hexdigest()[:_LENGTH]}{number:03}"
