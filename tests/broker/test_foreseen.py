"""What the linter foresees: for each refusal of the reference broker a finding, and no request."""

import json
from typing import Any

import pytest

import sample_catalogue as sample
from ossr_catalogue.broker import Request, request_for
from ossr_catalogue.document.parse import parse
from ossr_catalogue.document.reading import read_executable
from ossr_catalogue.lint.examples import as_document, findings_of
from ossr_catalogue.lint.rule import ABSENT
from ossr_catalogue.lint.run import lint
from ossr_catalogue.lint.sound import SOUND, container
from ossr_catalogue.matching import Chosen
from ossr_catalogue.model.catalogue import Entry
from ossr_catalogue.model.finding import Severity

IMAGE = {"locations": ["ghcr.io/gammapy/gammapy:1.3"], "digest": sample.DIGEST}


def image(**changes: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON
    return {**container("x"), "image": {**IMAGE, **changes}}


def computing(**need: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON
    return {"compute-resources": [{"cores": 1, "memory": "1 GiB", **need}]}


REFUSED = {
    "no executable": ({"type": ABSENT}, "SCH011"),
    "an unknown kind": ({"type": "urn:example:quantum"}, "IDN105"),
    "a kind without a validator": (
        {"type": "urn:types/singularity-container", "location": "images/crab.sif"},
        "EXB101",
    ),
    "a kind that is not the broker's": (
        {"type": "urn:types/snakemake-workflow", "location": "Snakefile"},
        "EXB101",
    ),
    "a notebook without a location": ({"location": ABSENT}, "SCH011"),
    "a notebook without a public location": ({"location": "s3://bucket/crab.ipynb"}, "SCH043"),
    "an image without a location": (
        {"type": "urn:types/docker-container", "location": ABSENT, "recipe": "Dockerfile"},
        "EXB102",
    ),
    "an image without a digest": (container("ghcr.io/gammapy/gammapy:1.3"), "REF101"),
    "an image for ARM": (image(platform={"architecture": "arm64"}), "EXB103"),
    "an image for Windows": (image(platform={"os": "windows"}), "EXB103"),
    "a machine with ARM": (computing(architecture="arm64"), "EXB103"),
    "privileged": ({**image(), "privileged": True}, "REF102"),
    "two nodes": (computing(nodes=2, cores=2), "EXB104"),
    "a GPU": (computing(gpus=1), "EXB104"),
    "17 cores": (computing(cores=17), "EXB104"),
    "a part of the 17th core": (computing(cores={"min": 16.5, "max": 20}), "EXB104"),
    "more than 16 GiB of memory": (computing(memory="16.1 GiB"), "EXB104"),
    "more than 1000 GiB of storage": ({"storage-resources": [{"size": "1001 GiB"}]}, "EXB104"),
    "more than four hours": (computing(walltime="241 min"), "EXB104"),
    "two compute resources": ({"compute-resources": [{"cores": 1}, {"cores": 2}]}, "EXB105"),
}
TAKEN: dict[str, dict[str, Any]] = {
    "a notebook": {},
    "a container": image(),
    "an image for amd64": image(platform={"architecture": "amd64", "os": "linux"}),
    "all that is offered": computing(
        cores=16, memory="16 GiB", walltime="4 h", nodes=1, architecture="amd64"
    ),
    "more is of use": computing(cores={"min": 0.5, "max": 64}, memory={"min": "1 GB", "max": "1 TB"}),
    "GPUs are of use": computing(gpus={"min": 0, "max": 2}),
    "1000 GiB of storage": {"storage-resources": [{"size": "1000 GiB"}]},
    "data of any size": {
        "data-resources": [
            {"data-format": "urn:fits-binary", "size": "5 TB", "locations": ["https://a.org/x"]}
        ]
    },
}


def asked(keys: dict[str, Any], profile: int | None = None) -> Request | str:
    document = parse(*as_document(keys))
    executable = read_executable(document.executables[0])
    given = sample.entry(sample.of_every_type()[0].executable.kind, "any")
    entry = Entry(
        executable=executable, component=given.component, origin=given.origin, provenance=given.provenance
    )
    chosen = Chosen() if profile is None else Chosen(profile=executable.profiles[profile])
    return request_for(entry, "", chosen)


@pytest.mark.parametrize(("keys", "code"), REFUSED.values(), ids=REFUSED)
def test_the_linter_foresees_what_is_refused(keys: dict[str, Any], code: str) -> None:
    findings = findings_of(keys)
    assert code in {found.code for found in findings}
    if all(found.severity is not Severity.ERROR for found in findings):
        assert isinstance(asked(keys), str)


@pytest.mark.parametrize("keys", TAKEN.values(), ids=TAKEN)
def test_of_what_is_taken_the_linter_says_nothing(keys: dict[str, Any]) -> None:
    assert isinstance(asked(keys), Request)
    assert not {found.code for found in findings_of(keys) if found.code.startswith(("EXB", "REF"))}


@pytest.mark.parametrize("need", ["cores", "memory"])
def test_of_a_type_that_is_never_asked_for_no_amount_is_remarked_on(need: str) -> None:
    keys = {
        "type": "urn:types/snakemake-workflow",
        "location": "Snakefile",
        **computing(**{need: 17 if need == "cores" else "17 GiB"}, architecture="arm64"),
    }
    assert {found.code for found in findings_of(keys) if found.code.startswith("EXB")} == {"EXB101"}


def test_a_profile_that_is_too_large_is_foreseen_and_the_executable_asked_for() -> None:
    keys = {**computing(), "profiles": [{"name": "full", **computing(cores=17)}]}
    assert "EXB104" in {found.code for found in findings_of(keys)}
    assert isinstance(asked(keys), Request)
    assert asked(keys, 0) == "needs 17 cores, the reference broker offers 16 at most"


def test_a_type_is_remarked_on_once_in_a_list() -> None:
    entries = [{**SOUND, "type": "urn:types/cwl-workflow", "location": f"{n}.cwl"} for n in range(3)]
    document = parse(json.dumps({"executables": entries}), "executables.json")
    assert [found.pointer for found in lint(document) if found.code == "EXB101"] == ["/executables/0/type"]


UNFILLED = [
    ({"locations": ["rucio://escape/crab"]}, 1),
    ({"locations": ["s3://bucket/crab.fits"]}, 1),
    ({"locations": ["rucio://escape/crab", "ivo://example.org/crab"]}, 0),
    ({"locations": ["rucio://escape/crab"], "required": False}, 0),
    ({"locations": ["rucio://escape/crab"], "required": True, "direction": "input"}, 1),
    ({"locations": ["rucio://escape/crab"], "direction": "output", "required": False}, 0),
    ({}, 0),
]


@pytest.mark.parametrize(("slot", "times"), UNFILLED, ids=str)
def test_data_that_no_request_can_name_are_foreseen(slot: dict[str, Any], times: int) -> None:
    keys = {"data-resources": [{"data-format": "urn:fits-binary", "name": "events", **slot}]}
    assert [found.code for found in findings_of(keys)].count("EXB106") == times
    request = asked(keys)
    assert isinstance(request, Request)
    if times:
        assert request.unfilled == ("events",)
