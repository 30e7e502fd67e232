"""A file to a document: the one entrance of this room."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import PurePosixPath
from typing import Final

from ossr_catalogue.document.builder import Reading
from ossr_catalogue.document.document import Document, Problem
from ossr_catalogue.document.json_reader import read_json
from ossr_catalogue.document.node import Node, Span
from ossr_catalogue.document.structure import check_structure
from ossr_catalogue.document.text import decode

_MENDABLE: Final = frozenset({"syntax", "missing-brackets"})
_MOST_MISTAKES: Final = 1_000
"""What stands in one file, of 10 MB at most, can be wrong a hundred thousand times."""
_JSON_LOOKS: Final = re.compile(r'\s*[{\["]')


def parse(data: bytes | str, path: str) -> Document:
    """Read a list of executables; whatever is wrong with it stands in the document's problems.

    Args:
        data: the file's content.
        path: its name; the ending says whether it is JSON or YAML, else its content does.
    """
    decoded = decode(data)
    if not decoded.readable:
        return Document(path=path, text=decoded.text, root=None, problems=decoded.problems)
    reading = _read(decoded.text, path)
    problems = (*decoded.problems, *_one_each(reading.problems, _shape_problems(reading.root)))
    return Document(path=path, text=decoded.text, root=reading.root, problems=problems)


def _shape_problems(root: Node | None) -> Sequence[Problem]:
    """Give what is wrong with the shape; where next to nothing is right, that in one sentence."""
    found = list(islice(check_structure(root), _MOST_MISTAKES + 1)) if root else []
    if root is None or len(found) <= _MOST_MISTAKES:
        return found
    start = root.span.start
    return [
        Problem(
            kind="too-large",
            span=Span(start, start + 1),
            message=f"more than {_MOST_MISTAKES:,} keys or values are none of a list of executables",
            advice="see whether this is the right file; the documentation of the format has examples",
        )
    ]


def _read(text: str, path: str) -> Reading:
    reading = _read_as_named(text, path)
    is_mendable = not reading.root and {problem.kind for problem in reading.problems} <= _MENDABLE
    if not is_mendable:
        return reading
    if not _JSON_LOOKS.match(text):
        return _with_fix(reading, text, path)
    mended = _mended(text, path)
    return Reading(root=None, problems=(mended,)) if mended else _with_fix(reading, text, path)


def is_json(text: str, path: str) -> bool:
    """Say whether a text is read as JSON, by the file's name if that says it; else it is YAML."""
    ending = PurePosixPath(path).suffix.lower()
    return ending == ".json" or (ending not in {".yaml", ".yml"} and bool(_JSON_LOOKS.match(text)))


def _read_as_named(text: str, path: str) -> Reading:
    if is_json(text, path):
        return read_json(text)
    from ossr_catalogue.document.yaml_reader import read_yaml  # noqa: PLC0415 - JSON needs no PyYAML: 20 ms

    return read_yaml(text)


def _mended(text: str, path: str) -> Problem | None:
    from ossr_catalogue.document.mend import mend  # noqa: PLC0415 - most lists need no mending
    from ossr_catalogue.document.mend_report import report  # noqa: PLC0415 - likewise

    mended = mend(text)
    return report(Document(path=path, text=text, root=None), mended) if mended else None


def _with_fix(reading: Reading, text: str, path: str) -> Reading:
    """Propose what surely makes a text readable: fewer commas in JSON, quotes in YAML."""
    if is_json(text, path):
        from ossr_catalogue.document.mend_report import correct_commas  # noqa: PLC0415 - as above

        fix = correct_commas(text)
    else:
        from ossr_catalogue.document.mend_yaml import quote_colons  # noqa: PLC0415 - as above

        fix = quote_colons(text)
    problems = (replace(problem, fix=problem.fix or fix) for problem in reading.problems)
    return Reading(root=None, problems=tuple(problems)) if fix else reading


def _one_each(reading: Iterable[Problem], shape: Iterable[Problem]) -> list[Problem]:
    """Keep one problem for each place, in the order of the text.

    What the reader said comes first; what YAML 1.1 would read matters only where the text itself is right.
    """
    ranked = sorted((*reading, *shape), key=lambda problem: problem.kind == "yaml-trap")
    kept: dict[object, Problem] = {}
    for problem in ranked:
        # Several keys can be missing in the same place.
        place = (problem.span, problem.message) if problem.kind == "missing-key" else problem.span
        kept.setdefault(place, problem)
    return sorted(kept.values(), key=lambda problem: problem.span.start)
