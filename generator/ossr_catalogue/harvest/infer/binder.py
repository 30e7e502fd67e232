"""Propose a repository as a whole where it is made for Binder, https://mybinder.readthedocs.io."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import parse_qs, unquote, urlsplit

from ossr_catalogue.harvest.infer.evidence import PassedOver, Proposal, Repository, declared, described
from ossr_catalogue.harvest.lists import is_relative
from ossr_catalogue.model.inferred import Ground, How, Sure
from ossr_catalogue.model.kinds.binder_repository import BinderRepository

_FOLDERS: Final = ("binder", ".binder")
_CONFIGURATION: Final = frozenset(
    {
        "Dockerfile", "environment.yml", "requirements.txt", "Pipfile", "Project.toml", "install.R",
        "DESCRIPTION", "apt.txt", "default.nix", "postBuild", "start", "runtime.txt", "setup.py",
        "pyproject.toml",
    }
)  # fmt: skip
"""What repo2docker reads, https://repo2docker.readthedocs.io/en/latest/config_files.html."""
_TELLTALE: Final = ("postBuild", "apt.txt", "runtime.txt")
"""Files at the top that nobody has for another purpose; an environment.yml alone says little."""
_README: Final = re.compile(r"README(\.\w+)?", re.IGNORECASE)
_LINK: Final = re.compile(r"https?://(?:[\w-]+\.)?mybinder\.org/v2/[^\s\"'<>)\]]+")
_OPENING: Final = ("labpath", "filepath", "urlpath")
_MAX_LETTERS: Final = 200_000


def is_binder_configuration(path: str) -> bool:
    """Say whether a file is part of a Binder configuration at the top of a repository."""
    folder, _, name = path.partition("/")
    return folder in _FOLDERS and name in _CONFIGURATION


class BinderRepositories:
    """The repository itself, if it has a Binder configuration or links to Binder in its README."""

    seeks = "a Binder configuration or link"

    def wants(self, paths: Sequence[str]) -> Iterator[str]:
        """Choose the README, for the link that most of these repositories have in it."""
        return (path for path in paths if _README.fullmatch(path))

    def propose(self, repository: Repository) -> Iterator[Proposal | PassedOver]:
        """Propose it at most once."""
        configuration = [path for path in repository.paths if is_binder_configuration(path)]
        telltale = [path for path in _TELLTALE if path in repository.paths]
        link = _link(repository)
        if evidence := (*configuration, *telltale, *([link.readme] if link else [])):
            yield _proposal(evidence[0], link, repository)


@dataclass(frozen=True, slots=True)
class _Link:
    readme: str
    opens: str


def _proposal(evidence: str, link: _Link | None, repository: Repository) -> Proposal:
    own = {}
    if is_binder_configuration(evidence):
        own["location"] = evidence.partition("/")[0]
        known = f"Opens the repository in Binder, as `{own['location']}/` configures it."
    else:
        known = f"Opens the repository in Binder, as `{evidence}` suggests."
    if link and link.opens:
        own["open"] = link.opens
    return Proposal(
        type=BinderRepository.urn,
        path=evidence,
        title=f"{repository.name} on Binder",
        description=described(known, repository.component),
        own=own,
        identity="binder",
        grounds={
            "title": repository.ground("title"),
            "description": repository.ground("description"),
            "location": Ground(path=evidence, how=How.KIND_OF_FILE, sure=Sure.HIGH),
            "open": declared(link.readme if link else evidence),
        },
    )


def _link(repository: Repository) -> _Link | None:
    """Find a README's link to Binder that leads to this repository and no other."""
    for path in repository.paths:
        if _README.fullmatch(path) and path in repository.files:
            text = repository.files[path].decode("utf-8", "replace")[:_MAX_LETTERS]
            for match in _LINK.finditer(text):
                if _leads_here(match[0], repository.component.repository):
                    return _Link(path, _opened(match[0], repository))
    return None


def _leads_here(link: str, address: str | None) -> bool:
    here = (urlsplit(address).path.strip("/") if address else "").lower()
    return bool(here) and f"/{here}/" in unquote(urlsplit(link).path).lower()


def _opened(link: str, repository: Repository) -> str:
    """Give the file that the link opens, if it is there."""
    query = parse_qs(urlsplit(link).query)
    for key in _OPENING:
        for value in query.get(key, ()):
            path = re.sub(r"^/?(lab/tree|tree|notebooks|doc/tree)/", "", unquote(value))
            if is_relative(path) and path in repository.paths:
                return path
    return ""
