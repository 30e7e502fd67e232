"""Changes to a document as edits of its text, which leave everything else as its author wrote it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from ossr_catalogue.document.changes import (
    Change,
    Enclose,
    Quote,
    RemoveMember,
    RenameKey,
    ReplaceText,
    SaveAsUtf8,
    SetValue,
    WrapInList,
)
from ossr_catalogue.document.document import Document
from ossr_catalogue.document.node import Node, Span, Step
from ossr_catalogue.document.parse import is_json
from ossr_catalogue.document.rewriting import Context, TextEdit, list_of, overlap, quote, rewrite, wrap

_PROPERTIES: Final = re.compile(r"(?:[&!][^\s,\[\]{}]*\s+)*")
_LINE_END: Final = re.compile(r"\r\n?|\n")
_ANCHOR: Final = re.compile(r"(?:![^\s,\[\]{}]*\s+)?&([^\s,\[\]{}]+)")


def edits_of(document: Document, changes: Iterable[Change]) -> tuple[TextEdit, ...] | None:
    """Turn changes into edits of the text, in its order; None where they cannot be made without harm.

    Nothing is written through a YAML alias, nor where one refers to: it would change other places too.
    """
    edits: list[TextEdit] = []
    for change in changes:
        of_one = _Editor(document).edit(change)
        if of_one is None:
            return None
        edits += of_one
    edits.sort(key=lambda edit: edit.span.start)
    return None if overlap(edits) else tuple(edits)


Edits = Sequence[TextEdit] | None


@dataclass(frozen=True, slots=True)
class _Editor:
    document: Document

    def edit(self, change: Change) -> Edits:
        """Give the edits of one change."""
        if isinstance(change, SaveAsUtf8):
            return ()
        if isinstance(change, ReplaceText):
            return (TextEdit(span=change.span, text=change.text),)
        if isinstance(change, (RenameKey, RemoveMember)):
            return self._rename(change) if isinstance(change, RenameKey) else self._remove(change)
        return self._edit_value(change)

    def _edit_value(self, change: SetValue | Quote | WrapInList | Enclose) -> Edits:
        if isinstance(change, (SetValue, Enclose)):
            return self._set_value(change) if isinstance(change, SetValue) else self._enclose(change)
        return self._quote(change.node) if isinstance(change, Quote) else self._wrap(change)

    def _set_value(self, change: SetValue) -> Edits:
        context = self._context(change.node.path)
        is_scalar = not isinstance(change.node.value, (tuple, dict))
        if context is None or not is_scalar or self._has_tag(change.node):
            return None
        return rewrite(context, self._bare(change.node.span), change.node.value, change.value)

    def _rename(self, change: RenameKey) -> Edits:
        context = self._context(change.key.path, of_key=True)
        owner = next(self._around(change.key.path), None)
        if context is None or owner is None or change.name in owner.members or self._has_tag(change.key):
            return None
        return rewrite(context, self._bare(change.key.span), change.key.text, change.name)

    def _quote(self, node: Node) -> Edits:
        context = self._context(node.path)
        return quote(context, self._bare(node.span)) if context and not self._has_tag(node) else None

    def _wrap(self, change: WrapInList) -> Edits:
        node = change.node
        context = self._context(node.path)
        if context is None:
            return None
        if change.parts:
            return list_of(context, self._bare(node.span), change.parts)
        if not node.members or self._is_flow(node):
            return wrap(context, self._bare(node.span), node.plain())
        return self._wrap_lines(node)

    def _wrap_lines(self, node: Node) -> Edits:
        """Put the dash of a list before the lines of a mapping, into their indentation."""
        start = node.span.start
        line = self._indentation(start)
        owner = next(self._around(node.path), None)
        key = owner.members.get(str(node.path[-1])) if owner else None
        if line is None or not key or not line.endswith("  "):
            return None
        outer = self._column(key.key.span.start)
        return (TextEdit(span=Span(start - 2, start), text="- "),) if outer <= len(line) - 2 else None

    def _enclose(self, change: Enclose) -> Edits:
        """Put brackets around the whole; a list of lines gets its key on the line before."""
        span, key = change.node.span, f'"{change.key}": '
        if self._is_json or self._is_flow(change.node):
            before, after = (f"{{{key}[", "]}") if change.in_list else (f"{{{key}", "}")
            end = Span(span.end, span.end)
            return (TextEdit(span=Span(span.start, span.start), text=before), TextEdit(span=end, text=after))
        indentation = self._indentation(span.start)
        if indentation is None or change.in_list or not change.node.items:
            return None
        line_end = next(iter(_LINE_END.findall(self.text)), "\n")
        text = f"{change.key}:{line_end}{indentation}"
        return (TextEdit(span=Span(span.start, span.start), text=text),)

    def _remove(self, change: RemoveMember) -> Edits:
        context = self._context(change.key.path[:-1])
        if context is None:
            return None
        owner = next(self._around(change.key.path), None)
        stretch = Span(change.key.span.start, change.node.span.end)
        if self._is_json or (owner and self._is_flow(owner)):
            return self._remove_from_flow(stretch)
        return self._remove_lines(stretch)

    def _remove_from_flow(self, stretch: Span) -> Edits:
        before = self.text[: stretch.start].rstrip()
        if not before.endswith(","):
            return None
        return (TextEdit(span=Span(len(before) - 1, stretch.end), text=""),)

    def _remove_lines(self, stretch: Span) -> Edits:
        indentation = self._indentation(stretch.start)
        rest = re.compile(r"[ \t]*(\r\n?|\n|\Z)").match(self.text, stretch.end)
        if indentation is None or not rest:
            return None
        return (TextEdit(span=Span(stretch.start - len(indentation), rest.end()), text=""),)

    @property
    def text(self) -> str:
        """The whole file."""
        return self.document.text

    @property
    def _is_json(self) -> bool:
        return is_json(self.document.text, self.document.path)

    def _context(self, path: Sequence[Step], *, of_key: bool = False) -> Context | None:
        """Say what may be written at a place; None where it is not written there, or not only for there."""
        if self._is_json:
            return Context(text=self.text, is_json=True, is_key=of_key)
        nodes = list(self._down(path[:-1] if of_key else path))
        if not nodes or any(self._is_shared(node) for node in nodes):
            return None
        owners = nodes if of_key else nodes[:-1]
        return Context(text=self.text, is_key=of_key, in_flow=any(self._is_flow(node) for node in owners))

    def _down(self, path: Sequence[Step]) -> Iterator[Node]:
        """Give the nodes from the top to a place."""
        for length in range(len(path) + 1):
            yield from self.document.root.select(*path[:length]) if self.document.root else ()

    def _around(self, path: Sequence[Step]) -> Iterator[Node]:
        return self.document.root.select(*path[:-1]) if self.document.root else iter(())

    def _is_shared(self, node: Node) -> bool:
        anchor = _ANCHOR.match(self.text, node.span.start)
        return self.text.startswith("*", node.span.start) or (
            anchor is not None and f"*{anchor[1]}" in self.text
        )

    def _is_flow(self, node: Node) -> bool:
        is_scalar = not isinstance(node.value, (tuple, dict))
        return not is_scalar and self.text.startswith(("[", "{"), self._bare(node.span).start)

    def _bare(self, span: Span) -> Span:
        """Give the stretch of a value without its anchor and its tag."""
        found = None if self._is_json else _PROPERTIES.match(self.text, span.start, span.end)
        return Span(found.end(), span.end) if found else span

    def _has_tag(self, node: Node) -> bool:
        """Say whether a tag decides how the letters of a value are read, here or elsewhere."""
        return "!" in self.text[node.span.start : self._bare(node.span).start]

    def _column(self, offset: int) -> int:
        return offset - (max(self.text.rfind("\n", 0, offset), self.text.rfind("\r", 0, offset)) + 1)

    def _indentation(self, offset: int) -> str | None:
        """Give the spaces before a place; None where anything else stands on its line before it."""
        before = self.text[offset - self._column(offset) : offset]
        return None if before.strip(" ") else before
