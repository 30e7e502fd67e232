"""How much of a catalogue runs where, and what runs nowhere."""

from dataclasses import replace
from typing import Any

import pytest

import sample_catalogue as sample
from ossr_catalogue.matching import Fit
from ossr_catalogue.model.catalogue import Entry
from ossr_catalogue.model.executable import Profile, Status
from ossr_catalogue.model.kinds.cwl_workflow import CwlWorkflow
from ossr_catalogue.model.kinds.jupyter_notebook import JupyterNotebook
from ossr_catalogue.model.kinds.zeppelin_notebook import ZeppelinNotebook
from ossr_catalogue.model.platform import Limits, Platform
from ossr_catalogue.model.quantity import Range
from ossr_catalogue.model.resources import Compute, Gpus, Needs
from ossr_catalogue.publish.pages.coverage import Coverage, coverage_of

SMALL = Platform(
    id="small",
    title="Small",
    description="A little.",
    homepage="https://example.org/",
    types=(JupyterNotebook.urn,),
    limits=Limits(cores=2, memory_bytes=2 * 10**9, nodes=1),
)
LARGE = replace(SMALL, id="large", title="Large", limits=Limits(cores=16, memory_bytes=10**10, nodes=1))
VAGUE = replace(SMALL, id="vague", title="Vague", limits=Limits())


def needing(memory: int, cores: int = 1) -> Needs:
    both = Range(minimum=memory, maximum=memory)
    return Needs(compute=(Compute(cores=Range(minimum=cores, maximum=cores), memory_bytes=both),))


def notebook(title: str, needs: Needs | None = None, **changes: Any) -> Entry:  # noqa: ANN401 - any field
    return sample.entry(JupyterNotebook(location="n.ipynb"), title, needs=needs or Needs(), **changes)


def covered(*entries: Entry, platforms: tuple[Platform, ...] = (SMALL, LARGE)) -> Coverage:
    return coverage_of(sample.catalogue(*entries), platforms)


def counts(coverage: Coverage) -> list[tuple[int, ...]]:
    return [tuple(one.counts[fit] for fit in Fit) for one in coverage.platforms]


def test_verdicts_are_counted_platform_by_platform() -> None:
    three = (
        notebook("fits", needing(10**9)),
        notebook("fits one", needing(3 * 10**9)),
        notebook("says nothing"),
    )
    assert counts(covered(*three)) == [(1, 0, 1, 1), (2, 0, 0, 1)]


def test_less_than_could_be_used_is_counted_as_running() -> None:
    needs = Needs(
        compute=(
            Compute(cores=Range(minimum=1, maximum=1), memory_bytes=Range(minimum=10**9, maximum=5 * 10**9)),
        )
    )
    coverage = covered(notebook("wants more", needs))
    assert counts(coverage) == [(0, 1, 0, 0), (1, 0, 0, 0)]
    assert [one.runs for one in coverage.platforms] == [1, 1]


def test_what_is_withdrawn_is_not_counted() -> None:
    coverage = covered(notebook("kept", needing(1)), notebook("withdrawn", status=Status.WITHDRAWN))
    assert coverage.total == 1
    assert counts(coverage)[0] == (1, 0, 0, 0)


def test_an_executable_counts_as_the_profile_that_runs() -> None:
    profile = Profile(name="sample", needs=needing(10**9))
    coverage = covered(notebook("both", needing(10**12), profiles=(profile,)))
    assert counts(coverage) == [(1, 0, 0, 0), (1, 0, 0, 0)]


def test_an_executable_that_runs_in_no_use_counts_as_a_whole() -> None:
    profile = Profile(name="sample", needs=needing(10**11, cores=999))
    (binding,) = covered(notebook("b", needing(10**12), profiles=(profile,))).platforms[0].bindings
    assert binding.example == "needs 1 TB of memory, offers 2 GB"


def test_what_binds_is_counted_with_the_first_reason() -> None:
    entries = (
        notebook("a", needing(3 * 10**9)),
        notebook("b", needing(4 * 10**9)),
        notebook("c", needing(1, cores=4)),
    )
    bindings = covered(*entries).platforms[0].bindings
    assert [(one.fit, one.constraint, one.count) for one in bindings] == [
        (Fit.DOES_NOT_FIT, "memory", 2),
        (Fit.DOES_NOT_FIT, "cores", 1),
    ]
    assert bindings[1].example == "needs 4 cores, offers 2 cores"


def test_what_runs_somewhere_is_not_homeless() -> None:
    coverage = covered(notebook("large", needing(3 * 10**9)))
    assert (coverage.nowhere, coverage.undeclared) == ((), ())


