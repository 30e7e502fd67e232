"""For operators: what each source gave and what was left out; it may change while the index does not."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from ossr_catalogue.model.catalogue import Catalogue, Entry, LeftOut, SourceState
from ossr_catalogue.model.plain import plain
from ossr_catalogue.model.plain_text import visible_in
from ossr_catalogue.publish.doors import esap
from ossr_catalogue.publish.files import PublishedFile, SiteSettings, json_file, moment


def files(catalogue: Catalogue, site: SiteSettings) -> Iterator[PublishedFile]:
    """Write `health.json`."""
    executables = Counter(entry.provenance.source for entry in catalogue.entries)
    stale: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in (entry for entry in catalogue.entries if entry.stale):
        stale[entry.provenance.source].append(entry)
    left_out: defaultdict[str, list[LeftOut]] = defaultdict(list)
    for gap in catalogue.left_out:
        left_out[gap.source].append(gap)
    states = {state.name: state for state in catalogue.sources}
    listed = esap.listed(catalogue, site)
    health = {
        "built": moment(site.built),
        "sources": [
            {
                "source": source,
                **_state(states.get(source)),
                "executables": executables[source],
                "stale": [_stale(entry) for entry in stale[source]],
                "left_out": [_left_out(one) for one in left_out[source]],
            }
            for source in sorted({*states, *executables, *left_out})
        ],
        "esap": {"listed": listed, "left_out": len(catalogue.entries) - listed},
    }
    yield replace(json_file("health.json", visible_in(plain(health)), rel="health"), volatile=True)


def _state(state: SourceState | None) -> dict[str, Any]:
    if state is None:
        return {}
    return {
        "attempted": moment(state.attempted),
        "succeeded": moment(state.succeeded) if state.succeeded else None,
        "requests": state.requests,
    }


def _stale(entry: Entry) -> dict[str, Any]:
    """Say why an entry is shown as it was; the words of a host may differ from day to day."""
    reason = entry.stale.reason if entry.stale else None
    return {"uuid": entry.executable.uuid, "reason": reason}


def _left_out(one: LeftOut) -> dict[str, Any]:
    return {"path": one.path or None, "reason": one.reason, "findings": len(one.findings)}
