"""SCH011: a required key is not there."""

from ossr_catalogue.lint.rule import ABSENT, Hides, ProblemRule
from ossr_catalogue.model.finding import Severity


class MissingKey(ProblemRule):
    """Every required key is there."""

    code, name, severity = "SCH011", "missing-key", Severity.ERROR
    kinds = ("missing-key",)
    hides = Hides.NOTHING
    why = (
        "Without its uuid an executable has no identity, without its title no name, without its location "
        "nothing to start."
    )
    good = ({"type": "urn:types/python-program", "location": ABSENT, "module": "crab.fit"},)
    bad = ({"title": ABSENT}, {"location": ABSENT})
    points_at = ("uuid", "uuid")
