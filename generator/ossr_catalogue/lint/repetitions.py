"""What stands twice where it should stand once."""

from collections.abc import Hashable, Iterable, Iterator

from ossr_catalogue.document.node import Node


def repetitions(named: Iterable[tuple[Hashable, Node]]) -> Iterator[tuple[Node, Node]]:
    """Give each node whose name an earlier one has already, and the first of that name."""
    first: dict[Hashable, Node] = {}
    for name, node in named:
        same = first.setdefault(name, node)
        if same is not node:
            yield node, same
