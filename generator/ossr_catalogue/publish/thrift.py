"""Thrift's compact protocol, as much as the head of a Parquet file needs.

https://github.com/apache/thrift/blob/master/doc/specs/thrift-compact-protocol.md
"""

from collections.abc import Mapping, Sequence
from typing import Final


class I64(int):
    """An integer that its field declares to be long; a plain `int` is an i32."""


Value = int | I64 | bytes | Sequence["Value"] | Mapping[int, "Value"]
"""A mapping is a struct, by the numbers of its fields, in rising order."""

_I32: Final = 5
_I64: Final = 6
_BINARY: Final = 8
_LIST: Final = 9
_STRUCT: Final = 12
_MORE: Final = 0x80
"""Set in every byte of a number but the last."""
_SHORT: Final = 15
"""From this length on, that of a list stands beside its head."""


def struct(fields: Mapping[int, Value]) -> bytes:
    r"""Write a struct.

    >>> struct({1: 3, 4: b"name"})
    b'\x15\x068\x04name\x00'
    """
    out = bytearray()
    before = 0
    for number, value in fields.items():
        out.append((number - before) << 4 | _type_of(value))
        out += _written(value)
        before = number
    return bytes(out) + b"\0"


def varint(number: int) -> bytes:
    r"""Write an unsigned integer in groups of seven bits, the lowest first.

    >>> varint(300)
    b'\xac\x02'
    """
    out = bytearray()
    while number >= _MORE:
        out.append(number % _MORE | _MORE)
        number >>= 7
    return bytes([*out, number])


def _type_of(value: Value) -> int:
    if isinstance(value, int):
        return _I64 if isinstance(value, I64) else _I32
    if isinstance(value, bytes):
        return _BINARY
    return _STRUCT if isinstance(value, Mapping) else _LIST


def _written(value: Value) -> bytes:
    if isinstance(value, int):
        return varint(value << 1)  # zigzag; nothing here is negative
    if isinstance(value, bytes):
        return varint(len(value)) + value
    return struct(value) if isinstance(value, Mapping) else _list(value)


def _list(values: Sequence[Value]) -> bytes:
    element = _type_of(values[0]) if values else _STRUCT
    size = len(values)
    head = bytes([size << 4 | element]) if size < _SHORT else bytes([0xF0 | element]) + varint(size)
    return head + b"".join(map(_written, values))
