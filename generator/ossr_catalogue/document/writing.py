"""The model's values in the format of the list: what is not declared is left out."""

from typing import Any

from ossr_catalogue.document.quantities import BYTES, CORES, COUNT, SECONDS, Measure, plain_range
from ossr_catalogue.model.data import DataSlot, Direction, Mount
from ossr_catalogue.model.executable import Executable, Profile, Status
from ossr_catalogue.model.quantity import Range
from ossr_catalogue.model.resources import Compute, Gpus, Needs, Storage

Plain = dict[str, Any]
"""A mapping as `json.dumps` takes it."""


def to_plain(executable: Executable) -> Plain:
    """Give an executable as an entry of a list, keys in the order of the format's documentation."""
    return _declared(
        {
            "uuid": executable.uuid,
            "type": executable.type,
            "title": executable.title,
            "description": executable.description,
            "keywords": list(executable.keywords),
            "subjects": list(executable.subjects),
            "license": executable.licence,
            "homepage": executable.homepage,
            "documentation": executable.documentation,
            "citation": executable.citation,
            "status": None if executable.status is Status.ACTIVE else executable.status.value,
            "superseded-by": executable.superseded_by,
        }
        | executable.kind.to_plain()
        | _plain_needs(executable.needs)
        | {"profiles": [_plain_profile(profile) for profile in executable.profiles]},
        executable.extras,
    )


def _plain_profile(profile: Profile) -> Plain:
    named = {"name": profile.name, "title": profile.title, "description": profile.description}
    return _declared(named | _plain_needs(profile.needs), profile.extras)


def _plain_needs(needs: Needs) -> Plain:
    return {
        "compute-resources": [_plain_compute(compute) for compute in needs.compute],
        "storage-resources": [_plain_storage(storage) for storage in needs.storage],
        "data-resources": [_plain_data(slot) for slot in needs.data],
    }


def _plain_compute(compute: Compute) -> Plain:
    plain = {
        "name": compute.name,
        "uuid": compute.uuid,
        "nodes": _plain_quantity(compute.nodes, COUNT),
        "cores": _plain_quantity(compute.cores, CORES),
        "memory": _plain_quantity(compute.memory_bytes, BYTES),
        "gpus": _plain_gpus(compute.gpus),
        "architecture": compute.architecture,
        "walltime": _plain_quantity(compute.walltime_seconds, SECONDS),
    }
    return _declared(plain, compute.extras)


def _plain_gpus(gpus: Gpus | None) -> Any:  # noqa: ANN401 - a number, a text or a mapping
    if not gpus:
        return None
    count = _plain_quantity(gpus.count, COUNT)
    if not gpus.memory_bytes:
        return count
    both = count if isinstance(count, dict) else _declared({"min": count, "max": count})
    return {**both, "memory": plain_range(gpus.memory_bytes, BYTES)}


def _plain_storage(storage: Storage) -> Plain:
    plain = {
        "name": storage.name,
        "uuid": storage.uuid,
        "size": _plain_quantity(storage.size_bytes, BYTES),
        "lifetime": storage.lifetime.value if storage.lifetime else None,
        "mount": _plain_mount(storage.mount),
    }
    return _declared(plain, storage.extras)


def _plain_data(slot: DataSlot) -> Plain:
    plain = {
        "uuid": slot.uuid,
        "name": slot.name,
        "description": slot.description,
        "direction": None if slot.direction is Direction.INPUT else slot.direction.value,
        "required": None if slot.required else False,
        "data-content": slot.content,
        "data-format": slot.formats[0] if len(slot.formats) == 1 else list(slot.formats),
        "size": _plain_quantity(slot.size_bytes, BYTES),
        "locations": list(slot.locations),
        "mount": _plain_mount(slot.mount),
    }
    return _declared(plain, slot.extras)


def _plain_mount(mount: Mount | None) -> Plain | None:
    if not mount:
        return None
    return _declared({"path": mount.path, "mode": mount.mode.value if mount.mode else None})


def _plain_quantity(quantity: Range | None, measure: Measure) -> Any:  # noqa: ANN401 - as for GPUs
    return plain_range(quantity, measure) if quantity else None


def _declared(plain: Plain, extras: tuple[tuple[str, Any], ...] = ()) -> Plain:
    """Leave out what is not declared, and add anyone's own keys."""
    return {key: value for key, value in plain.items() if value not in (None, "", [], {})} | dict(extras)
