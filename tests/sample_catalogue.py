"""A small catalogue to publish in tests: every type, both origins, components on a forge and off it.

The texts are made up, the shapes are real. `catalogue()` is the whole; `entry()` makes one more with what a
test wants to be different.
"""

# ruff: noqa: RUF001 - people write ranges with an en dash

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid5

from ossr_catalogue.model.catalogue import Catalogue, Entry, LeftOut, Origin, Provenance
from ossr_catalogue.model.component import Component, Person
from ossr_catalogue.model.data import DataSlot, Direction, Mode, Mount
from ossr_catalogue.model.executable import Executable, Profile, Status
from ossr_catalogue.model.finding import Finding, Place, Severity
from ossr_catalogue.model.kinds.binder_repository import BinderRepository
from ossr_catalogue.model.kinds.command_line_program import CommandLineProgram
from ossr_catalogue.model.kinds.cwl_workflow import CwlWorkflow
from ossr_catalogue.model.kinds.docker_container import DockerContainer, Image
from ossr_catalogue.model.kinds.jupyter_notebook import JupyterNotebook
from ossr_catalogue.model.kinds.kind import Kind, UnknownKind
from ossr_catalogue.model.kinds.nextflow_workflow import NextflowWorkflow
from ossr_catalogue.model.kinds.python_program import PythonProgram
from ossr_catalogue.model.kinds.singularity_container import SingularityContainer
from ossr_catalogue.model.kinds.snakemake_workflow import SnakemakeWorkflow
from ossr_catalogue.model.kinds.zeppelin_notebook import ZeppelinNotebook
from ossr_catalogue.model.quantity import GIB, Range
from ossr_catalogue.model.resources import Compute, Gpus, Lifetime, Needs, Storage

REVISION = "0123456789abcdef0123456789abcdef01234567"
DIGEST = "sha256:" + "ab" * 32
DAY = datetime(2026, 10, 1, 6, tzinfo=UTC)
NASTY = '<script>alert(1)</script> "&amp;" \u202eevil\u202c <img src=x onerror=alert(2)> `x` =1+1'
"""A text that is harmful wherever it is not treated as text."""

LIBRARY = Component(
    slug="github.com-example-ossr-library",
    title="OSSR library",
    revision=REVISION,
    description="Python access to the OSSR.",
    authors=(
        Person(name="Ada Lovelace", orcid="0000-0002-1825-0097", affiliation="Analytical Engines"),
        Person(name="ESCAPE OSSR team"),
    ),
    licence="MIT",
    keywords=("ossr", "zenodo"),
    languages=("Python",),
    version="2.3.0",
    doi="10.5281/zenodo.1234567",
    repository="https://github.com/example/ossr-library",
    files_url=f"https://raw.githubusercontent.com/example/ossr-library/{REVISION}/{{path}}",
    view_url=f"https://github.com/example/ossr-library/blob/{REVISION}/{{path}}",
)
GAIA = Component(
    slug="gitlab.example.org-gaia-mining",
    title="Gaia data mining platform",
    revision="fedcba9876543210fedcba9876543210fedcba98",
    repository="https://gitlab.example.org/gaia/mining",
    files_url="https://gitlab.example.org/gaia/mining/-/raw/fedcba98/{path}",
    view_url="https://gitlab.example.org/gaia/mining/-/blob/fedcba98/{path}",
)
FOLDER = Component(slug="folder-tools", title="Tools of a folder", revision="sha256-" + "0" * 16)
RECORD = Component(
    slug="zenodo-4701488",
    title="A record of Zenodo",
    revision="4701488",
    doi="10.5281/zenodo.4701488",
    homepage="https://zenodo.org/records/4701488",
)

