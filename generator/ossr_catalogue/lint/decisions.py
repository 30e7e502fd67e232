"""What is chosen for each rule, from the words of a configuration and of a caller."""

from dataclasses import dataclass

from ossr_catalogue.lint.registry import rule
from ossr_catalogue.lint.settings import DEFAULTS, NO_FLAGS, FailOn, Flags, Settings
from ossr_catalogue.model.finding import Confidence, Finding, Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What is chosen for one rule."""

    is_selected: bool = True
    is_named: bool = False
    """Whether it was selected by its own code or name: then even its notes and its doubts are told."""
    reason: str | None = None
    """Why its findings may stand; None where they may not."""
    severity: Severity | None = None
    """Instead of the rule's own."""
    can_be_suppressed: bool = True


class Decisions:
    """What one configuration and one caller decide together, worked out once for each rule."""

    def __init__(self, settings: Settings, flags: Flags) -> None:
        self._settings = settings
        self._flags = flags
        self._known: dict[str, Decision] = {}
        self._is_strict = settings.strict if flags.strict is None else flags.strict
        self._fail_on = _fail_on(settings, flags, is_strict=self._is_strict)

    def of(self, code: str) -> Decision:
        """Say what is chosen for a rule."""
        if code not in self._known:
            self._known[code] = self._decide(code)
        return self._known[code]

    def tells(self, found: Finding) -> bool:
        """Say whether a finding, with the severity that was chosen for it, is told at all."""
        decision = self.of(found.code)
        if not decision.is_selected:
            return False
        is_worth_it = found.severity >= self._told_from and found.confidence > Confidence.LOW
        return is_worth_it or decision.is_named or self._is_strict

    def fails(self, found: Finding) -> bool:
        """Say whether a run fails because of a finding."""
        lowest = self.lowest
        return found.suppression is None and lowest is not None and found.severity >= lowest

    @property
    def lowest(self) -> Severity | None:
        """The severity from which on a run fails; None where it never does."""
        return self._fail_on.lowest

    @property
    def _told_from(self) -> Severity:
        return Severity.NOTE if self._fail_on is FailOn.NOTE else Severity.WARNING

    def _decide(self, code: str) -> Decision:
        if self._settings is DEFAULTS and self._flags is NO_FLAGS:
            return Decision(can_be_suppressed=rule(code).can_be_suppressed())
        from ossr_catalogue.lint.weighing import decide  # noqa: PLC0415 - where nobody chose, nothing is weighed

        return decide(code, self._settings, self._flags)


def _fail_on(settings: Settings, flags: Flags, *, is_strict: bool) -> FailOn:
    called = flags.fail_on or (FailOn.WARNING if flags.strict else None)
    return called or settings.fail_on or (FailOn.WARNING if is_strict else FailOn.ERROR)
