"""Weighs what is said about a rule, by configuration and caller, in words that mean one rule or many."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ossr_catalogue.lint.decisions import Decision
from ossr_catalogue.lint.registry import rule
from ossr_catalogue.lint.rule_sets import Ignored, Ranked, Reach
from ossr_catalogue.lint.settings import Flags, Settings
from ossr_catalogue.model.finding import Severity


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


def decide(code: str, settings: Settings, flags: Flags) -> Decision:
    """Say what is chosen for a rule."""
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
