"""Verdicts: one golden table, and what the table cannot say."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import sample_catalogue as sample
from ossr_catalogue.matching import Fit, compare, match
from ossr_catalogue.model.executable import Profile
from ossr_catalogue.model.kinds import KINDS
from ossr_catalogue.model.kinds.docker_container import DockerContainer
from ossr_catalogue.model.kinds.kind import UnknownKind
from ossr_catalogue.model.platform import Limits, Platform, Requirement
from ossr_catalogue.model.quantity import Range, parse_bytes, parse_duration
from ossr_catalogue.model.resources import Compute, Gpus, Needs, Storage

TABLE = json.loads((Path(__file__).parent / "matching_table.json").read_text())
BROAD = Platform(
    id="broad",
    title="Broad",
    description="Takes everything, and has enough.",
    homepage="https://example.org/",
    types=tuple(kind.urn for kind in KINDS),
    limits=Limits(
        cores=10**6,
        memory_bytes=10**18,
        storage_bytes=10**18,
        gpus=10**6,
        nodes=10**6,
        walltime_seconds=10**9,
    ),
    architectures=("amd64", "arm64"),
)


def amount(value: Any) -> Any:  # noqa: ANN401 - text with a unit, or a number
    if not isinstance(value, str):
        return value
    return (parse_duration if value.startswith("P") else parse_bytes)(value).value


def in_words(pair: list[Any] | None) -> Range | None:
    if pair is None:
        return None
    unbounded = pair[1] == "unbounded"
    return Range(minimum=amount(pair[0]), maximum=None if unbounded else amount(pair[1]), unbounded=unbounded)


def needs_of(case: dict[str, Any]) -> Needs:
    declared = {name: in_words(pair) for name, pair in case["needs"].items()}
    storage = declared.pop("storage", None)
    if not declared:
        return Needs()
    gpus = declared.get("gpus")
    compute = Compute(
        cores=declared.get("cores"),
        memory_bytes=declared.get("memory"),
        gpus=Gpus(count=gpus) if gpus else None,
        nodes=declared.get("nodes"),
        walltime_seconds=declared.get("walltime"),
    )
    return Needs(compute=(compute,), storage=(Storage(size_bytes=storage),) if storage else ())


def limits_of(case: dict[str, Any]) -> Limits:
    known = {name: amount(value) for name, value in case["limits"].items()}
    return Limits(
        cores=known.get("cores"),
        memory_bytes=known.get("memory"),
        storage_bytes=known.get("storage"),
        gpus=known.get("gpus"),
        nodes=known.get("nodes"),
        walltime_seconds=known.get("walltime"),
    )


@pytest.mark.parametrize("case", TABLE, ids=[case["case"] for case in TABLE])
def test_the_golden_table_holds(case: dict[str, Any]) -> None:
    verdict = compare(needs_of(case), limits_of(case))
    assert (verdict.fit, verdict.reason) == (case["fit"], case["reason"])


def of_memory(*ranges: Range | None) -> Needs:
    one_core = Range(minimum=1, maximum=1)
    return Needs(compute=tuple(Compute(cores=one_core, memory_bytes=memory) for memory in ranges))


def test_several_resources_are_needed_all_at_once() -> None:
    two_gigabytes = Range(minimum=2 * 10**9, maximum=2 * 10**9)
    verdict = compare(of_memory(two_gigabytes, two_gigabytes), Limits(cores=2, memory_bytes=3 * 10**9))
    assert (verdict.fit, verdict.reason) == (Fit.DOES_NOT_FIT, "needs 4 GB of memory, offers 3 GB")


def test_a_resource_that_declares_nothing_leaves_the_sum_open() -> None:
    verdict = compare(of_memory(Range(minimum=1, maximum=1), None), Limits(cores=2, memory_bytes=10**9))
    assert (verdict.fit, verdict.constraint) == (Fit.UNKNOWN, "memory")


def test_a_resource_without_a_maximum_leaves_the_use_open() -> None:
    verdict = compare(
        of_memory(Range(minimum=1, maximum=10**10), Range(minimum=1)), Limits(cores=2, memory_bytes=10**9)
    )
    assert verdict.fit is Fit.FITS


def test_an_empty_range_declares_nothing() -> None:
    verdict = compare(of_memory(Range()), Limits(cores=2, memory_bytes=10**9))
    assert verdict.reason == "how much memory it needs is not declared"


def test_the_longest_walltime_counts_not_the_sum() -> None:
    resource = replace(
        of_memory(Range(minimum=1, maximum=1)).compute[0], walltime_seconds=Range(minimum=3600, maximum=3600)
    )
    limits = Limits(cores=2, memory_bytes=10**9, walltime_seconds=3600)
    assert compare(Needs(compute=(resource, resource)), limits).fit is Fit.FITS


@pytest.mark.parametrize(
    "entry", sample.of_every_type(), ids=lambda entry: entry.executable.title.replace(" ", "-")
)
def test_a_platform_runs_no_type_that_it_does_not_take(entry: Any) -> None:  # noqa: ANN401 - Entry
    nothing = replace(BROAD, types=())
    verdict = match(entry.executable, nothing)
    assert (verdict.fit, verdict.constraint) == (Fit.DOES_NOT_FIT, "type")


def test_the_type_is_named_in_words() -> None:
    container = sample.executable(DockerContainer(image=sample.IMAGE), "c")
    assert match(container, replace(BROAD, types=())).reason == "Docker containers do not run there"


def test_an_unknown_type_runs_nowhere() -> None:
    strange = sample.executable(UnknownKind(type="urn:x"), "s", needs=sample.SMALL)
    everywhere = replace(BROAD, types=(*BROAD.types, UnknownKind.urn, "urn:x"))
    assert match(strange, everywhere).fit is Fit.DOES_NOT_FIT


def test_a_profile_is_matched_by_its_own_needs() -> None:
    profile = Profile(name="sample", needs=sample.SMALL)
    container = sample.executable(
        DockerContainer(image=sample.IMAGE), "c", needs=sample.CLUSTER, profiles=(profile,)
    )
    limits = Limits(cores=4, memory_bytes=16 * 10**9, nodes=1, storage_bytes=10**12)
    laptop = replace(BROAD, architectures=("amd64",), limits=limits)
    assert match(container, laptop).fit is Fit.DOES_NOT_FIT
    assert match(container, laptop, profile).fit is Fit.FITS_LESS


ARM = replace(sample.IMAGE, architecture="arm64")
STRICT = replace(
    BROAD, architectures=("amd64",), requires=(Requirement.IMAGE_DIGEST, Requirement.UNPRIVILEGED)
)


@pytest.mark.parametrize(
    ("container", "constraint", "reason"),
    [
        (DockerContainer(image=ARM), "architecture", "needs arm64, offers amd64"),
        (
            DockerContainer(image=replace(sample.IMAGE, digest=None)),
            "image",
            "wants the digest of the image, which is not declared",
        ),
        (DockerContainer(image=sample.IMAGE, privileged=True), "privileged", "runs nothing privileged"),
    ],
    ids=["arm64", "no-digest", "privileged"],
)
def test_what_a_platform_insists_on_binds(container: DockerContainer, constraint: str, reason: str) -> None:
    wanted = sample.executable(container, "c", needs=sample.SMALL)
    verdict = match(wanted, STRICT)
    assert (verdict.fit, verdict.constraint, verdict.reason) == (Fit.DOES_NOT_FIT, constraint, reason)
    assert match(wanted, BROAD).fit is Fit.FITS


def test_a_compute_resource_may_want_an_architecture() -> None:
    compute = replace(sample.SMALL.compute[0], architecture="arm64")
    container = sample.executable(DockerContainer(image=sample.IMAGE), "c", needs=Needs(compute=(compute,)))
    assert match(container, STRICT).reason == "needs arm64, offers amd64"


@pytest.mark.parametrize("entry", sample.of_every_type(), ids=lambda entry: entry.executable.type)
def test_a_larger_platform_never_fits_worse(entry: Any) -> None:  # noqa: ANN401 - Entry
    order = [Fit.DOES_NOT_FIT, Fit.FITS_LESS, Fit.FITS]
    fits = []
    for cores, memory in ((1, 10**9), (4, 16 * 10**9), (210, 344 * 10**9)):
        limits = replace(BROAD.limits, cores=cores, memory_bytes=memory)
        fits.append(match(entry.executable, replace(BROAD, limits=limits)).fit)
    known = [order.index(fit) for fit in fits if fit is not Fit.UNKNOWN]
    assert known == sorted(known)
