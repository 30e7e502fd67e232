"""The modules that a script of a page needs, so that the browser fetches them all at once."""

import re
from functools import cache
from typing import Final

from ossr_catalogue.embedded import embedded

_IMPORT: Final = re.compile(r'^(?:import|export)\b[^;]*?\bfrom "\./([\w-]+\.js)";', re.MULTILINE)


@cache
def modules_of(script: str) -> tuple[str, ...]:
    """Name every module behind a script of `catalogue/theme/assets/`, sorted, without itself.

    One that the build makes, and that lies in no folder yet, is named like the others.
    """
    folder = embedded("catalogue/theme/assets")
    found: set[str] = set()
    waiting = [script]
    while waiting:
        path = folder / waiting.pop()
        imported = set(_IMPORT.findall(path.read_text(encoding="utf-8"))) if path.is_file() else set()
        waiting.extend(imported - found)
        found |= imported
    return tuple(sorted(found - {script}))
