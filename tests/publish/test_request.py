"""Requests to an ExecutionBroker: valid by its schema, and none that the reference broker would refuse."""

from dataclasses import replace
from typing import Any

import pytest
import yaml

import sample_catalogue as sample
from broker_schema import check, needs_the_schema
from ossr_catalogue.broker import Request
from ossr_catalogue.matching import Chosen, Fit, match
from ossr_catalogue.model.component import Component
from ossr_catalogue.model.data import DataSlot, Direction, Mode, Mount
from ossr_catalogue.model.executable import Profile, Status
from ossr_catalogue.model.kinds import Kind
from ossr_catalogue.model.kinds.docker_container import DockerContainer, Image
from ossr_catalogue.model.kinds.jupyter_notebook import JupyterNotebook
from ossr_catalogue.model.quantity import GIB, Range
from ossr_catalogue.model.resources import Compute, Gpus, Needs, Storage
from ossr_catalogue.publish.pages.documents import documents_by_owner
from ossr_catalogue.publish.requests import request_for
from request_cases import table
from sample_site import PLATFORMS, files_of, index_entry, read, sample_files, values_in

NOTEBOOK = JupyterNotebook(location="a.ipynb")
CONTAINER = DockerContainer(image=sample.IMAGE)

BROKER = next(platform for platform in PLATFORMS if platform.id == "execution-broker")


def compute(**changes: Any) -> Needs:  # noqa: ANN401 - fields of Compute
    return Needs(compute=(Compute(**changes),))


def just(number: float) -> Range:
    return Range(minimum=number, maximum=number)


def ask(
    kind: Kind = CONTAINER,
    component: Component = sample.LIBRARY,
    **changes: Any,  # noqa: ANN401 - of Executable
) -> Request | str:
    return request_for(sample.entry(kind, "Title", component, **changes))


def body(kind: Kind = CONTAINER, **changes: Any) -> Any:  # noqa: ANN401 - fields of Executable; JSON
    request = ask(kind, **changes)
    assert isinstance(request, Request), request
    return request.body


FULL = Needs(
    compute=(
        Compute(
            cores=Range(minimum=0.5, maximum=3.9),
            memory_bytes=Range(minimum=1, maximum=3 * GIB - 1),
            walltime_seconds=Range(minimum=60, maximum=7200),
        ),
    ),
    storage=(
        Storage(size_bytes=just(10 * 1000**3), mount=Mount(path="/scratch", mode=Mode.READWRITE)),
        Storage(name="twin"),
        Storage(name="twin"),
    ),
    data=(
        DataSlot(
            name="crab",
            locations=("rucio://x/y", "https://example.org/crab.fits"),
            mount=Mount(path="/data", mode=Mode.READONLY),
        ),
        DataSlot(name="survey", locations=("ivo://example.org/survey",)),
        DataSlot(name="any events", content="urn:event-list"),
        DataSlot(name="optional", required=False),
        DataSlot(name="result", direction=Direction.OUTPUT, locations=("https://example.org/out",)),
    ),
)


def test_a_notebook_is_asked_for_at_the_pinned_revision() -> None:
    assert body(NOTEBOOK)["executable"] == {
        "kind": "https://www.purl.org/ivoa.net/Calycopis-openapi/schema/v1.0/kinds/executable/"
        "jupyter-notebook.yaml",
        "meta": {
            "name": "Title",
            "uuid": sample.uuid_of("Title"),
            "description": "Does what Title says.",
        },
        "location": f"https://raw.githubusercontent.com/example/ossr-library/{sample.REVISION}/a.ipynb",
    }


def test_a_container_is_asked_for_with_all_that_it_declares() -> None:
    kind = replace(CONTAINER, command=("a", "b"), entrypoint="/x", environment=(("KEY", "1"),), ports=(8888,))
    asked = body(kind)["executable"]
    assert asked["image"]["digest"] == sample.DIGEST
    assert (asked["command"], asked["entrypoint"], asked["environment"]) == (["a", "b"], "/x", {"KEY": "1"})
    assert asked["network"]["ports"][0]["internal"] == {"port": 8888}


