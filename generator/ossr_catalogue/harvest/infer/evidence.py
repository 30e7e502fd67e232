"""What a draft is made of: proposals, each from one file that shows that something can be run."""

import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Protocol

from ossr_catalogue.harvest.text.plain import shortened
from ossr_catalogue.model.component import Component
from ossr_catalogue.model.inferred import Ground, How, Sure

_NAMESPACE: Final = uuid.UUID("6f3c2f0e-4f51-5d0c-9f6e-0c1d5a9a7b42")
"""Never changes: every draft's identity depends on it."""
MAX_TITLE: Final = 120
"""Letters; the linter asks for no more."""
_MAX_NAME: Final = 60
_MAX_ABOUT: Final = 400
_FEW_WORDS: Final = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Repository:
    """A component with the files that were asked for."""

    component: Component
    paths: tuple[str, ...]
    """All of its files, sorted."""
    files: Mapping[str, bytes]
    about: Mapping[str, str] = field(default_factory=dict)
    """Which file says what of the component: `description` to `codemeta.json`."""

    @property
    def name(self) -> str:
        """What people call it: its title up to a colon, or its address where the title is a sentence."""
        title = self.component.title.partition(": ")[0]
        if len(title) <= _MAX_NAME or not self.component.repository:
            return shortened(title, _MAX_NAME)
        return self.component.repository.rstrip("/").rsplit("/", 1)[-1]

    def ground(self, name: str) -> Ground:
        """Say where a value comes from that is the component's: of its file, or of its source."""
        component = self.component
        source = component.repository or (f"https://doi.org/{component.doi}" if component.doi else "")
        return Ground(path=self.about.get(name, source), how=How.REPOSITORY, sure=Sure.LOW)


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
    """Files that say the same for other circumstances, and copies."""
    images: tuple[str, ...] = ()
    """Images that other files of the repository name, which may be this one."""
    grounds: Mapping[str, Ground] = field(default_factory=dict)
    """Where the title, the description and the keys of its type come from."""

    def uuid(self, component: Component) -> str:
        """Give the identity, the same in every harvest, at every revision, and wherever it is found."""
        return str(uuid.uuid5(_NAMESPACE, f"{component.address}\n{self.type}\n{self.identity or self.path}"))


@dataclass(frozen=True, slots=True, kw_only=True)
class PassedOver:
    """A file that looked like something to run, and why nothing is proposed for it."""

    path: str
    reason: str


class Evidence(Protocol):
    """One kind of file that shows that something can be run."""

    @property
    def seeks(self) -> str:
        """What it looks for, in words that people are told where nothing was found: a plural."""
        ...

    def wants(self, paths: Sequence[str]) -> Iterable[str]:
        """Choose the files to read, from all that there are."""
        ...

    def propose(self, repository: Repository) -> Iterator[Proposal | PassedOver]:
        """Propose what these files show. Nothing of them is ever executed."""
        ...


def titled(name: str, what: str, repository: Repository) -> str:
    """Make a title of a bare name: `gammapy, a command of Gammapy`."""
    return shortened(f"{name}, {what} of {repository.name}", MAX_TITLE)


def rounded_off(told: str, known: str) -> str:
    """Add what is known to words of the file's own that are too few to stand alone.

    >>> rounded_off("Fit the Crab.", "A tutorial of agnpy.")
    'Fit the Crab. A tutorial of agnpy.'
    """
    return told if len(told.split()) >= _FEW_WORDS else f"{told.rstrip(' .')}. {known}"


def declared(path: str) -> Ground:
    """Say that a file says it in so many words."""
    return Ground(path=path, how=How.DECLARED, sure=Sure.HIGH)


def the_file_itself(path: str) -> Ground:
    """Say that a value is the file that was found."""
    return Ground(path=path, how=How.KIND_OF_FILE, sure=Sure.HIGH)


def by_place(path: str) -> Ground:
    """Say that a file was taken for being the nearest."""
    return Ground(path=path, how=How.PLACE, sure=Sure.MEDIUM)


def described(known: str, component: Component) -> str:
    """Say what is known where a file does not describe itself; *known* is a sentence."""
    about = shortened(component.description, _MAX_ABOUT)
    return f"{known} About the repository: {about}" if about else known
