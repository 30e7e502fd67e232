"""Whether to use the colours of a terminal."""

import os
import sys
from typing import Final

AUTO: Final = "auto"
ALWAYS: Final = "always"
NEVER: Final = "never"


def wants_color(when: str) -> bool:
    """Decide for standard output.

    Where nothing is said, the environment decides (https://no-color.org, https://force-color.org), and where
    that says nothing, whether a person looks at a terminal that can show them.
    """
    if when != AUTO:
        return when == ALWAYS
    if os.environ.get("NO_COLOR"):
        return False
    if forced := os.environ.get("FORCE_COLOR"):
        return forced not in {"0", "false"}
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
