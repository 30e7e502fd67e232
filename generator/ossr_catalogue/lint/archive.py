"""What is kept of many lists in little memory: packed away, and taken out again only where lists meet."""

from array import array
from collections.abc import Collection, Hashable, Iterator, Sequence
from itertools import pairwise
from typing import Any, Final, Generic, TypeVar

_BLOCK: Final = 64
"""Records that are packed together: as many are always at hand as they are."""
_QUICKLY: Final = 1
_PARTS: Final = 8
"""In which the names are looked at, one after the other."""

_Record = TypeVar("_Record")


class Archive(Generic[_Record]):
    """Records by their numbers from 0; of thousands that were put in, a few are taken out in the end."""

    def __init__(self) -> None:
        self._packed: list[bytes] = []
        self._loose: list[_Record] = []

    def put(self, record: _Record) -> int:
        """Keep a record, and give its number."""
        number = len(self._packed) * _BLOCK + len(self._loose)
        self._loose.append(record)
        if len(self._loose) == _BLOCK:
            self._packed.append(_packed(self._loose))
            self._loose = []
        return number

    def take(self, numbers: Collection[int]) -> Iterator[_Record]:
        """Give the records of some numbers, in the order in which they were put in."""
        blocks = sorted({number // _BLOCK for number in numbers})
        for block in blocks:
            for number, record in enumerate(self._block(block), block * _BLOCK):
                if number in numbers:
                    yield record

    def _block(self, number: int) -> Sequence[_Record]:
        if number == len(self._packed):
            return self._loose
        unpacked: Sequence[_Record] = _unpacked(self._packed[number])
        return unpacked


def _packed(records: object) -> bytes:
    import pickle  # noqa: PLC0415 - few runs look at as many lists
    import zlib  # noqa: PLC0415 - likewise

    return zlib.compress(pickle.dumps(records), _QUICKLY)


def _unpacked(packed: bytes) -> Any:  # noqa: ANN401 - what was packed
    import pickle  # noqa: PLC0415 - as above
    import zlib  # noqa: PLC0415 - likewise

    return pickle.loads(zlib.decompress(packed))  # noqa: S301 - nobody but us has packed it


class Meetings:
    """Finds out which of many lists have a name in common; of each name only a number is kept."""

    def __init__(self) -> None:
        self._names = array("q")
        self._lists = array("q")

    def note(self, name: Hashable, number: int) -> None:
        """Note that a name stands in the list of a number; lists come in the order of their numbers."""
        self._names.append(hash(name))
        self._lists.append(number)

    def met(self) -> set[int]:
        """Give the numbers of the lists that share a name; of names too many, never too few."""
        return {number for part in range(_PARTS) for number in self._met(part)}

    def _met(self, part: int) -> Iterator[int]:
        """Look at a part of the names: to sort them all at once takes ten times the memory that they do."""
        of_part = (at for at, name in enumerate(self._names) if name % _PARTS == part)
        order = sorted(of_part, key=self._names.__getitem__)
        for one, other in pairwise(order):
            if self._names[one] == self._names[other] and self._lists[one] != self._lists[other]:
                yield self._lists[one]
                yield self._lists[other]
