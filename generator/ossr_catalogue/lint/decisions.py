"""What one configuration and one caller decide together about the findings of each rule."""

from typing import TYPE_CHECKING

from ossr_catalogue.model.finding import Confidence, Finding, Severity

if TYPE_CHECKING:  # a run in which nothing is found, and nobody has chosen anything, needs none of these
    from ossr_catalogue.lint.settings import Flags, Settings
    from ossr_catalogue.lint.weighing import Decision


class Decisions:
    """What is chosen for each rule, worked out once."""

    def __init__(self, settings: "Settings | None" = None, flags: "Flags | None" = None) -> None:
        """Take what is configured, and what the caller says; None where nothing is."""
        self._settings = settings
        self._flags = flags
        self._known: dict[str, Decision] = {}
        self._is_strict = False
        self.lowest: Severity | None = Severity.ERROR
        """The severity from which on a run fails; None where it never does."""
        if settings or flags:
            from ossr_catalogue.lint.weighing import is_strict, lowest  # noqa: PLC0415 - see above

            self._is_strict = is_strict(settings, flags)
            self.lowest = lowest(settings, flags)

    def of(self, code: str) -> "Decision":
        """Say what is chosen for a rule."""
        if code not in self._known:
            from ossr_catalogue.lint.weighing import decide  # noqa: PLC0415 - see above

            self._known[code] = decide(code, self._settings, self._flags)
        return self._known[code]

    def tells(self, found: Finding) -> bool:
        """Say whether a finding, with the severity that was chosen for it, is told at all."""
        decision = self.of(found.code)
        if not decision.is_selected:
            return False
        told_from = min(self.lowest or Severity.WARNING, Severity.WARNING)
        is_worth_it = found.severity >= told_from and found.confidence > Confidence.LOW
        return is_worth_it or decision.is_named or self._is_strict

    def fails(self, found: Finding) -> bool:
        """Say whether a run fails because of a finding."""
        return found.suppression is None and self.lowest is not None and found.severity >= self.lowest
