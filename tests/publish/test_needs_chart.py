"""Needs drawn against platforms: which charts there are, and what they and their tables say."""

from dataclasses import replace

import sample_catalogue as sample
from built_site import page_of
from drawings import drawing
from ossr_catalogue.model.executable import Executable, Profile
from ossr_catalogue.model.kinds.jupyter_notebook import JupyterNotebook
from ossr_catalogue.model.platform import Limits, Platform
from ossr_catalogue.model.quantity import GIB, Range
from ossr_catalogue.model.resources import Compute, Needs, Storage
from ossr_catalogue.publish.pages.needs_chart import Panel, panels_of

NOTEBOOK = JupyterNotebook(location="a.ipynb")
COMPUTE = Compute(cores=Range(minimum=1, maximum=4), memory_bytes=Range(minimum=2 * GIB, maximum=8 * GIB))


def platform(title: str, limits: Limits, kind: str = NOTEBOOK.urn) -> Platform:
    return Platform(id=title.lower(), title=title, description="", homepage="", types=(kind,), limits=limits)


SMALL = platform("Small", Limits(memory_bytes=GIB, cores=1))
MIDDLE = platform("Middle", Limits(memory_bytes=4 * GIB))
TWIN = platform("Twin", Limits(memory_bytes=4 * GIB))
LARGE = platform("Large", Limits(memory_bytes=64 * GIB))
OTHER = platform("Other", Limits(memory_bytes=GIB), kind="urn:types/cwl-workflow")


def executable(*compute: Compute, profiles: tuple[Profile, ...] = ()) -> Executable:
    return sample.executable(NOTEBOOK, "One", needs=Needs(compute=compute), profiles=profiles)


def panel(title: str, one: Executable, *platforms: Platform) -> Panel:
    return next(panel for panel in panels_of(one, platforms) if panel.title == title)


def test_there_is_a_chart_for_each_measure_that_is_declared_and_offered() -> None:
    panels = panels_of(executable(COMPUTE), (SMALL, LARGE))
    assert [panel.title for panel in panels] == ["Cores", "Memory"]
    assert [panel.title for panel in panels_of(executable(COMPUTE), (LARGE,))] == ["Memory"]


def test_all_five_measures_are_drawn_in_one_order() -> None:
    needs = replace(sample.GPU, storage=(Storage(size_bytes=Range(minimum=GIB)),))
    everything = Limits(cores=1, memory_bytes=GIB, storage_bytes=GIB, gpus=0, walltime_seconds=60)
    one = sample.executable(NOTEBOOK, "One", needs=needs)
    titles = [panel.title for panel in panels_of(one, (platform("P", everything),))]
    assert titles == ["Cores", "Memory", "Storage", "Walltime", "GPUs"]


def test_nothing_is_drawn_where_nothing_is_declared_or_no_platform_takes_the_type() -> None:
    assert panels_of(executable(), (SMALL,)) == ()
    assert panels_of(executable(COMPUTE), (OTHER,)) == ()
    assert panels_of(executable(COMPUTE), ()) == ()


def test_platforms_are_told_from_the_smallest_to_the_largest_with_what_that_means() -> None:
    memory = panel("Memory", executable(COMPUTE), LARGE, MIDDLE, SMALL, OTHER)
    assert [(line.who, line.amount, line.says) for line in memory.offers] == [
        ("Small", "1 GiB", "too little"),
        ("Middle", "4 GiB", "runs, could use more"),
        ("Large", "64 GiB", "all that it can use"),
    ]
    assert [(line.who, line.amount) for line in memory.needs] == [("It needs", "2 GiB to 8 GiB")]


def test_platforms_that_offer_the_same_share_a_mark() -> None:
    memory = panel("Memory", executable(COMPUTE), MIDDLE, TWIN, LARGE)
    chart = drawing(memory.picture)
    assert len(chart.all("chart__point")) == 2
    assert "Middle, Twin" in chart.words()
    assert [line.who for line in memory.offers] == ["Middle", "Twin", "Large"]


def test_several_resources_are_needed_all_at_once() -> None:
    memory = panel("Memory", executable(COMPUTE, COMPUTE), LARGE)
    assert memory.needs[0].amount == "4 GiB to 16 GiB"


def test_each_profile_is_a_band_of_its_own() -> None:
    sample_use = Profile(
        name="sample", title="A sample", needs=Needs(compute=(Compute(cores=Range(minimum=2)),))
    )
    cores = panel("Cores", executable(COMPUTE, profiles=(sample_use,)), SMALL)
    assert [(line.who, line.amount) for line in cores.needs] == [
        ("As a whole", "1 to 4"),
        ("A sample", "at least 2"),
    ]
    assert len(drawing(cores.picture).all("chart__band")) == 2


def test_a_profile_that_says_nothing_of_it_needs_what_the_executable_needs() -> None:
    stored = Profile(name="p", needs=Needs(storage=(Storage(size_bytes=Range(minimum=GIB)),)))
    cores = panel("Cores", executable(COMPUTE, profiles=(stored,)), SMALL)
    assert [line.amount for line in cores.needs] == ["1 to 4", "1 to 4"]


def test_what_a_platform_has_none_of_is_said_so() -> None:
    one = sample.executable(NOTEBOOK, "One", needs=sample.GPU)
    gpus = panel("GPUs", one, platform("P", Limits(gpus=0)))
    assert gpus.offers[0].amount == "none"
    assert gpus.offers[0].says == "too little"


def test_who_does_not_see_the_chart_is_told_how_many_platforms_are_enough() -> None:
    memory = panel("Memory", executable(COMPUTE), SMALL, MIDDLE, LARGE)
    assert drawing(memory.picture).root.findtext("desc") == (
        "It needs: 2 GiB to 8 GiB. 2 of 3 platforms offer that."
    )


def test_the_page_of_an_executable_shows_it() -> None:
    page = page_of(sample.entry(NOTEBOOK, "One", needs=sample.SMALL))
    assert "needs-chart" in page.ids
    assert "needs-memory-title" in page.ids
    assert "needs-chart" not in page_of(sample.entry(NOTEBOOK, "One")).ids
