"""What a forge says of the repositories of one owner."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Protocol

from ossr_catalogue.errors import SourceError
from ossr_catalogue.harvest.web.http import PoliteHttp
from ossr_catalogue.harvest.web.replies import Reply

MOST_REPOSITORIES: Final = 10_000
"""A list that goes on beyond is not that of one owner."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One repository, as its forge lists it; what a forge does not say is False or empty."""

    path: str
    """Below the forge's address: `cds-astro/tutorials`."""
    mark: str = ""
    """What changes with every push; empty where nothing that is listed is sure to."""
    is_fork: bool = False
    is_archived: bool = False
    is_private: bool = False
    is_disabled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """The repositories of one owner, each once, by path."""

    repositories: tuple[Listed, ...]
    unreadable: int = 0
    """Those whose name is none."""
    problem: str = ""
    """Why these may not be all; empty if they are."""
    renamed: str = ""
    """What the owner is called now, if that is not how we asked."""


class Forge(Protocol):
    """Where an owner has repositories."""

    url: str
    """Of the forge: `https://github.com`."""
    owner: str
    """A user, an organisation, or a group with its groups above: `escape2020/wp3`."""

    @property
    def requests(self) -> int:
        """How many requests have been made so far."""
        ...

    def listing(self) -> Listing:
        """Turn the pages.

        Raises:
            SourceError: if not even the first one comes.
        """
        ...


@dataclass(slots=True)
class Pages:
    """What has come so far."""

    read: Callable[[Mapping[str, Any], Reply], Listed | None]
    """Takes a repository as the forge describes it; None where it cannot be one."""
    found: dict[str, Listed] = field(default_factory=dict)
    unreadable: int = 0
    problem: str = ""

    def turn(self, http: PoliteHttp, url: str, following: Callable[[Reply], str | None]) -> Reply:
        """Read all pages from *url* on; give the last.

        Raises:
            SourceError: if the first one does not come; of a later one `problem` tells.
        """
        last = self._add(http, url)
        seen = {url}
        try:
            while (url := following(last) or "") and url not in seen:
                seen.add(url)
                last = self._add(http, url)
        except SourceError as error:
            self.problem = str(error)
        if url and not self.problem:
            self.problem = f"{url}: the next page is one that came before"
        return last

    def listing(self, *, asked: str, problem: str = "") -> Listing:
        """Give all of it; *asked* is how the owner was called."""
        repositories = tuple(self.found[path] for path in sorted(self.found))
        return Listing(
            repositories=repositories,
            unreadable=self.unreadable,
            problem=self.problem or problem,
            renamed=_renamed(asked, (one.path for one in repositories)),
        )

    def _add(self, http: PoliteHttp, url: str) -> Reply:
        reply = http.get(url, accept="application/json")
        page = reply.json()
        if not isinstance(page, list):
            raise SourceError(f"{url}: is no list of repositories; is this the forge's address?")
        for said in page:
            one = self.read(said, reply) if isinstance(said, dict) else None
            if one is None:
                self.unreadable += 1
            else:
                self.found.setdefault(one.path.lower(), one)
        if len(self.found) + self.unreadable > MOST_REPOSITORIES:
            raise SourceError(f"{url}: the list does not end")
        return reply


def _renamed(asked: str, paths: Iterable[str]) -> str:
    """Give what the owner of the first repository is called, where none has the owner that was asked for."""
    owners = ["/".join(path.split("/")[: asked.count("/") + 1]) for path in paths]
    return owners[0] if owners and asked.lower() not in map(str.lower, owners) else ""


def links(reply: Reply) -> Iterator[tuple[str, str]]:
    """Give relation and address of the links in a reply's header: https://www.rfc-editor.org/rfc/rfc8288."""
    for link in (reply.headers["Link"] or "").split(","):
        address, *parameters = (part.strip() for part in link.split(";"))
        for parameter in parameters:
            name, _, value = parameter.partition("=")
            if name == "rel" and address.startswith("<") and address.endswith(">"):
                yield value.strip('"'), address[1:-1]
