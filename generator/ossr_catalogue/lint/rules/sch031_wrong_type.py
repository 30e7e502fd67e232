"""SCH031: text where a list is expected, and the like."""

from ossr_catalogue.lint.rule import ProblemRule
from ossr_catalogue.model.finding import Severity
from ossr_catalogue.model.rule_card import FixAvailability


class WrongType(ProblemRule):
    """Every value is of the sort that its key takes: text, number, list, mapping, true or false."""

    code, name, severity = "SCH031", "wrong-type", Severity.ERROR
    kinds = ("wrong-type",)
    fix = FixAvailability.UNSAFE
    why = (
        "A program that expects a list of keywords and gets one text would take each of its letters for "
        "a keyword, or stop."
    )
    good = ({"keywords": ["gamma-ray astronomy"]},)
    bad = (
        {"keywords": "gamma-ray astronomy"},
        {"compute-resources": [{"cores": None}]},
        {"keywords": "gamma-ray astronomy, spectra"},
        {"compute-resources": {"cores": 4}},
        {"data-resources": [{"name": "events", "data-format": "urn:fits-binary", "required": "yes"}]},
    )
    points_at = ("gamma-ray astronomy", "null", "gamma-ray astronomy, spectra", "cores", "yes")
