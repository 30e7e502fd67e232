"""The files for machines that belong to one executable or component, for the links of its page."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from ossr_catalogue.publish.files import PublishedFile

_OWNED: Final = re.compile(
    r"(?:executables/(?P<uuid>[0-9a-f-]{36})\.|components/(?P<slug>[^/]+)/|(?P<list>types/[^/]+/)?(?=feed\.))"
    r"(?P<name>[\w.-]+)"
)
_WORDS: Final = {
    "json": "Everything, as JSON",
    "request.json": "Request to an ExecutionBroker, JSON",
    "request.yaml": "Request to an ExecutionBroker, YAML",
    "jsonld": "schema.org, JSON-LD",
    "citation.bib": "BibTeX",
    "CITATION.cff": "CITATION.cff",
    "codemeta.json": "CodeMeta",
    "ro-crate-metadata.json": "RO-Crate",
    "feed.atom": "Feed of changes, Atom",
}
"""By the name, of an executable's files the ending; a file that is not named here is shown by its name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One file beside the page."""

    path: str
    media_type: str
    label: str


def documents_by_owner(files: Iterable[PublishedFile]) -> Mapping[str, tuple[Document, ...]]:
    """Sort out the files that speak about one executable, component or list each.

    Returns:
        The files by uuid, slug, and path of the list's page; what tells of everything is the landing page's.
    """
    found: defaultdict[str, list[Document]] = defaultdict(list)
    for file in files:
        if match := _OWNED.fullmatch(file.path):
            label = _WORDS.get(match["name"]) or _of_profile(match["name"])
            document = Document(path=file.path, media_type=file.media_type, label=label)
            found[match["uuid"] or match["slug"] or match["list"] or ""].append(document)
    order = list(_WORDS.values())
    return {
        owner: tuple(sorted(documents, key=lambda one: order.index(one.label) if one.label in order else 99))
        for owner, documents in found.items()
    }


def _of_profile(name: str) -> str:
    """Say for which profile a request is; any other file by its name."""
    profile, found, form = name.rpartition(".request.")
    return f"Request for the profile {profile}, {form.upper()}" if found else name
