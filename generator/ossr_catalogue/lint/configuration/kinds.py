"""What can be wrong with how somebody configured the linter."""

from typing import Final

CONFIGURATION_KINDS: Final = {
    "not-toml": "the file could not be read; the defaults count",
    "unknown-setting": "a key that nobody reads",
    "wrong-setting": "a value that a setting cannot have; its default counts",
    "unknown-rule": "a word that stands for no rule; it was passed over",
    "suppression-without-reason": "nobody said why a finding may stand; it was let stand",
    "cannot-be-suppressed": "the rule is one whose findings cannot stand; the wish was passed over",
    "malformed-suppression": "a comment that looks like a suppression, but is none",
    "unused-suppression": "what is suppressed was not found",
    "unmatched-override": "an override for what is not there",
    "stale-baseline-entry": "what is in the baseline was not found",
}
"""Each has a rule of the family CFG that reports it."""
