"""How a draft knows what it says: which file showed each value, in which way, and how sure that is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

INFERRED: Final = "x-inferred"
"""Key of an entry of a draft: from the key of each value to its ground."""
INFERRED_FROM: Final = "x-inferred-from"
"""The file that shows that there is something to run."""
DOUBT: Final = "x-inferred-doubt"
"""Why it may not be worth listing; it is then shown last."""
VARIANTS: Final = "x-inferred-variants"
"""Files that say the same for other circumstances, and copies."""
IMAGES: Final = "x-inferred-images"
"""Images that the repository's own files name, which may be what the recipe builds."""


class How(StrEnum):
    """In which way a value was found."""

    DECLARED = "declared"
    """A file says it in so many words, at the place that is meant for it."""
    HEADING = "heading"
    """The heading that titles the file."""
    PARAGRAPH = "paragraph"
    """The paragraph, comment or docstring that introduces the file."""
    OUTLINE = "outline"
    """Put together from the file's other headings and imports."""
    FILE_NAME = "file-name"
    FOLDER_NAME = "folder-name"
    KIND_OF_FILE = "kind-of-file"
    """What such files are, by name and content."""
    PLACE = "place"
    """The nearest file of its kind."""
    REPOSITORY = "repository"
    """What the repository as a whole says of itself, in place of what the file does not say."""


class Sure(StrEnum):
    """How far a value can be trusted."""

    HIGH = "high"
    """The file itself says so."""
    MEDIUM = "medium"
    """It is what such files usually mean."""
    LOW = "low"
    """It stands where nothing better was found."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """Where one value of a draft comes from."""

    path: str
    """File of the repository, `#cell3` behind it for a notebook's fourth cell; an address where no file says
    it; empty where that is not known."""
    how: How
    sure: Sure

    def to_plain(self) -> dict[str, str]:
        """Give it as JSON."""
        return {"from": self.path, "how": self.how.value, "sure": self.sure.value}


def grounds_in(extras: Iterable[tuple[str, Any]]) -> dict[str, Ground]:
    """Read the grounds among an entry's `x-` keys; what is not of this form is passed over."""
    said = dict(extras).get(INFERRED)
    read = ((key, _ground(value)) for key, value in said.items()) if isinstance(said, Mapping) else ()
    return {key: ground for key, ground in read if ground}


def _ground(plain: object) -> Ground | None:
    if not isinstance(plain, Mapping) or not isinstance(plain.get("from"), str):
        return None
    try:
        return Ground(path=plain["from"], how=How(str(plain.get("how"))), sure=Sure(str(plain.get("sure"))))
    except ValueError:
        return None
