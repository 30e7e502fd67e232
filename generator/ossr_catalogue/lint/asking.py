"""What of a list an ExecutionBroker can be asked for; of anything else nobody need know what it refuses."""

from collections.abc import Iterator
from typing import Final

from ossr_catalogue.document.node import Node
from ossr_catalogue.lint.view import View
from ossr_catalogue.model.execution_broker import REQUESTED
from ossr_catalogue.model.kinds.aliases import canonical_urn

SOURCE: Final = "https://github.com/ivoa/Calycopis-broker"
"""The reference broker, whose limits and refusals these are."""


def requested(view: View) -> Iterator[tuple[Node, str]]:
    """Give the executables that brokers have a kind for, with the URN of their type."""
    for executable, node in view.by_key.get("type", ()):
        if (urn := canonical_urn(node.text)) in REQUESTED:
            yield executable, urn


def is_requested(view: View, node: Node) -> bool:
    """Say whether what a value is about is one of them."""
    root = view.document.root
    kind = next(root.select(*node.path[:2], "type"), None) if root else None
    return kind is not None and canonical_urn(kind.text) in REQUESTED


def uses(executable: Node) -> tuple[Node, ...]:
    """Give the executable itself, then its profiles."""
    profiles = executable.get("profiles")
    return (executable, *profiles.items) if profiles else (executable,)
