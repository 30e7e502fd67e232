"""Crawl the sources, and bring home lists, drafts and metadata as bytes with their origin."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

from ossr_catalogue.harvest.folder import FolderSource
from ossr_catalogue.harvest.git import GitSource
from ossr_catalogue.harvest.source import Source


def _zenodo(settings: Mapping[str, Any], _: Path) -> Source:
    from ossr_catalogue.harvest.zenodo import ZenodoSource  # noqa: PLC0415 - its extra

    community: str = settings["zenodo"]
    return ZenodoSource(community, **({"base_url": settings["url"]} if "url" in settings else {}))


SOURCES: Final[Mapping[str, Callable[[Mapping[str, Any], Path], Source]]] = {
    "folder": FolderSource.from_settings,
    "git": GitSource.from_settings,
    "zenodo": _zenodo,
}
"""The kinds of sources by their key in `sources.yml`: how an entry, in that folder, becomes one."""