SMALL = Needs(
    compute=(
        Compute(
            nodes=Range(minimum=1, maximum=1, text="1"),
            cores=Range(minimum=1, maximum=4, text="1 – 4"),
            memory_bytes=Range(minimum=1000**3, maximum=16 * 1000**3, text="1 GB – 16 GB"),
        ),
    )
)
CLUSTER = Needs(
    compute=(
        Compute(
            name="Spark cluster",
            nodes=Range(minimum=8, maximum=8, text="8"),
            cores=Range(minimum=210, maximum=210, text="210"),
            memory_bytes=Range(minimum=344 * 1000**3, maximum=344 * 1000**3, text="344 GB"),
            walltime_seconds=Range(minimum=684_000, maximum=684_000, text="PT190H"),
        ),
    ),
    storage=(
        Storage(
            name="results",
            size_bytes=Range(minimum=20 * GIB, unbounded=True, text="at least 20 GiB, unbounded"),
            lifetime=Lifetime.PERSISTENT,
            mount=Mount(path="/results", mode=Mode.READWRITE),
        ),
    ),
    data=(
        DataSlot(
            uuid="401f6251-be15-4f8a-bad7-38ef4d6cb7c1",
            name="gaia-dr3",
            content="urn:astronomy-observation",
            formats=("urn:parquet-binary",),
            size_bytes=Range(minimum=5 * 1000**4, maximum=5 * 1000**4, text="5 TB"),
            locations=("https://example.org/gaia/dr3.parquet",),
            mount=Mount(path="/data", mode=Mode.READONLY),
        ),
        DataSlot(name="clusters", direction=Direction.OUTPUT, required=False, formats=("urn:fits-image",)),
    ),
)
GPU = Needs(
    compute=(
        Compute(
            cores=Range(minimum=0.5, maximum=8, text="0.5 – 8"),
            memory_bytes=Range(minimum=6 * GIB, maximum=12 * GIB, text="6 GiB – 12 GiB"),
            gpus=Gpus(
                count=Range(minimum=1, maximum=1, text="1"),
                memory_bytes=Range(minimum=8 * GIB, text="at least 8 GiB"),
            ),
            architecture="amd64",
            walltime_seconds=Range(minimum=1800, maximum=7200, text="PT30M – PT2H"),
        ),
    )
)
IMAGE = Image(
    locations=("ghcr.io/example/ossr-library:2.3.0",), digest=DIGEST, architecture="amd64", os="linux"
)

_NAMESPACE = UUID("6ba7b811-9dad-11d1-80b4-00c04fd430c8")


def uuid_of(name: str) -> str:
    """Give a uuid that is the same in every run."""
    return str(uuid5(_NAMESPACE, name.encode("utf-8", errors="replace").decode()))


def executable(kind: Kind, title: str, **changes: Any) -> Executable:  # noqa: ANN401 - any field
    """Make an executable; *changes* are fields of `Executable`."""
    plain: dict[str, Any] = {
        "uuid": uuid_of(title),
        "kind": kind,
        "type": kind.urn,
        "title": title,
        "description": f"Does what *{title}* says.\n\nA second paragraph with [a link](https://example.org/).",
    }
    return Executable(**(plain | changes))


def entry(
    kind: Kind,
    title: str,
    component: Component = LIBRARY,
    *,
    origin: Origin = Origin.DECLARED,
    findings: tuple[Finding, ...] = (),
    **changes: Any,  # noqa: ANN401 - any field of Executable
) -> Entry:
    """Make an entry of the catalogue."""
    return Entry(
        executable=executable(kind, title, **changes),
        component=component,
        origin=origin,
        provenance=Provenance(
            source=f"git {component.repository or component.slug}",
            path="executables.json" if origin is Origin.DECLARED else "some/file",
            revision=component.revision,
            pointer="/executables/0" if origin is Origin.DECLARED else "",
        ),
        findings=findings,
    )


def dated(entry: Entry, day: datetime = DAY) -> Entry:
    """Let it be known since when an entry is as it is."""
    return replace(entry, provenance=replace(entry.provenance, harvested=day))


def finding(code: str = "DSC101", severity: Severity = Severity.WARNING) -> Finding:
    """Make a finding as a linter would."""
    return Finding(
        code=code,
        name="too-short-description",
        severity=severity,
        message="the description has 3 words",
        path="executables.json",
        place=Place(
            line=6, column=22, end_line=6, end_column=40, excerpt='      "description": "Too short."'
        ),
        label="3 words",
        advice="say what it does, for whom, with which data",
        where='executables[0] "Explore" → description',
        pointer="/executables/0/description",
    )


