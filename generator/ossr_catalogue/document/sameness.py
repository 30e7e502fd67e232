"""Whether two trees are the same but for what was written over."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from ossr_catalogue.document.node import Member, Node, Span


def written_over(before: Node, after: Node, edits: Sequence[Span]) -> set[str] | None:
    """Compare the trees of a text before and after edits; None where they differ in anything else.

    Args:
        before: the tree of the text before.
        after: the tree of the text after.
        edits: what was written over, in the text before.

    Returns:
        JSON Pointers to the mappings and lists, in the tree after, whose keys or values were written over.
    """
    comparison = _Comparison(edits)
    return comparison.owners if comparison.is_same(before, after) else None


@dataclass
class _Comparison:
    edits: Sequence[Span]
    owners: set[str] = field(default_factory=set)

    def is_same(self, before: Node, after: Node) -> bool:
        """Say whether two values are equal but for edits, and note those."""
        owners = set(self.owners)
        if self._is_equal(before, after):
            return True
        self.owners = owners
        if not self._is_reached(before):
            return False
        self._note(after)
        return True

    def _is_equal(self, before: Node, after: Node) -> bool:
        if isinstance(before.value, tuple) and isinstance(after.value, tuple):
            is_long = len(before.value) == len(after.value)
            return is_long and all(map(self.is_same, before.value, after.value))
        if isinstance(before.value, dict) and isinstance(after.value, dict):
            return self._are_members(before, after)
        return type(before.value) is type(after.value) and before.value == after.value

    def _are_members(self, before: Node, after: Node) -> bool:
        kept = [member for member in before.members.values() if not self._is_gone(member)]
        return len(kept) == len(after.members) and all(map(self._is_member, kept, after.members.values()))

    def _is_member(self, before: Member, after: Member) -> bool:
        if before.key.text != after.key.text:
            if not self._touches(before.key.span):
                return False
            self._note(after.node)
        return self.is_same(before.node, after.node)

    def _is_gone(self, member: Member) -> bool:
        stretch = Span(member.key.span.start, member.node.span.end)
        return any(edit.start <= stretch.start and stretch.end <= edit.end for edit in self.edits)

    def _touches(self, span: Span) -> bool:
        return any(edit.start <= span.end and span.start <= edit.end for edit in self.edits)

    def _is_reached(self, node: Node) -> bool:
        """Say whether a scalar, or one end of a list or mapping, was written over."""
        start, end = node.span.start, node.span.end
        if not isinstance(node.value, (tuple, dict)):
            return self._touches(node.span)
        return self._touches(Span(start, start)) or self._touches(Span(end, end))

    def _note(self, node: Node) -> None:
        self.owners.add(Node(None, node.span, node.path[:-1]).pointer)
