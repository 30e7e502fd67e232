"""A file to a document: the one entrance of this room."""

import re
from pathlib import PurePosixPath
from typing import Final

from ossr_catalogue.document.builder import Reading
from ossr_catalogue.document.document import Document
from ossr_catalogue.document.json_reader import read_json
from ossr_catalogue.document.text import decode
from ossr_catalogue.document.yaml_reader import read_yaml

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
    problems = (*decoded.problems, *reading.problems)
    return Document(path=path, text=decoded.text, root=reading.root, problems=problems)


def _read(text: str, path: str) -> Reading:
    ending = PurePosixPath(path).suffix.lower()
    is_json = ending == ".json" or (ending not in {".yaml", ".yml"} and _JSON_LOOKS.match(text))
    return read_json(text) if is_json else read_yaml(text)
