"""What an executable needs, use by use, for the panel of its page and the line of its card."""

from collections.abc import Iterator
from dataclasses import dataclass

from ossr_catalogue.model.amounts import format_bytes, format_count, format_duration
from ossr_catalogue.model.executable import Executable
from ossr_catalogue.model.resources import Compute, Needs, Storage
from ossr_catalogue.publish.pages import figures
from ossr_catalogue.publish.pages.figures import Figure, figure, is_declared


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The figures of one resource."""

    title: str
    """Empty where there is only one of its kind, without a name."""
    figures: tuple[Figure, ...]
    facts: tuple[str, ...] = ()
    """What has no amount: architecture, mount, lifetime."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """The needs of the executable as such, or of one profile."""

    title: str
    description: str
    groups: tuple[Group, ...]
    declared: bool


def uses_of(executable: Executable) -> tuple[Use, ...]:
    """Give the needs as such first, then those of each profile."""
    own = _use("As a whole" if executable.profiles else "", "", executable.needs)
    profiles = (
        _use(profile.title or profile.name, profile.description or "", executable.needs_in(profile))
        for profile in executable.profiles
    )
    return (own, *profiles)


def needs_in_short(needs: Needs) -> str:
    """Say the most telling needs on one line; empty where none is declared.

    >>> from ossr_catalogue.model.quantity import Range
    >>> needs_in_short(Needs(compute=(Compute(cores=Range(minimum=1, maximum=4)),)))
    '1 to 4 cores'
    """
    return " · ".join(_telling(needs))


def _telling(needs: Needs) -> Iterator[str]:
    for compute in needs.compute[:1]:
        if compute.nodes and compute.nodes.minimum and compute.nodes.minimum > 1:
            yield f"{figures.in_words(compute.nodes, format_count)} nodes"
        if is_declared(compute.cores):
            text = figures.in_words(compute.cores, format_count)
            yield f"{text} core" if text == "1" else f"{text} cores"
        if is_declared(compute.memory_bytes):
            yield figures.in_words(compute.memory_bytes, format_bytes)
        if compute.gpus and is_declared(compute.gpus.count):
            text = figures.in_words(compute.gpus.count, format_count)
            yield f"{text} GPU" if text == "1" else f"{text} GPUs"
        if is_declared(compute.walltime_seconds):
            yield figures.in_words(compute.walltime_seconds, format_duration)


def _use(title: str, description: str, needs: Needs) -> Use:
    several = len(needs.compute) > 1
    compute = [_compute(one, several=several) for one in needs.compute or (Compute(),)]
    storage = [_storage(one) for one in needs.storage or (Storage(),)]
    return Use(
        title=title,
        description=description,
        groups=(*compute, *storage),
        declared=bool(needs.compute or needs.storage),
    )


def _compute(compute: Compute, *, several: bool) -> Group:
    return Group(
        title=compute.name or ("Compute" if several else ""),
        figures=(
            *_nodes(compute),
            figure(
                "cores",
                "Cores",
                need=compute.cores,
                scale=figures.CORES,
                say=format_count,
                note=figures.per_node(compute.cores, compute.nodes, format_count),
            ),
            figure(
                "memory",
                "Memory",
                need=compute.memory_bytes,
                scale=figures.MEMORY,
                say=format_bytes,
                note=figures.per_node(compute.memory_bytes, compute.nodes, format_bytes),
            ),
            *_gpus(compute),
            figure(
                "walltime",
                "Walltime",
                need=compute.walltime_seconds,
                scale=figures.WALLTIME,
                say=format_duration,
            ),
        ),
        facts=(f"Architecture {compute.architecture}",) if compute.architecture else (),
    )


def _nodes(compute: Compute) -> Iterator[Figure]:
    """Give the nodes, unless they are one, as they are almost everywhere."""
    if is_declared(compute.nodes) and figures.in_words(compute.nodes, format_count) != "1":
        yield figure("nodes", "Nodes", need=compute.nodes, scale=None, say=format_count)


def _gpus(compute: Compute) -> Iterator[Figure]:
    if compute.gpus:
        memory = compute.gpus.memory_bytes
        note = f"{figures.in_words(memory, format_bytes)} of memory each" if is_declared(memory) else ""
        yield figure("gpus", "GPUs", need=compute.gpus.count, scale=figures.GPUS, say=format_count, note=note)


def _storage(storage: Storage) -> Group:
    size = figure("storage", "Storage", need=storage.size_bytes, scale=figures.STORAGE, say=format_bytes)
    mount = f"mounted at {storage.mount.path}" if storage.mount else ""
    facts = [fact for fact in (storage.lifetime, mount) if fact]
    return Group(title=storage.name or "", figures=(size,), facts=tuple(facts))
