"""A host of Git repositories may be slow, gone, moved or hostile; it costs what it must, and no more."""

import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from ossr_catalogue.errors import SourceError, UsageError
from ossr_catalogue.harvest.git.access import Access
from ossr_catalogue.harvest.git.hosts import Hosts
from ossr_catalogue.harvest.git.source import GitSnapshot, GitSource
from ossr_catalogue.harvest.source import Unchanged
from ossr_catalogue.harvest.web.address_guard import AddressGuard
from ossr_catalogue.model.catalogue import LeftOut
from simulated_git_host import GitHostFault, SimulatedGitHost, serving
from still_clock import StillClock

Git = Callable[..., str]
REFS = r"/agnpy\.git/info/refs"


@pytest.fixture
def host(repository: Path, tmp_path: Path) -> Iterator[SimulatedGitHost]:
    """Serve the repository at `/agnpy.git`."""
    folder = tmp_path / "served"
    folder.mkdir()
    (folder / "agnpy.git").symlink_to(repository / ".git")
    with serving(SimulatedGitHost(folder=folder)) as server:
        yield server


def unhurried(**settings: Any) -> Access:  # noqa: ANN401 - as Access takes them
    clock = StillClock()
    hosts = Hosts(sleep=clock.sleep, monotonic=clock.monotonic)
    return Access(**{"plain_http": True, "hosts": hosts, **settings})


def source_at(host: SimulatedGitHost, name: str = "agnpy.git", **settings: Any) -> GitSource:  # noqa: ANN401
    return GitSource(f"{host.base_url}/{name}", timeout_seconds=20, access=unhurried(**settings))


def complaint(source: GitSource) -> str:
    with pytest.raises(SourceError) as failed:
        list(source.snapshots())
    return str(failed.value)


def test_a_harvest_costs_two_requests_of_git_and_an_unchanged_one_one(host: SimulatedGitHost) -> None:
    source = source_at(host)
    (snapshot,) = source.snapshots()
    assert isinstance(snapshot, GitSnapshot)
    assert snapshot.read(["README.md"]) == {"README.md": b"# agnpy\n"}
    again = source_at(host)
    (found,) = again.snapshots({source.slug: snapshot.etag})
    assert (source.requests, again.requests, found) == (2, 1, Unchanged(slug=source.slug))


def test_git_says_who_it_works_for(host: SimulatedGitHost) -> None:
    list(source_at(host).snapshots())
    assert {agent.partition("/")[0] + "+" + agent.split()[1].partition("/")[0] for agent in host.agents} == {
        "git+ossr-catalogue"
    }


def test_a_moved_repository_is_read_where_it_is_now_and_its_owner_told(host: SimulatedGitHost) -> None:
    new = f"{host.base_url}/agnpy.git"
    host.faults = [
        GitHostFault(path=r"/old\.git", status=301, location=f"{new}/info/refs?service=git-upload-pack")
    ]
    source = source_at(host, "old.git")
    told, snapshot = source.snapshots()
    assert isinstance(snapshot, GitSnapshot)
    assert snapshot.paths() == ("README.md", "notebooks/crab.ipynb")
    assert isinstance(told, LeftOut)
    assert (told.path, told.slug) == (f"{host.base_url}/old.git", "")
    assert told.reason == f"it has moved to {new}, and was read there; write that address in its place"
    (again, unchanged) = source_at(host, "old.git").snapshots({source.slug: snapshot.etag})
    assert (again, unchanged) == (told, Unchanged(slug=source.slug))


@pytest.mark.parametrize(
    ("location", "words"),
    [
        ("http://169.254.169.254/x.git/info/refs?service=git-upload-pack", "not encrypted"),
        ("https://169.254.169.254/x.git/info/refs?service=git-upload-pack", "not public"),
        ("https://[::ffff:10.0.0.1]/x.git/info/refs?service=git-upload-pack", "not public"),
        ("https://anna:s3cret@example.org/x.git/info/refs?service=git-upload-pack", "password"),
        ("file:///etc/info/refs?service=git-upload-pack", "only https"),
        ("ssh://git@example.org/x.git/info/refs?service=git-upload-pack", "only https"),
        ("/users/sign_in", "which is no repository"),
        ("/agnpy.git/info/refs?service=git-upload-pack", "redirects"),
    ],
    ids=["plain", "metadata", "mapped", "password", "file", "ssh", "a login page", "in circles"],
)
def test_a_redirect_is_followed_nowhere_else(host: SimulatedGitHost, location: str, words: str) -> None:
    host.faults = [GitHostFault(path=REFS, status=302, location=location)]
    said = complaint(source_at(host))
    assert words in said
    assert "s3cret" not in said


