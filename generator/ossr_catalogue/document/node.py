"""A parsed document as a tree in which every key and value knows where it stands."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import EllipsisType
from typing import Any, TypeVar, dataclass_transform

type_names = {
    bool: "true or false",
    dict: "a mapping",
    float: "a number",
    int: "a number",
    str: "text",
    tuple: "a list",
    type(None): "nothing (null)",
}

_Class = TypeVar("_Class")

Step = str | int
"""One step into a document: a key, or an index from 0."""


@dataclass_transform(frozen_default=True)
def of_many(cls: type[_Class]) -> type[_Class]:
    """Make a dataclass that only the type checker holds to be frozen.

    Being so at run time too would triple the time that an instance takes; a list has hundreds of them.
    """
    return dataclass(slots=True, unsafe_hash=True)(cls)


@of_many
class Span:
    """A stretch of the text in code points, the end exclusive."""

    start: int
    end: int


@of_many
class Node:
    """A value, and where it stands.

    `value` is a scalar as JSON knows it, a tuple of nodes for a list, a dict of `Member` for a mapping.
    """

    value: str | int | float | bool | tuple["Node", ...] | Mapping[str, "Member"] | None
    span: Span
    path: tuple[Step, ...] = ()
    """The steps from the top of the document to here."""

    @property
    def pointer(self) -> str:
        """The place as a JSON Pointer, RFC 6901."""
        return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in self.path)

    @property
    def type_name(self) -> str:
        """What kind of value this is, in a person's words."""
        return type_names[type(self.value)]

    @property
    def text(self) -> str:
        """The value of a text; empty for anything else."""
        return self.value if isinstance(self.value, str) else ""

    @property
    def items(self) -> "tuple[Node, ...]":
        """The values of a list; none for anything else."""
        return self.value if isinstance(self.value, tuple) else ()

    @property
    def members(self) -> Mapping[str, "Member"]:
        """The members of a mapping, in the order of the file; none for anything else."""
        return self.value if isinstance(self.value, dict) else {}

    def get(self, key: str) -> "Node | None":
        """Give the value of a key; None if there is no such key, or no mapping here."""
        members = self.value
        return members[key].node if isinstance(members, dict) and key in members else None

    def key(self, key: str) -> "Node":
        """Give the key itself, as a place to point at.

        Raises:
            KeyError: if there is none.
        """
        return self.members[key].key

    def select(self, *steps: Step | EllipsisType) -> Iterator["Node"]:
        """Give every node at the end of *steps*; `...` stands for every item of a list.

        A step that leads nowhere gives nothing, so callers need not ask what is there.
        """
        found = [self]
        for step in steps:
            if isinstance(step, str):
                found = [child for node in found if (child := node.get(step))]
            elif isinstance(step, int):
                found = [node.items[step] for node in found if 0 <= step < len(node.items)]
            else:
                found = [item for node in found for item in node.items]
            if not found:
                break
        return iter(found)

    def walk(self) -> Iterator["Node"]:
        """Give this node and all below it, in the order of the file."""
        yield self
        for child in (*self.items, *(member.node for member in self.members.values())):
            yield from child.walk()

    def plain(self) -> Any:  # noqa: ANN401 - this is where JSON begins
        """Give the value as `json.loads` would."""
        if isinstance(self.value, tuple):
            return [item.plain() for item in self.value]
        if isinstance(self.value, dict):
            return {key: member.node.plain() for key, member in self.value.items()}
        return self.value


@of_many
class Member:
    """One key of a mapping with its value; `key.value` is the key's text."""

    key: Node
    node: Node
