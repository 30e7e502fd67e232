"""What Python and the page have to ask a broker alike: entries, and amounts chosen for them."""

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

import sample_catalogue as sample
from ossr_catalogue.broker import AS_DECLARED
from ossr_catalogue.matching import Chosen
from ossr_catalogue.model.catalogue import Entry
from ossr_catalogue.model.data import DataSlot, Direction, Mode, Mount
from ossr_catalogue.model.executable import Profile, Status
from ossr_catalogue.model.kinds.docker_container import DockerContainer, Image
from ossr_catalogue.model.kinds.jupyter_notebook import JupyterNotebook
from ossr_catalogue.model.quantity import GIB, Range
from ossr_catalogue.model.resources import Compute, Gpus, Needs, Storage

TABLE: Final = Path(__file__).parent / "request_table.json"
"""By the name of a case: the request with the names of what is unfilled, or the reason why there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """An entry, and what is chosen for it."""

    name: str
    entry: Entry
    chosen: Chosen = AS_DECLARED

    @property
    def chosen_in_page(self) -> dict[str, Any]:
        """What is chosen, as `request.js` is told."""
        amounts = {
            "cores": self.chosen.cores,
            "memory_bytes": self.chosen.memory_bytes,
            "storage_bytes": self.chosen.storage_bytes,
            "gpus": self.chosen.gpus,
            "walltime_seconds": self.chosen.walltime_seconds,
            "profile": self.chosen.profile.name if self.chosen.profile else None,
        }
        return {name: amount for name, amount in amounts.items() if amount is not None}


def table() -> dict[str, Any]:
    """Read what is expected of each case."""
    rows: dict[str, Any] = json.loads(TABLE.read_text(encoding="utf-8"))
    return rows


NOTEBOOK: Final = JupyterNotebook(location="notebooks/a b.ipynb")
CONTAINER: Final = DockerContainer(image=sample.IMAGE)
NAMED: Final = f"ghcr.io/example/tool@{sample.DIGEST}"
BARE: Final = Needs(compute=(Compute(),))
RICH: Final = Needs(
    compute=(
        Compute(
            name=" The \u202e node\n",
            uuid="0a3d7d2e-9f2c-4f5f-8a3e-2c8f4f3c8f11",
            cores=Range(minimum=0.5, maximum=12.5),
            memory_bytes=Range(minimum=1000**3, maximum=100 * 1000**3),
            walltime_seconds=Range(minimum=600, maximum=7200),
        ),
    ),
    storage=(
        Storage(
            size_bytes=Range(minimum=10 * 1000**3, unbounded=True),
            mount=Mount(path="/scratch", mode=Mode.READWRITE),
        ),
    ),
    data=(
        DataSlot(
            name="crab",
            description="Two\nlines",
            locations=("rucio://x/y", "https:///nowhere", "https://[bad/", "https://example.org/crab.fits"),
            mount=Mount(path="/data", mode=Mode.READONLY),
        ),
        DataSlot(name="crab", locations=("ivo://example.org/survey",)),
        DataSlot(content="urn:event-list"),
        DataSlot(name="not needed", required=False),
        DataSlot(name="result", direction=Direction.OUTPUT, locations=("https://example.org/out",)),
    ),
)
SMALL: Final = Profile(
    name="small",
    needs=Needs(
        compute=(Compute(cores=Range(minimum=1, maximum=2)),),
        storage=(Storage(name="s", size_bytes=Range(maximum=GIB)), Storage(name="s")),
    ),
)


def _just(amount: float) -> Range:
    return Range(minimum=amount, maximum=amount)


def _rich(name: str, chosen: Chosen) -> Case:
    return Case(
        name=name, entry=sample.entry(CONTAINER, "rich", needs=RICH, profiles=(SMALL,)), chosen=chosen
    )


def _refused(name: str, kind: DockerContainer = CONTAINER, **changes: Any) -> Case:  # noqa: ANN401 - of Executable
    return Case(name=name, entry=sample.entry(kind, name, **changes))


def _computing(name: str, **need: Any) -> Case:  # noqa: ANN401 - fields of Compute
    return _refused(name, needs=Needs(compute=(Compute(**need),)))


CASES: Final = (
    *(Case(name=one.executable.title, entry=one) for one in sample.of_every_type()),
    Case(name="hostile", entry=sample.nasty()),
    Case(name="bare", entry=sample.entry(NOTEBOOK, "bare", needs=BARE, description="")),
    Case(name="a folder has no addresses", entry=sample.entry(NOTEBOOK, "folder", sample.FOLDER)),
    Case(
        name="a container with everything",
        entry=sample.entry(
            replace(
                CONTAINER, entrypoint="/x", environment=(("no", "1"), ("A B", "x: y #")), ports=(80, 8888)
            ),
            "full",
        ),
    ),
    _rich("as declared", Chosen()),
    _rich(
        "all amounts", Chosen(cores=4, memory_bytes=8 * GIB, storage_bytes=20 * GIB, walltime_seconds=3600)
    ),
    _rich("a part of a GiB", Chosen(memory_bytes=8 * GIB + 1, storage_bytes=10 * 1000**3)),
    _rich("too little memory", Chosen(memory_bytes=1)),
    _rich("too many cores", Chosen(cores=13)),
    _rich("more than brokers offer", Chosen(memory_bytes=17 * GIB)),
    _rich("longer than is declared", Chosen(walltime_seconds=7201)),
    _rich("a GPU", Chosen(gpus=1)),
    _rich("no GPU", Chosen(gpus=0)),
    _rich("a profile", Chosen(profile=SMALL)),
    _rich("cores of a profile", Chosen(profile=SMALL, cores=2)),
    _rich("storage of a profile that has two", Chosen(profile=SMALL, storage_bytes=GIB)),
    Case(
        name="what is not declared",
        entry=sample.entry(NOTEBOOK, "undeclared"),
        chosen=Chosen(cores=2, memory_bytes=4 * GIB, storage_bytes=GIB, walltime_seconds=20_000 - 6000),
    ),
    Case(
        name="longer than brokers offer",
        entry=sample.entry(NOTEBOOK, "undeclared"),
        chosen=Chosen(walltime_seconds=5 * 3600),
    ),
    Case(
        name="amounts of several resources",
        entry=sample.entry(NOTEBOOK, "several", needs=Needs(compute=(Compute(), Compute()))),
        chosen=Chosen(cores=1),
    ),
    Case(
        name="all that brokers offer",
        entry=sample.entry(NOTEBOOK, "undeclared"),
        chosen=Chosen(
            cores=16, memory_bytes=16 * GIB, storage_bytes=1000 * GIB, walltime_seconds=4 * 3600, gpus=0
        ),
    ),
    _refused(
        "data without a name, after storage",
        needs=Needs(
            storage=(Storage(name="s"),), data=(DataSlot(locations=("http://example.org/a",)), DataSlot())
        ),
    ),
    _refused("withdrawn", status=Status.WITHDRAWN),
    _refused("no location", replace(CONTAINER, image=Image(digest=sample.DIGEST))),
    _refused("no digest", replace(CONTAINER, image=replace(sample.IMAGE, digest=None))),
    _refused("the digest in the name", replace(CONTAINER, image=Image(locations=(NAMED,)))),
    _refused("no image", DockerContainer(recipe="Dockerfile")),
    _refused("for ARM", replace(CONTAINER, image=replace(sample.IMAGE, architecture="arm64"))),
    _refused("for Windows", replace(CONTAINER, image=replace(sample.IMAGE, os="windows"))),
    _refused("privileged", replace(CONTAINER, privileged=True)),
    _refused("several at once", needs=Needs(compute=(Compute(), Compute()))),
    _refused("much storage", needs=Needs(storage=(Storage(size_bytes=_just(1001 * GIB)),))),
    _computing("two nodes", nodes=_just(2)),
    _computing("two GPUs", gpus=Gpus(count=_just(2))),
    _computing("on ARM", architecture="arm64"),
    _computing("sixteen cores and a half", cores=_just(16.5)),
    _computing("much memory", memory_bytes=_just(16 * GIB + 1)),
    _computing("no time at all", walltime_seconds=_just(0)),
    _computing("only a maximum", cores=Range(maximum=8), walltime_seconds=Range(maximum=90_000)),
)
