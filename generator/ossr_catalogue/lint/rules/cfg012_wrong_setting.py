"""CFG012: wrong setting."""

from ossr_catalogue.lint.rule import ProblemRule
from ossr_catalogue.lint.scene import Toml
from ossr_catalogue.model.finding import Severity


class WrongSetting(ProblemRule):
    """Every setting has a value that it can have."""

    code, name, severity = "CFG012", "wrong-setting", Severity.ERROR
    kinds = ("wrong-setting",)
    why = (
        "A value that is none is passed over, and the default counts: nobody would notice that the run does "
        "not fail as it was meant to."
    )
    good = (Toml('[severity]\nTTL101 = "error"\n'),)
    bad = (
        Toml('fail-on = "warnings"\n'),
        Toml("strict = 1\n"),
        Toml('[limits]\nmemory-per-node = "6 Tb"\n'),
        Toml('[[override]]\npointer = "/compute-resources"\n'),
    )
    points_at = ("warnings", "1", "6 Tb", "[[override]]")

    @classmethod
    def can_be_suppressed(cls) -> bool:
        return False
