"""What is known of a rule wherever it is only spoken about: in reports, lists and pages."""

from dataclasses import dataclass
from enum import Enum

from ossr_catalogue.model.finding import Confidence, Severity


class FixAvailability(Enum):
    """Whether the linter itself can mend what a rule finds."""

    NONE = "none"
    SAFE = "safe"
    """Always or sometimes, without changing what the file means: `--fix`."""
    UNSAFE = "unsafe"
    """Always or sometimes, and somebody should look at it: `--unsafe-fixes`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleCard:
    """A rule without what it does."""

    code: str
    name: str
    family: str
    """What the three letters stand for."""
    title: str
    """How things should be, in a sentence."""
    why: str
    """CommonMark."""
    severity: Severity
    confidence: Confidence
    fix: FixAvailability
    since: str
    source: str
    """URL of the standard or the evidence; empty where there is none."""
    can_be_suppressed: bool = True
    """Whether its findings may stand, once somebody has said why."""
