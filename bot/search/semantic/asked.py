"""The vectors of questions: worked out beside the event loop, and kept while answers are made of them."""

import asyncio
from collections.abc import Callable, Sequence
from hashlib import blake2b

from bot.corpus.caching import Cache
from bot.search.semantic.weights import Floats

# As many as one answer asks, and some: `who-else` asks for a passage and four of its sentences.
_REMEMBERED = 16


class Asked:
    """Questions' vectors by a hash: their words are the asker's own, and are not kept."""

    def __init__(self, encode: Callable[[str], Floats]) -> None:
        self._encode = encode
        self._known: Cache[bytes, Floats] = Cache(_REMEMBERED)

    def vector(self, question: str) -> Floats:
        """Give a question's vector; one that was not prepared takes its 20 ms here."""
        key = _key(question)
        found = self._known.get(key)
        if found is None:
            found = self._encode(question)
            self._known.put(key, found)
        return found

    async def prepare(self, questions: Sequence[str]) -> None:
        """Work out vectors in a thread: numpy lets the event loop run meanwhile."""
        for question in dict.fromkeys(questions):
            key = _key(question)
            if self._known.get(key) is None:
                self._known.put(key, await asyncio.to_thread(self._encode, question))


def _key(question: str) -> bytes:
    return blake2b(question.encode("utf-8", "surrogatepass"), digest_size=16).digest()
