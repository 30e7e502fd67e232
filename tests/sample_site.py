"""The settings of a site, and the files that it would publish, for tests."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from typing import Any

import sample_catalogue as sample
from ossr_catalogue.document.platforms import read_platforms
from ossr_catalogue.embedded import embedded
from ossr_catalogue.model.catalogue import Catalogue
from ossr_catalogue.publish.files import PublishedFile, SiteSettings
from ossr_catalogue.publish.index.build import machine_files

PLATFORMS = read_platforms(embedded("catalogue/platforms.yml"))
SETTINGS = SiteSettings(
    url="https://catalogue.example.org/",
    name="A catalogue",
    built=datetime(2026, 11, 22, 12, tzinfo=UTC),
    platforms=PLATFORMS,
)


def files_of(catalogue: Catalogue, settings: SiteSettings = SETTINGS) -> dict[str, PublishedFile]:
    """Give what is published, by path."""
    return {file.path: file for file in machine_files(catalogue, settings)}


@cache
def sample_files() -> dict[str, PublishedFile]:
    """Give the files of the sample catalogue with its hostile entry."""
    return files_of(sample.catalogue(*sample.of_every_type(), sample.nasty()))


def read(path: str, files: dict[str, PublishedFile] | None = None) -> Any:  # noqa: ANN401 - JSON
    """Give a JSON file of the sample, or of *files*."""
    return json.loads((files or sample_files())[path].content)


def index_entry(title: str, files: dict[str, PublishedFile] | None = None) -> Any:  # noqa: ANN401 - JSON
    """Find an executable of the index by its title."""
    return next(one for one in read("index.json", files)["executables"] if one["title"] == title)


def values_in(tree: Any) -> Iterator[Any]:  # noqa: ANN401 - JSON
    """Give every value of a tree, the mappings and lists themselves too."""
    yield tree
    children = tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ()
    for child in children:
        yield from values_in(child)
