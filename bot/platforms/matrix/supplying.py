"""The keys by which others' devices begin to speak to the bot's: always some left, and each with its private half here.

Each new device uses one of fifty up, and anybody may. nio uploads new ones before it keeps their private halves, takes
none left for not told, and makes no key for when all are used up (the specification's "fallback keys"; vodozemac can).
"""

from collections.abc import Mapping
from typing import Any

from nio import Api, AsyncClient, ErrorResponse, KeysClaimResponse, KeysUploadResponse

from bot.logs import get_logger
from bot.platforms.matrix.http import Json

_log = get_logger(__name__)

_KIND = "signed_curve25519"
_TAKEN = "already exists"
_ATTEMPTS = 20


class Supplying:
    """Keeps a device supplied. What it gives back are nio's answers, errors too."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client
        self._fallback_used = False

    @property
    def _olm(self) -> Any:
        return self._client.olm

    def take(self, sync: Mapping[str, Any]) -> None:
        """Take from a sync how many keys are left, and whether the last of all is."""
        unused = sync.get("device_unused_fallback_key_types")
        self._fallback_used = self._fallback_used or (isinstance(unused, list) and _KIND not in unused)
        left = sync.get("device_one_time_keys_count")
        if isinstance(left, dict) and self._olm is not None:
            some = left.get(_KIND, 0)
            self._olm.uploaded_key_count = some if isinstance(some, int) else 0

    async def refill(self) -> Any:
        """Upload what is missing; gives the last answer, None where nothing was."""
        answer: Any = None
        if self._client.should_upload_keys:
            answer = await self._upload(self._olm.share_keys())
            if _is_taken(answer):
                answer = await self._begin_anew()
        if self._fallback_used and not isinstance(answer, ErrorResponse):
            answer = await self._upload(self._fallback())
            self._fallback_used = isinstance(answer, ErrorResponse)
        return answer

    async def _upload(self, keys: Json) -> Any:
        self._olm.save_account()  # before anybody can use them
        return await self._client._send(KeysUploadResponse, *Api.keys_upload(self._client.access_token, keys))

    def _fallback(self) -> Json:
        """Make the last of all keys; one that was made and is not uploaded yet is made again."""
        olm = self._olm
        account = olm.account._account  # what nio does not know of
        if not account.fallback_key:
            account.generate_fallback_key()
        ((name, public),) = account.fallback_key.items()
        key: Json = {"key": public.to_base64(), "fallback": True}
        signed = {olm.user_id: {f"ed25519:{olm.device_id}": olm.sign_json(key)}}
        return {"fallback_keys": {f"{_KIND}:{name}": {**key, "signatures": signed}}}

    async def _begin_anew(self) -> Any:
        """Go past names that the homeserver has other keys under: their private halves are lost.

        That is what a kill or an older copy of the keys leaves. What the homeserver has of them is used up first, so
        that nobody else begins with one of them.
        """
        _log.warning("the homeserver has keys that are not here any more: new ones take their place")
        olm = self._olm
        for _ in range(olm.account.max_one_time_keys):
            if not _has_key(await self._client.keys_claim({olm.user_id: [olm.device_id]})):
                break
        answer: Any = None
        for _ in range(_ATTEMPTS):
            olm.account.mark_keys_as_published()
            olm.uploaded_key_count = 0
            answer = await self._upload(olm.share_keys())
            if not _is_taken(answer):
                break
        return answer


def _is_taken(answer: Any) -> bool:
    return isinstance(answer, ErrorResponse) and _TAKEN in str(answer.message)


def _has_key(answer: Any) -> bool:
    """Whether a claim gave a key, and not the last of all."""
    if not isinstance(answer, KeysClaimResponse):
        return False
    given = [key for devices in answer.one_time_keys.values() for keys in devices.values() for key in keys.values()]
    return any(isinstance(key, dict) and not key.get("fallback") for key in given)
