"""What a harvest looked for in a component, so that people can be told why something is not listed."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """One kind of thing that a draft is made from."""

    what: str
    """In words, a plural: `Jupyter notebooks`."""
    files: int
    """How many files were read for it; none has a name that speaks of it where this is 0."""
    found: int
    """How many things to run they showed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """Where a harvest looked, and for what."""

    files: int = 0
    """How many files the component has."""
    lists: tuple[str, ...] = ()
    """Where a list was looked for; the first that is there counts."""
    names: str = ""
    """All that it holds, one path a line, for a list may name any of it; empty for a draft, which names what
    is there, and where it is not known or very much."""
    sought: tuple[Sought, ...] = ()
    """What a draft could be made from; empty where a list made that needless."""


NOTHING_TOLD: Final = Search()
"""Where it is not known what was looked for."""
