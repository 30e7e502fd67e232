"""CFG013: unknown rule."""

from ossr_catalogue.lint.rule import ProblemRule
from ossr_catalogue.lint.scene import Toml
from ossr_catalogue.lint.sound import SOUND_YAML
from ossr_catalogue.model.finding import Severity


class UnknownRule(ProblemRule):
    """Every rule that is spoken about exists."""

    code, name, severity = "CFG013", "unknown-rule", Severity.ERROR
    kinds = ("unknown-rule",)
    why = (
        "A rule that does not exist is neither selected nor ignored. Rules go by their code, their name, or "
        "the three letters of their family; `ALL` stands for every one."
    )
    good = (Toml('select = ["RES", "unknown-key", "TTL101"]\n'),)
    bad = (
        Toml('select = ["RES", "unknown-keys"]\n'),
        Toml('[severity]\nRES10l = "error"\n'),
        SOUND_YAML.replace("Gammapy", "Gammapy # lint: ignore[TTL999] a product name"),
    )
    points_at = ("unknown-keys", "RES10l", "TTL999")

    @classmethod
    def can_be_suppressed(cls) -> bool:
        return False
