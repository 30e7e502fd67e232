"""Which state of this program harvested something: another one may find more in the same files."""

import hashlib
from functools import cache
from pathlib import Path


@cache
def program_digest() -> str:
    """Give 16 hexadecimal digits that change with any line of the harvest's code."""
    room = Path(__file__).parent
    digest = hashlib.sha256()
    for path in sorted(room.rglob("*.py")):
        content = path.read_bytes()
        digest.update(f"{path.relative_to(room).as_posix()} {len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()[:16]
