"""Parquet, as simple as it can be: one group of rows, no compression, text by a dictionary where that pays.

Written here since the packages that write it are large (pyarrow is 55 MB), and since the same catalogue has
to give the same bytes wherever it is built. https://parquet.apache.org/docs/file-format/
"""

import struct
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import groupby
from typing import Final

from ossr_catalogue.publish.thrift import I64, Value, varint
from ossr_catalogue.publish.thrift import struct as thrift

Cell = str | int | float | None

_MAGIC: Final = b"PAR1"
_PLAIN: Final = 0
_RLE: Final = 3
_RLE_DICTIONARY: Final = 8
_DATA_PAGE: Final = 0
_DICTIONARY_PAGE: Final = 2
_OPTIONAL: Final = 1
_UTF8: Final = 0
_WORTH: Final = 2
"""A dictionary pays where each text stands there so many times."""


class Kind(IntEnum):
    """What a column holds, by the numbers of the format."""

    INTEGER = 2
    NUMBER = 5
    TEXT = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column and its cells, None where there is nothing."""

    name: str
    kind: Kind
    cells: Sequence[Cell]


def parquet(columns: Sequence[Column]) -> bytes:
    """Write a table of columns of the same length."""
    rows = len(columns[0].cells)
    out = bytearray(_MAGIC)
    chunks: list[Value] = []
    for column in columns:
        start = len(out)
        pages, offset = _pages(column)
        out += pages
        chunks.append({2: I64(start), 3: _chunk(column, start, offset, len(pages))})
    group: Value = {1: chunks, 2: I64(len(out) - len(_MAGIC)), 3: I64(rows)}
    head = thrift(
        {1: 1, 2: [*_schema(columns)], 3: I64(rows), 4: [group] if rows else [], 6: b"ossr-catalogue"}
    )
    return bytes(out) + head + struct.pack("<i", len(head)) + _MAGIC


def _schema(columns: Sequence[Column]) -> Iterator[Value]:
    yield {4: b"executables", 5: len(columns)}
    for column in columns:
        text: dict[int, Value] = {6: _UTF8, 10: {1: {}}} if column.kind is Kind.TEXT else {}
        yield {1: int(column.kind), 3: _OPTIONAL, 4: column.name.encode(), **text}


def _chunk(column: Column, start: int, offset: int, size: int) -> Value:
    """Describe a column's pages, of which the dictionary comes first; *offset* leads to the cells."""
    return {
        1: int(column.kind),
        2: [_PLAIN, _RLE, *([_RLE_DICTIONARY] if offset else [])],
        3: [column.name.encode()],
        4: 0,
        5: I64(len(column.cells)),
        6: I64(size),
        7: I64(size),
        9: I64(start + offset),
        **({11: I64(start)} if offset else {}),
    }


def _pages(column: Column) -> tuple[bytes, int]:
    """Give a column's pages, and where the page with its cells begins."""
    there = [cell for cell in column.cells if cell is not None]
    levels = _runs((int(cell is not None) for cell in column.cells), 1)
    before = struct.pack("<i", len(levels)) + levels
    words = {word: number for number, word in enumerate(dict.fromkeys(there))}
    if not there:
        # A word that no cell asks for: there are readers that trip over no bytes.
        words = {"" if column.kind is Kind.TEXT else 0: 0}
    elif column.kind is not Kind.TEXT or len(words) * _WORTH > len(there):
        return _data_page(column, before + _plain(there, column.kind), _PLAIN), 0
    listed = _plain(words, column.kind)
    dictionary = _page(_DICTIONARY_PAGE, listed, {7: {1: len(words), 2: _PLAIN}})
    bits = max(1, (len(words) - 1).bit_length())
    cells = bytes([bits]) + _runs((words[cell] for cell in there), bits)
    return dictionary + _data_page(column, before + cells, _RLE_DICTIONARY), len(dictionary)


def _data_page(column: Column, content: bytes, encoding: int) -> bytes:
    return _page(_DATA_PAGE, content, {5: {1: len(column.cells), 2: encoding, 3: _RLE, 4: _RLE}})


def _page(kind: int, content: bytes, own: dict[int, Value]) -> bytes:
    return thrift({1: kind, 2: len(content), 3: len(content), **own}) + content


def _plain(cells: Iterable[Cell], kind: Kind) -> bytes:
    if kind is Kind.TEXT:
        texts = (str(cell).encode("utf-8", "replace") for cell in cells)
        return b"".join(struct.pack("<i", len(text)) + text for text in texts)
    form = "<q" if kind is Kind.INTEGER else "<d"
    return b"".join(struct.pack(form, cell) for cell in cells)


def _runs(numbers: Iterable[int], bits: int) -> bytes:
    """Write each run of the same number as its length and the number."""
    size = -(-bits // 8)
    return b"".join(
        varint(sum(1 for _ in run) << 1) + number.to_bytes(size, "little") for number, run in groupby(numbers)
    )
