"""Fix a file: findings whose fixes agree with each other, round after round, until none is left.

Whatever a fix makes of the file is read and linted again before it counts: see `same_otherwise`.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from ossr_catalogue.document.document import Document
from ossr_catalogue.document.node import Span
from ossr_catalogue.document.parse import parse
from ossr_catalogue.document.rewriting import TextEdit, apply_edits, overlap
from ossr_catalogue.document.sameness import written_over
from ossr_catalogue.document.text import encode_like
from ossr_catalogue.lint.run import lint
from ossr_catalogue.model.finding import Finding, Severity

_MOST_ATTEMPTS: Final = 60
"""Times that a file is read again; a round takes one, and a fix that is refused a handful."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fixed:
    """What became of a file."""

    data: bytes
    """The same as before where nothing was fixed."""
    document: Document
    applied: tuple[Finding, ...]
    """What was fixed, in the order in which it was; places are those of the file at that time."""
    left: tuple[Finding, ...]
    """What is to be said about the file as it is now."""


def fix(
    data: bytes,
    path: str,
    *,
    unsafe: bool = False,
    wanted: Callable[[Finding], bool] = lambda _: True,
    look: Callable[[Document], Sequence[Finding]] = lint,
) -> Fixed:
    """Fix what can be fixed; encoding, line ends and all else of the file stay as they are.

    Args:
        data: the file's content.
        path: its name, as for `parse`.
        unsafe: whether to apply fixes too that somebody should look at.
        wanted: says of which findings the fixes are applied; suppressed ones are left alone anyway.
        look: what lints a document.
    """
    document = parse(data, path)
    state = Fixed(data=data, document=document, applied=(), left=tuple(look(document)))
    return _Fixer(look, wanted, unsafe=unsafe).run(state)


class _Fixer:
    def __init__(
        self,
        look: Callable[[Document], Sequence[Finding]],
        wanted: Callable[[Finding], bool],
        *,
        unsafe: bool,
    ) -> None:
        self._look = look
        self._wanted = wanted
        self._unsafe = unsafe
        self._refused: set[object] = set()
        self._attempts = 0

    def run(self, state: Fixed) -> Fixed:
        """Go round until nothing is left to be fixed, or it takes too long."""
        while self._attempts < _MOST_ATTEMPTS and (chosen := self._chosen(state.left)):
            after = self._most(state, chosen)
            if after is None:
                break
            state = after
        return state

    def _chosen(self, findings: Iterable[Finding]) -> list[Finding]:
        """Choose findings whose edits do not meet, the worst first."""
        chosen: list[Finding] = []
        edits: list[TextEdit] = []
        for found in sorted(filter(self._may_be_fixed, findings), key=lambda one: -one.severity):
            together = _in_order((*edits, *edits_for(found)))
            if not overlap(together):
                chosen.append(found)
                edits = together
        return chosen

    def _may_be_fixed(self, found: Finding) -> bool:
        if not found.fix or found.suppression or not (found.fix.is_safe or self._unsafe):
            return False
        return identity(found) not in self._refused and self._wanted(found)

    def _most(self, state: Fixed, chosen: Sequence[Finding]) -> Fixed | None:
        """Apply as many fixes as do no harm together, halving until it is known which does."""
        after = self._attempt(state, chosen)
        if after or self._attempts >= _MOST_ATTEMPTS:
            return after
        if len(chosen) == 1:
            self._refused.add(identity(chosen[0]))
            return None
        half = len(chosen) // 2
        return self._most(state, chosen[:half]) or self._most(state, chosen[half:])

    def _attempt(self, state: Fixed, chosen: Sequence[Finding]) -> Fixed | None:
        """Apply fixes; None where something came of it that nobody wanted."""
        self._attempts += 1
        edits = sorted(
            (edit for found in chosen for edit in edits_for(found)), key=lambda edit: edit.span.start
        )
        text = apply_edits(state.document.text, edits)
        as_utf_8 = any(found.fix and found.fix.saves_as_utf_8 for found in chosen)
        data = text.encode() if as_utf_8 else encode_like(text, state.data)
        document = parse(data, state.document.path)
        after = replace(
            state,
            data=data,
            document=document,
            applied=(*state.applied, *chosen),
            left=tuple(self._look(document)),
        )
        return after if _is_better(state, after, chosen, edits) else None


def identity(found: Finding) -> object:
    """Say what is the same finding although the file around it has changed."""
    return found.code, found.pointer, found.message


def edits_for(found: Finding) -> Iterator[TextEdit]:
    """Give the edits of a finding's fix."""
    for edit in found.fix.edits if found.fix else ():
        yield TextEdit(span=Span(edit.start, edit.end), text=edit.text)


def _in_order(edits: Iterable[TextEdit]) -> list[TextEdit]:
    return sorted(edits, key=lambda edit: edit.span.start)


def _is_better(before: Fixed, after: Fixed, chosen: Iterable[Finding], edits: Iterable[TextEdit]) -> bool:
    """Say whether what was found is gone, every other value is there, and no error is that was not."""
    was, now = Counter(map(identity, before.left)), Counter(map(identity, after.left))
    if any(now[identity(one)] >= was[identity(one)] for one in chosen):
        return False
    if before.document.text == after.document.text:
        return True
    if before.document.root is None or after.document.root is None:
        return after.document.root is not None
    places = written_over(before.document.root, after.document.root, [edit.span for edit in edits])
    return places is not None and not any(_is_harm(*error, places) for error in _new_errors(before, after))


def _new_errors(before: Fixed, after: Fixed) -> Iterator[tuple[str, str]]:
    """Give code and pointer of each error that was not there before."""
    return (_errors(after.left) - _errors(before.left)).elements()


def _errors(findings: Iterable[Finding]) -> Counter[tuple[str, str]]:
    return Counter((one.code, one.pointer) for one in findings if one.severity is Severity.ERROR)


def _is_harm(code: str, pointer: str, places: Iterable[str]) -> bool:
    """Tell harm from what only comes to light: a misspelt key's value, which nobody had looked at."""
    is_known = any(pointer == place or pointer.startswith(f"{place}/") for place in places)
    return code.startswith("PAR") or not is_known
