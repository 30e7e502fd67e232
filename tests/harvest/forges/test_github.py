"""An organisation at GitHub is harvested completely, at the cost of its pages where nothing has changed."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ossr_catalogue.assemble import assemble
from ossr_catalogue.errors import SourceError, UsageError
from ossr_catalogue.harvest.forges.github import GitHub
from ossr_catalogue.harvest.forges.source import ForgeSource
from ossr_catalogue.harvest.run import harvest
from ossr_catalogue.harvest.source import Unchanged
from ossr_catalogue.harvest.web.http import PoliteHttp
from ossr_catalogue.model.catalogue import Catalogue, LeftOut
from ossr_catalogue.model.harvested import Harvested, SourceHarvest
from ossr_catalogue.why.account import Condition
from ossr_catalogue.why.accounts import accounts_of
from ossr_catalogue.why.words import to_do_for
from simulated_forge import ForgeFault, SimulatedForge
from simulated_git_host import SimulatedGitHost

Publish = Callable[[str], None]
Make = Callable[..., ForgeSource]
Git = Callable[..., str]


def listed(path: str, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON
    return {
        "full_name": path,
        "pushed_at": "2026-11-01T10:00:00Z",
        "default_branch": "main",
        "fork": False,
        "private": False,
        **more,
    }


def harvested(source: ForgeSource) -> dict[str, str]:
    """Harvest all of it; give the etag of each component by its title."""
    found = [one for one in source.snapshots() if not isinstance(one, LeftOut | Unchanged)]
    return {one.component.slug: one.etag for one in found}


def assembled_from(source: ForgeSource) -> Catalogue:
    """Harvest all of it into a catalogue."""
    kept: list[Harvested] = []
    visit = harvest(source, kept.append)
    return assemble([SourceHarvest(source=source.name, harvested=tuple(kept), left_out=visit.left_out)])


def reasons(source: ForgeSource) -> dict[str, str]:
    return {one.path: one.reason for one in source.snapshots() if isinstance(one, LeftOut)}


def titles(source: ForgeSource) -> list[str]:
    return [one.component.title for one in source.snapshots() if not isinstance(one, LeftOut | Unchanged)]


def test_each_repository_is_a_component(forge: SimulatedForge, publish: Publish, github: Make) -> None:
    forge.organisations["agn"] = [listed("agn/agnpy"), listed("agn/jetset")]
    publish("agn/agnpy")
    publish("agn/jetset")
    source = github()
    assert titles(source) == ["agnpy", "jetset"]
    assert (source.requests, len(forge.seen)) == (3, 1)


def test_an_unchanged_organisation_costs_its_pages(
    forge: SimulatedForge, host: SimulatedGitHost, publish: Publish, github: Make
) -> None:
    forge.organisations["agn"] = [listed("agn/agnpy"), listed("agn/jetset")]
    publish("agn/agnpy")
    publish("agn/jetset")
    known = harvested(github())
    host.seen.clear()
    forge.seen.clear()
    again = github()
    before = again.requests
    found = list(again.snapshots(known))
    assert found == [Unchanged(slug=slug) for slug in known]
    assert (again.requests - before, len(forge.seen), host.seen) == (1, 1, [])


def test_a_push_is_seen_and_costs_one_repository(
    forge: SimulatedForge, publish: Publish, github: Make, git: Git
) -> None:
    forge.organisations["agn"] = [listed("agn/agnpy"), listed("agn/jetset")]
    publish("agn/agnpy")
    publish("agn/jetset")
    known = harvested(github())
    git("commit", "--quiet", "--allow-empty", "--message=second")
    publish("agn/agnpy")
    forge.organisations["agn"][0]["pushed_at"] = "2026-11-21T10:00:00Z"
    first, second = github().snapshots(known)
    assert not isinstance(first, Unchanged | LeftOut)
    assert first.component.revision == git("rev-parse", "HEAD")
    assert isinstance(second, Unchanged)


def test_a_push_to_another_branch_costs_one_question_once(
    forge: SimulatedForge, host: SimulatedGitHost, publish: Publish, github: Make
) -> None:
    forge.organisations["agn"] = [listed("agn/agnpy")]
    publish("agn/agnpy")
    known = harvested(github())
    forge.organisations["agn"][0]["pushed_at"] = "2026-11-21T10:00:00Z"
    (found,) = github().snapshots(known)
    assert isinstance(found, Unchanged)
    host.seen.clear()
    (again,) = github().snapshots({found.slug: found.etag})
    assert (again, host.seen) == (Unchanged(slug=found.slug), [])


def test_another_default_branch_is_seen(forge: SimulatedForge, publish: Publish, github: Make) -> None:
    forge.organisations["agn"] = [listed("agn/agnpy")]
    publish("agn/agnpy")
    known = harvested(github())
    forge.organisations["agn"][0]["default_branch"] = "develop"
    source = github()
    before = source.requests
    list(source.snapshots(known))
    assert source.requests - before == 2


def test_a_push_within_the_last_hour_is_not_trusted_to_be_the_last(
    forge: SimulatedForge, host: SimulatedGitHost, publish: Publish, github: Make
) -> None:
    forge.organisations["agn"] = [listed("agn/agnpy", pushed_at="2026-11-22T11:30:00Z")]
    publish("agn/agnpy")
    known = harvested(github())
    host.seen.clear()
    list(github().snapshots(known))
    assert host.seen != []


def test_who_is_no_organisation_is_a_user(forge: SimulatedForge, publish: Publish, github: Make) -> None:
    forge.users["anna"] = [listed("anna/agnpy")]
    publish("anna/agnpy")
    assert titles(github("anna")) == ["agnpy"]


def test_who_is_neither_costs_the_source(github: Make) -> None:
    with pytest.raises(SourceError, match="no organisation or user 'nobody'"):
        list(github("nobody").snapshots())


def test_many_repositories_come_on_several_pages_and_are_counted(forge: SimulatedForge, github: Make) -> None:
    forge.organisations["agn"] = [listed(f"agn/r{number:03}", fork=True) for number in range(250)]
    source = github()
    assert len(reasons(source)) == 250
    assert [path.partition("?")[0] for path in forge.seen] == ["/orgs/agn/repos"] * 3 + ["/users/agn"]


def test_one_that_slips_through_between_two_pages_is_noticed(forge: SimulatedForge, github: Make) -> None:
    forge.organisations["agn"] = [listed(f"agn/r{number}", fork=True) for number in range(5)]
    forge.page_size, forge.hides_from_page = 2, 2
    with pytest.raises(SourceError, match="4 repositories came, 5 were said to be there"):
        list(github().snapshots())


def test_pages_that_end_too_early_give_what_came_and_then_fail(forge: SimulatedForge, github: Make) -> None:
    forge.organisations["agn"] = [listed(f"agn/r{number}", fork=True) for number in range(5)]
    forge.page_size = 2
    forge.faults = [ForgeFault(path="page=2", status=404)]
    given = github().snapshots()
    assert [isinstance(next(given), LeftOut) for _ in range(2)] == [True, True]
    with pytest.raises(SourceError, match="404"):
        next(given)


@pytest.mark.parametrize(
    ("headers", "status", "words"),
    [
        ({"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "1795351500"}, 403, "asks to wait 2700 s"),
        ({"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "1795351500"}, 429, "asks to wait 2700 s"),
        ({"Retry-After": "3600"}, 429, "asks to wait 3600 s"),
        ({"Content-Type": "text/html"}, 403, "seems to block this client"),
        ({}, 401, "401 Unauthorized"),
        ({}, 500, "500 Internal"),
    ],
    ids=["limit as 403", "limit as 429", "told to wait", "blocked", "bad token", "broken"],
)
def test_a_refusal_costs_the_source_and_is_told(
    forge: SimulatedForge, github: Make, headers: dict[str, str], status: int, words: str
) -> None:
    forge.faults = [ForgeFault(path="/", status=status, headers=headers)]
    with pytest.raises(SourceError, match=words):
        list(github().snapshots())


def test_a_limit_that_ends_soon_is_waited_for(forge: SimulatedForge, github: Make, clock: Any) -> None:  # noqa: ANN401
    forge.organisations["agn"] = []
    limit = {"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "1795348840"}
    forge.faults = [ForgeFault(path="/orgs", status=403, headers=limit, times=1)]
    assert list(github().snapshots()) == []
    assert max(clock.naps) == 40.0


@pytest.mark.parametrize(
    ("body", "words"),
    [("<html>", "no JSON"), ('{"message": "x"}', "no list of repositories"), ("[" * 100_000, "no JSON")],
    ids=["a page", "no list", "a pit"],
)
def test_an_answer_that_is_no_list_costs_the_source(
    forge: SimulatedForge, github: Make, body: str, words: str
) -> None:
    forge.faults = [ForgeFault(path="/orgs", status=200, body=body)]
    with pytest.raises(SourceError, match=words):
        list(github().snapshots())


@pytest.mark.parametrize(
    "link",
    ["http://169.254.169.254/", "https://example.org/repos?page=2", "file:///etc/passwd"],
)
def test_the_next_page_is_looked_for_nowhere_else(forge: SimulatedForge, github: Make, link: str) -> None:
    forge.organisations["agn"] = [listed(f"agn/r{number}", fork=True) for number in range(5)]
    forge.page_size, forge.next_link = 2, link
    with pytest.raises(SourceError, match=r"refused|neither http"):
        list(github().snapshots())


def test_pages_in_circles_end(forge: SimulatedForge, github: Make) -> None:
    forge.organisations["agn"] = [listed(f"agn/r{number}", fork=True) for number in range(5)]
    forge.page_size = 2
    forge.next_link = f"{forge.base_url}/orgs/agn/repos?per_page=2&page=2"
    with pytest.raises(SourceError, match="came before"):
        list(github().snapshots())


def test_a_renamed_organisation_is_harvested_and_its_new_name_told(
    forge: SimulatedForge, publish: Publish, github: Make
) -> None:
    forge.renamed["old"] = "agn"
    forge.organisations["agn"] = [listed("agn/agnpy")]
    publish("agn/agnpy")
    told, found = github("old").snapshots()
    assert isinstance(told, LeftOut)
    assert (told.path, told.reason) == ("old", "it is called agn now; write that name in its place")
    assert not isinstance(found, LeftOut | Unchanged)


def test_forks_and_what_is_disabled_or_excluded_are_named_and_left_out(
    forge: SimulatedForge, publish: Publish, github: Make
) -> None:
    forge.organisations["agn"] = [
        listed("agn/archived", archived=True),
        listed("agn/broken", disabled=True),
        listed("agn/fork", fork=True),
        listed("agn/website"),
    ]
    publish("agn/archived")
    source = github(exclude=("web*",))
    assert reasons(source) == {
        "agn/broken": "its forge has disabled it, and gives nothing of it",
        "agn/fork": "it is a fork; list the original, or say `forks: true`",
        "agn/website": "the operator leaves it out, see `include` and `exclude` of the source",
    }
    assert titles(source) == ["archived"]


def test_forks_are_taken_and_archived_ones_left_on_request(
    forge: SimulatedForge, publish: Publish, github: Make
) -> None:
    forge.organisations["agn"] = [listed("agn/a", archived=True), listed("agn/f", fork=True)]
    publish("agn/f")
    source = github(forks=True, archived=False)
    assert titles(source) == ["f"]
    assert reasons(source) == {"agn/a": "it is archived, and the source says `archived: false`"}


def test_only_what_is_included_is_taken_whatever_its_capitals(
    forge: SimulatedForge, publish: Publish, github: Make
) -> None:
    forge.organisations["agn"] = [listed("agn/AgnPy"), listed("agn/other")]
    publish("agn/AgnPy")
    assert titles(github(include=("agn*",))) == ["AgnPy"]


def test_private_repositories_are_counted_and_never_named(forge: SimulatedForge, github: Make) -> None:
    forge.organisations["agn"] = [listed("agn/secret-plans", private=True)]
    (told,) = github().snapshots()
    assert isinstance(told, LeftOut)
    assert (told.path, told.reason) == ("agn", "repositories that are not open to all: 1")


@pytest.mark.parametrize(
    "path",
    ["agn/../x", "agn/x y", "-agn/x", "agn/x\n", "https://evil.example/x", "agn", "", "agn/..", 7, None],
)
def test_a_name_that_is_none_is_counted(forge: SimulatedForge, github: Make, path: object) -> None:
    forge.organisations["agn"] = [listed(path)]  # type: ignore[arg-type]
    (told,) = github().snapshots()
    assert isinstance(told, LeftOut)
    assert told.reason == "repositories without a name in its list: 1"


def test_an_empty_or_missing_repository_costs_itself_and_is_not_known_to_be_gone(
    forge: SimulatedForge, host: SimulatedGitHost, publish: Publish, github: Make, git: Git
) -> None:
    forge.organisations["agn"] = [listed("agn/agnpy"), listed("agn/empty"), listed("agn/nowhere")]
    publish("agn/agnpy")
    git("init", "--quiet", "--bare", str(host.folder / "agn" / "empty.git"))
    found = [one for one in github().snapshots() if isinstance(one, LeftOut)]
    assert [(one.path, one.slug.rpartition("-")[2]) for one in found] == [
        ("agn/empty", "empty"),
        ("agn/nowhere", "nowhere"),
    ]
    assert found[0].reason == "it has no commit yet"


WHAT_IS_NOT_REACHED = {
    "missing repository": listed("agn/nowhere"),
    "disabled repository": listed("agn/disabled", disabled=True),
    "repository without a name": listed("agn/.."),
}


@pytest.mark.parametrize("missing", WHAT_IS_NOT_REACHED.values(), ids=WHAT_IS_NOT_REACHED)
def test_what_is_not_reached_makes_the_source_stale_and_is_asked_for_again(
    forge: SimulatedForge, publish: Publish, github: Make, missing: dict[str, Any]
) -> None:
    forge.organisations["agn"] = [listed("agn/agnpy"), missing]
    publish("agn/agnpy")
    (account,) = accounts_of(assembled_from(github()))
    assert (account.condition, account.failure) == (Condition.STALE, None)
    assert to_do_for(account)[0] == "Wait: the next harvest asks again."


def test_what_is_left_out_on_purpose_makes_the_source_not_stale_and_leaves_nothing_to_do(
    forge: SimulatedForge, publish: Publish, github: Make
) -> None:
    forge.organisations["agn"] = [
        listed("agn/agnpy"),
        listed("agn/f", fork=True),
        listed("agn/p", private=True),
    ]
    publish("agn/agnpy")
    (account,) = accounts_of(assembled_from(github()))
    assert (account.condition, to_do_for(account)) == (Condition.EMPTY, ())


def test_a_file_that_cannot_be_named_is_told_of_its_component_and_under_the_name_of_the_owner(
    forge: SimulatedForge, publish: Publish, github: Make, repository: Path, git: Git
) -> None:
    (repository / "two\nlines.ipynb").write_text("{}")
    git("add", "--all")
    git("commit", "--quiet", "--message=names")
    forge.organisations["agn"] = [listed("agn/agnpy")]
    publish("agn/agnpy")
    (account,) = accounts_of(assembled_from(github()))
    (component,) = account.components
    assert ("github agn", "two\\nlines.ipynb") in [(one.source, one.path) for one in component.left_out]


def test_two_that_would_get_one_address_are_not_mixed_up(
    forge: SimulatedForge, publish: Publish, github: Make
) -> None:
    forge.organisations["agn"] = [listed("agn/a-b"), listed("agn/a_b")]
    publish("agn/a-b")
    source = github()
    assert titles(source) == ["a-b"]
    assert reasons(source) == {"agn/a_b": "it would get the same address as agn/a-b; rename one of them"}


@pytest.mark.parametrize("owner", ["../x", "a/b", "-x", "", "a b", "a?b", "x" * 200])
def test_a_name_that_no_owner_can_have_is_refused(owner: str) -> None:
    with pytest.raises(UsageError):
        GitHub(owner)


def test_a_list_that_does_not_end_is_given_up(forge: SimulatedForge, http: PoliteHttp) -> None:
    class Endless(SimulatedForge):
        def answer(self, _: str) -> tuple[int, dict[str, str], str]:
            number = len(self.seen)
            body = "[" + ",".join(f'{{"full_name": "agn/r{number}-{item}"}}' for item in range(4000)) + "]"
            return 200, {"Link": f'<{self.base_url}/orgs/agn/repos?page={number + 1}>; rel="next"'}, body

    forge.__class__ = Endless
    listing = GitHub("agn", http=http).listing()
    assert "the list does not end" in listing.problem
