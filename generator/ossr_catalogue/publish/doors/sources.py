"""For owners and their programs: what became of each source, and what to do; it changes with each harvest.

An overview leads to a file for each source, since whoever asks is mostly asking about one: of 25,000 records
all together would be 27 MB. A source with very many components has them in parts beside its file.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, Final

from ossr_catalogue.model.catalogue import Catalogue
from ossr_catalogue.model.plain_text import visible_in
from ossr_catalogue.publish.addresses import schema_url
from ossr_catalogue.publish.files import PublishedFile, SiteSettings, json_file
from ossr_catalogue.publish.index.source import source_fields, source_overview
from ossr_catalogue.why.accounts import accounts_of

VERSION: Final = "1.0.0"
"""Of both shapes: within a major version there are only additions."""
WHOLE_UP_TO: Final = 1_000
"""Components in the file of their source; beyond, it names its parts."""

Plain = dict[str, Any]


def files(
    catalogue: Catalogue, site: SiteSettings, *, whole_up_to: int = WHOLE_UP_TO
) -> Iterator[PublishedFile]:
    """Write `sources.json`, by name, and what it leads to."""
    accounts = accounts_of(catalogue)
    for account in accounts:
        yield from _source(visible_in(source_fields(account)), site, whole_up_to)
    overview = {
        "$schema": schema_url(site, "sources-overview-1"),
        "version": VERSION,
        "sources": visible_in([source_overview(account) for account in accounts]),
    }
    yield replace(json_file("sources.json", overview, rel="sources"), volatile=True)


def _source(fields: Plain, site: SiteSettings, whole_up_to: int) -> Iterator[PublishedFile]:
    document = {"$schema": schema_url(site, "source-report-1"), "version": VERSION, **fields}
    if len(fields["components"]) > whole_up_to:
        parts = [_part(fields["page"], key, group) for key, group in _split(document.pop("components"))]
        yield from (file for file, _ in parts)
        document["parts"] = [named for _, named in parts]
    yield replace(json_file(fields["document"], document), volatile=True)


def _split(components: Sequence[Plain]) -> list[tuple[str, list[Plain]]]:
    """Part by a digest of their names, so that a component stays where it is while others come and go."""
    groups: defaultdict[str, list[Plain]] = defaultdict(list)
    for one in components:
        groups[hashlib.sha256(one["component"].encode()).hexdigest()[:1]].append(one)
    return sorted(groups.items())


def _part(page: str, key: str, components: list[Plain]) -> tuple[PublishedFile, Plain]:
    file = replace(json_file(f"{page}{key}.json", {"components": components}), volatile=True)
    sha256 = hashlib.sha256(file.content).hexdigest()
    return file, {"href": file.path, "sha256": sha256, "size": len(file.content), "count": len(components)}
