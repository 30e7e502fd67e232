"""CFG103: rule cannot be suppressed."""

from ossr_catalogue.lint.rule import ProblemRule
from ossr_catalogue.lint.scene import Toml
from ossr_catalogue.lint.sound import SOUND_YAML
from ossr_catalogue.model.finding import Severity


class RuleCannotBeSuppressed(ProblemRule):
    """Only rules that leave a choice are suppressed."""

    code, name, severity = "CFG103", "rule-cannot-be-suppressed", Severity.ERROR
    kinds = ("cannot-be-suppressed",)
    why = (
        "A file that cannot be read as its writer meant it, or two executables with one uuid, are mistakes "
        "for every program that ever reads the list. No comment in it changes that, so these rules speak "
        "whatever is selected or ignored, and their severity can only be raised."
    )
    good = (Toml('[severity]\nPAR002 = "error"\n'),)
    bad = (
        Toml('ignore = { PAR = "our editor writes it so" }\n'),
        Toml('[severity]\nduplicate-uuid = "note"\n'),
        SOUND_YAML.replace("Gammapy", "Gammapy # lint: ignore[PAR021] as it should be"),
    )
    points_at = ("PAR", "duplicate-uuid", "PAR021")

    @classmethod
    def can_be_suppressed(cls) -> bool:
        return False
