"""What a repository says about itself in its metadata files, most trusted first."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from ossr_catalogue.harvest.metadata import (
    citation,
    codemeta,
    licence_file,
    pyproject,
    readme,
    setup_cfg,
    zenodo_json,
)
from ossr_catalogue.harvest.metadata.metadata import Metadata, enriched, joined
from ossr_catalogue.model.component import Component

Reader = Callable[[bytes, str], Metadata]

READERS: Final[tuple[tuple[re.Pattern[str], Reader], ...]] = (
    (re.compile(r"codemeta\.json"), codemeta.read),
    (re.compile(r"CITATION\.cff"), citation.read),
    (re.compile(r"\.zenodo\.json"), zenodo_json.read),
    (re.compile(r"pyproject\.toml"), pyproject.read),
    (re.compile(r"README(\.md|\.markdown|\.rst|\.txt)?", re.IGNORECASE), readme.read),
    (re.compile(r"(LICEN[CS]E|COPYING)(\.md|\.rst|\.txt)?", re.IGNORECASE), licence_file.read),
    (re.compile(r"setup\.cfg"), setup_cfg.read),
)
"""Which file is read by what, the most trusted first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """A component with all that is known about it."""

    component: Component
    list_path: str
    """What codemeta.json says about where the list lies; empty where it says nothing."""
    complaints: tuple[tuple[str, str], ...]
    """Path, and what could not be used of that file."""


def metadata_paths(paths: Sequence[str]) -> tuple[str, ...]:
    """Choose the metadata files at the top of a repository; of several READMEs the first."""
    chosen = ((next((path for path in paths if name.fullmatch(path)), None)) for name, _ in READERS)
    return tuple(path for path in chosen if path)


def described(component: Component, files: Mapping[str, bytes]) -> Described:
    """Join what the files say with what the source knows about *component*."""
    said = dict(_read(files))
    merged = joined(said.values())
    return Described(
        component=enriched(component, merged),
        list_path=merged.list_path,
        complaints=(
            *((path, complaint) for path, one in said.items() for complaint in one.complaints),
            *_other_versions(said),
        ),
    )


def said_by(files: Mapping[str, bytes]) -> dict[str, str]:
    """Name the file that each of a component's title and description is taken from; none if its source's."""
    said = tuple(_read(files))
    sources = {name: next((path for path, one in said if getattr(one, name)), "") for name in _TOLD}
    return {name: path for name, path in sources.items() if path}


_TOLD: Final = ("title", "description")


def _read(files: Mapping[str, bytes]) -> Iterator[tuple[str, Metadata]]:
    for name, read in READERS:
        for path in sorted(path for path in files if name.fullmatch(path))[:1]:
            yield path, read(files[path], path)


def _other_versions(said: Mapping[str, Metadata]) -> Iterator[tuple[str, str]]:
    """Name the files whose version is not the one that was used."""
    versions = [(path, one.version) for path, one in said.items() if one.version]
    for path, version in versions[1:]:
        first, used = versions[0]
        if _regular(version) != _regular(used):
            yield path, f"its version {version} was not used: {first} says {used}; make them agree"


def _regular(version: str) -> str:
    return re.sub(r"(\.0)+$", "", version.lower().removeprefix("v"))