def test_a_digest_in_the_name_of_an_image_is_enough() -> None:
    kind = DockerContainer(image=Image(locations=("ghcr.io/a/b:1", f"ghcr.io/a/b@{sample.DIGEST}")))
    assert body(kind)["executable"]["image"]["digest"] == sample.DIGEST
    assert match(sample.executable(kind, "t"), BROKER).constraint != "image"


def test_a_declared_digest_goes_before_one_in_a_name() -> None:
    other = f"sha256:{'0' * 64}"
    kind = DockerContainer(image=Image(locations=(f"ghcr.io/a/b@{other}",), digest=sample.DIGEST))
    assert body(kind)["executable"]["image"]["digest"] == sample.DIGEST


@pytest.mark.parametrize(
    ("declared", "asked"),
    [
        (Range(minimum=1000**3, maximum=16 * 1000**3), {"min": 1, "max": 14}),
        (Range(minimum=GIB + 1, maximum=2 * GIB - 1), {"min": 2, "max": 2}),
        (just(5 * GIB), {"min": 5, "max": 5}),
        (Range(minimum=3 * GIB), {"min": 3, "max": 3}),
        (Range(minimum=3 * GIB, unbounded=True), {"min": 3, "max": 3}),
        (Range(maximum=3 * GIB), {"min": 1, "max": 3}),
        (just(0), {"min": 1, "max": 1}),
        (just(1), {"min": 1, "max": 1}),
    ],
    ids=["up-and-down", "never-below-min", "exact", "no-max", "unbounded", "no-min", "zero", "one-byte"],
)
def test_memory_is_asked_for_in_whole_gib(declared: Range, asked: dict[str, int]) -> None:
    assert body(needs=compute(memory_bytes=declared))["compute"]["memory"] == asked


def test_half_a_core_is_asked_for_as_one() -> None:
    assert body(needs=compute(cores=Range(minimum=0.5, maximum=3.9)))["compute"]["cores"] == {
        "min": 1,
        "max": 3,
    }


def test_what_is_not_declared_is_not_asked_for() -> None:
    assert body().keys() == {"executable"}
    assert body(needs=compute(cores=just(1)))["compute"].keys() == {"kind", "meta", "cores"}


def test_the_known_place_of_data_is_asked_for() -> None:
    asked = body(needs=FULL)["data"]
    assert [(one["meta"]["name"], one.get("location"), one.get("ivoa")) for one in asked] == [
        ("crab", "https://example.org/crab.fits", None),
        ("survey", None, {"ivoid": "ivo://example.org/survey"}),
    ]


def test_what_the_user_has_to_add_is_named() -> None:
    request = ask(needs=FULL)
    assert isinstance(request, Request)
    assert request.unfilled == ("any events",)


def test_volumes_refer_to_resources_by_their_names() -> None:
    asked = body(needs=FULL)
    names = [one["meta"]["name"] for one in (*asked["storage"], *asked["data"])]
    assert len(names) == len(set(names)) == 5
    assert [(one["path"], one["mode"], one["resource"]) for one in asked["compute"]["volumes"]] == [
        ("/scratch", "READWRITE", "storage-1"),
        ("/data", "READONLY", "crab"),
    ]


def test_a_volume_needs_no_declared_compute() -> None:
    asked = body(needs=Needs(storage=(Storage(mount=Mount(path="/x")),)))
    assert asked["compute"]["volumes"][0]["resource"] == "storage-1"


def test_every_component_has_a_kind_and_a_name() -> None:
    for value in values_in(body(needs=FULL)):
        if isinstance(value, dict) and "kind" in value:
            assert value["meta"]["name"]


@pytest.mark.parametrize(
    ("walltime", "duration"),
    [
        (Range(minimum=60, maximum=7200), "PT7200S"),
        (Range(minimum=60), "PT60S"),
        (Range(minimum=60, maximum=99_999), "PT14400S"),
    ],
    ids=["its-maximum", "its-minimum", "as-long-as-offered"],
)
def test_time_is_asked_for_as_far_as_it_is_offered(walltime: Range, duration: str) -> None:
    assert body(needs=compute(walltime_seconds=walltime))["schedule"] == {"requested": {"duration": duration}}


def no_place(location: str) -> Component:
    return replace(sample.LIBRARY, files_url=None, slug=f"no-{location}")


