"""CFG001: settings syntax."""

from ossr_catalogue.lint.rule import ProblemRule
from ossr_catalogue.lint.scene import Toml
from ossr_catalogue.model.finding import Severity


class SettingsSyntax(ProblemRule):
    """The linter's configuration is well-formed TOML."""

    code, name, severity = "CFG001", "settings-syntax", Severity.ERROR
    kinds = ("not-toml",)
    why = (
        "A configuration that cannot be read says nothing: every rule speaks again, and what was let stand "
        "with a reason is complained about. The whole file is passed over, the defaults count."
    )
    good = (Toml('fail-on = "warning"\n'),)
    bad = (Toml("fail-on = warning\n"),)
    points_at = ("w",)
    source = "https://toml.io/en/v1.0.0"

    @classmethod
    def can_be_suppressed(cls) -> bool:
        return False
