"""SCH021: a key that nobody reads."""

from ossr_catalogue.lint.rule import Hides, ProblemRule
from ossr_catalogue.model.finding import Severity
from ossr_catalogue.model.rule_card import FixAvailability


class UnknownKey(ProblemRule):
    """Every key is one of the format, or starts with `x-`."""

    code, name, severity = "SCH021", "unknown-key", Severity.ERROR
    kinds = ("unknown-key",)
    hides = Hides.OWNER
    fix = FixAvailability.UNSAFE
    why = (
        "A misspelt key is not read by anybody: what it says is lost without a word, and a job starts "
        "with less memory than it needs. Keys of your own are welcome if they start with `x-`; they are "
        "kept, and never judged."
    )
    good = ({"x-campus-room": "B 112"},)
    bad = (
        {"keyword": ["gamma-ray astronomy"]},
        {"compute-resources": [{"memry": "16 GiB"}]},
        {"data-resources": [{"name": "events", "size": "5 GB", "format": "urn:fits-binary"}]},
    )
    points_at = ("keyword", "memry", "format")
