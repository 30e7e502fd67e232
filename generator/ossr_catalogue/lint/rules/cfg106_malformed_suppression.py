"""CFG106: malformed suppression."""

from ossr_catalogue.lint.rule import ProblemRule
from ossr_catalogue.lint.sound import SOUND_YAML
from ossr_catalogue.model.finding import Severity


class MalformedSuppression(ProblemRule):
    """A comment that is to suppress a finding is written so that it does."""

    code, name, severity = "CFG106", "malformed-suppression", Severity.WARNING
    kinds = ("malformed-suppression",)
    why = (
        "A suppression is `# lint: ignore[RES105] reason`, with the rules in brackets, at the end of the "
        "line or alone on the line above. Anything else is a comment like any other, and the finding stays."
    )
    good = (
        SOUND_YAML.replace(
            ": Fit the Crab nebula spectrum with Gammapy", ": Crab fit # lint: ignore[TTL101] a name"
        ),
    )
    bad = (SOUND_YAML.replace("Gammapy", "Gammapy # lint: disable=TTL101"),)
    points_at = ("# lint: disable=TTL101",)