REFUSALS = [
    (
        "no digest",
        {"kind": replace(CONTAINER, image=replace(sample.IMAGE, digest=None))},
        "its image has no digest",
    ),
    (
        "no location",
        {"kind": replace(CONTAINER, image=replace(sample.IMAGE, locations=()))},
        "its image has no location",
    ),
    (
        "arm64",
        {"kind": replace(CONTAINER, image=replace(sample.IMAGE, architecture="arm64"))},
        "its image is for arm64",
    ),
    (
        "windows",
        {"kind": replace(CONTAINER, image=replace(sample.IMAGE, os="windows"))},
        "its image is for windows",
    ),
    ("privileged", {"kind": replace(CONTAINER, privileged=True)}, "it wants to run privileged"),
    (
        "notebook in a folder",
        {"kind": NOTEBOOK, "component": sample.FOLDER},
        "its notebook has no public address",
    ),
    (
        "notebook that is no address",
        {"kind": JupyterNotebook(location="javascript://x")},
        "its notebook has no public",
    ),
    ("two nodes", {"needs": compute(nodes=just(2))}, "needs 2 nodes, a request has one"),
    ("two resources", {"needs": Needs(compute=(Compute(), Compute()))}, "needs 2 compute resources at once"),
    ("a GPU", {"needs": compute(gpus=Gpus(count=just(1)))}, "needs 1 GPU, for which a request has no word"),
    (
        "17 cores",
        {"needs": compute(cores=just(16.5))},
        "needs 17 cores, the reference broker offers 16 at most",
    ),
    (
        "17 GiB",
        {"needs": compute(memory_bytes=just(17 * GIB))},
        "needs 17 GiB of memory, the reference broker offers 16",
    ),
    (
        "1001 GiB",
        {"needs": Needs(storage=(Storage(size_bytes=just(1001 * GIB)),))},
        "needs 1001 GiB of storage",
    ),
    (
        "5 hours",
        {"needs": compute(walltime_seconds=just(18_000))},
        "needs 5 h, an offer of the reference broker lasts 4 h",
    ),
    (
        "an ARM machine",
        {"needs": compute(architecture="aarch64")},
        "needs aarch64, the reference broker offers amd64",
    ),
    ("withdrawn", {"status": Status.WITHDRAWN}, "its owner has withdrawn it"),
]


@pytest.mark.parametrize(
    ("changes", "reason"), [one[1:] for one in REFUSALS], ids=[one[0] for one in REFUSALS]
)
def test_what_would_be_refused_is_not_requested(changes: dict[str, Any], reason: str) -> None:
    answer = ask(**changes)
    assert isinstance(answer, str)
    assert answer.startswith(reason)


MATCHED = {
    "no digest", "arm64", "privileged", "two nodes", "a GPU", "17 cores", "17 GiB", "1001 GiB", "5 hours",
    "an ARM machine",
}  # fmt: skip


@pytest.mark.parametrize(
    "changes",
    [one[1] for one in REFUSALS if one[0] in MATCHED],
    ids=[one[0] for one in REFUSALS if one[0] in MATCHED],
)
def test_the_platform_says_no_where_the_request_does(changes: dict[str, Any]) -> None:
    executable = sample.executable(**({"kind": CONTAINER, "title": "Title"} | changes))
    assert match(executable, BROKER).fit is Fit.DOES_NOT_FIT


@pytest.mark.parametrize(
    "needs",
    [
        compute(cores=just(16), memory_bytes=just(16 * GIB), nodes=just(1), walltime_seconds=just(14_400)),
        compute(gpus=Gpus(count=Range(minimum=0, maximum=1)), nodes=Range(maximum=4), architecture="amd64"),
        Needs(storage=(Storage(size_bytes=just(1000 * GIB)),)),
    ],
    ids=["at-the-limits", "of-use-but-not-needed", "storage"],
)
def test_what_is_within_the_limits_is_requested(needs: Needs) -> None:
    assert isinstance(ask(needs=needs), Request)
    assert match(sample.executable(CONTAINER, "t", needs=needs), BROKER).fit is not Fit.DOES_NOT_FIT


