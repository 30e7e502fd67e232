"""Where a list of executables may stand in a repository or an archived release."""

from typing import Final

LIST_LOCATIONS: Final = (
    "executables.json",
    "executables.yaml",
    "executables.yml",
    ".ossr/executables.json",
    ".ossr/executables.yaml",
)
"""The first of these that exists counts; a second one is reported, never merged.

After them comes the relative path that `codemeta.json` gives in its key `executables`.
"""
