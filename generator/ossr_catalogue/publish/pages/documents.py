"""The files for machines that belong to one executable, for the links of its page: found, not listed here."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from ossr_catalogue.publish.files import PublishedFile

_OF_AN_EXECUTABLE: Final = re.compile(r"executables/(?P<uuid>[0-9a-f-]{36})\.(?P<ending>[\w.]+)")
_WORDS: Final = {
    "json": "Everything, as JSON",
    "request.json": "Request to an ExecutionBroker, JSON",
    "request.yaml": "Request to an ExecutionBroker, YAML",
    "jsonld": "schema.org, JSON-LD",
    "codemeta.json": "CodeMeta",
    "bib": "BibTeX",
    "cff": "CITATION.cff",
}
"""By the ending; a door that is not named here is shown by its ending."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One file beside the page."""

    path: str
    media_type: str
    label: str


def documents_by_uuid(files: Iterable[PublishedFile]) -> Mapping[str, tuple[Document, ...]]:
    """Sort out the files that speak about one executable each."""
    found: defaultdict[str, list[Document]] = defaultdict(list)
    for file in files:
        if match := _OF_AN_EXECUTABLE.fullmatch(file.path):
            label = _WORDS.get(match["ending"], match["ending"])
            found[match["uuid"]].append(Document(path=file.path, media_type=file.media_type, label=label))
    order = list(_WORDS.values())
    return {
        uuid: tuple(sorted(documents, key=lambda one: order.index(one.label) if one.label in order else 99))
        for uuid, documents in found.items()
    }