def of_every_type() -> tuple[Entry, ...]:
    """Give one entry of each type and some more, in no order."""
    return (
        entry(
            JupyterNotebook(location="notebooks/Explore the OSSR.ipynb", requirements="environment.yml"),
            "Explore the OSSR",
            keywords=("ossr", "tutorial"),
            needs=SMALL,
            findings=(finding(),),
            documentation="https://example.org/docs",
        ),
        entry(
            DockerContainer(
                image=IMAGE,
                command=("eossr-metadata-validator", "--help"),
                environment=(("OMP_NUM_THREADS", "1"),),
                ports=(8888,),
            ),
            "OSSR library in a container",
            needs=SMALL,
            licence="BSD-3-Clause",
        ),
        entry(
            ZeppelinNotebook(location="notes/HDBSCAN.json"),
            "Gaia clustering with HDBSCAN",
            GAIA,
            needs=CLUSTER,
            profiles=(
                Profile(
                    name="sample",
                    title="500 MB sample",
                    needs=Needs(
                        compute=(
                            Compute(
                                nodes=Range(minimum=6, maximum=6, text="6"),
                                cores=Range(minimum=50, maximum=50, text="50"),
                                memory_bytes=Range(
                                    minimum=100 * 1000**3, maximum=100 * 1000**3, text="100 GB"
                                ),
                            ),
                        )
                    ),
                ),
            ),
        ),
        entry(
            SingularityContainer(location="oras://ghcr.io/example/casa:6"), "CASA image", RECORD, needs=GPU
        ),
        entry(PythonProgram(module="agn.fit", requirements="requirements.txt"), "Fit a blazar", needs=GPU),
        entry(
            CommandLineProgram(command="ctadata fetch", package="pkg:pypi/ctadata"),
            "Fetch CTA data",
            FOLDER,
            status=Status.DEPRECATED,
            superseded_by=uuid_of("Explore the OSSR"),
        ),
        entry(BinderRepository(location="binder", open="index.ipynb"), "Tutorials of the CDS"),
        entry(CwlWorkflow(location="workflows/calibrate.cwl"), "Calibrate LOFAR data", GAIA),
        entry(SnakemakeWorkflow(location="Snakefile"), "HI friends of galaxies"),
        entry(NextflowWorkflow(location="main.nf"), "Simulate showers"),
        entry(
            UnknownKind(type="urn:example/quantum-circuit", own=(("qubits", 5),)),
            "Quantum circuit",
            type="urn:example/quantum-circuit",
        ),
        entry(JupyterNotebook(location="drafts/light curve.ipynb"), "light curve", origin=Origin.INFERRED),
    )


def nasty() -> Entry:
    """Give an entry in which every text of the harvest is hostile."""
    component = replace(
        LIBRARY,
        slug="github.com-example-nasty",
        title=NASTY,
        authors=(Person(name=NASTY),),
        keywords=(NASTY,),
    )
    return entry(
        JupyterNotebook(location="a b/ü & <x>#?.ipynb"),
        NASTY,
        component,
        uuid=uuid_of("nasty"),
        description=f"{NASTY}\n\n[click](javascript:alert(3)) <!-- {NASTY}",
        keywords=(NASTY,),
    )


def catalogue(*entries: Entry, left_out: tuple[LeftOut, ...] = ()) -> Catalogue:
    """Make a catalogue of these entries, or of one of every type."""
    chosen = entries or of_every_type()
    components = {entry.component.slug: entry.component for entry in chosen}
    return Catalogue(
        entries=tuple(sorted(chosen, key=lambda each: each.executable.uuid)),
        components=tuple(components[slug] for slug in sorted(components)),
        left_out=left_out
        or (LeftOut(source="git https://example.org/gone", path="", reason="The host did not answer."),),
    )
