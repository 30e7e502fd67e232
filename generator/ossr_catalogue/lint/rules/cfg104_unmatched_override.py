"""CFG104: unmatched override."""

from ossr_catalogue.lint.rule import ProblemRule
from ossr_catalogue.lint.scene import Toml
from ossr_catalogue.model.finding import Severity


class UnmatchedOverride(ProblemRule):
    """An override is for something that there is."""

    code, name, severity = "CFG104", "unmatched-override", Severity.WARNING
    kinds = ("unmatched-override",)
    why = (
        "A uuid with a slip, or a folder that has moved: what was meant is judged like everything else. "
        "Nothing is said as long as not all files were looked at that it may be for."
    )
    good = (Toml('[[override]]\npaths = ["*.yaml"]\nseverity = { TTL101 = "error" }\n'),)
    bad = (
        Toml('[[override]]\npaths = ["legacy/**"]\nseverity = { TTL101 = "error" }\n'),
        Toml(
            '[[override]]\nuuid = "911e248b-3a85-46b0-b681-cfd5ed1c2fe4"\nseverity = { TTL101 = "error" }\n'
        ),
    )
    points_at = ('["legacy/**"]', "911e248b-3a85-46b0-b681-cfd5ed1c2fe4")
