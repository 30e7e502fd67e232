"""Where rules about profiles and needs begin to speak: each case says how often its rule does."""

import pytest

from changed_lists import computing, profiles, two
from ossr_catalogue.lint.examples import findings_of
from ossr_catalogue.lint.rule import ABSENT, Example
from ossr_catalogue.lint.sound import container

OCI = "ghcr.io/gammapy/gammapy:1.3"


CASES: dict[str, tuple[Example, int]] = {
    "PRF101 storage is a need": (profiles({"name": "big", "storage-resources": [{"size": "1 GB"}]}), 0),
    "PRF101 data are one": (profiles({"name": "big", "data-resources": []}), 0),
    "PRF101 two of three": (profiles({"name": "a"}, {"name": "b"}, {"name": "c", **computing(cores=2)}), 2),
    "PRF101 an empty profile": (profiles({}), 0),
    "PRF102 spaces make no name": (
        profiles({"name": "big ", **computing(cores=2)}, {"name": "big", **computing(cores=4)}),
        1,
    ),
    "PRF102 names that are missing": (profiles(computing(cores=2), computing(cores=4)), 0),
    "PRF102 three of a name": (profiles(*({"name": "x", **computing(cores=n)} for n in (1, 2, 3))), 2),
    "PRF102 empty names have another rule": (
        profiles({"name": "", **computing(cores=2)}, {"name": " ", **computing(cores=4)}),
        0,
    ),
    "PRF103 a part of the needs": (
        profiles(
            {"name": "usual", **computing(cores=2)},
            compute_resources=[{"cores": 2}],
            storage_resources=[{"size": "1 GB"}],
        ),
        1,
    ),
    "PRF103 an executable without needs": (profiles({"name": "usual", **computing(cores=2)}), 0),
    "PRF103 no needs at all": (profiles({"name": "usual"}), 0),
    "PRF104 other data": (
        profiles(
            {"name": "one", **computing(cores=2)},
            {"name": "other", **computing(cores=2), "storage-resources": [{"size": "1 GB"}]},
        ),
        0,
    ),
    "PRF104 two without needs": (profiles({"name": "one"}, {"name": "other"}), 0),
    "PRF104 two as the executable": (
        profiles(
            {"name": "one", **computing(cores=2)},
            {"name": "other", **computing(cores=2)},
            compute_resources=[{"cores": 2}],
        ),
        0,
    ),
    "PRF104 two of one name": (
        profiles({"name": "one", **computing(cores=2)}, {"name": "one", **computing(cores=2)}),
        0,
    ),
    "PRF104 two without names": (profiles(computing(cores=2), computing(cores=2)), 1),
    "PRF105 a description explains": (
        profiles({"name": "big", "description": "For all", **computing(cores=2)}),
        0,
    ),
    "PRF105 where nothing is needed either": (profiles({"name": "big"}), 0),
    "PRF105 a name that says nothing either": (profiles({"name": "1", **computing(cores=2)}), 0),
    "PRF106 a letter": (profiles({"name": "Profile B", **computing(cores=2)}), 1),
    "PRF106 two digits": (profiles({"name": "12", **computing(cores=2)}), 1),
    "PRF106 a year": (profiles({"name": "2022", **computing(cores=2)}), 0),
    "PRF106 a size": (profiles({"name": "1 GB", **computing(cores=2)}), 0),
    "PRF106 signs alone": (profiles({"name": "---", **computing(cores=2)}), 1),
    "PRF106 with a title": (profiles({"name": "1", "title": "Small", **computing(cores=2)}), 0),
    "RES108 a thousand times": (computing(memory={"min": "1 GB", "max": "1000 GB"}), 0),
    "RES108 a little more": (computing(memory={"min": "1 GB", "max": "1001 GB"}), 1),
    "RES108 cores too": (computing(cores={"min": 0.5, "max": 512}), 1),
    "RES108 from nothing": (computing(gpus={"min": 0, "max": 8}), 0),
    "RES108 without an end": (computing(memory={"min": "1 GB"}), 0),
    "RES108 data may be of any size": (
        {"data-resources": [{"name": "x", "size": {"min": "1 MB", "max": "5 TB"}}]},
        0,
    ),
    "RES108 two sorts of units": (computing(memory={"min": "1 MB", "max": "4 GiB"}), 0),
    "RES108 more than there is": (computing(memory={"min": "1 TB", "max": "1100 TB"}, nodes=1), 1),
    "RES108 so much at least that it has its own rule": (
        computing(memory={"min": "9 TiB", "max": "9999 TiB"}),
        0,
    ),
    "RES112 part of a number": (computing(cores="4.5 GiB"), 1),
    "RES114 an assumed unit has its own rule": (computing(memory={"min": "2G", "max": "4 GB"}), 0),
    "RES115 a range that mixes them itself": (
        {"compute-resources": [{"memory": "1 GiB"}, {"memory": {"min": "2 GB", "max": "4 GiB"}}]},
        0,
    ),
    "RES115 within one range": (computing(memory={"min": "2 GB", "max": "4 GiB"}), 0),
    "RES115 an assumed unit": (
        {"compute-resources": [{"memory": "4 GB"}, {"memory": "16G"}]},
        0,
    ),
    "RES115 an amount that cannot be read": (
        {"compute-resources": [{"memory": "a lot"}, {"memory": "4 GiB"}]},
        0,
    ),
    "RES115 of two executables": (
        two(title="Plot a light curve")
        + "    compute-resources: [{memory: 4 GB}]\n"
        + "  - uuid: b3e4b0a3-8f0e-4d5d-9a51-0e9d3a6f2c11\n    compute-resources: [{memory: 4 GiB}]\n",
        0,
    ),
    "RES115 memory and storage": (
        {"compute-resources": [{"memory": "1 GiB"}], "storage-resources": [{"size": "1 GB"}]},
        0,
    ),
    "RES115 two sizes": (
        {"storage-resources": [{"size": "1 GiB"}], "data-resources": [{"name": "x", "size": "1 GB"}]},
        1,
    ),
    "RES115 bytes go with both": (
        {"compute-resources": [{"memory": "99999999 B"}, {"memory": "1 GiB"}, {"memory": "2 GiB"}]},
        0,
    ),
    "RES115 durations have no such units": (
        {"compute-resources": [{"walltime": "3 h"}, {"walltime": "3 min"}]},
        0,
    ),
    "RES118 an architecture": (computing(architecture="amd64"), 0),
    "RES118 nodes": (computing(nodes=2), 0),
    "RES118 memory": (computing(memory="2 GB"), 0),
    "RES118 gpus": (computing(gpus=1), 0),
    "RES118 walltime": (computing(walltime="2 h"), 0),
    "RES118 a key of one's own": (computing(name="worker", **{"x-queue": "long"}), 0),
    "RES118 nothing at all": (computing(), 1),
    "RES118 in a profile": (
        profiles({"name": "big", **computing(uuid="401f6251-be15-4f8a-bad7-38ef4d6cb7c1")}),
        1,
    ),
    "RES120 a tag": (container("docker.io/tensorflow/tensorflow:2.15.0-gpu", **computing(cores=1)), 1),
    "RES120 a name": (container("docker.io/me/astro-cuda12.4:1", **computing(cores=1)), 1),
    "RES120 a part of a word": (container("docker.io/me/gpuless-barracuda:1", **computing(cores=1)), 0),
    "RES120 another image": (container(OCI, **computing(cores=1)), 0),
    "RES120 up to one GPU": (container("docker.io/me/x:gpu", **computing(gpus={"min": 0, "max": 1})), 0),
    "RES120 memory of a GPU": (container("docker.io/me/x:gpu", **computing(gpus={"memory": "8 GiB"})), 0),
    "RES120 a GPU in a profile": (
        container("docker.io/me/x:gpu", **profiles({"name": "a", **computing(gpus=1)})),
        0,
    ),
    "RES120 needs without one in a profile": (
        container("docker.io/me/x:gpu", **profiles({"name": "a", **computing(cores=1)})),
        1,
    ),
    "RES120 of several machines one has GPUs": (
        container("docker.io/me/x:gpu", compute_resources=[{"cores": 1}, {"gpus": 1}]),
        0,
    ),
    "RES121 a command": (
        {
            "type": "urn:types/command-line-program",
            "command": "fit",
            "location": ABSENT,
            **computing(cores=2),
        },
        1,
    ),
    "RES121 a program": ({"type": "urn:types/python-program", "location": "a.py", **computing(cores=2)}, 1),
    "RES121 CWL": ({"type": "urn:types/cwl-workflow", "location": "a.cwl", **computing(cores=2)}, 1),
    "RES121 Nextflow": (
        {"type": "urn:types/nextflow-workflow", "location": "a.nf", **computing(cores=2)},
        1,
    ),
    "RES121 a notebook": (computing(cores=2), 0),
    "RES121 no needs": ({"type": "urn:types/cwl-workflow", "location": "a.cwl"}, 0),
    "RES121 an empty list": ({"type": "urn:types/cwl-workflow", "compute-resources": []}, 0),
    "RES121 one of two has it": (
        {
            "type": "urn:types/cwl-workflow",
            "location": "a.cwl",
            "compute-resources": [{"cores": 2}, {"walltime": "1 h"}],
        },
        0,
    ),
    "RES121 without a type": ({"type": ABSENT, **computing(cores=2)}, 0),
    "RES122 of an image": (
        container(OCI, image={"locations": [OCI], "platform": {"architecture": "aarch64"}}),
        1,
    ),
    "RES122 in capital letters": (computing(architecture="ARM64"), 1),
    "RES122 one that nobody knows": (computing(architecture="z80"), 0),
    "RES122 in a profile": (profiles({"name": "a", **computing(architecture="x64")}), 1),
    "RES122 a name of Intel": (computing(architecture="x86-64"), 1),
    "RES122 a short one": (computing(architecture="X64"), 1),
    "RES122 a name of ARM": (computing(architecture="armv8"), 1),
    "RES122 a name of Apple": (computing(architecture="Apple Silicon"), 1),
    "RES122 Power": (computing(architecture="PPC64LE"), 1),
    "RES122 Power as it is": (computing(architecture="ppc64le"), 0),
    "RES122 a mainframe": (computing(architecture="S390X"), 1),
    "RES122 RISC-V": (computing(architecture="RISCV64"), 1),
    "RES122 AMD": (computing(architecture="AMD64"), 1),
    "RES123 only one is said": (
        container(
            OCI, image={"locations": [OCI], "platform": {"architecture": "arm64"}}, **computing(cores=2)
        ),
        0,
    ),
    "RES123 letters of another size": (
        container(
            OCI,
            image={"locations": [OCI], "platform": {"architecture": "ARM64"}},
            **computing(architecture="arm64"),
        ),
        0,
    ),
    "RES123 by another name": (
        container(
            OCI,
            image={"locations": [OCI], "platform": {"architecture": "arm64"}},
            **computing(architecture="aarch64"),
        ),
        0,
    ),
}


@pytest.mark.parametrize(("example", "times"), CASES.values(), ids=CASES.keys())
def test_a_rule_speaks_where_it_should(example: Example, times: int, request: pytest.FixtureRequest) -> None:
    code = request.node.callspec.id.split()[0]
    assert [found.code for found in findings_of(example)].count(code) == times


ADVICE: dict[str, tuple[Example, str]] = {
    "RES122 x86-64": (computing(architecture="x86-64"), 'write "amd64"'),
    "RES122 x64": (computing(architecture="x64"), 'write "amd64"'),
    "RES122 aarch64": (computing(architecture="aarch64"), 'write "arm64"'),
    "RES122 armv8": (computing(architecture="armv8"), 'write "arm64"'),
    "RES122 Apple Silicon": (computing(architecture="Apple Silicon"), 'write "arm64"'),
    "RES122 x86": (computing(architecture="X86_64"), 'write "amd64"'),
}


@pytest.mark.parametrize(("example", "advice"), ADVICE.values(), ids=ADVICE.keys())
def test_advice_can_be_pasted(example: Example, advice: str, request: pytest.FixtureRequest) -> None:
    code = request.node.callspec.id.split()[0]
    assert [found.advice for found in findings_of(example) if found.code == code] == [advice]
