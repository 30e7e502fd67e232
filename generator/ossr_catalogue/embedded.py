"""Where the files lie that come with the package: the default sources, pages, theme, vocabulary.

In a checkout they are the checkout's own, so that editing a page needs no new installation; a wheel carries a
copy beside the code.
"""

from pathlib import Path
from typing import Final

_INSTALLED: Final = Path(__file__).parent / "embedded_files"
_CHECKOUT: Final = Path(__file__).parents[2]


def embedded(path: str) -> Path:
    """Give the place of a file or folder, named from the top of the project: `catalogue/sources.yml`."""
    return (_INSTALLED if _INSTALLED.is_dir() else _CHECKOUT) / path
