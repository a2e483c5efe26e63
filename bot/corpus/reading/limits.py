"""What reading one file may cost. Whatever goes beyond is refused, and the next file goes on."""

from dataclasses import dataclass

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds for one file.

    `file_bytes` is the file itself, `unpacked_bytes` what an archive in it unpacks to, `entries` how many files that
    archive may hold, `ratio` how many times larger than its packed form an entry may be. `line` counts characters,
    `nesting` elements inside elements or folders inside folders, and `columns` those of a table: Word itself makes up
    to 63. `seconds` and `memory` (bytes of address space) are held by the worker process.
    """

    file_bytes: int = 64 * MEGABYTE
    unpacked_bytes: int = 256 * MEGABYTE
    entries: int = 10_000
    ratio: int = 200
    line: int = 10_000_000
    nesting: int = 256
    columns: int = 1_000
    seconds: int = 60
    memory: int = 1024 * MEGABYTE

    @classmethod
    def of(cls, megabytes: int, seconds: int) -> "Limits":
        """Make the limits that the configuration states; archives may unpack to four times a file's size."""
        return cls(file_bytes=megabytes * MEGABYTE, unpacked_bytes=4 * megabytes * MEGABYTE, seconds=seconds)
