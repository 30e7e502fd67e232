"""CFG011: unknown setting."""

from ossr_catalogue.lint.rule import ProblemRule
from ossr_catalogue.lint.scene import Toml
from ossr_catalogue.model.finding import Severity


class UnknownSetting(ProblemRule):
    """Every key of the configuration is a setting."""

    code, name, severity = "CFG011", "unknown-setting", Severity.ERROR
    kinds = ("unknown-setting",)
    why = "A misspelt setting is read by nobody, and its writer believes that it counts."
    good = (Toml('fail-on = "warning"\n'),)
    bad = (
        Toml('fail_on = "warning"\n'),
        Toml('[limits]\nmemory = "6 TiB"\n'),
    )
    points_at = ("fail_on", "memory")

    @classmethod
    def can_be_suppressed(cls) -> bool:
        return False
