"""A document as rules look at it: what several of them need is worked out once, on first use."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from ossr_catalogue.document.document import Document, Problem
from ossr_catalogue.document.node import Node
from ossr_catalogue.lint.quantities import Quantity, quantities_in


@dataclass(frozen=True, slots=True, kw_only=True)
class Needs:
    """What one use of an executable needs: a list that a profile does not have is the executable's."""

    compute: tuple[Node, ...]
    storage: tuple[Node, ...]
    data: tuple[Node, ...]


@dataclass(frozen=True)
class View:
    """One document, and what is asked of it again and again."""

    document: Document

    @cached_property
    def executables(self) -> tuple[Node, ...]:
        """The entries of the list that are mappings; nothing can be said about any other."""
        return tuple(entry for entry in self.document.executables if entry.members)

    @cached_property
    def needs(self) -> tuple[Needs, ...]:
        """The needs of every executable, then of each of its profiles."""
        return tuple(needs for executable in self.executables for needs in _needs(executable))

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """Every quantity of every executable, in the order of the file."""
        return tuple(quantity for executable in self.executables for quantity in quantities_in(executable))

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


def _needs(executable: Node) -> Iterator[Needs]:
    yield _needs_of(executable, executable)
    for profile in executable.select("profiles", ...):
        yield _needs_of(profile, executable)


def _needs_of(use: Node, executable: Node) -> Needs:
    lists = ((use.get(key) or executable.get(key)) for key in _LISTS)
    compute, storage, data = (found.items if found else () for found in lists)
    return Needs(compute=compute, storage=storage, data=data)


_LISTS = ("compute-resources", "storage-resources", "data-resources")
