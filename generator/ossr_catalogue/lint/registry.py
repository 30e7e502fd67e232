"""All rules, found by folder."""

import importlib
import pkgutil
from collections.abc import Set as AbstractSet
from functools import cache
from typing import Final

from ossr_catalogue.document.nearest import nearest
from ossr_catalogue.errors import UsageError
from ossr_catalogue.lint import rules
from ossr_catalogue.lint.rule import Rule
from ossr_catalogue.model.rule_card import RuleCard

FAMILIES: Final = {
    "PAR": "Reading the file",
    "SCH": "Shape of the document",
    "IDN": "Identity and type",
    "TTL": "Titles",
    "DSC": "Descriptions",
    "RES": "Compute resources",
    "STO": "Storage",
    "DAT": "Data",
    "PRF": "Profiles",
    "REF": "Links and images",
    "EXB": "Asking an ExecutionBroker",
    "CAT": "Across the catalogue",
    "CFG": "Configuration of the linter",
}
"""The three letters with which a code starts, and what they stand for, in the order of a reader."""


CONFIGURATION: Final = "CFG"
"""The family whose rules do not look at lists."""
READING: Final = frozenset({"PAR", "SCH"})
"""The families whose rules only pass on the problems that reading a list met."""


@cache
def all_rules() -> tuple[type[Rule], ...]:
    """Give every rule of the folder `rules/`, sorted by code."""
    return tuple(sorted((*list_rules(), *configuration_rules()), key=lambda rule: rule.code))


@cache
def list_rules() -> tuple[type[Rule], ...]:
    """Give the rules that look at lists of executables, sorted by code."""
    return tuple(sorted((*content_rules(), *_rules_of(READING)), key=lambda rule: rule.code))


@cache
def content_rules() -> tuple[type[Rule], ...]:
    """Give those of them that may speak about a list without problems; a run over such imports no others."""
    return _rules_of(FAMILIES.keys() - READING - {CONFIGURATION})


@cache
def configuration_rules() -> tuple[type[Rule], ...]:
    """Give the rules about the linter's own configuration; a run without one never imports them."""
    return _rules_of({CONFIGURATION})


def _rules_of(families: AbstractSet[str]) -> tuple[type[Rule], ...]:
    """Give the rules of some families: a file's name starts with the code of its rule."""
    names = (found.name for found in pkgutil.iter_modules(rules.__path__))
    modules = (
        importlib.import_module(f"{rules.__name__}.{name}") for name in names if name[:3].upper() in families
    )
    found = (
        value for module in modules for value in vars(module).values() if _is_rule_of(module.__name__, value)
    )
    return tuple(sorted(found, key=lambda rule: rule.code))


def rule(code_or_name: str) -> type[Rule]:
    """Find a rule by its code or its name.

    Raises:
        UsageError: if there is none; it names the nearest.
    """
    wanted = code_or_name.strip()
    for candidates in (list_rules, configuration_rules):
        for candidate in candidates():
            if wanted.upper() == candidate.code or wanted.lower() == candidate.name:
                return candidate
    raise UsageError(
        f"there is no rule {code_or_name!r}; {_nearest(wanted)}`ossr-catalogue rules` lists them"
    )


def card(found: type[Rule]) -> RuleCard:
    """Give what is known of a rule without what it does."""
    return RuleCard(
        code=found.code,
        name=found.name,
        family=FAMILIES[found.family()],
        title=found.title(),
        why=found.why,
        severity=found.severity,
        confidence=found.confidence,
        fix=found.fix,
        since=found.since,
        source=found.source,
        can_be_suppressed=found.can_be_suppressed(),
    )


def _is_rule_of(module: str, value: object) -> bool:
    return (
        isinstance(value, type)
        and value.__module__ == module  # asked first: abstract classes are slow to say whose kin they are
        and issubclass(value, Rule)
        and hasattr(value, "code")
    )


def _nearest(wanted: str) -> str:
    known = [word for candidate in all_rules() for word in (candidate.code, candidate.name)]
    code = wanted[:3].upper() + wanted[3:].upper().translate(_LOOK_LIKE_DIGITS)
    meant = code if code in known else nearest(wanted, known)
    return f'did you mean "{meant}"? ' if meant else ""


_LOOK_LIKE_DIGITS: Final = str.maketrans("ILO", "110")
