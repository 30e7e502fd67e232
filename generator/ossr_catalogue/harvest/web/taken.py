"""What is taken of an answer, into memory or into a file."""

from dataclasses import dataclass, field, replace
from typing import BinaryIO, Self


@dataclass(slots=True, kw_only=True)
class Taken:
    """What has come of one answer."""

    max_bytes: int
    into: BinaryIO | None = None
    """Where it goes; into `body` if nowhere."""
    body: bytearray = field(default_factory=bytearray)
    size: int = 0

    def add(self, piece: bytes) -> None:
        """Take one more piece."""
        self.size += len(piece)
        if self.into is None:
            self.body += piece
        else:
            self.into.write(piece)

    def anew(self) -> Self:
        """Forget what came at an earlier attempt."""
        if self.into is not None:
            self.into.seek(0)
            self.into.truncate()
        return replace(self, body=bytearray(), size=0)
