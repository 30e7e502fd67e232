"""Harvest all repositories of an organisation, a group or a user."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Final, Self

from ossr_catalogue.errors import SourceError
from ossr_catalogue.harvest.forges.choice import Choice
from ossr_catalogue.harvest.forges.github import API, HEADERS, GitHub
from ossr_catalogue.harvest.forges.gitlab import GitLab, group_at
from ossr_catalogue.harvest.forges.listing import Forge, Listed, Listing
from ossr_catalogue.harvest.forges.token import github_token, gitlab_token
from ossr_catalogue.harvest.git.access import Access
from ossr_catalogue.harvest.git.source import GitSnapshot, GitSource
from ossr_catalogue.harvest.source import NOTHING_KNOWN, Snapshot, Unchanged
from ossr_catalogue.harvest.web.http import PoliteHttp
from ossr_catalogue.model.catalogue import Cause, LeftOut

_MARK: Final = " @"
"""Between what the repository itself is recognised by, and what its forge's list said then."""


class ForgeSource:
    """The public repositories of one owner, each a component.

    An unchanged owner costs the pages of the list, and one more request for each repository whose list does
    not tell that nothing was pushed.
    """

    def __init__(
        self, name: str, forge: Forge, choice: Choice | None = None, *, access: Access | None = None
    ) -> None:
        """Prepare; nothing is asked yet.

        Args:
            name: as `sources.yml` writes it.
            forge: where they are listed.
            choice: which are meant.
            access: how git may reach them.
        """
        self.name = name
        self._forge = forge
        self._choice = choice or Choice()
        self._access = access or Access()
        self._repositories: list[GitSource] = []

    @classmethod
    def of_github(cls, settings: Mapping[str, Any], base: Path) -> Self:  # noqa: ARG003 - all are made alike
        """Make the source that an entry `github: …` of `sources.yml` asks for."""
        owner: str = settings["github"]
        http = PoliteHttp(API, headers={**HEADERS, **github_token(os.environ)})
        return cls(f"github {owner}", GitHub(owner, http=http), Choice.from_settings(settings))

    @classmethod
    def of_gitlab(cls, settings: Mapping[str, Any], base: Path) -> Self:  # noqa: ARG003 - likewise
        """Make the source that an entry `gitlab: …` of `sources.yml` asks for."""
        said: str | Mapping[str, str] = settings["gitlab"]
        url, group = group_at(said if isinstance(said, str) else f"{said['url'].rstrip('/')}/{said['group']}")
        choice = Choice.from_settings(settings)
        http = PoliteHttp(url, headers=gitlab_token(os.environ, url))
        return cls(f"gitlab {url}/{group}", GitLab(url, group, archived=choice.archived, http=http), choice)

    @property
    def requests(self) -> int:
        """How many requests have been made so far, by git too."""
        return self._forge.requests + sum(one.requests for one in self._repositories)

    @property
    def identity(self) -> str:
        """The same for whatever capitals the owner's name is written in."""
        return self.name.lower()

    def covers(self, repository: str) -> bool:
        """Say whether the repository at an address would be harvested here as well."""
        start = f"{self._forge.url}/{self._forge.owner}/".lower()
        return repository.lower().startswith(start) and self._choice.takes(self.name_of(repository))

    def name_of(self, repository: str) -> str:
        """Give the name of a repository of this owner, as `exclude` takes it."""
        return repository[len(f"{self._forge.url}/{self._forge.owner}/") :]

    def snapshots(self, known: Mapping[str, str] = NOTHING_KNOWN) -> Iterator[Snapshot | Unchanged | LeftOut]:
        """Give every repository, and a `LeftOut` for each that is not meant or cannot be had.

        Raises:
            SourceError: if they cannot be listed, or, in the end, if the list was not complete.
        """
        listing = self._forge.listing()
        yield from self._remarks(listing)
        slugs: dict[str, str] = {}
        for listed in (one for one in listing.repositories if not one.is_private):
            repository = self._repository(listed)
            first = slugs.setdefault(repository.slug, listed.path)
            if refusal := self._choice.refusal(listed, self._name_of(listed)):
                yield self._left_out(listed.path, refusal)
            elif listed.is_disabled:
                reason = "its forge has disabled it, and gives nothing of it"
                yield self._unreached(listed.path, reason, repository.slug)
            elif first != listed.path:
                yield self._left_out(
                    listed.path, f"it would get the same address as {first}; rename one of them"
                )
            else:
                yield from self._harvested(listed, repository, known.get(repository.slug, ""))
        if listing.problem:
            raise SourceError(f"{self.name}: {listing.problem}; harvest it again later")

    def _remarks(self, listing: Listing) -> Iterator[LeftOut]:
        owner = self._forge.owner
        if listing.renamed:
            renamed = f"it is called {listing.renamed} now; write that name in its place"
            yield replace(self._left_out(owner, renamed), cause=Cause.REMARK)
        if listing.unreadable:
            yield self._unreached(owner, f"repositories without a name in its list: {listing.unreadable}")
        if hidden := sum(one.is_private for one in listing.repositories):
            yield self._left_out(owner, f"repositories that are not open to all: {hidden}")

    def _repository(self, listed: Listed) -> GitSource:
        address = f"{self._forge.url}/{listed.path}"
        return GitSource(f"{address}.git", repository=address, access=self._access)

    def _name_of(self, listed: Listed) -> str:
        return listed.path.split("/", self._forge.owner.count("/") + 1)[-1]

    def _harvested(
        self, listed: Listed, repository: GitSource, etag: str
    ) -> Iterator[Snapshot | Unchanged | LeftOut]:
        commit, _, mark = etag.partition(_MARK)
        if listed.mark and mark == listed.mark:
            yield Unchanged(slug=repository.slug)
            return
        self._repositories.append(repository)
        try:
            for found in repository.snapshots({repository.slug: commit} if commit else {}):
                yield self._marked(found, listed, commit)
        except SourceError as error:
            reason = str(error).removeprefix(f"{repository.name}: ")
            yield self._unreached(listed.path, reason, repository.slug)

    def _marked(
        self, found: Snapshot | Unchanged | LeftOut, listed: Listed, commit: str
    ) -> Snapshot | Unchanged | LeftOut:
        mark = f"{_MARK}{listed.mark}" if listed.mark else ""
        if isinstance(found, LeftOut):
            return replace(found, source=self.name, path=f"{listed.path}: {found.path}")
        if isinstance(found, Unchanged):
            return replace(found, etag=f"{commit}{mark}")
        if isinstance(found, GitSnapshot):
            found.etag += mark
        return found

    def _left_out(self, path: str, reason: str) -> LeftOut:
        return LeftOut(source=self.name, path=path, reason=reason)

    def _unreached(self, path: str, reason: str, slug: str = "") -> LeftOut:
        return LeftOut(source=self.name, path=path, reason=reason, slug=slug, cause=Cause.UNREACHED)