def test_a_redirect_to_another_host_is_checked_by_where_its_name_leads(host: SimulatedGitHost) -> None:
    leads_inside = AddressGuard(resolve=resolving("127.0.0.1"))
    place = "https://forge.example/x.git/info/refs?service=git-upload-pack"
    host.faults = [GitHostFault(path=REFS, status=301, location=place)]
    assert "127.0.0.1, which is not public" in complaint(source_at(host, guard=leads_inside))


def resolving(*numbers: str) -> Callable[..., list[Any]]:
    """Stand for a name server that gives these addresses, one with each question, the last for ever."""
    left = list(numbers)

    def resolve(_: str, port: int, **__: object) -> list[Any]:
        number = left.pop(0) if len(left) > 1 else left[0]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (number, port))]

    return resolve


HARVESTED = "https://forge.example/agn/agnpy"


@pytest.mark.parametrize(
    "url",
    [
        "http://github.com/agn/agnpy",
        "file:///etc",
        "ssh://git@github.com/agn/agnpy",
        "git@github.com:agn/agnpy.git",
        "git://github.com/agn/agnpy",
        "https://github.com./agn/agnpy",
        "https://anna:s3cret@github.com/agn/agnpy",
        "ext::sh -c id",
    ],
)
def test_of_harvested_addresses_only_https_is_taken(url: str) -> None:
    with pytest.raises(UsageError) as refused:
        GitSource(url, access=Access(is_harvested=True, plain_http=True))
    assert "s3cret" not in str(refused.value)


@pytest.mark.parametrize(
    "number",
    ["127.0.0.1", "10.1.2.3", "169.254.169.254", "100.64.0.1", "224.0.0.1", "0.1.2.3", "192.168.1.1"],
)
def test_a_harvested_address_that_leads_inside_is_not_asked(number: str) -> None:
    access = unhurried(is_harvested=True, guard=AddressGuard(resolve=resolving(number)))
    source = GitSource(HARVESTED, access=access)
    assert "not public" in complaint(source)
    assert source.requests == 0


def test_git_asks_the_very_address_that_was_checked(host: SimulatedGitHost) -> None:
    # The name server changes its mind after the check: git must not ask it again.
    guard = AddressGuard(allowed=("127.0.0.0/8",), resolve=resolving("127.0.0.1"))
    access = unhurried(is_harvested=True, guard=guard)
    said = complaint(GitSource(f"https://forge.example:{host.port}/agnpy.git", access=access))
    assert "resolve" not in said  # the TLS handshake fails, but it got that far
    assert host.seen == []


def test_a_harvested_address_whose_name_leads_nowhere_is_told() -> None:
    def nowhere(*_: object, **__: object) -> list[Any]:
        raise socket.gaierror(-2, "Name or service not known")

    access = unhurried(is_harvested=True, guard=AddressGuard(resolve=nowhere))
    assert "could not resolve forge.example" in complaint(GitSource(HARVESTED, access=access))


def test_plain_http_is_asked_only_where_the_operator_wants_it() -> None:
    with pytest.raises(UsageError, match="plain-http: true"):
        GitSource("http://127.0.0.1/x")


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (GitHostFault(path=REFS, status=401), "it asks for a login"),
        (GitHostFault(path=REFS, status=403), "403"),
        (GitHostFault(path=REFS, status=404), "not found"),
        (GitHostFault(path=REFS, status=429), "429"),
        (GitHostFault(path=REFS, status=500), "500"),
        (GitHostFault(path="git-upload-pack$", status=503), "503"),
        (GitHostFault(path="git-upload-pack$", cut_bytes=30), "the address right"),
    ],
    ids=["a login", "forbidden", "gone", "too many", "broken", "busy", "cut off"],
)
def test_a_host_that_fails_costs_the_source_and_is_quoted(
    host: SimulatedGitHost, fault: GitHostFault, words: str
) -> None:
    host.faults = [fault]
    assert words in complaint(source_at(host))


