"""Where rules about asking a broker begin to speak: each case says how often its rule does, and some what."""

import pytest

from changed_lists import computing, profiles
from ossr_catalogue.lint.examples import findings_of
from ossr_catalogue.lint.rule import ABSENT, Example
from ossr_catalogue.lint.sound import container

NAME = "ghcr.io/gammapy/gammapy:1.3"
BUILT = {"type": "urn:types/docker-container", "location": ABSENT, "recipe": "Dockerfile"}
FITS = {"data-format": "urn:fits-binary"}


def image(**platform: str) -> Example:
    return container(NAME) | {"image": {"locations": [NAME], "platform": platform}}


def reading(**slot: object) -> Example:
    return {"data-resources": [{**FITS, **slot}]}


CASES: dict[str, tuple[Example, int]] = {
    "EXB101 a type that nobody knows": ({"type": "urn:example:quantum"}, 0),
    "EXB101 an old name": ({"type": "urn:singularity-container-0.1", "location": "a.sif"}, 1),
    "EXB102 another type with a recipe": ({"type": "urn:example:quantum", "recipe": "Dockerfile"}, 0),
    "EXB102 no type": ({"type": ABSENT, "recipe": "Dockerfile"}, 0),
    "EXB102 an image without a name": ({**BUILT, "image": {"platform": {"os": "linux"}}}, 1),
    "EXB102 an image beside its recipe": ({**BUILT, "image": {"locations": [NAME]}}, 0),
    "EXB103 Linux on amd64": (image(os="linux", architecture="amd64"), 0),
    "EXB103 both are others": (image(os="windows", architecture="arm64"), 2),
    "EXB103 a name that is mended first": (computing(cores=1, architecture="x86_64"), 0),
    "EXB103 in a profile": (profiles({"name": "arm", **computing(cores=1, architecture="arm64")}), 1),
    "EXB103 an empty name": (computing(cores=1, architecture=""), 0),
    "EXB103 a system that is no text": (image() | {"image": {"locations": [NAME], "platform": {"os": 1}}}, 0),
    "EXB103 another type": ({"type": "urn:example:quantum", **computing(architecture="arm64")}, 0),
    "EXB103 no type": ({"type": ABSENT, **computing(architecture="arm64")}, 0),
    "EXB104 implausible anyway": (computing(cores=1, memory="1000 TB"), 0),
    "EXB104 all of it": (computing(nodes=1, cores=16, memory="16 GiB", walltime="4 h", gpus=0), 0),
    "EXB104 a little more of all": (
        computing(nodes=2, cores=16.1, memory="16.1 GiB", walltime="241 min", gpus=1),
        5,
    ),
    "EXB104 storage that is there": ({"storage-resources": [{"size": "1000 GiB"}]}, 0),
    "EXB104 data may be large": (reading(size="2000 GiB"), 0),
    "EXB104 memory of a GPU": (computing(cores=1, gpus={"min": 0, "max": 1, "memory": "40 GiB"}), 0),
    "EXB104 only of use": (computing(cores={"max": 64}), 0),
    "EXB104 another type": ({"type": "urn:example:quantum", **computing(cores=17)}, 0),
    "EXB104 said by another rule": (computing(cores={"min": 64, "max": 8}), 0),
    "EXB105 three of them": ({"compute-resources": [{"cores": 1}, {"cores": 2}, {"cores": 3}]}, 1),
    "EXB105 one here and one in a profile": (
        profiles({"name": "other", **computing(cores=2)}, compute_resources=[{"cores": 1}]),
        0,
    ),
    "EXB105 another type": ({"type": "urn:example:quantum", "compute-resources": [{"cores": 1}] * 2}, 0),
    "EXB106 one of several is enough": (reading(locations=["s3://a/b", "ivo://c/d"]), 0),
    "EXB106 http": (reading(locations=["http://example.org/a.fits"]), 0),
    "EXB106 no place": (reading(locations=[]), 0),
    "EXB106 an empty place": (reading(locations=[""]), 0),
    "EXB106 not needed": (reading(locations=["s3://a/b"], required=False), 0),
    "EXB106 needed": (reading(locations=["s3://a/b"], required=True, direction="input"), 1),
    "EXB106 written": (reading(locations=["s3://a/b"], direction="output"), 0),
    "EXB106 in a profile": (profiles({"name": "big", **reading(locations=["s3://a/b"])}), 1),
    "EXB106 another type": ({"type": "urn:example:quantum", **reading(locations=["s3://a/b"])}, 0),
}

SAID = {
    "brokers cannot check Singularity containers yet, and refuse them": {
        "type": "urn:types/singularity-container",
        "location": "a.sif",
    },
    "the ExecutionBroker has no kind for CWL workflows": {
        "type": "urn:types/cwl-workflow",
        "location": "a.cwl",
    },
    'the reference broker has no "arm64", only amd64': image(architecture="arm64"),
    'the reference broker has no "windows", only linux': image(os="windows"),
    "needs 17 cores, the reference broker has 16 at most": computing(cores=17),
    "needs 2 GPUs, the reference broker has none": computing(gpus=2),
    "needs 17 GiB of memory, the reference broker has 16 GiB at most": computing(memory="17 GiB"),
    "needs 1 GPU, the reference broker has none": computing(gpus=1),
    "needs 5 h, the reference broker has 4 h at most": computing(walltime="PT5H"),
    "brokers cannot check data of Rucio yet": reading(locations=["rucio://a/b"]),
    "a request to a broker cannot name this place": reading(locations=["s3://a/b"]),
}


@pytest.mark.parametrize(("example", "times"), CASES.values(), ids=CASES)
def test_a_rule_speaks_so_often(example: Example, times: int, request: pytest.FixtureRequest) -> None:
    code = request.node.callspec.id.split()[0]
    assert [found.code for found in findings_of(example)].count(code) == times


@pytest.mark.parametrize(("said", "example"), SAID.items(), ids=SAID)
def test_a_rule_says_what_a_broker_has(said: str, example: Example) -> None:
    assert said in {found.message for found in findings_of(example)}
