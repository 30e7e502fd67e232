"""How much room letters take where others count: in UTF-8 by bytes, in UTF-16 by code units."""

from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import Final

from ossr_catalogue.model.finding import More

_BLOCK: Final = 4096
"""Letters whose sizes are summed up once; one line may hold the whole file, and a thousand findings."""


@dataclass(frozen=True)
class LetterSizes:
    """The sizes of the letters of one text."""

    text: str

    def more(self, start: int, end: int) -> More:
        """Say how many more bytes and code units than letters stand between two offsets.

        >>> LetterSizes("é🦀").more(0, 2)
        More(utf8=4, utf16=1)
        """
        if self.text.isascii():
            return More()
        before, until = self._before(start), self._before(end)
        return More(utf8=until.utf8 - before.utf8, utf16=until.utf16 - before.utf16)

    def _before(self, offset: int) -> More:
        block = offset // _BLOCK
        sums = self._sums[block]
        rest = _more_of(self.text[block * _BLOCK : offset])
        return More(utf8=sums.utf8 + rest.utf8, utf16=sums.utf16 + rest.utf16)

    @cached_property
    def _sums(self) -> list[More]:
        blocks = (_more_of(self.text[start : start + _BLOCK]) for start in range(0, len(self.text), _BLOCK))
        return list(accumulate(blocks, _sum, initial=More()))


def _more_of(text: str) -> More:
    if text.isascii():
        return More()
    # Half a surrogate pair can stand in a file; each half counts as what it would be written as.
    return More(
        utf8=len(text.encode("utf-8", "surrogatepass")) - len(text),
        utf16=len(text.encode("utf-16-le", "surrogatepass")) // 2 - len(text),
    )


def _sum(one: More, other: More) -> More:
    return More(utf8=one.utf8 + other.utf8, utf16=one.utf16 + other.utf16)
