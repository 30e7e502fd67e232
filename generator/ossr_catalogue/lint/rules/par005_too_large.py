"""PAR005: more than any list holds."""

from ossr_catalogue.lint.rule import ProblemRule
from ossr_catalogue.lint.sound import SOUND_JSON
from ossr_catalogue.model.finding import Severity


class TooLarge(ProblemRule):
    """The file is of a size and depth that a list of executables can have."""

    code, name, severity = "PAR005", "too-large", Severity.ERROR
    kinds = ("too-large", "too-deep")
    why = (
        "Files of many megabytes, brackets nested a hundred deep, and YAML aliases that unfold to "
        "millions of values bring programs to their knees, by mistake or by intent. Reading stops before "
        "that."
    )
    good = (SOUND_JSON,)
    bad = ("[" * 100,)
    points_at = ("[",)
