"""A document as rules look at it: what several of them need is worked out once, on first use."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from ossr_catalogue.document.document import Document, Problem
from ossr_catalogue.document.node import Node, of_many
from ossr_catalogue.lint.limits import NO_CHOICE, Limits
from ossr_catalogue.lint.online import Answers
from ossr_catalogue.lint.quantities import Bound, Quantity, compute_quantities, size_of
from ossr_catalogue.lint.repository import Repository


@of_many
class Needs:
    """What one use of an executable needs: a list that a profile does not have is the executable's."""

    compute: tuple[dict[str, Quantity], ...] = ()
    """The quantities of each compute resource by their names."""
    storage: tuple[Node, ...] = ()
    data: tuple[Node, ...] = ()
    sizes: tuple[Quantity, ...] = ()
    """Of storage and data together."""


@dataclass(frozen=True)
class View:
    """One document, and what is asked of it again and again."""

    document: Document
    repository: Repository | None = None
    """The files around the list; None where they are not known."""
    answers: Answers | None = None
    """Who asks the network; None where nobody does."""
    limits: Limits = NO_CHOICE
    """What is believed of machines."""

    @cached_property
    def executables(self) -> tuple[Node, ...]:
        """The entries of the list that are mappings; nothing can be said about any other."""
        return tuple(entry for entry in self.document.executables if entry.members)

    @cached_property
    def by_key(self) -> dict[str, list[tuple[Node, Node]]]:
        """Every executable that has a key, with the key's value: most rules look at keys that few have."""
        found: dict[str, list[tuple[Node, Node]]] = defaultdict(list)
        for executable in self.executables:
            for key, member in executable.members.items():
                found[key].append((executable, member.node))
        return found

    @cached_property
    def profiles(self) -> tuple[Node, ...]:
        """Every profile of every executable."""
        lists = (profiles for _, profiles in self.by_key.get("profiles", ()))
        return tuple(profile for profiles in lists for profile in profiles.items if profile.members)

    def resources(self, key: str) -> tuple[Node, ...]:
        """Give the entries of one list of resources, of executables and of profiles, once each."""
        return self._resources.get(key, ())

    @cached_property
    def _resources(self) -> dict[str, tuple[Node, ...]]:
        return {
            key: (
                *(item for _, items in self.by_key.get(key, ()) for item in items.items),
                *(item for profile in self.profiles for item in profile.select(key, ...)),
            )
            for key in _LISTS
        }

    @cached_property
    def image_locations(self) -> tuple[Node, ...]:
        """Every container image that is named."""
        images = (image for _, image in self.by_key.get("image", ()))
        return tuple(node for image in images for node in image.select("locations", ...) if node.text)

    @cached_property
    def paths(self) -> tuple[Node, ...]:
        """Every path of a file of the repository that is named; no addresses."""
        found = (node for key in _PATHS for _, node in self.by_key.get(key, ()))
        return tuple(node for node in found if node.text and not _ADDRESS.match(node.text))

    @cached_property
    def titles(self) -> tuple[Node, ...]:
        """Their titles, where they are text."""
        return _texts(self.executables, "title")

    @cached_property
    def descriptions(self) -> tuple[Node, ...]:
        """Their descriptions, likewise."""
        return _texts(self.executables, "description")

    @cached_property
    def prose(self) -> tuple[Node, ...]:
        """Every text that people read but the titles: descriptions, names, keywords, what profiles say."""
        return tuple(text for executable in self.executables for text in _prose(executable) if text.text)

    @cached_property
    def locations(self) -> tuple[Node, ...]:
        """Every address of data."""
        uses = (use for executable in self.executables for use in _uses(executable))
        return tuple(node for use in uses for node in use.select("data-resources", ..., "locations", ...))

    @cached_property
    def needs(self) -> tuple[Needs, ...]:
        """The needs of every executable as such, each followed by those of its profiles."""
        return tuple(needs for executable in self.executables for needs in _needs(executable))

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """Every quantity of every executable, once each."""
        compute = (of_one for needs in self.needs for one in needs.compute for of_one in one.values())
        sizes = (size for needs in self.needs for size in needs.sizes)
        return tuple({id(quantity): quantity for quantity in (*compute, *sizes)}.values())

    @cached_property
    def unreadable_amounts(self) -> tuple[tuple[Quantity, Bound], ...]:
        """The ends of quantities that are no amounts."""
        return tuple((one, bound) for one in self.quantities for bound in one.bounds if bound.problem)

    def problems(self, *kinds: str) -> Iterator[Problem]:
        """Give the problems of some kinds that the readers met."""
        for kind in kinds:
            yield from self._problems.get(kind, ())

    @cached_property
    def _problems(self) -> dict[str, list[Problem]]:
        by_kind = defaultdict(list)
        for problem in self.document.problems:
            by_kind[problem.kind].append(problem)
        return by_kind


_PATHS = ("location", "requirements", "recipe", "open")
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


def _uses(executable: Node) -> tuple[Node, ...]:
    """Give the executable itself, then its profiles."""
    profiles = executable.get("profiles")
    return (executable, *profiles.items) if profiles else (executable,)


def _needs(executable: Node) -> Iterator[Needs]:
    own = Needs()
    for use in _uses(executable):
        needs = _needs_of(use, own)
        own = needs if use is executable else own
        yield needs


def _needs_of(use: Node, otherwise: Needs) -> Needs:
    compute, storage, data = (use.get(key) for key in _LISTS)
    with_size = (*(storage.items if storage else ()), *(data.items if data else ()))
    return Needs(
        compute=tuple(map(compute_quantities, compute.items)) if compute else otherwise.compute,
        storage=storage.items if storage else otherwise.storage,
        data=data.items if data else otherwise.data,
        sizes=tuple(size for resource in with_size if (size := size_of(resource))),
    )


_LISTS = ("compute-resources", "storage-resources", "data-resources")


def _texts(executables: tuple[Node, ...], key: str) -> tuple[Node, ...]:
    found = (executable.get(key) for executable in executables)
    return tuple(node for node in found if node and node.text)


def _prose(executable: Node) -> Iterator[Node]:
    yield from executable.select("description")
    for key in ("keywords", "subjects"):
        yield from executable.select(key, ...)
    for key in ("name", "title", "description"):
        yield from executable.select("profiles", ..., key)
    for use in _uses(executable):
        for resources in (node for key in _LISTS if (node := use.get(key))):
            for resource in resources.items:
                yield from (node for key in ("name", "description") if (node := resource.get(key)))
