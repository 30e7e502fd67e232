"""The stack on which both readers build the tree: depth, size and duplicate keys are watched here."""

from dataclasses import dataclass
from typing import Final

from ossr_catalogue.document.changes import Correction, RemoveMember
from ossr_catalogue.document.document import Problem
from ossr_catalogue.document.node import Member, Node, Span, Step
from ossr_catalogue.document.problems import unreadable

DEEPEST: Final = 64
"""Levels of nesting; the format itself needs 8."""
MOST_NODES: Final = 250_000
"""Values of a tree; lists of 5,000 executables have fewer."""
MOST_PROBLEMS: Final = 1_000
"""Mistakes that are told one by one; a file of 10 MB can have a million."""
MOST_UNFOLDED: Final = 20_000
"""Values behind all the aliases of a file: nine lines can unfold to a milliard."""

_OTHER_FILE: Final = "see whether this is the right file; the documentation of the format has examples"

Scalar = str | int | float | bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A tree as far as it could be read, and the problems met on the way."""

    root: Node | None
    problems: tuple[Problem, ...] = ()


class _Frame:
    """A list or a mapping that is still open."""

    __slots__ = ("end", "items", "key", "members", "path", "start")

    def __init__(self, path: tuple[Step, ...], start: int, *, mapping: bool) -> None:
        self.path = path
        self.start = start
        self.end = start
        self.items: list[Node] = []
        self.members: dict[str, Member] | None = {} if mapping else None
        self.key: Node | None = None

    @property
    def next_path(self) -> tuple[Step, ...]:
        """The steps to the value that comes next; for a key, to its mapping."""
        if self.members is None:
            return (*self.path, len(self.items))
        return self.key.path if self.key else self.path


class TreeBuilder:
    """Builds a tree from what a reader meets, in the order of the file; offsets count code points."""

    def __init__(self) -> None:
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self._stack: list[_Frame] = []
        self._nodes = 0
        self._unfolded = 0

    @property
    def depth(self) -> int:
        """How many lists and mappings are open."""
        return len(self._stack)

    @property
    def start(self) -> int:
        """Where the innermost open list or mapping starts."""
        return self._stack[-1].start

    @property
    def in_mapping(self) -> bool:
        """Whether the innermost open one is a mapping."""
        return bool(self._stack) and self._stack[-1].members is not None

    @property
    def wants_key(self) -> bool:
        """Whether a mapping is open whose next key is to come."""
        if not self._stack:
            return False
        frame = self._stack[-1]
        return frame.key is None and frame.members is not None

    @property
    def path(self) -> tuple[Step, ...]:
        """The steps to the value that comes next; for a key, to its mapping."""
        return self._stack[-1].next_path if self._stack else ()

    def open(self, start: int, *, mapping: bool) -> None:
        """Open a list or a mapping.

        Raises:
            UnreadableError: where the nesting has become too deep.
        """
        self.count(start)
        self.allow_depth(1, start)
        self._stack.append(_Frame(self.path, start, mapping=mapping))

    def close(self, end: int | None = None) -> Node:
        """Close the innermost list or mapping, and give it; without an *end* it reaches to its last value."""
        frame = self._stack.pop()
        if end is None:
            end = frame.end
        value = tuple(frame.items) if frame.members is None else frame.members
        node = Node(value, Span(frame.start, end), frame.path)
        self.add(node)
        return node

    def key(self, text: str, start: int, end: int) -> None:
        """Take the next key of the open mapping."""
        frame = self._stack[-1]
        frame.key = Node(text, Span(start, end), (*frame.path, text))

    def scalar(self, value: Scalar, start: int, end: int) -> Node:
        """Take a scalar as the next value."""
        self.count(start)
        path = self._stack[-1].next_path if self._stack else ()
        node = Node(value, Span(start, end), path)
        self.add(node)
        return node

    def add(self, node: Node) -> None:
        """Take a finished value: the root, the next item, or the value of the last key."""
        if not self._stack:
            self.root = node
            return
        frame = self._stack[-1]
        frame.end = node.span.end
        if frame.members is None:
            frame.items.append(node)
        elif frame.key is not None:
            self._add_member(frame.members, frame.key, node)
            frame.key = None

    def report(
        self,
        kind: str,
        start: int,
        end: int,
        message: str,
        advice: str = "",
        *,
        fix: Correction | None = None,
    ) -> None:
        """Note a problem of the value or key that comes next."""
        span = Span(start, end)
        self._note(Problem(kind=kind, span=span, message=message, path=self.path, advice=advice, fix=fix))

    def _note(self, problem: Problem) -> None:
        """Keep a problem; raise `UnreadableError` where one more would be too many."""
        if len(self.problems) == MOST_PROBLEMS:
            message = f"more than {MOST_PROBLEMS:,} mistakes stand in the file up to here"
            raise unreadable("too-large", problem.span.start, problem.span.end, message, advice=_OTHER_FILE)
        self.problems.append(problem)

    def allow_depth(self, levels: int, start: int) -> None:
        """Raise `UnreadableError` where *levels* more would be too deep."""
        if len(self._stack) + levels > DEEPEST:
            raise unreadable(
                "too-deep",
                start,
                start + 1,
                f"more than {DEEPEST} levels of nesting",
                advice="no list of executables needs that many; look for brackets that are not closed",
            )

    def count(self, start: int) -> None:
        """Raise `UnreadableError` where one more value would be too many."""
        self._nodes += 1
        if self._nodes > MOST_NODES:
            message = f"the document has more than {MOST_NODES:,} values"
            raise unreadable("too-large", start, start + 1, message, advice="split the list")

    def unfold(self, nodes: int, start: int, end: int) -> None:
        """Raise `UnreadableError` where the *nodes* behind an alias would be too many."""
        self._unfolded += nodes
        if self._unfolded > MOST_UNFOLDED:
            message = f"the aliases up to here unfold to more than {MOST_UNFOLDED:,} values"
            raise unreadable("too-large", start, end, message, advice="write out what they repeat")

    def _add_member(self, members: dict[str, Member], key: Node, node: Node) -> None:
        text = key.text
        first = members.get(text)
        if first is None:
            members[text] = Member(key, node)
        else:
            self._note(_duplicate(first, Member(key, node)))


def _duplicate(first_member: Member, member: Member) -> Problem:
    first, again = first_member.key, member.key
    return Problem(
        kind="duplicate-key",
        span=again.span,
        path=again.path,
        message=f'"{again.text}" is given twice; most readers keep only the last',
        label="again here",
        advice="keep one of the two",
        related=((first.span, "first here"),),
        fix=_delete(member) if _says_the_same(first_member.node, member.node) else None,
    )


def _delete(again: Member) -> Correction:
    return Correction(
        title="Delete the second, which says the same",
        changes=(RemoveMember(key=again.key, node=again.node),),
        is_safe=True,
    )


def _says_the_same(one: Node, other: Node) -> bool:
    """Compare values as programs do that tell 1 from true; what differs is soon found."""
    if isinstance(one.value, tuple) and isinstance(other.value, tuple):
        return len(one.items) == len(other.items) and all(map(_says_the_same, one.items, other.items))
    if isinstance(one.value, dict) and isinstance(other.value, dict):
        return one.members.keys() == other.members.keys() and all(
            _says_the_same(member.node, other.members[key].node) for key, member in one.members.items()
        )
    return type(one.value) is type(other.value) and one.value == other.value
