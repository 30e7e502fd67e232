"""A simulated forge, with the API at one address and the repositories at another."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from ossr_catalogue.harvest.forges.choice import Choice
from ossr_catalogue.harvest.forges.github import GitHub
from ossr_catalogue.harvest.forges.gitlab import GitLab
from ossr_catalogue.harvest.forges.source import ForgeSource
from ossr_catalogue.harvest.git.access import Access
from ossr_catalogue.harvest.git.hosts import Hosts
from ossr_catalogue.harvest.web.http import PoliteHttp
from simulated_forge import SimulatedForge, answering
from simulated_git_host import SimulatedGitHost, serving
from still_clock import StillClock


@pytest.fixture
def clock() -> StillClock:
    return StillClock()


@pytest.fixture
def forge() -> Iterator[SimulatedForge]:
    with answering(SimulatedForge()) as server:
        yield server


@pytest.fixture
def host(tmp_path: Path) -> Iterator[SimulatedGitHost]:
    folder = tmp_path / "served"
    folder.mkdir()
    with serving(SimulatedGitHost(folder=folder)) as server:
        yield server


@pytest.fixture
def publish(host: SimulatedGitHost, repository: Path) -> Callable[[str], None]:
    """Put a copy of the repository where git finds it by its path."""

    def copy(path: str) -> None:
        place = host.folder / f"{path}.git"
        shutil.copytree(repository / ".git", place, dirs_exist_ok=True)

    return copy


@pytest.fixture
def http(forge: SimulatedForge, clock: StillClock) -> PoliteHttp:
    return PoliteHttp(forge.base_url, sleep=clock.sleep, monotonic=clock.monotonic)


@pytest.fixture
def github(http: PoliteHttp, host: SimulatedGitHost, clock: StillClock) -> Callable[..., ForgeSource]:
    """Give sources for an owner, as if for the first time."""

    def make(owner: str = "agn", **choice: Any) -> ForgeSource:  # noqa: ANN401 - as Choice takes them
        client = GitHub(owner, http=http)
        client.url = host.base_url
        return ForgeSource(f"github {owner}", client, Choice(**choice), access=_access(clock))

    return make


@pytest.fixture
def gitlab(http: PoliteHttp, host: SimulatedGitHost, clock: StillClock) -> Callable[..., ForgeSource]:
    """Likewise for a group."""

    def make(group: str = "agn", **choice: Any) -> ForgeSource:  # noqa: ANN401 - likewise
        chosen = Choice(**choice)
        client = GitLab(host.base_url, group, archived=chosen.archived, http=http)
        return ForgeSource(f"gitlab {group}", client, chosen, access=_access(clock))

    return make


def _access(clock: StillClock) -> Access:
    return Access(plain_http=True, hosts=Hosts(sleep=clock.sleep, monotonic=clock.monotonic))
