"""What is chosen for the findings of one file: how bad they are, which may stand, which are told at all."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from ossr_catalogue.document.document import Document, Problem
from ossr_catalogue.lint.decisions import Decisions
from ossr_catalogue.lint.scope import silence_proves_nothing
from ossr_catalogue.model.finding import Finding, Severity, Suppression, SuppressionKind

if TYPE_CHECKING:
    from ossr_catalogue.lint.inline import InlineSuppressions
    from ossr_catalogue.lint.rule_sets import Override

SUPPRESSION_MARK: Final = "lint:"
"""What every comment holds that may be a suppression."""


class FileChoice:
    """Judges the findings of one file, and remembers which suppressions were of use."""

    def __init__(
        self,
        document: Document,
        decisions: Decisions,
        overrides: "tuple[Override, ...]",
        used: set[tuple[int, str]],
    ) -> None:
        """Take a file.

        Args:
            document: the file.
            decisions: what is chosen for all files of its configuration.
            overrides: those of its configuration that may speak about this file.
            used: gets the overrides that let a finding stand, each by its number and the word in it.
        """
        self._used = used
        self.decisions = decisions
        self._overrides = overrides
        self._inline = _inline(document) if SUPPRESSION_MARK in document.text else None
        self._document = document if self._inline else None
        self._used_inline: set[object] = set()

    def judge(self, found: Finding) -> Finding | None:
        """Give a finding as it is chosen to be; None where it is not to be told."""
        decision = self.decisions.of(found.code)
        overrides, overriding = self._overriding(found)
        severity = overriding or decision.severity or found.severity
        suppression = None
        if decision.can_be_suppressed:
            suppression = self._suppression(found, overrides, decision.reason)
        else:
            severity = max(severity, found.severity)
        if severity is not found.severity or suppression:
            found = replace(found, severity=severity, suppression=suppression)
        return found if self.decisions.tells(found) else None

    def complaints(self, *, is_wholly_read: bool) -> Document | None:
        """Give the file with what is wrong with its comments; None where nothing is.

        Args:
            is_wholly_read: whether no mistake kept rules from looking at some of it.
        """
        if self._document is None or self._inline is None:
            return None
        unused = tuple(self._unused(self._inline)) if is_wholly_read else ()
        problems = with_unused(self._inline.problems, unused)
        return replace(self._document, problems=problems) if problems else None

    def _overriding(self, found: Finding) -> "tuple[tuple[Override, ...], Severity | None]":
        """Give the overrides that are about a finding, and the severity that they choose."""
        if not self._overrides:
            return (), None
        from ossr_catalogue.lint.overrides import is_about, severity_by  # noqa: PLC0415 - few have any

        overrides = tuple(one for one in self._overrides if is_about(one, found))
        return overrides, severity_by(overrides, found.code)

    def _suppression(
        self, found: Finding, overrides: "tuple[Override, ...]", reason: str | None
    ) -> Suppression | None:
        """Find out who lets a finding stand; all who do are of use, the nearest is named."""
        reasons = [] if reason is None else [Suppression(kind=SuppressionKind.SETTING, reason=reason)]
        for override in overrides:
            for ignored in (one for one in override.ignore if found.code in one.rules.codes):
                self._used.add((override.number, ignored.rules.word))
                reasons.append(Suppression(kind=SuppressionKind.SETTING, reason=ignored.reason))
        inline = self._inline.on(found.place.line, found.code) if self._inline else None
        if inline:
            self._used_inline.add(inline)
            reasons.append(Suppression(kind=SuppressionKind.INLINE, reason=inline.reason))
        return reasons[-1] if reasons else None

    def _unused(self, inline: "InlineSuppressions") -> Iterator[Problem]:
        unused = [
            one
            for one in inline.found
            if one not in self._used_inline and not silence_proves_nothing(one.rules.codes)
        ]
        if not unused or not self._document:
            return
        from ossr_catalogue.lint.unused import taking_out  # noqa: PLC0415 - few files have any

        for one, fix in zip(unused, taking_out(self._document.text, unused), strict=True):
            message = f"no finding of {one.rules.word} is here to be suppressed"
            yield Problem(
                kind="unused-suppression", span=one.span, message=message, advice="take it out", fix=fix
            )


def with_unused(problems: Sequence[Problem], unused: Sequence[Problem]) -> tuple[Problem, ...]:
    """Put what is of no use to what is wrong; of what can be taken out, nobody asks the reason."""
    places = {problem.span for problem in unused}
    without = "suppression-without-reason"
    kept = (one for one in problems if one.kind != without or one.span not in places)
    return (*kept, *unused)


def _inline(document: Document) -> "InlineSuppressions | None":
    from ossr_catalogue.lint.inline import inline_suppressions  # noqa: PLC0415 - few files need it

    found = inline_suppressions(document)
    return found if found.found or found.problems else None
