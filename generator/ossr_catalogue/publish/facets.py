"""What a search can be narrowed by: names and values of facets, in people's words where people read them."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from ossr_catalogue.matching import Fit, matches
from ossr_catalogue.model.catalogue import Entry
from ossr_catalogue.model.executable import Executable, Status
from ossr_catalogue.model.kinds import Kind
from ossr_catalogue.model.kinds.docker_container import DockerContainer
from ossr_catalogue.model.plain import plain
from ossr_catalogue.model.platform import Platform
from ossr_catalogue.model.resources import Needs
from ossr_catalogue.publish.index.needs import needs_fields
from ossr_catalogue.publish.pages import data
from ossr_catalogue.publish.pages.card import ORIGINS, Card

_RUNS: Final = frozenset({Fit.FITS, Fit.FITS_LESS})
_COMPUTE: Final = (
    "nodes",
    "cores",
    "memory_bytes",
    "gpus",
    "gpu_memory_bytes",
    "architecture",
    "walltime_seconds",
)
"""What decides where something fits; names and texts as declared do not, and would only part equal needs."""
_STORAGE: Final = ("size_bytes",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """One property that a search can be narrowed by."""

    name: str
    values: tuple[str, ...]


def facets_of(entry: Entry, card: Card, platforms: Iterable[Platform]) -> tuple[Facet, ...]:
    """Give the facets of an executable, each with its values."""
    executable, component = entry.executable, entry.component
    slots = [slot for needs in _uses(executable) for slot in needs.data]
    licence = executable.licence or component.licence
    contents = (data.content_in_words()(slot.content) for slot in slots if slot.content)
    formats = (data.format_in_words()(urn) for slot in slots for urn in slot.formats)
    return (
        Facet(name="type", values=(card.kind,)),
        Facet(name="component", values=(card.component,)),
        Facet(name="origin", values=(ORIGINS[entry.origin],)),
        Facet(name="keyword", values=_once(executable.keywords)),
        Facet(name="data", values=_once(contents)),
        Facet(name="format", values=_once(formats)),
        Facet(name="licence", values=(licence,) if licence else ()),
        Facet(name="status", values=(executable.status.value.capitalize(),)),
        Facet(name="runs", values=_once(_runs(executable, platforms))),
        Facet(name="needs", values=(needs_value(executable),)),
    )


def needs_value(executable: Executable) -> str:
    """Say all needs as compact JSON in the index's shape, the same text for the same needs.

    `compute`, `storage` and `profiles`, as far as they decide where it fits: numbers in base units and the
    architecture. Each profile stands there whole, with what it shares with the executable; one that needs
    the same as the executable is left out. A container has an `image` too. `{}` where nothing is declared.
    """
    whole = _deciding(executable.needs)
    profiles = _sorted(
        use for use in map(_deciding, map(executable.needs_in, executable.profiles)) if use != whole
    )
    return _canonical(whole | _container(executable.kind) | ({"profiles": profiles} if profiles else {}))


def _container(kind: Kind) -> dict[str, Any]:
    """Say of a container what a platform may insist on; that it has a digest, not which."""
    if not isinstance(kind, DockerContainer):
        return {}
    image = {
        **({"digest": "declared"} if kind.image.digest else {}),
        **({"platform": {"architecture": kind.image.architecture}} if kind.image.architecture else {}),
    }
    return {"image": image, **({"privileged": True} if kind.privileged else {})}


def _deciding(needs: Needs) -> dict[str, Any]:
    fields = needs_fields(needs)
    kept = {
        "compute": _sorted(_only(_COMPUTE, one) for one in fields["compute"] or ()),
        "storage": _sorted(_only(_STORAGE, one) for one in fields["storage"] or ()),
    }
    return {name: uses for name, uses in kept.items() if uses}


def _only(names: Iterable[str], fields: dict[str, Any]) -> dict[str, Any]:
    return {name: plain(fields[name]) for name in names if fields[name] is not None}


def _sorted(values: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(values, key=_canonical)


def _canonical(value: object) -> str:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def _runs(executable: Executable, platforms: Iterable[Platform]) -> Iterator[str]:
    """Name the platforms where it runs, as a whole or in one of its profiles, unless it is withdrawn."""
    if executable.status is Status.WITHDRAWN:
        return
    known = tuple(platforms)
    uses = [matches(executable, known, profile) for profile in (None, *executable.profiles)]
    for platform, verdicts in zip(known, zip(*uses, strict=True), strict=True):
        if any(verdict.fit in _RUNS for verdict in verdicts):
            yield platform.title


def _uses(executable: Executable) -> tuple[Needs, ...]:
    return (executable.needs, *(profile.needs for profile in executable.profiles))


def _once(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))
