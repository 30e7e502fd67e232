"""What a user may choose: which rules speak, how loudly, about what; and how a run ends."""

from dataclasses import dataclass
from enum import Enum, IntEnum
from typing import Final

from ossr_catalogue.lint.limits import NO_CHOICE, Limits
from ossr_catalogue.model.finding import Severity


class Reach(IntEnum):
    """How many rules a word stands for; what reaches less far is meant more seriously."""

    ALL = 0
    FAMILY = 1
    RULE = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSet:
    """The rules that one word stands for: a code, a name, a family, or `ALL`."""

    word: str
    reach: Reach
    codes: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ignored:
    """Rules whose findings may stand, and why."""

    rules: RuleSet
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """Rules whose findings are worse, or less bad, than they say themselves."""

    rules: RuleSet
    severity: Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Override:
    """What is chosen for some executables or files only."""

    number: int
    """Its place among the overrides of its file, from 0."""
    uuid: str = ""
    """The executable that is meant; empty where any."""
    paths: tuple[str, ...] = ()
    """Patterns of files, relative to the folder of the configuration; none where all files are meant."""
    pointer: str = ""
    """A JSON Pointer that starts at the executable; what stands there and below is meant."""
    ignore: tuple[Ignored, ...] = ()
    severity: tuple[Ranked, ...] = ()


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

    select: tuple[RuleSet, ...] = ()
    """All rules where there are none."""
    ignore: tuple[Ignored, ...] = ()
    severity: tuple[Ranked, ...] = ()
    fail_on: FailOn | None = None
    """None stands for errors, and for warnings too where it is strict."""
    strict: bool = False
    exclude: tuple[str, ...] = ()
    limits: Limits = NO_CHOICE
    overrides: tuple[Override, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Flags:
    """What a caller says about a run; it counts more than what is configured."""

    select: tuple[RuleSet, ...] = ()
    """In the place of those that are configured, if there are any."""
    extend_select: tuple[RuleSet, ...] = ()
    ignore: tuple[RuleSet, ...] = ()
    severity: tuple[Ranked, ...] = ()
    fail_on: FailOn | None = None
    strict: bool | None = None


DEFAULTS: Final = Settings()
NO_FLAGS: Final = Flags()
