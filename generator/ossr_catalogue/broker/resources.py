"""Needs as components of a request: whole numbers, whole GiB, names that volumes can refer to."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from ossr_catalogue.model.data import DataSlot, Direction, Mount
from ossr_catalogue.model.execution_broker import LONGEST_SECONDS, kind_uri
from ossr_catalogue.model.plain_text import one_line
from ossr_catalogue.model.quantity import GIB, Number, Range
from ossr_catalogue.model.resources import Compute, Needs, Storage
from ossr_catalogue.model.web_address import web_link

_COMPUTE: Final = kind_uri("compute", "simple-compute-resource")
_STORAGE: Final = kind_uri("storage", "simple-storage-resource")
_SIMPLE_DATA: Final = kind_uri("data", "simple-data-resource")
_IVOA_DATA: Final = kind_uri("data", "ivoa-data-resource")
_VOLUME: Final = kind_uri("volume", "simple-volume-mount")

Plain = dict[str, Any]


def resource_components(needs: Needs) -> Plain:
    """Give `compute`, `storage`, `data` and `schedule`, None where nothing is declared."""
    filled = [(slot, place) for slot in needs.data if (place := _place(slot))]
    resources: list[Storage | DataSlot] = [*needs.storage, *(slot for slot, _ in filled)]
    names = _names(resources)
    stored = len(needs.storage)
    volumes = [_volume(name, one.mount) for name, one in zip(names, resources, strict=True) if one.mount]
    return {
        "compute": _compute(needs.compute[0] if needs.compute else None, volumes),
        "storage": [_storage(*pair) for pair in zip(names[:stored], needs.storage, strict=True)] or None,
        "data": [_data(name, *pair) for name, pair in zip(names[stored:], filled, strict=True)] or None,
        "schedule": _schedule(needs.compute[0].walltime_seconds if needs.compute else None),
    }


def unfilled_slots(needs: Needs) -> Iterator[str]:
    """Name the required data that no known place fills: a user's basket has to."""
    for index, slot in enumerate(needs.data):
        if slot.direction is Direction.INPUT and slot.required and not _place(slot):
            yield one_line(slot.name or "") or f"data-resources[{index}]"


def _place(slot: DataSlot) -> Plain | None:
    """Give the first known place of input data that a request has words for."""
    if slot.direction is not Direction.INPUT:
        return None
    for location in slot.locations:
        if location.startswith("ivo://"):
            return {"kind": _IVOA_DATA, "ivoa": {"ivoid": location}}
        if location.startswith(("https://", "http://")) and web_link(location):
            return {"kind": _SIMPLE_DATA, "location": location}
    return None


def _names(resources: Sequence[Storage | DataSlot]) -> list[str]:
    """Give each resource a name of its own: volumes refer to it."""
    names: list[str] = []
    for number, resource in enumerate(resources, start=1):
        kind = "storage" if isinstance(resource, Storage) else "data"
        name = one_line(resource.name or "") or f"{kind}-{number}"
        names.append(name if name not in names else f"{name}-{number}")
    return names


def _compute(compute: Compute | None, volumes: list[Plain]) -> Plain | None:
    if compute is None and not volumes:
        return None
    compute = compute or Compute()
    return {
        "kind": _COMPUTE,
        "meta": {"name": one_line(compute.name or "") or "compute", "uuid": compute.uuid},
        "cores": _whole(compute.cores, 1),
        "memory": _whole(compute.memory_bytes, GIB),
        "volumes": volumes or None,
    }


def _storage(name: str, storage: Storage) -> Plain:
    return {
        "kind": _STORAGE,
        "meta": {"name": name, "uuid": storage.uuid},
        "size": _whole(storage.size_bytes, GIB),
    }


def _data(name: str, slot: DataSlot, place: Plain) -> Plain:
    meta = {"name": name, "uuid": slot.uuid, "description": one_line(slot.description or "") or None}
    return {"kind": place["kind"], "meta": meta, **place}


def _volume(name: str, mount: Mount) -> Plain:
    meta = {"name": f"{name}-mount"}
    return {"kind": _VOLUME, "meta": meta, "path": mount.path, "mode": mount.mode, "resource": name}


def _whole(declared: Range | None, unit: int) -> Plain | None:
    """Round the minimum up and the maximum down, and write both: a broker takes an absent maximum for 1.

    >>> _whole(Range(minimum=1000**3, maximum=16 * 1000**3), GIB)
    {'min': 1, 'max': 14}
    """
    if declared is None or (declared.minimum is None and declared.maximum is None):
        return None
    least = max(1, _up(declared.minimum or 0, unit))
    most = least if declared.maximum is None else int(declared.maximum // unit)
    return {"min": least, "max": max(least, most)}


def _up(number: Number, unit: int) -> int:
    return int(-(-number // unit))


def _schedule(walltime: Range | None) -> Plain | None:
    """Ask for the time that it can use, as far as a broker offers it."""
    wanted = (walltime.maximum or walltime.minimum) if walltime else None
    if wanted is None:
        return None
    return {"requested": {"duration": f"PT{min(int(wanted), LONGEST_SECONDS)}S"}}
