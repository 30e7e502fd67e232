"""Stretches of days, as Zenodo's search takes them: https://help.zenodo.org/guides/search."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

_FIRST: Final = date(1950, 1, 1)
_LAST: Final = date(2100, 12, 31)


@dataclass(frozen=True, slots=True)
class Days:
    """From one day to another, both included; the ends of time are open.

    >>> [str(half) for half in Days().halves()]
    ['[* TO 2025-07-01]', '[2025-07-02 TO *]']
    """

    first: date = _FIRST
    last: date = _LAST

    @property
    def are_all(self) -> bool:
        """Whether nothing is before or after them."""
        return (self.first, self.last) == (_FIRST, _LAST)

    @property
    def is_one(self) -> bool:
        """Whether they are a single day, which cannot be halved."""
        return self.first == self.last

    def halves(self) -> tuple["Days", "Days"]:
        """Part them in the middle."""
        middle = self.first + (self.last - self.first) // 2
        return Days(self.first, middle), Days(middle + timedelta(days=1), self.last)

    def __str__(self) -> str:
        first = "*" if self.first == _FIRST else self.first.isoformat()
        last = "*" if self.last == _LAST else self.last.isoformat()
        return f"[{first} TO {last}]"
