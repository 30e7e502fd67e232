"""An error-free entry of a document as the model's values; `to_plain` is the way back."""

from collections.abc import Callable
from typing import Any, TypeVar

from ossr_catalogue.document.node import Node
from ossr_catalogue.document.quantities import BYTES, CORES, COUNT, SECONDS, Measure, read_range
from ossr_catalogue.document.writing import to_plain
from ossr_catalogue.model.data import DataSlot, Direction, Mode, Mount
from ossr_catalogue.model.executable import Executable, Profile, Status
from ossr_catalogue.model.kinds import Kind, UnknownKind, kind_of
from ossr_catalogue.model.quantity import Range
from ossr_catalogue.model.resources import Compute, Gpus, Lifetime, Needs, Storage

__all__ = ["COMMON_KEYS", "read_executable", "read_profiles", "to_plain"]

COMMON_KEYS = (
    "uuid",
    "type",
    "title",
    "description",
    "keywords",
    "subjects",
    "license",
    "homepage",
    "documentation",
    "citation",
    "status",
    "superseded-by",
    "compute-resources",
    "storage-resources",
    "data-resources",
    "profiles",
)
"""The keys that executables of every type have."""

_T = TypeVar("_T")


def read_executable(node: Node) -> Executable:
    """Read an entry about which no rule reports an error.

    Raises:
        QuantityError: where a quantity is none after all.
    """
    status = _text(node, "status")
    return Executable(
        uuid=node.members["uuid"].node.text,
        kind=_read_kind(node),
        type=node.members["type"].node.text,
        title=node.members["title"].node.text,
        description=node.members["description"].node.text,
        keywords=_texts(node, "keywords"),
        subjects=_texts(node, "subjects"),
        licence=_text(node, "license"),
        homepage=_text(node, "homepage"),
        documentation=_text(node, "documentation"),
        citation=_text(node, "citation"),
        status=Status(status) if status else Status.ACTIVE,
        superseded_by=_text(node, "superseded-by"),
        needs=_read_needs(node),
        profiles=read_profiles(node),
        extras=_extras(node),
    )


def read_profiles(node: Node) -> tuple[Profile, ...]:
    """Read the profiles of an entry; each holds its own needs only, see `Executable.needs_in`."""
    return _read_list(node, "profiles", _read_profile)


def _read_profile(node: Node) -> Profile:
    return Profile(
        name=node.members["name"].node.text,
        title=_text(node, "title"),
        description=_text(node, "description"),
        needs=_read_needs(node),
        extras=_extras(node),
    )


def _read_kind(node: Node) -> Kind:
    type_text = node.members["type"].node.text
    kind = kind_of(type_text)
    own = {
        key: member.node.plain()
        for key, member in node.members.items()
        if key not in COMMON_KEYS and not key.startswith("x-")
    }
    return kind.from_plain(own) if kind else UnknownKind(type=type_text, own=tuple(own.items()))


def _read_needs(node: Node) -> Needs:
    return Needs(
        compute=_read_list(node, "compute-resources", _read_compute),
        storage=_read_list(node, "storage-resources", _read_storage),
        data=_read_list(node, "data-resources", _read_data),
    )


def _read_compute(node: Node) -> Compute:
    return Compute(
        name=_text(node, "name"),
        uuid=_text(node, "uuid"),
        nodes=_range(node, "nodes", COUNT),
        cores=_range(node, "cores", CORES),
        memory_bytes=_range(node, "memory", BYTES),
        gpus=_read_gpus(node.get("gpus")),
        architecture=_text(node, "architecture"),
        walltime_seconds=_range(node, "walltime", SECONDS),
        extras=_extras(node),
    )


def _read_gpus(node: Node | None) -> Gpus | None:
    if not node:
        return None
    return Gpus(count=read_range(node, COUNT), memory_bytes=_range(node, "memory", BYTES))


def _read_storage(node: Node) -> Storage:
    lifetime = _text(node, "lifetime")
    return Storage(
        name=_text(node, "name"),
        uuid=_text(node, "uuid"),
        size_bytes=_range(node, "size", BYTES),
        lifetime=Lifetime(lifetime) if lifetime else None,
        mount=_read_mount(node.get("mount")),
        extras=_extras(node),
    )


def _read_data(node: Node) -> DataSlot:
    direction, required = _text(node, "direction"), node.get("required")
    one_format = _text(node, "data-format")
    return DataSlot(
        uuid=_text(node, "uuid"),
        name=_text(node, "name"),
        description=_text(node, "description"),
        direction=Direction(direction) if direction else Direction.INPUT,
        required=required.value is True if required else True,
        content=_text(node, "data-content"),
        formats=(one_format,) if one_format else _texts(node, "data-format"),
        size_bytes=_range(node, "size", BYTES),
        locations=_texts(node, "locations"),
        mount=_read_mount(node.get("mount")),
        extras=_extras(node),
    )


def _read_mount(node: Node | None) -> Mount | None:
    if not node:
        return None
    mode = _text(node, "mode")
    return Mount(path=node.members["path"].node.text, mode=Mode(mode) if mode else None)


def _range(node: Node, key: str, measure: Measure) -> Range | None:
    value = node.get(key)
    return read_range(value, measure) if value else None


def _read_list(node: Node, key: str, read: Callable[[Node], _T]) -> tuple[_T, ...]:
    value = node.get(key)
    return tuple(read(item) for item in value.items) if value else ()


def _text(node: Node, key: str) -> str | None:
    value = node.get(key)
    return value.text or None if value else None


def _texts(node: Node, key: str) -> tuple[str, ...]:
    value = node.get(key)
    return tuple(item.text for item in value.items) if value else ()


def _extras(node: Node) -> tuple[tuple[str, Any], ...]:
    return tuple((key, member.node.plain()) for key, member in node.members.items() if key.startswith("x-"))
