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
