"""SCH041: a value that is none of the allowed ones."""

from ossr_catalogue.lint.rule import ProblemRule
from ossr_catalogue.model.finding import Severity
from ossr_catalogue.model.rule_card import FixAvailability


class WrongValue(ProblemRule):
    """A value is one of those that its key allows."""

    code, name, severity = "SCH041", "wrong-value", Severity.ERROR
    kinds = ("wrong-value",)
    fix = FixAvailability.UNSAFE
    why = (
        "Where a key allows a few words only, programs compare them letter by letter: another word means "
        "nothing to them."
    )
    good = ({"status": "deprecated"},)
    bad = (
        {"status": "obsolete"},
        {"storage-resources": [{"size": "1 GiB", "lifetime": "Persistent"}]},
        {"status": "withdraw"},
    )
    points_at = ("obsolete", "Persistent", "withdraw")
