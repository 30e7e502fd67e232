"""A group of a GitLab is harvested with its subgroups."""

from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from ossr_catalogue.errors import SourceError, UsageError
from ossr_catalogue.harvest.forges.gitlab import group_at
from ossr_catalogue.harvest.forges.source import ForgeSource
from ossr_catalogue.harvest.source import Unchanged
from ossr_catalogue.model.catalogue import LeftOut
from simulated_forge import ForgeFault, SimulatedForge

Publish = Callable[[str], None]
Make = Callable[..., ForgeSource]


def listed(path: str, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON
    return {"path_with_namespace": path, "last_activity_at": "2026-11-01T10:00:00.000Z", **more}


def titles(source: ForgeSource) -> list[str]:
    return [one.component.title for one in source.snapshots() if not isinstance(one, LeftOut | Unchanged)]


def test_projects_of_subgroups_are_components(forge: SimulatedForge, publish: Publish, gitlab: Make) -> None:
    forge.organisations["agn"] = [listed("agn/agnpy"), listed("agn/wp3/sub/jetset")]
    publish("agn/agnpy")
    publish("agn/wp3/sub/jetset")
    assert titles(gitlab()) == ["agnpy", "jetset"]
    query = parse_qs(urlsplit(forge.seen[0]).query)
    assert {key: query[key] for key in ("include_subgroups", "with_shared", "visibility")} == {
        "include_subgroups": ["true"],
        "with_shared": ["false"],
        "visibility": ["public"],
    }


def test_a_subgroup_can_be_meant(forge: SimulatedForge, publish: Publish, gitlab: Make) -> None:
    forge.organisations["agn/wp3"] = [listed("agn/wp3/jetset")]
    publish("agn/wp3/jetset")
    assert titles(gitlab("agn/wp3")) == ["jetset"]
    assert forge.seen[0].startswith("/api/v4/groups/agn%2Fwp3/projects?")


def test_who_is_no_group_is_a_user(forge: SimulatedForge, publish: Publish, gitlab: Make) -> None:
    forge.users["anna"] = [listed("anna/agnpy")]
    publish("anna/agnpy")
    assert titles(gitlab("anna")) == ["agnpy"]


def test_who_is_neither_costs_the_source(gitlab: Make) -> None:
    with pytest.raises(SourceError, match="no group or user 'nobody'"):
        list(gitlab("nobody").snapshots())


def test_an_unchanged_project_costs_one_question_whatever_the_list_says_of_its_activity(
    forge: SimulatedForge, publish: Publish, gitlab: Make
) -> None:
    forge.organisations["agn"] = [listed("agn/agnpy")]
    publish("agn/agnpy")
    (first,) = gitlab().snapshots()
    assert not isinstance(first, Unchanged | LeftOut)
    source = gitlab()
    before = source.requests
    (found,) = source.snapshots({first.component.slug: first.etag})
    assert isinstance(found, Unchanged)
    assert source.requests - before == 2


@pytest.mark.parametrize("has_header", [True, False], ids=["by number", "by link"])
def test_several_pages_are_turned(forge: SimulatedForge, gitlab: Make, *, has_header: bool) -> None:
    forge.organisations["agn"] = [
        listed(f"agn/r{number}", forked_from_project={"id": 1}) for number in range(7)
    ]
    forge.page_size, forge.has_next_page_header = 3, has_header
    assert len(list(gitlab().snapshots())) == 7
    assert len(forge.seen) == 3


def test_one_that_slips_through_between_two_pages_is_noticed(forge: SimulatedForge, gitlab: Make) -> None:
    forge.organisations["agn"] = [
        listed(f"agn/r{number}", forked_from_project={"id": 1}) for number in range(5)
    ]
    forge.page_size, forge.hides_from_page = 2, 2
    with pytest.raises(SourceError, match="4 projects came, 5 were said to be there"):
        list(gitlab().snapshots())


def test_archived_ones_are_not_even_asked_for_if_they_are_not_meant(
    forge: SimulatedForge, gitlab: Make
) -> None:
    forge.organisations["agn"] = []
    list(gitlab(archived=False).snapshots())
    assert parse_qs(urlsplit(forge.seen[0]).query)["archived"] == ["false"]


def test_globs_are_about_the_path_below_the_group(
    forge: SimulatedForge, publish: Publish, gitlab: Make
) -> None:
    forge.organisations["agn"] = [listed("agn/old/x"), listed("agn/x")]
    publish("agn/x")
    assert titles(gitlab(exclude=("old/*",))) == ["x"]


def test_a_limit_is_told(forge: SimulatedForge, gitlab: Make) -> None:
    forge.faults = [ForgeFault(path="/", status=429, headers={"Retry-After": "600"})]
    with pytest.raises(SourceError, match="asks to wait 600 s"):
        list(gitlab().snapshots())


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://gitlab.com/escape-ossr", ("https://gitlab.com", "escape-ossr")),
        ("https://gitlab.in2p3.fr/escape2020/wp3/", ("https://gitlab.in2p3.fr", "escape2020/wp3")),
        ("https://gitlab.com/groups/escape-ossr", ("https://gitlab.com", "escape-ossr")),
        ("https://git.example:8443/x", ("https://git.example:8443", "x")),
    ],
)
def test_an_address_is_parted_into_server_and_group(address: str, expected: tuple[str, str]) -> None:
    assert group_at(address) == expected


@pytest.mark.parametrize(
    "address",
    [
        "http://gitlab.com/x",
        "https://anna:s3cret@gitlab.com/x",
        "https://gitlab.com/x?token=s3cret",
        "x",
        "https://[::1/x",
    ],
)
def test_another_address_is_refused_and_no_secret_repeated(address: str) -> None:
    with pytest.raises(UsageError) as refused:
        group_at(address)
    assert "s3cret" not in str(refused.value)