@pytest.mark.parametrize(
    ("title", "reason"),
    [
        ("CASA image", "brokers cannot check Singularity containers yet, and refuse them"),
        ("HI friends of galaxies", "the ExecutionBroker has no kind for this: Snakemake workflow"),
        ("Quantum circuit", "a type that is not known is not requested"),
    ],
)
def test_a_type_without_a_kind_says_so(title: str, reason: str) -> None:
    assert index_entry(title)["request"] == {"reason": reason}


def test_a_profile_is_requested_with_its_own_needs() -> None:
    profile = Profile(name="small", needs=sample.SMALL)
    entry = sample.entry(CONTAINER, "t", needs=sample.CLUSTER, profiles=(profile,))
    assert isinstance(request_for(entry), str)
    request = request_for(entry, Chosen(profile=profile))
    assert isinstance(request, Request)
    assert request.body["compute"]["cores"] == {"min": 1, "max": 4}


PROFILES = (
    Profile(name="Small sample", title="A part", needs=sample.SMALL),
    Profile(name="…", needs=sample.CLUSTER),
)


def test_each_profile_has_a_request_of_its_own_or_a_reason() -> None:
    entry = sample.entry(CONTAINER, "t", needs=sample.CLUSTER, profiles=PROFILES)
    files = files_of(sample.catalogue(entry))
    small, other = index_entry("t", files)["profiles"]
    uuid = entry.executable.uuid
    assert small["request"] == {
        "href": f"executables/{uuid}.small-sample.request.json",
        "yaml": f"executables/{uuid}.small-sample.request.yaml",
    }
    assert read(small["request"]["href"], files)["compute"]["cores"] == {"min": 1, "max": 4}
    assert other["request"].keys() == {"reason"}
    assert not any("profile-2" in path for path in files)


def test_a_request_in_yaml_says_what_the_one_in_json_does() -> None:
    paths = [path for path in sample_files() if path.endswith(".request.json")]
    assert len(paths) == 4
    for path in paths:
        in_yaml = sample_files()[path.removesuffix("json") + "yaml"]
        assert yaml.safe_load(in_yaml.content) == read(path)
        assert in_yaml.media_type == "application/yaml"


def test_a_page_leads_to_the_requests_of_profiles() -> None:
    entry = sample.entry(CONTAINER, "t", profiles=PROFILES)
    documents = documents_by_owner(files_of(sample.catalogue(entry)).values())[entry.executable.uuid]
    assert "Request for the profile small-sample, YAML" in {one.label for one in documents}


@needs_the_schema
@pytest.mark.parametrize(
    "kind",
    [
        NOTEBOOK,
        CONTAINER,
        replace(CONTAINER, command=("a",), entrypoint="x", environment=(("K", "v"),), ports=(1, 2)),
    ],
    ids=["notebook", "container", "full-container"],
)
@pytest.mark.parametrize("needs", [Needs(), FULL, sample.SMALL], ids=["nothing", "full", "small"])
def test_every_request_is_valid_by_the_brokers_schema(kind: Kind, needs: Needs) -> None:
    check(body(kind, needs=needs))


@needs_the_schema
def test_every_published_request_is_valid() -> None:
    paths = [path for path in sample_files() if path.endswith(".request.json")]
    assert len(paths) == 4
    for path in paths:
        check(read(path))


@needs_the_schema
def test_every_request_with_chosen_amounts_is_valid() -> None:
    bodies = [row["body"] for row in table().values() if "body" in row]
    assert len(bodies) > 10
    for request in bodies:
        check(request)


@needs_the_schema
@pytest.mark.parametrize(
    "spoil",
    [
        lambda request: request["compute"]["cores"].update(min=0.5),
        lambda request: request["compute"].update(gpus=1),
        lambda request: request["executable"].update(kind="urn:types/docker-container"),
        lambda request: request["schedule"]["requested"].update(duration="2 h"),
    ],
    ids=["a-fraction", "an-unknown-key", "an-old-kind", "no-duration"],
)
def test_the_check_would_notice(spoil: Any) -> None:  # noqa: ANN401 - a function that changes a request
    request = body(needs=FULL)
    spoil(request)
    with pytest.raises(Exception, match=r".+"):
        check(request)
