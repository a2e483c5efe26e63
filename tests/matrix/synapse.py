"""A real homeserver for tests: Synapse in an environment of its own, on loopback, its data on tmpfs if there is one."""

import asyncio
import atexit
import hashlib
import hmac
import json
import os
import shutil
import signal
import socket
import subprocess
import tempfile
from pathlib import Path
from typing import Any

import aiohttp

REPOSITORY = Path(__file__).resolve().parents[2]
PYTHON = REPOSITORY / ".venv-synapse" / "bin" / "python"
MISSING = "NOT TRIED: no Matrix homeserver (`make synapse` installs one into .venv-synapse)"
SECRET = "for tests only"
NAME = "test"
PASSWORD = "a password"


def installed() -> bool:
    return PYTHON.exists() and any(PYTHON.parent.parent.glob("lib/python*/site-packages/synapse"))


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def _lifted() -> dict[str, Any]:
    """No limits on how much may be asked."""
    many = {"per_second": 10000, "burst_count": 10000}
    places = dict.fromkeys(("rc_message", "rc_registration", "rc_room_creation", "rc_admin_redaction"), many)
    invites = {"per_room": many, "per_user": many, "per_issuer": many}
    return {
        **places,
        "rc_login": {"address": many, "account": many, "failed_attempts": many},
        "rc_joins": {"local": many, "remote": many},
        "rc_joins_per_room": many,
        "rc_invites": invites,
    }


class Synapse:
    """The homeserver as a process; `stop` and `start` again keep its data and its port."""

    def __init__(self, **more: Any) -> None:
        ram = Path("/dev/shm")
        place = ram if ram.is_dir() and os.access(ram, os.W_OK) else None
        self.folder = Path(tempfile.mkdtemp(prefix="commonplace-synapse-", dir=place))
        self.port = _free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._process: subprocess.Popen[bytes] | None = None
        self._configure(more)

    def _configure(self, more: dict[str, Any]) -> None:
        listener = {
            "port": self.port,
            "type": "http",
            "bind_addresses": ["127.0.0.1"],
            "resources": [{"names": ["client"]}],
        }
        config = {
            "server_name": NAME,
            "report_stats": False,
            "signing_key": "ed25519 a_test " + 43 * "A",
            "trusted_key_servers": [],
            "federation_domain_whitelist": [],
            "listeners": [listener],
            "database": {"name": "sqlite3", "args": {"database": str(self.folder / "homeserver.db")}},
            "media_store_path": str(self.folder / "media"),
            "pid_file": str(self.folder / "pid"),
            "registration_shared_secret": SECRET,
            "macaroon_secret_key": SECRET,
            "form_secret": SECRET,
            "bcrypt_rounds": 4,
            "enable_registration": False,
            "url_preview_enabled": False,
            "presence": {"enabled": False},
            **_lifted(),
            **more,
        }
        (self.folder / "homeserver.yaml").write_text(json.dumps(config))

    async def start(self) -> "Synapse":
        command = [str(PYTHON), "-m", "synapse.app.homeserver", "-c", str(self.folder / "homeserver.yaml")]
        with (self.folder / "log").open("ab") as log:
            self._process = subprocess.Popen(command, cwd=self.folder, stdout=log, stderr=log)
        async with aiohttp.ClientSession() as session:
            for _ in range(600):
                await asyncio.sleep(0.05)
                assert self._process.poll() is None, (self.folder / "log").read_text()[-2000:]
                try:
                    async with session.get(f"{self.url}/_matrix/client/versions") as answer:
                        if answer.status == 200:
                            return self
                except aiohttp.ClientError:
                    continue
        raise AssertionError("no homeserver")

    async def stop(self) -> None:
        if self._process is not None:
            self._process.send_signal(signal.SIGKILL)
            await asyncio.to_thread(self._process.wait)
            self._process = None

    @property
    def pid(self) -> int:
        assert self._process is not None
        return self._process.pid

    def end(self) -> None:
        """End it for good, with its data."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None
        shutil.rmtree(self.folder, ignore_errors=True)

    async def register(self, name: str, password: str = PASSWORD, *, admin: bool = False) -> str:
        """Register somebody; gives their access token."""
        url = f"{self.url}/_synapse/admin/v1/register"
        async with aiohttp.ClientSession() as session:
            async with session.get(url) as answer:
                nonce = (await answer.json())["nonce"]
            said = "\0".join((nonce, name, password, "admin" if admin else "notadmin")).encode()
            mac = hmac.new(SECRET.encode(), said, hashlib.sha1).hexdigest()
            body = {"nonce": nonce, "username": name, "password": password, "admin": admin, "mac": mac}
            async with session.post(url, json=body) as answer:
                assert answer.status == 200, await answer.text()
                return str((await answer.json())["access_token"])


_SHARED: list[Synapse] = []


async def shared() -> Synapse:
    """Give the one homeserver of all tests; starting one takes seconds. It ends with the process."""
    if not _SHARED:
        made = Synapse()
        atexit.register(made.end)
        _SHARED.append(await made.start())
    return _SHARED[0]
