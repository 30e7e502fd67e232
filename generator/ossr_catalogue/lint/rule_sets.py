"""Rules as people name them, and what is wished for some of them."""

from dataclasses import dataclass
from enum import IntEnum

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
