"""JSON of the index to our own values: an entry with its needs, a component, a platform.

What is not known is passed over, as the index asks its readers to.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any, TypeVar
from urllib.parse import quote

from ossr_catalogue.errors import SourceError
from ossr_catalogue.model.catalogue import Entry, Origin, Provenance
from ossr_catalogue.model.component import Component, Person
from ossr_catalogue.model.data import DataSlot, Direction, Mode, Mount
from ossr_catalogue.model.executable import Executable, Profile, Status
from ossr_catalogue.model.kinds import Kind, UnknownKind, kind_of
from ossr_catalogue.model.platform import Limits, Platform, Requirement
from ossr_catalogue.model.quantity import Range
from ossr_catalogue.model.resources import Compute, Gpus, Lifetime, Needs, Storage

Plain = Mapping[str, Any]
Word = TypeVar("Word", bound=StrEnum)


def entry_of(said: Plain, component: Plain) -> Entry:
    """Read an executable of the index, with the component that it names.

    Raises:
        SourceError: if it is not of the index's shape.
    """
    try:
        return Entry(
            executable=_executable(said),
            component=_component(component, said),
            origin=Origin(said["origin"]),
            provenance=Provenance(source="", path="", revision=component.get("revision", "")),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise SourceError(f"executable {said.get('uuid')}: is not of the index's shape: {error!r}") from error


def platform_of(said: Plain) -> Platform:
    """Read a platform, an item of `platforms.json`.

    Raises:
        SourceError: if it is not of that shape.
    """
    try:
        limits = said.get("limits", {})
        return Platform(
            id=said["id"],
            title=said.get("title", said["id"]),
            description=said.get("description", ""),
            homepage=said.get("homepage", ""),
            types=tuple(said["types"]),
            limits=Limits(**{key: _number(one) for key, one in limits.items() if key in Limits.__slots__}),
            architectures=tuple(said.get("architectures", ())),
            requires=tuple(filter(None, (_word(Requirement, one) for one in said.get("requires", ())))),
            launch=tuple(said.get("launch", ())),
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise SourceError(f"a platform is not of the shape of platforms.json: {error!r}") from error


def _executable(said: Plain) -> Executable:
    return Executable(
        uuid=said["uuid"],
        kind=_kind(said),
        type=said["type"],
        title=said["title"],
        description=said.get("description", ""),
        keywords=tuple(said.get("keywords", ())),
        subjects=tuple(said.get("subjects", ())),
        licence=said.get("license"),
        homepage=said.get("homepage"),
        documentation=said.get("documentation"),
        citation=said.get("citation"),
        status=_word(Status, said.get("status")) or Status.ACTIVE,
        superseded_by=said.get("superseded_by"),
        needs=_needs(said),
        profiles=tuple(map(_profile, said.get("profiles", ()))),
    )


def _kind(said: Plain) -> Kind:
    known = kind_of(said["type"])
    return known.from_plain(said) if known else UnknownKind(type=said["type"])


def _profile(said: Plain) -> Profile:
    return Profile(
        name=said["name"],
        title=said.get("title"),
        description=said.get("description"),
        needs=_needs(said),
    )


def _needs(said: Plain) -> Needs:
    return Needs(
        compute=tuple(map(_compute, said.get("compute", ()))),
        storage=tuple(map(_storage, said.get("storage", ()))),
        data=tuple(map(_slot, said.get("data", ()))),
    )


def _compute(said: Plain) -> Compute:
    return Compute(
        name=said.get("name"),
        uuid=said.get("uuid"),
        nodes=_range(said, "nodes"),
        cores=_range(said, "cores"),
        memory_bytes=_range(said, "memory_bytes"),
        gpus=_gpus(said),
        architecture=said.get("architecture"),
        walltime_seconds=_range(said, "walltime_seconds"),
    )


def _gpus(said: Plain) -> Gpus | None:
    count, memory = _range(said, "gpus"), _range(said, "gpu_memory_bytes")
    return Gpus(count=count or Range(), memory_bytes=memory) if count or memory else None


def _storage(said: Plain) -> Storage:
    return Storage(
        name=said.get("name"),
        uuid=said.get("uuid"),
        size_bytes=_range(said, "size_bytes"),
        lifetime=_word(Lifetime, said.get("lifetime")),
        mount=_mount(said),
    )


def _slot(said: Plain) -> DataSlot:
    return DataSlot(
        uuid=said.get("uuid"),
        name=said.get("name"),
        description=said.get("description"),
        direction=Direction(said["direction"]),
        required=said["required"],
        content=said.get("content"),
        formats=tuple(said.get("formats", ())),
        size_bytes=_range(said, "size_bytes"),
        locations=tuple(said.get("locations", ())),
        mount=_mount(said),
    )


def _mount(said: Plain) -> Mount | None:
    mount = said.get("mount")
    return Mount(path=mount["path"], mode=_word(Mode, mount.get("mode"))) if mount else None


def _range(said: Plain, key: str) -> Range | None:
    """Read an amount; the text as declared has the same name without the unit."""
    numbers = said.get(key)
    if numbers is None:
        return None
    return Range(
        minimum=_number(numbers.get("min")),
        maximum=_number(numbers.get("max")),
        unbounded=numbers.get("unbounded", False),
        text=said.get(key.rpartition("_")[0], ""),
    )


def _number(said: Any) -> Any:  # noqa: ANN401 - a number, or nothing
    """Read `8e9` as the whole number that it is, so that it is said as one."""
    return int(said) if isinstance(said, float) and said.is_integer() else said


def _component(said: Plain, entry: Plain) -> Component:
    return Component(
        slug=said["slug"],
        title=said["title"],
        revision=said["revision"],
        description=said.get("description", ""),
        authors=tuple(map(_person, said.get("authors", ()))),
        licence=said.get("license"),
        keywords=tuple(said.get("keywords", ())),
        languages=tuple(said.get("languages", ())),
        version=said.get("version"),
        doi=said.get("doi"),
        repository=said.get("repository"),
        homepage=said.get("homepage"),
        files_url=_template(entry.get("locations", ()), "url"),
        view_url=_template(entry.get("locations", ()), "view"),
    )


def _person(said: Plain) -> Person:
    return Person(name=said["name"], orcid=said.get("orcid"), affiliation=said.get("affiliation"))


def _template(locations: Iterable[Plain], key: str) -> str | None:
    """Find how files are addressed, from one whose path and address are told; else the address as it is."""
    for one in locations:
        path, url = one["path"], one.get(key)
        if url and "://" not in path:
            head, found, tail = url.rpartition(quote(path, safe="/", errors="replace"))
            return f"{head}{{path}}{tail}" if found else url
    return None


def _word(words: type[Word], said: str | None) -> Word | None:
    """Read one of a few words; None for one that a newer catalogue may have added."""
    return next((word for word in words if word == said), None)
