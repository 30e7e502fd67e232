"""From words to rules: a code, a name, a family, `ALL`."""

from typing import Final

from ossr_catalogue.lint.registry import FAMILIES, all_rules, rule
from ossr_catalogue.lint.rule_sets import Reach, RuleSet

ALL: Final = "ALL"


def rule_set(word: str) -> RuleSet:
    """Find the rules that a word stands for, in upper or lower case.

    Raises:
        UsageError: if there is none; it names the nearest.
    """
    wanted = word.strip().upper()
    if wanted == ALL:
        return RuleSet(word=ALL, reach=Reach.ALL, codes=frozenset(one.code for one in all_rules()))
    if wanted in FAMILIES:
        codes = frozenset(one.code for one in all_rules() if one.family() == wanted)
        return RuleSet(word=wanted, reach=Reach.FAMILY, codes=codes)
    found = rule(word)
    return RuleSet(word=word.strip(), reach=Reach.RULE, codes=frozenset({found.code}))


def is_firm(rules: RuleSet) -> bool:
    """Say whether of some rules none can be suppressed."""
    return rules.reach is not Reach.ALL and not any(rule(code).can_be_suppressed() for code in rules.codes)
