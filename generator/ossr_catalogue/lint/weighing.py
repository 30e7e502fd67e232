"""Weighs what is said about a rule, by configuration and caller, in words that mean one rule or many."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ossr_catalogue.lint.registry import rule
from ossr_catalogue.lint.rule_sets import Ignored, Ranked, Reach
from ossr_catalogue.lint.settings import DEFAULTS, NO_FLAGS, FailOn, Flags, Settings
from ossr_catalogue.model.finding import Severity


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


def is_strict(settings: Settings | None, flags: Flags | None) -> bool:
    """Say whether notes and doubts are told too."""
    said = flags.strict if flags else None
    return bool(settings and settings.strict) if said is None else said


def lowest(settings: Settings | None, flags: Flags | None) -> Severity | None:
    """Give the severity from which on a run fails; None where it never does."""
    settings, flags = settings or DEFAULTS, flags or NO_FLAGS
    called = flags.fail_on or (FailOn.WARNING if flags.strict else None)
    otherwise = FailOn.WARNING if is_strict(settings, flags) else FailOn.ERROR
    return (called or settings.fail_on or otherwise).lowest


def decide(code: str, settings: Settings | None, flags: Flags | None) -> Decision:
    """Say what is chosen for a rule."""
    settings, flags = settings or DEFAULTS, flags or NO_FLAGS
    found = rule(code)
    severity = ranked(flags.severity, code) or ranked(settings.severity, code)
    if not found.can_be_suppressed():
        raised = severity if severity and severity > found.severity else None
        return Decision(severity=raised, can_be_suppressed=False)
    heaviest = max(_says(code, settings, flags), key=lambda say: say.weight, default=None)
    if heaviest is None or (heaviest.takes_away and heaviest.reason is None):
        return Decision(is_selected=False)
    is_named = not heaviest.takes_away and heaviest.reach is Reach.RULE
    return Decision(is_named=is_named, reason=heaviest.reason, severity=severity)


def _says(code: str, settings: Settings, flags: Flags) -> Iterator[_Say]:
    """Give what is said about a rule; it is silent where nothing is."""
    if not (settings.select or flags.select):
        yield _Say(Reach.ALL, from_caller=False, takes_away=False)
    for chosen in settings.select:
        if code in chosen.codes and not flags.select:
            yield _Say(chosen.reach, from_caller=False, takes_away=False)
    for chosen in (*flags.select, *flags.extend_select):
        if code in chosen.codes:
            yield _Say(chosen.reach, from_caller=True, takes_away=False)
    for ignored in applying(settings.ignore, code):
        yield _Say(ignored.rules.reach, from_caller=False, takes_away=True, reason=ignored.reason)
    for taken in flags.ignore:
        if code in taken.codes:
            yield _Say(taken.reach, from_caller=True, takes_away=True)


def applying(ignored: Iterable[Ignored], code: str) -> Iterator[Ignored]:
    """Give those that speak about a rule."""
    return (one for one in ignored if code in one.rules.codes)


def ranked(chosen: Iterable[Ranked], code: str) -> Severity | None:
    """Give the severity that is chosen for a rule, by the narrowest word; None where none is."""
    found = [one for one in chosen if code in one.rules.codes]
    return max(found, key=lambda one: one.rules.reach).severity if found else None
