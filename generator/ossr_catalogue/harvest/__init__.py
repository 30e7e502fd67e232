"""Crawl the sources, and bring home lists, drafts and metadata as bytes with their origin."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

from ossr_catalogue.harvest.federation.source import CatalogueSource
from ossr_catalogue.harvest.folder import FolderSource
from ossr_catalogue.harvest.forges.source import ForgeSource
from ossr_catalogue.harvest.git.source import GitSource
from ossr_catalogue.harvest.source import Source
from ossr_catalogue.harvest.zenodo.record_source import RecordSource
from ossr_catalogue.harvest.zenodo.source import ZenodoSource

SOURCES: Final[Mapping[str, Callable[[Mapping[str, Any], Path], Source]]] = {
    "folder": FolderSource.from_settings,
    "git": GitSource.from_settings,
    "zenodo": ZenodoSource.from_settings,
    "record": RecordSource.from_settings,
    "github": ForgeSource.of_github,
    "gitlab": ForgeSource.of_gitlab,
    "catalogue": CatalogueSource.from_settings,
}
"""The kinds of sources by their key in `sources.yml`: how an entry, in that folder, becomes one."""