def test_what_runs_nowhere_is_told_with_the_platform_that_comes_nearest() -> None:
    (one,) = covered(notebook("larger", needing(2 * 10**10))).nowhere
    assert one.platform == LARGE
    assert one.verdict.reason == "needs 20 GB of memory, offers 10 GB"


def test_the_nearest_to_a_fit_comes_first() -> None:
    coverage = covered(notebook("far", needing(10**12)), notebook("near", needing(11 * 10**9)))
    assert [one.entry.executable.title for one in coverage.nowhere] == ["near", "far"]


def test_an_executable_of_which_one_use_runs_is_not_homeless() -> None:
    profile = Profile(name="sample", needs=needing(10**9))
    assert covered(notebook("both", needing(10**12), profiles=(profile,))).nowhere == ()


def test_the_use_that_comes_nearest_is_told() -> None:
    profile = Profile(name="sample", needs=needing(11 * 10**9))
    (one,) = covered(notebook("both", needing(10**12), profiles=(profile,))).nowhere
    assert one.profile == profile


def test_a_type_that_no_platform_takes_has_no_nearest_platform() -> None:
    (one,) = covered(sample.entry(ZeppelinNotebook(location="n.zpln"), "z", needs=needing(1))).nowhere
    assert one.platform is None
    assert one.verdict.constraint == "type"


def test_a_type_that_no_platform_takes_runs_nowhere_whatever_it_needs() -> None:
    coverage = covered(sample.entry(CwlWorkflow(location="w.cwl"), "w"))
    assert (len(coverage.nowhere), coverage.undeclared) == (1, ())


def test_what_declares_too_little_is_told_apart() -> None:
    needs = Needs(compute=(Compute(cores=Range(minimum=1, maximum=1)),))
    coverage = covered(notebook("a", needs), notebook("b"))
    assert {one.entry.executable.title: one.verdict.reason for one in coverage.undeclared} == {
        "a": "how much memory it needs is not declared",
        "b": "its needs are not declared",
    }
    assert coverage.nowhere == ()


def test_a_platform_for_other_types_does_not_make_up_for_what_is_not_declared() -> None:
    others = replace(SMALL, id="others", types=(ZeppelinNotebook.urn,))
    coverage = covered(notebook("a"), platforms=(others, SMALL))
    assert (coverage.nowhere, len(coverage.undeclared)) == ((), 1)


ELSEWHERE = replace(LARGE, id="elsewhere", architectures=("amd64",))
FOR_ARM = Needs(compute=(replace(needing(3 * 10**9).compute[0], architecture="arm64"),))
WITH_GPU = Needs(
    compute=(replace(FOR_ARM.compute[0], gpus=Gpus(count=Range(minimum=1, maximum=1)), architecture="arm64"),)
)
NO_GPU = replace(LARGE, id="no-gpu", limits=replace(LARGE.limits, gpus=0), architectures=("arm64",))


def test_too_little_of_something_is_nearer_than_another_architecture() -> None:
    (one,) = covered(notebook("a", FOR_ARM), platforms=(ELSEWHERE, SMALL)).nowhere
    assert one.verdict.reason == "needs 3 GB of memory, offers 2 GB"


def test_none_of_something_is_as_far_as_another_architecture() -> None:
    (one,) = covered(notebook("a", WITH_GPU), platforms=(ELSEWHERE, NO_GPU)).nowhere
    assert one.platform == ELSEWHERE


def test_what_is_ruled_out_everywhere_declares_enough() -> None:
    needs = Needs(compute=(Compute(cores=Range(minimum=64, maximum=64)),))
    (one,) = covered(notebook("a", needs)).nowhere
    assert one.verdict.reason == "needs 64 cores, offers 16 cores"


@pytest.mark.parametrize(
    ("platforms", "reason"),
    [
        pytest.param(
            (SMALL, VAGUE), "needs 3 GB of memory, offers 2 GB", id="a known limit before an unknown"
        ),
        pytest.param(
            (VAGUE,), "needs 3 GB of memory, how much memory it offers is not known", id="none but unknown"
        ),
    ],
)
def test_limits_that_are_not_known_are_no_place_to_run(platforms: tuple[Platform, ...], reason: str) -> None:
    (one,) = covered(notebook("a", needing(3 * 10**9)), platforms=platforms).nowhere
    assert one.verdict.reason == reason


def test_without_platforms_there_is_nothing_to_say() -> None:
    coverage = covered(notebook("a"), platforms=())
    assert (coverage.platforms, coverage.nowhere, coverage.undeclared) == ((), (), ())
