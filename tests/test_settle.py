"""Of entries with one uuid one stands; the same executable found twice names both places."""

from dataclasses import replace
from datetime import UTC, datetime
from itertools import permutations

import pytest

from lists import FIRST, SECOND, entry, harvest
from ossr_catalogue.assemble import assemble
from ossr_catalogue.model.catalogue import Entry, Origin, Stale
from ossr_catalogue.model.component import Component
from ossr_catalogue.settle import settle

REPOSITORY = "https://github.com/agn/agnpy"
IN_GIT = Component(
    slug="github.com-agn-agnpy", title="agnpy", revision="1a2e7f54b45ec9c14850d950819192be13dd4f5d",
    repository=REPOSITORY,
)  # fmt: skip
IN_ZENODO = Component(
    slug="zenodo-7", title="agnpy", revision="8", repository=REPOSITORY, doi="10.5281/zenodo.8"
)
FORK = replace(IN_GIT, slug="github.com-fork-agnpy", repository="https://github.com/fork/agnpy")


def found(component: Component, *uuids: str, source: str, origin: Origin = Origin.DECLARED) -> list[Entry]:
    entries = assemble([harvest(source, *map(entry, uuids), origin=origin)]).entries
    return [replace(one, component=component) for one in entries]


GIT = found(IN_GIT, FIRST, SECOND, source="git agnpy")
ZENODO = found(IN_ZENODO, FIRST, source="a zenodo record")


def test_the_same_in_a_repository_and_its_record_is_one_entry_of_the_repository() -> None:
    (first, second), doubles = settle([*ZENODO, *GIT])
    assert (first.provenance.source, [one.source for one in first.also]) == ("git agnpy", ["a zenodo record"])
    assert (second.also, doubles) == ((), ())


def test_all_entries_of_the_repository_are_cited_by_the_record() -> None:
    entries, _ = settle([*ZENODO, *GIT])
    assert [one.component.doi for one in entries] == ["10.5281/zenodo.8", "10.5281/zenodo.8"]


def test_a_doi_of_its_own_stays() -> None:
    own = replace(IN_GIT, doi="10.5281/zenodo.7")
    entries, _ = settle([*ZENODO, *found(own, FIRST, source="git agnpy")])
    assert [one.component.doi for one in entries] == ["10.5281/zenodo.7"]


def test_a_fork_with_the_same_uuids_is_left_out() -> None:
    entries, (double,) = settle(
        [*found(FORK, FIRST, source="git fork"), *found(IN_GIT, FIRST, source="git a")]
    )
    assert [one.provenance.source for one in entries] == ["git a"]
    assert (double.source, double.reason) == (
        "git fork",
        f"its uuid {FIRST} already belongs to an entry of git a",
    )


def test_software_without_a_repository_is_not_the_same_as_any_other() -> None:
    one, other = (Component(slug=slug, title="x", revision="1") for slug in ("a", "b"))
    _, doubles = settle([*found(one, FIRST, source="git a"), *found(other, FIRST, source="git b")])
    assert len(doubles) == 1


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        (ZENODO, found(IN_GIT, FIRST, source="git agnpy", origin=Origin.INFERRED)),
        (
            ZENODO,
            [replace(GIT[0], stale=Stale(since=datetime(2026, 1, 1, tzinfo=UTC), reason="no answer"))],
        ),
    ],
    ids=["a declared one", "a fresh one"],
)
def test_rather_than_the_repository_stands(better: list[Entry], worse: list[Entry]) -> None:
    (stands,), _ = settle([*worse, *better])
    assert stands.provenance.source == better[0].provenance.source


def test_the_order_makes_no_difference() -> None:
    entries = [*GIT, *ZENODO, *found(FORK, FIRST, source="git fork")]
    assert len({settle(order) for order in permutations(entries)}) == 1


ELSEWHERE = "catalogue https://elsewhere.example/index.json"


def test_what_is_harvested_first_hand_stays_even_if_another_catalogue_has_it_better() -> None:
    draft = found(IN_GIT, FIRST, source="git agnpy", origin=Origin.INFERRED)
    stale = [replace(draft[0], stale=Stale(since=datetime(2026, 1, 1, tzinfo=UTC), reason="no answer"))]
    (stands,), doubles = settle([*found(IN_GIT, FIRST, source=ELSEWHERE), *stale])
    assert (stands.provenance.source, stands.component) == ("git agnpy", IN_GIT)
    assert [one.catalogue for one in stands.also] == ["https://elsewhere.example/index.json"]
    assert doubles == ()


def test_a_uuid_of_another_catalogue_is_the_same_executable_whatever_its_component_is_called() -> None:
    (stands,), doubles = settle([*found(FORK, FIRST, source=ELSEWHERE), *GIT[:1]])
    assert (stands.provenance.source, len(stands.also), doubles) == ("git agnpy", 1, ())


@pytest.mark.parametrize(
    "component", [IN_GIT, replace(IN_GIT, slug="another"), replace(IN_GIT, repository=None)]
)
def test_another_catalogue_adds_nothing_to_a_component_that_is_harvested_first_hand(
    component: Component,
) -> None:
    entries, (double,) = settle([*GIT[:1], *found(component, SECOND, source=ELSEWHERE)])
    assert [one.provenance.source for one in entries] == ["git agnpy"]
    assert (double.source, double.keeps) == (ELSEWHERE, False)
    assert double.reason == f"its component is that of git agnpy, which has no executable {SECOND}"


def test_another_catalogue_gives_no_doi_to_what_is_ours() -> None:
    forged = replace(IN_GIT, doi="10.5281/zenodo.666")
    (stands,), _ = settle([*found(forged, FIRST, source=ELSEWHERE), *GIT[:1]])
    assert stands.component.doi is None


def test_of_two_catalogues_one_has_a_component() -> None:
    third = "catalogue https://third.example/index.json"
    entries, doubles = settle(
        [*found(IN_GIT, FIRST, source=third), *found(IN_GIT, FIRST, SECOND, source=ELSEWHERE)]
    )
    assert [one.provenance.source for one in entries] == [ELSEWHERE, ELSEWHERE]
    assert [one.source for one in entries[0].also] == [third]
    assert doubles == ()
