"""Two folders change places in one step, as Linux can: renameat2 with RENAME_EXCHANGE.

https://man7.org/linux/man-pages/man2/rename.2.html; Python has no name for it.
"""

import ctypes
import os
from pathlib import Path
from typing import Final

_HERE: Final = -100  # AT_FDCWD: paths are as the process sees them
_EXCHANGE: Final = 2


def exchange(one: Path, other: Path) -> bool:
    """Let two paths change places; False where that cannot be, and nothing has changed."""
    try:
        rename = ctypes.CDLL(None).renameat2
    except (AttributeError, OSError, TypeError):  # another system, or an old C library
        return False
    return not rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE)
