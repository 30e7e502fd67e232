"""For operators: what each source gave and what was left out; it may change while the index does not."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC
from typing import Any

from ossr_catalogue.model.catalogue import Catalogue, LeftOut
from ossr_catalogue.publish.doors import esap
from ossr_catalogue.publish.files import PublishedFile, SiteSettings, json_file, plain


def files(catalogue: Catalogue, site: SiteSettings) -> Iterator[PublishedFile]:
    """Write `health.json`."""
    executables = Counter(entry.provenance.source for entry in catalogue.entries)
    listed = esap.listed(catalogue, site)
    health = {
        "built": site.built.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "sources": [
            {
                "source": source,
                "executables": executables[source],
                "left_out": [_left_out(one) for one in catalogue.left_out if one.source == source],
            }
            for source in sorted({*executables, *(one.source for one in catalogue.left_out)})
        ],
        "esap": {"listed": listed, "left_out": len(catalogue.entries) - listed},
    }
    yield replace(json_file("health.json", plain(health), rel="health"), volatile=True)


def _left_out(one: LeftOut) -> dict[str, Any]:
    return {"path": one.path or None, "reason": one.reason, "findings": len(one.findings)}
