"""CFG101: unused suppression."""

from ossr_catalogue.lint.rule import ProblemRule
from ossr_catalogue.lint.scene import Scene, Toml
from ossr_catalogue.lint.sound import SOUND, SOUND_YAML
from ossr_catalogue.model.finding import Severity
from ossr_catalogue.model.rule_card import FixAvailability


class UnusedSuppression(ProblemRule):
    """What is suppressed is there."""

    code, name, severity = "CFG101", "unused-suppression", Severity.WARNING
    fix = FixAvailability.SAFE
    kinds = ("unused-suppression",)
    why = (
        "A suppression that outlives its cause hides the next mistake at the same place. Nothing is said "
        "where a file could not be read in full, of rules that need the network or other lists, and of "
        "overrides as long as not all files were looked at that they may be for. Comments are fixed, the "
        "configuration is not."
    )
    good = (
        SOUND_YAML.replace(
            ": Fit the Crab nebula spectrum with Gammapy", ": Crab fit # lint: ignore[TTL101] a name"
        ),
        Scene(
            example={"title": "Crab fit"},
            configuration=Toml(f'[[override]]\nuuid = "{SOUND["uuid"]}"\nignore = {{ TTL101 = "a name" }}\n'),
        ),
    )
    bad = (
        SOUND_YAML.replace("Gammapy", "Gammapy # lint: ignore[TTL101] a product name"),
        Toml(f'[[override]]\nuuid = "{SOUND["uuid"]}"\nignore = {{ TTL101 = "a name" }}\n'),
    )
    points_at = ("TTL101", "TTL101")
