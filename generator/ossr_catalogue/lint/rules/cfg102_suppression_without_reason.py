"""CFG102: suppression without reason."""

from ossr_catalogue.lint.rule import ProblemRule
from ossr_catalogue.lint.scene import Toml
from ossr_catalogue.lint.sound import SOUND_YAML
from ossr_catalogue.model.finding import Severity


class SuppressionWithoutReason(ProblemRule):
    """Whoever lets a finding stand says why."""

    code, name, severity = "CFG102", "suppression-without-reason", Severity.ERROR
    kinds = ("suppression-without-reason",)
    why = (
        "In a year nobody knows whether a finding was let stand on purpose, and nobody dares to mend it. A "
        "few words are enough: `# lint: ignore[RES105] LOFAR imaging needs 6 TiB`."
    )
    good = (Toml('ignore = { DSC110 = "we write in telegram style" }\n'),)
    bad = (
        Toml('ignore = ["DSC110"]\n'),
        Toml('ignore = { DSC110 = "" }\n'),
        SOUND_YAML.replace(
            ": Fit the Crab nebula spectrum with Gammapy", ": Crab fit # lint: ignore[TTL101]"
        ),
    )
    points_at = ("DSC110", "DSC110", "TTL101")

    @classmethod
    def can_be_suppressed(cls) -> bool:
        return False
