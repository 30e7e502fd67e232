"""SCH031: text where a list is expected, and the like."""

from ossr_catalogue.lint.rule import ProblemRule
from ossr_catalogue.model.finding import Severity


class WrongType(ProblemRule):
    """Every value is of the sort that its key takes: text, number, list, mapping, true or false."""

    code, name, severity = "SCH031", "wrong-type", Severity.ERROR
    kinds = ("wrong-type",)
    why = (
        "A program that expects a list of keywords and gets one text would take each of its letters for "
        "a keyword, or stop."
    )
    good = ({"keywords": ["gamma-ray astronomy"]},)
    bad = ({"keywords": "gamma-ray astronomy"}, {"compute-resources": [{"cores": None}]})
    points_at = ("gamma-ray astronomy", "null")
