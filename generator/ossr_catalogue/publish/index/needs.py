"""Needs as numbers in base units, beside the text as declared."""

from typing import Any

from ossr_catalogue.model.data import DataSlot, Mount
from ossr_catalogue.model.executable import Executable, Profile
from ossr_catalogue.model.plain_text import one_line, visible
from ossr_catalogue.model.quantity import Range
from ossr_catalogue.model.resources import Compute, Needs, Storage

Plain = dict[str, Any]
"""A mapping for `files.plain`: values that are None are going to be left out."""


def needs_fields(needs: Needs) -> Plain:
    """Give `compute`, `storage` and `data`; None where nothing is declared."""
    return {
        "compute": [_compute(one) for one in needs.compute] or None,
        "storage": [_storage(one) for one in needs.storage] or None,
        "data": [_slot(one) for one in needs.data] or None,
    }


def profile_fields(executable: Executable) -> list[Plain] | None:
    """Give the profiles, each with the lists that replace those of the executable."""
    return [_profile(one) for one in executable.profiles] or None


def _profile(profile: Profile) -> Plain:
    title = one_line(profile.title or "") or None
    description = visible(profile.description or "") or None
    named = {"name": profile.name, "title": title, "description": description}
    return named | needs_fields(profile.needs)


def _compute(compute: Compute) -> Plain:
    return {
        "name": compute.name,
        "uuid": compute.uuid,
        "nodes": _numbers(compute.nodes),
        "cores": _numbers(compute.cores),
        **_amount("memory", "bytes", compute.memory_bytes),
        "gpus": _numbers(compute.gpus.count) if compute.gpus else None,
        **_amount("gpu_memory", "bytes", compute.gpus.memory_bytes if compute.gpus else None),
        "architecture": compute.architecture,
        **_amount("walltime", "seconds", compute.walltime_seconds),
    }


def _storage(storage: Storage) -> Plain:
    return {
        "name": storage.name,
        "uuid": storage.uuid,
        **_amount("size", "bytes", storage.size_bytes),
        "lifetime": storage.lifetime,
        "mount": _mount(storage.mount),
    }


def _slot(slot: DataSlot) -> Plain:
    return {
        "uuid": slot.uuid,
        "name": slot.name,
        "description": slot.description,
        "direction": slot.direction,
        "required": slot.required,
        "content": slot.content,
        "formats": list(slot.formats) or None,
        **_amount("size", "bytes", slot.size_bytes),
        "locations": list(slot.locations) or None,
        "mount": _mount(slot.mount),
    }


def _mount(mount: Mount | None) -> Plain | None:
    return {"path": mount.path, "mode": mount.mode} if mount else None


def _amount(name: str, unit: str, declared: Range | None) -> Plain:
    """Give an amount twice: as numbers with the unit in the name, and as its author declared it."""
    return {f"{name}_{unit}": _numbers(declared), name: declared.text or None if declared else None}


def _numbers(declared: Range | None) -> Plain | None:
    if declared is None:
        return None
    numbers = {
        "min": declared.minimum,
        "max": declared.maximum,
        "unbounded": True if declared.unbounded else None,
    }
    return numbers if any(number is not None for number in numbers.values()) else None
