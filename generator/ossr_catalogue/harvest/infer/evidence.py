"""What a draft is made of: proposals, each from one file that shows that something can be run."""

import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Protocol

from ossr_catalogue.harvest.text.plain import shortened
from ossr_catalogue.model.component import Component

_NAMESPACE: Final = uuid.UUID("6f3c2f0e-4f51-5d0c-9f6e-0c1d5a9a7b42")
"""Never changes: every draft's identity depends on it."""
_MAX_TITLE: Final = 120
_MAX_NAME: Final = 60
_MAX_ABOUT: Final = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Repository:
    """A component with the files that were asked for."""

    component: Component
    paths: tuple[str, ...]
    """All of its files, sorted."""
    files: Mapping[str, bytes]

    @property
    def name(self) -> str:
        """What people call it: its title up to a colon, or its address where the title is a sentence."""
        title = self.component.title.partition(": ")[0]
        if len(title) <= _MAX_NAME or not self.component.repository:
            return shortened(title, _MAX_NAME)
        return self.component.repository.rstrip("/").rsplit("/", 1)[-1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """Something that can be run."""

    type: str
    path: str
    """The file that shows it."""
    title: str
    description: str
    own: Mapping[str, Any] = field(default_factory=dict)
    """The keys of its type."""
    identity: str = ""
    """What tells it from others of its type in the repository; the path where empty."""
    doubts: tuple[str, ...] = ()
    """Why it may not be worth listing."""
    variants: tuple[str, ...] = ()
    """Files that say the same for other circumstances."""

    def uuid(self, component: Component) -> str:
        """Give the identity, the same in every harvest and at every revision."""
        return str(uuid.uuid5(_NAMESPACE, f"{component.slug}\n{self.type}\n{self.identity or self.path}"))


@dataclass(frozen=True, slots=True, kw_only=True)
class PassedOver:
    """A file that looked like something to run, and why nothing is proposed for it."""

    path: str
    reason: str


class Evidence(Protocol):
    """One kind of file that shows that something can be run."""

    def wants(self, paths: Sequence[str]) -> Iterable[str]:
        """Choose the files to read, from all that there are."""
        ...

    def propose(self, repository: Repository) -> Iterator[Proposal | PassedOver]:
        """Propose what these files show. Nothing of them is ever executed."""
        ...


def titled(name: str, what: str, repository: Repository) -> str:
    """Make a title of a bare name: `gammapy, a command of Gammapy`."""
    return shortened(f"{name}, {what} of {repository.name}", _MAX_TITLE)


def described(known: str, component: Component) -> str:
    """Say what is known where a file does not describe itself; *known* is a sentence."""
    about = shortened(component.description, _MAX_ABOUT)
    return f"{known} About the repository: {about}" if about else known
