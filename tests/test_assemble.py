"""From harvest to catalogue: what is sound stands in it, what is not is named, and nothing else is harmed."""

from dataclasses import replace
from datetime import UTC, datetime
from itertools import permutations

import pytest

from lists import FIRST, SECOND, entry, harvest
from ossr_catalogue.assemble import assemble
from ossr_catalogue.model.catalogue import Catalogue, LeftOut, Origin, SourceState
from ossr_catalogue.model.component import Component
from ossr_catalogue.model.harvested import Harvested, SourceHarvest
from ossr_catalogue.model.search import Search

DAY = datetime(2026, 11, 22, tzinfo=UTC)


def uuids(catalogue: Catalogue) -> list[str]:
    return [one.executable.uuid for one in catalogue.entries]


def test_a_broken_entry_costs_only_itself() -> None:
    catalogue = assemble([harvest("git a", entry(FIRST), entry(SECOND, location=7))])
    assert uuids(catalogue) == [FIRST]
    (left_out,) = catalogue.left_out
    assert left_out.path == "executables.json"
    assert left_out.reason.startswith("SCH")


NAMES = {
    "not there": ("README.md\nnotebooks/crab_nebula.ipynb", "REF109"),
    "other capitals": ("README.md\nnotebooks/Crab.ipynb", "REF110"),
    "there": ("README.md\nnotebooks/crab.ipynb", ""),
    "behind a link or in a submodule": ("README.md\nnotebooks", ""),
    "nobody knows": ("", ""),
}


@pytest.mark.parametrize(("names", "code"), NAMES.values(), ids=NAMES)
def test_what_a_list_names_is_looked_for_where_all_names_are_known(names: str, code: str) -> None:
    found = harvest("git a", entry(FIRST, location="notebooks/crab.ipynb"))
    (one,) = found.harvested
    told = assemble([replace(found, harvested=(replace(one, search=Search(names=names)),))])
    assert [gap.reason[:6] for gap in told.left_out] == ([code] if code else [])


def test_a_list_that_cannot_be_read_costs_only_itself() -> None:
    catalogue = assemble([harvest("git a", text="[" * 9), harvest("git b", entry(SECOND))])
    assert uuids(catalogue) == [SECOND]
    assert [one.source for one in catalogue.left_out] == ["git a"]


def test_a_component_with_nothing_to_run_is_named() -> None:
    bare = Harvested(source="git a", component=Component(slug="a", title="A", revision="1"), found=None)
    catalogue = assemble([SourceHarvest(source="git a", harvested=(bare,))])
    assert [one.source for one in catalogue.left_out] == ["git a"]
    assert catalogue.components == ()


def test_the_order_in_which_sources_answer_makes_no_difference() -> None:
    answers = [
        harvest("git a", entry(FIRST)),
        harvest("git b", entry(SECOND)),
        harvest("git c", entry(FIRST)),
    ]
    gap = LeftOut(source="git c", path="tests/x.ipynb", reason="lies among tests")
    answers = [replace(one, left_out=(replace(gap, source=one.source),)) for one in answers]
    first, *others = [assemble(order) for order in permutations(answers)]
    assert all(other == first for other in others)


def test_of_two_entries_with_one_uuid_the_declared_one_stays() -> None:
    drafted = harvest("git a", entry(FIRST), origin=Origin.INFERRED)
    catalogue = assemble([drafted, harvest("git b", entry(FIRST))])
    assert [one.provenance.source for one in catalogue.entries] == ["git b"]
    (double,) = catalogue.left_out
    assert (double.source, FIRST in double.reason, "git b" in double.reason) == ("git a", True, True)


def test_a_declared_entry_knows_its_place_in_the_list() -> None:
    catalogue = assemble([harvest("git a", entry(FIRST), entry(SECOND))])
    assert [one.provenance.pointer for one in catalogue.entries] == ["/executables/0", "/executables/1"]


def test_a_draft_knows_the_file_that_it_was_inferred_from() -> None:
    drafted = harvest("git a", entry(FIRST, **{"x-inferred-from": "crab.ipynb"}), origin=Origin.INFERRED)
    (found,) = assemble([drafted]).entries
    assert (found.origin, found.provenance.path, found.provenance.pointer) == (
        Origin.INFERRED,
        "crab.ipynb",
        "",
    )


def test_an_entry_keeps_what_the_linter_says_about_it_and_nothing_about_others() -> None:
    words = "Shows how to plot the light curve of one night."
    short = entry(SECOND, title="Crab", description=words, location="other.ipynb")
    first, second = assemble([harvest("git a", entry(FIRST), short)]).entries
    assert [one.code for one in first.findings] == []
    assert [one.code for one in second.findings] == ["TTL101"]


def test_an_entry_says_since_when_it_is_as_it_is() -> None:
    catalogue = assemble([harvest("git a", entry(FIRST))], since={("git a", "git-a"): DAY})
    assert catalogue.entries[0].provenance.harvested == DAY


def test_what_the_harvest_left_out_stays_named() -> None:
    gap = LeftOut(source="git a", path="tests/x.ipynb", reason="lies among tests")
    assert assemble([replace(harvest("git a", entry(FIRST)), left_out=(gap,))]).left_out == (gap,)


def test_the_state_of_the_sources_is_passed_on_by_name() -> None:
    states = [SourceState(name=name, attempted=DAY, succeeded=DAY, requests=1) for name in ("b", "a")]
    assert [one.name for one in assemble([], states=states).sources] == ["a", "b"]


def test_two_repositories_with_one_uuid_are_both_told() -> None:
    other = entry(FIRST, title="Plot the light curve of the Crab", location="other.ipynb")
    catalogue = assemble([harvest("git a", entry(FIRST)), harvest("git b", other)])
    (kept,), (double,) = catalogue.entries, catalogue.left_out
    assert [(found.code, found.message) for found in kept.findings] == [
        ("CAT101", 'this uuid is also that of "Plot the light curve of the Crab" in git b')
    ]
    assert [found.code for found in double.findings] == ["CAT101"]


def test_a_repository_and_its_archive_are_not_held_against_each_other() -> None:
    repository = "https://github.com/agn/agnpy"
    (git,), (record,) = (harvest(name, entry(FIRST)).harvested for name in ("git a", "zenodo"))
    both = [
        SourceHarvest(
            source=one.source,
            harvested=(replace(one, component=replace(one.component, repository=repository)),),
        )
        for one in (git, record)
    ]
    (found,) = assemble(both).entries
    assert found.findings == ()
