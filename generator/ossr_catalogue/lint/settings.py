"""What a user may choose: which rules speak, how loudly, about what; and how a run ends."""

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

from ossr_catalogue.lint.limits import NO_CHOICE, Limits
from ossr_catalogue.model.finding import Severity

if TYPE_CHECKING:  # where nobody has chosen anything, these are not needed
    from ossr_catalogue.lint.rule_sets import Ignored, Override, Ranked, RuleSet


class FailOn(Enum):
    """From which severity on a run fails."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    NEVER = "never"

    @property
    def lowest(self) -> Severity | None:
        """The least that a run fails on; None where it never does."""
        return None if self is FailOn.NEVER else Severity[self.name]


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a configuration file says; as it is here, there is none."""

    select: "tuple[RuleSet, ...]" = ()
    """All rules where there are none."""
    ignore: "tuple[Ignored, ...]" = ()
    severity: "tuple[Ranked, ...]" = ()
    fail_on: FailOn | None = None
    """None stands for errors, and for warnings too where it is strict."""
    strict: bool = False
    exclude: tuple[str, ...] = ()
    limits: Limits = NO_CHOICE
    overrides: "tuple[Override, ...]" = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Flags:
    """What a caller says about a run; it counts more than what is configured."""

    select: "tuple[RuleSet, ...]" = ()
    """In the place of those that are configured, if there are any."""
    extend_select: "tuple[RuleSet, ...]" = ()
    ignore: "tuple[RuleSet, ...]" = ()
    severity: "tuple[Ranked, ...]" = ()
    fail_on: FailOn | None = None
    strict: bool | None = None


DEFAULTS: Final = Settings()
NO_FLAGS: Final = Flags()