def test_what_never_ends_is_given_up(host: SimulatedGitHost) -> None:
    host.faults = [GitHostFault(path="git-upload-pack$", floods=True)]
    said = complaint(source_at(host, max_bytes=5_000_000))
    assert "too large: more than 5,000,000 bytes came" in said


def test_a_repository_beyond_the_cap_is_given_up(host: SimulatedGitHost) -> None:
    assert "too large: more than 100 bytes came" in complaint(source_at(host, max_bytes=100))


def test_a_repository_without_a_commit_is_told(host: SimulatedGitHost, git: Git) -> None:
    git("init", "--quiet", "--bare", str(host.folder / "empty.git"))
    assert "it has no commit yet" in complaint(source_at(host, "empty.git"))


def test_a_host_is_asked_at_a_pace_however_many_sources_lie_on_it(host: SimulatedGitHost) -> None:
    clock = StillClock()
    hosts = Hosts(2.0, sleep=clock.sleep, monotonic=clock.monotonic)
    for _ in range(3):
        list(source_at(host, hosts=hosts).snapshots())
    assert clock.naps == [2.0, 2.0]


def test_files_of_this_machine_are_read_without_a_pause(repository: Path) -> None:
    clock = StillClock()
    hosts = Hosts(2.0, sleep=clock.sleep, monotonic=clock.monotonic)
    for _ in range(2):
        list(GitSource(repository.as_uri(), access=Access(hosts=hosts)).snapshots())
    assert clock.naps == []


def test_a_host_that_refuses_again_and_again_is_left_in_peace(host: SimulatedGitHost) -> None:
    host.faults = [GitHostFault(path=REFS, status=429)]
    access = unhurried()
    sources = [GitSource(f"{host.base_url}/agnpy.git", access=access) for _ in range(7)]
    said = [complaint(source) for source in sources]
    assert [source.requests for source in sources] == [1, 1, 1, 1, 1, 0, 0]
    assert "127.0.0.1 is not asked again in this run, it failed 5 times in a row" in said[-1]


def test_repositories_that_are_not_there_do_not_count_against_their_host(host: SimulatedGitHost) -> None:
    access = unhurried()
    for _ in range(6):
        complaint(GitSource(f"{host.base_url}/nowhere.git", access=access))
    assert len(list(GitSource(f"{host.base_url}/agnpy.git", access=access).snapshots())) == 1


def test_names_that_lead_outside_or_into_git_are_left_out(repository: Path, git: Git) -> None:
    blob = git("rev-parse", "HEAD:README.md")
    for name in ("..", ".git", ".GIT"):
        inner = git("mktree", stdin=f"100644 blob {blob}\tconfig\n")
        root = git("mktree", stdin=f"040000 tree {inner}\t{name}\n100644 blob {blob}\tREADME.md\n")
        git("update-ref", f"refs/heads/evil{len(name)}", git("commit-tree", root, "-m", name))
        (snapshot,) = GitSource(repository.as_uri(), f"evil{len(name)}").snapshots()
        assert isinstance(snapshot, GitSnapshot)
        assert [one.path for one in snapshot.left_out] == [f"{name}/config"]
        assert snapshot.paths() == ("README.md",)


def test_names_that_differ_only_in_capitals_are_two_files(repository: Path, git: Git) -> None:
    blobs = [git("hash-object", "-w", "--stdin", stdin=text) for text in ("one", "two")]
    root = git("mktree", stdin=f"100644 blob {blobs[0]}\tA.md\n100644 blob {blobs[1]}\ta.md\n")
    git("update-ref", "refs/heads/twins", git("commit-tree", root, "-m", "twins"))
    (snapshot,) = GitSource(repository.as_uri(), "twins").snapshots()
    assert isinstance(snapshot, GitSnapshot)
    assert snapshot.read(["A.md", "a.md"]) == {"A.md": b"one", "a.md": b"two"}


def test_a_tree_that_unfolds_without_end_is_given_up(repository: Path, git: Git) -> None:
    tree = git("mktree", stdin=f"100644 blob {git('rev-parse', 'HEAD:README.md')}\tx\n")
    for _ in range(9):
        tree = git("mktree", stdin="".join(f"040000 tree {tree}\t{letter}\n" for letter in "abcdefghij"))
    git("update-ref", "refs/heads/bomb", git("commit-tree", tree, "-m", "bomb"))
    assert "too large" in complaint(GitSource(repository.as_uri(), "bomb"))
