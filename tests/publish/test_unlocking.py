"""What runs nowhere: grouped by what stands in the way, with what would unlock it."""

from dataclasses import replace

import pytest

import sample_catalogue as sample
from ossr_catalogue.model.catalogue import Entry
from ossr_catalogue.model.kinds import Kind
from ossr_catalogue.model.kinds.cwl_workflow import CwlWorkflow
from ossr_catalogue.model.kinds.docker_container import DockerContainer
from ossr_catalogue.model.kinds.jupyter_notebook import JupyterNotebook
from ossr_catalogue.model.platform import Limits, Platform, Requirement
from ossr_catalogue.model.quantity import GIB, Range
from ossr_catalogue.model.resources import Compute, Gpus, Needs
from ossr_catalogue.publish.pages.charted import Point
from ossr_catalogue.publish.pages.coverage import coverage_of
from ossr_catalogue.publish.pages.coverage_chart import coverage_sections
from ossr_catalogue.publish.pages.unlocking import points_of

NOTEBOOK = JupyterNotebook(location="a.ipynb")
HUB = Platform(
    id="hub",
    title="The hub",
    description="",
    homepage="",
    types=(NOTEBOOK.urn,),
    limits=Limits(cores=2, memory_bytes=8 * GIB, gpus=0, nodes=1),
)
BROKER = Platform(
    id="broker",
    title="The broker",
    description="",
    homepage="",
    types=(DockerContainer.urn,),
    limits=Limits(cores=4, memory_bytes=16 * GIB),
    requires=(Requirement.IMAGE_DIGEST,),
)


def needing(title: str, gib: int, cores: int = 1, kind: Kind = NOTEBOOK, gpus: Gpus | None = None) -> Entry:
    compute = Compute(
        cores=Range(minimum=cores, maximum=cores),
        memory_bytes=Range(minimum=gib * GIB, maximum=gib * GIB),
        gpus=gpus,
    )
    return sample.entry(kind, title, needs=Needs(compute=(compute,)))


def points(*entries: Entry, platforms: tuple[Platform, ...] = (HUB, BROKER)) -> tuple[Point, ...]:
    return points_of(coverage_of(sample.catalogue(*entries), platforms))


def test_what_needs_too_much_is_said_together_with_the_amount_that_would_unlock_it() -> None:
    (point,) = points(needing("a", 12), needing("b", 16), needing("fits", 2))
    assert point.count == 2
    assert point.text == "2 executables need more memory than there is: 12 GiB to 16 GiB."
    assert point.unlocks == "2 of them would run if The hub offered 16 GiB of memory."


def test_one_is_said_as_one() -> None:
    (point,) = points(needing("a", 12))
    assert point.text == "1 executable needs more memory than there is: 12 GiB."
    assert point.unlocks == "It would run if The hub offered 12 GiB of memory."


def test_what_another_limit_would_stop_is_not_promised() -> None:
    point, *_ = points(needing("a", 80, cores=4))
    assert point.unlocks == "More than that stands in the way."
    both = points(needing("a", 80, cores=4), needing("b", 12))
    assert both[0].unlocks == "1 of them would run if The hub offered 12 GiB of memory."


def test_the_nearest_to_a_fit_are_the_examples_and_three_are_enough() -> None:
    (point,) = points(*(needing(f"n{gib}", gib) for gib in (64, 9, 32, 16)))
    assert [example.title for example in point.examples] == ["n9", "n16", "n32"]
    assert point.examples[0].says == "The hub: needs 9 GiB of memory, offers 8 GiB"


def test_a_type_that_no_platform_takes_is_said_so_and_listed() -> None:
    (point,) = points(needing("a", 1, kind=CwlWorkflow(location="a.cwl")))
    assert point.text == "1 CWL workflow: no platform of the catalogue takes this type."
    assert point.more == "types/cwl-workflow/"


