"""What is chosen for each rule, from the words of a configuration and of a caller."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ossr_catalogue.lint.registry import rule
from ossr_catalogue.lint.settings import FailOn, Flags, Ignored, Ranked, Reach, Settings
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


@dataclass(frozen=True, slots=True)
class _Say:
    """One word about a rule; the narrowest counts, then the caller's, then what takes away."""

    reach: Reach
    from_caller: bool
    takes_away: bool
    reason: str | None = None

    @property
    def weight(self) -> tuple[Reach, bool, bool]:
        return self.reach, self.from_caller, self.takes_away


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
        found = rule(code)
        severity = self._severity(code)
        if not found.can_be_suppressed():
            return Decision(
                severity=severity if severity and severity > found.severity else None,
                can_be_suppressed=False,
            )
        heaviest = max(self._says(code), key=lambda say: say.weight, default=None)
        if heaviest is None or (heaviest.takes_away and heaviest.reason is None):
            return Decision(is_selected=False)
        is_named = not heaviest.takes_away and heaviest.reach is Reach.RULE
        return Decision(is_named=is_named, reason=heaviest.reason, severity=severity)

    def _says(self, code: str) -> Iterator[_Say]:
        """Give what is said about a rule; it is silent where nothing is."""
        settings, flags = self._settings, self._flags
        if not (settings.select or flags.select):
            yield _Say(Reach.ALL, from_caller=False, takes_away=False)
        configured = () if flags.select else settings.select
        yield from (_Say(one.reach, False, False) for one in configured if code in one.codes)  # noqa: FBT003 - in the order of the fields
        for chosen in (one for one in (*flags.select, *flags.extend_select) if code in one.codes):
            yield _Say(chosen.reach, from_caller=True, takes_away=False)
        for ignored in applying(settings.ignore, code):
            yield _Say(ignored.rules.reach, from_caller=False, takes_away=True, reason=ignored.reason)
        for rules in (one for one in flags.ignore if code in one.codes):
            yield _Say(rules.reach, from_caller=True, takes_away=True)

    def _severity(self, code: str) -> Severity | None:
        return ranked(self._flags.severity, code) or ranked(self._settings.severity, code)


def applying(ignored: Iterable[Ignored], code: str) -> Iterator[Ignored]:
    """Give those that speak about a rule."""
    return (one for one in ignored if code in one.rules.codes)


def ranked(chosen: Iterable[Ranked], code: str) -> Severity | None:
    """Give the severity that is chosen for a rule, by the narrowest word; None where none is."""
    found = [one for one in chosen if code in one.rules.codes]
    return max(found, key=lambda one: one.rules.reach).severity if found else None


def _fail_on(settings: Settings, flags: Flags, *, is_strict: bool) -> FailOn:
    called = flags.fail_on or (FailOn.WARNING if flags.strict else None)
    return called or settings.fail_on or (FailOn.WARNING if is_strict else FailOn.ERROR)
