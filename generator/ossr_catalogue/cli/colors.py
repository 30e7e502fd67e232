"""Whether to use the colours of a terminal."""

from collections.abc import Mapping
from typing import Final

AUTO: Final = "auto"
ALWAYS: Final = "always"
NEVER: Final = "never"


def wants_color(when: str, environment: Mapping[str, str], *, is_terminal: bool) -> bool:
    """Decide for standard output.

    Where nothing is said, the environment decides (https://no-color.org, https://force-color.org), and where
    that says nothing, whether a person looks at a terminal that can show them.
    """
    if when != AUTO:
        return when == ALWAYS
    if environment.get("NO_COLOR"):
        return False
    if forced := environment.get("FORCE_COLOR"):
        return forced not in {"0", "false"}
    return is_terminal and environment.get("TERM") != "dumb"