def test_what_a_platform_insists_on_is_said_so() -> None:
    container = DockerContainer(image=replace(sample.IMAGE, digest=None))
    (point,) = points(needing("a", 1, kind=container))
    assert point.text == "1 executable: wants the digest of the image, which is not declared."
    assert point.unlocks == "The nearest is The broker."


def test_a_limit_that_is_not_known_is_a_question_to_the_platform() -> None:
    gpus = Gpus(count=Range(minimum=1, maximum=1))
    container = DockerContainer(image=sample.IMAGE)
    (point,) = points(needing("a", 1, kind=container, gpus=gpus))
    assert point.text == "1 executable may run, but how many GPUs the nearest platform offers is not known."
    assert point.unlocks == "It would be settled if The broker said it."


@pytest.mark.parametrize(
    ("compute", "text", "more"),
    [
        pytest.param(
            (), "2 executables do not say what they need.", "catalogue/?undeclared=only", id="nothing"
        ),
        pytest.param(
            (Compute(cores=Range(minimum=1, maximum=1)),),
            "2 executables do not say how much memory they need.",
            "",
            id="too little",
        ),
    ],
)
def test_what_is_not_declared_is_a_question_to_the_owner(
    compute: tuple[Compute, ...], text: str, more: str
) -> None:
    (point,) = points(*(sample.entry(NOTEBOOK, title, needs=Needs(compute=compute)) for title in "ab"))
    assert (point.text, point.more) == (text, more)


def test_what_surely_is_enough_is_promised_and_not_the_least() -> None:
    two = (Range(minimum=12 * GIB), Range(maximum=4 * GIB))
    compute = tuple(Compute(cores=Range(minimum=1, maximum=1), memory_bytes=memory) for memory in two)
    (point,) = points(sample.entry(NOTEBOOK, "a", needs=Needs(compute=compute)))
    assert point.unlocks == "It would run if The hub offered 16 GiB of memory."


def test_the_rarest_are_not_told_where_there_are_too_many() -> None:
    broker = replace(BROKER, architectures=("amd64",))
    of_all = [
        needing(name, 1, kind=DockerContainer(image=replace(sample.IMAGE, architecture=name)))
        for name in (f"arch{number}" for number in range(20))
    ]
    assert len(points(*of_all, platforms=(broker,))) == 12


def test_what_stands_in_the_way_of_most_comes_first() -> None:
    silent = [sample.entry(NOTEBOOK, f"silent {number}") for number in range(3)]
    said = points(needing("a", 12), needing("b", 1, kind=CwlWorkflow(location="a.cwl")), *silent)
    assert [point.count for point in said] == [3, 1, 1]


def test_each_platform_is_a_line_that_leads_to_what_runs_there() -> None:
    coverage = coverage_of(
        sample.catalogue(
            needing("fits", 2), needing("too much", 99), needing("x", 1, kind=CwlWorkflow(location="a"))
        ),
        (BROKER, HUB),
    )
    (chart,) = coverage_sections(coverage, "../")[0].charts
    assert [[cell.text for cell in row] for row in chart.rows] == [
        ["The hub", "1", "0", "0", "1", "1", "3"],
        ["The broker", "0", "0", "0", "0", "3", "3"],
    ]
    assert [row[0].href for row in chart.rows] == ["../catalogue/?runs=The+hub", "../platforms/broker/"]


def test_no_platforms_are_no_section() -> None:
    assert coverage_sections(coverage_of(sample.catalogue(), ()), "../") == ()


def test_the_three_numbers_add_up() -> None:
    coverage = coverage_of(
        sample.catalogue(needing("fits", 2), needing("not", 99), sample.entry(NOTEBOOK, "?")), (HUB,)
    )
    assert coverage_sections(coverage, "../")[1].lead == (
        "1 of 3 executables runs somewhere. Of 1 it is known what they need, and of no platform that it is "
        "enough. 1 declare too little to say."
    )
