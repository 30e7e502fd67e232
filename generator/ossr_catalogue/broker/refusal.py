"""Why a broker would refuse, as far as it can be known beforehand."""

import math
from collections.abc import Iterator

from ossr_catalogue.model.amounts import format_bytes, format_duration
from ossr_catalogue.model.catalogue import Entry
from ossr_catalogue.model.component import Component
from ossr_catalogue.model.executable import Status
from ossr_catalogue.model.execution_broker import (
    ARCHITECTURE,
    LONGEST_SECONDS,
    MOST_CORES,
    MOST_GPUS,
    MOST_MEMORY_BYTES,
    MOST_NODES,
    MOST_STORAGE_BYTES,
    SYSTEM,
)
from ossr_catalogue.model.kinds import Kind, UnknownKind
from ossr_catalogue.model.kinds.docker_container import DockerContainer
from ossr_catalogue.model.kinds.jupyter_notebook import JupyterNotebook
from ossr_catalogue.model.kinds.singularity_container import SingularityContainer
from ossr_catalogue.model.quantity import Number, Range
from ossr_catalogue.model.resources import Compute, Needs, Storage
from ossr_catalogue.model.web_address import web_link


def refusal(entry: Entry, needs: Needs) -> str | None:
    """Give the first reason why there can be no request with these needs; None if there is none."""
    return next(_reasons(entry, needs), None)


def notebook_address(location: str, component: Component) -> str | None:
    """Give the web address of a notebook at the pinned revision."""
    return web_link(component.file_url(location))


def _reasons(entry: Entry, needs: Needs) -> Iterator[str]:
    if entry.executable.status is Status.WITHDRAWN:
        yield "its owner has withdrawn it"
    yield from _reasons_of_kind(entry.executable.kind, entry.component)
    if len(needs.compute) > 1:
        yield f"needs {len(needs.compute)} compute resources at once, a request has one"
    for compute in needs.compute:
        yield from _reasons_of_compute(compute)
    for storage in needs.storage:
        yield from _reasons_of_storage(storage)


def _reasons_of_kind(kind: Kind, component: Component) -> Iterator[str]:
    if isinstance(kind, DockerContainer):
        yield from _reasons_of_container(kind)
    elif isinstance(kind, JupyterNotebook):
        if not notebook_address(kind.location, component):
            yield "its notebook has no public address at the revision of this catalogue"
    elif isinstance(kind, SingularityContainer):
        yield "brokers cannot check Singularity containers yet, and refuse them"
    elif isinstance(kind, UnknownKind):
        yield "a type that is not known is not requested"
    else:
        yield f"the ExecutionBroker has no kind for this: {kind.label}"


def _reasons_of_container(kind: DockerContainer) -> Iterator[str]:
    if not kind.image.locations:
        yield "its image has no location"
    if not kind.image.pinned().digest:
        yield "its image has no digest, without which brokers refuse it: add image.digest"
    if kind.image.architecture not in {None, ARCHITECTURE}:
        yield f"its image is for {kind.image.architecture}, the reference broker runs {ARCHITECTURE} only"
    if kind.image.os not in {None, SYSTEM}:
        yield f"its image is for {kind.image.os}, the reference broker runs {SYSTEM} only"
    if kind.privileged:
        yield "it wants to run privileged, which brokers refuse"


def _reasons_of_compute(compute: Compute) -> Iterator[str]:
    if (nodes := _least(compute.nodes)) > MOST_NODES:
        yield f"needs {nodes} nodes, a request has one"
    if compute.gpus and (gpus := _least(compute.gpus.count)) > MOST_GPUS:
        yield f"needs {gpus} GPU{'' if gpus == 1 else 's'}, for which a request has no word"
    if compute.architecture not in {None, ARCHITECTURE}:
        yield f"needs {compute.architecture}, the reference broker offers {ARCHITECTURE} only"
    if (cores := math.ceil(_least(compute.cores))) > MOST_CORES:
        yield f"needs {cores} cores, the reference broker offers {MOST_CORES} at most"
    if (memory := _least(compute.memory_bytes)) > MOST_MEMORY_BYTES:
        offered = format_bytes(MOST_MEMORY_BYTES)
        yield f"needs {format_bytes(memory)} of memory, the reference broker offers {offered} at most"
    if (seconds := _least(compute.walltime_seconds)) > LONGEST_SECONDS:
        longest = format_duration(LONGEST_SECONDS)
        yield f"needs {format_duration(seconds)}, an offer of the reference broker lasts {longest} at most"


def _reasons_of_storage(storage: Storage) -> Iterator[str]:
    if (size := _least(storage.size_bytes)) > MOST_STORAGE_BYTES:
        offered = format_bytes(MOST_STORAGE_BYTES)
        yield f"needs {format_bytes(size)} of storage, the reference broker offers {offered} at most"


def _least(declared: Range | None) -> Number:
    return declared.minimum or 0 if declared else 0
