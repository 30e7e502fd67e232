"""SCH042: nothing where something is required."""

from ossr_catalogue.lint.rule import ProblemRule
from ossr_catalogue.model.finding import Severity


class Empty(ProblemRule):
    """What is there is not empty."""

    code, name, severity = "SCH042", "empty", Severity.ERROR
    kinds = ("empty",)
    why = (
        "A key with an empty value says that something is there, and then there is nothing: leave the "
        "key out, or fill it."
    )
    good = ({"keywords": ["gamma-ray astronomy"]},)
    bad = ({"title": " "}, {"keywords": [""]}, '{"executables": []}\n')
    points_at = (" ", "", "[]")
