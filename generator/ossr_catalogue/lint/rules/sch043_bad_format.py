"""SCH043: a text of another form than its key asks for."""

from ossr_catalogue.lint.rule import ProblemRule
from ossr_catalogue.model.finding import Severity
from ossr_catalogue.model.rule_card import FixAvailability


class BadFormat(ProblemRule):
    """A text has the form that its key asks for: a path, a URL, a DOI, a URN."""

    code, name, severity = "SCH043", "bad-format", Severity.ERROR
    kinds = ("bad-format",)
    fix = FixAvailability.UNSAFE
    why = (
        "Programs take such texts apart: a DOI becomes a link, a path the address of a file at the "
        "harvested revision. A text of another form would become an address that leads nowhere."
    )
    good = ({"homepage": "https://gammapy.org", "citation": "10.5281/zenodo.4701488"},)
    bad = ({"location": "../crab.ipynb"}, {"homepage": "gammapy.org"}, {"type": "jupyter-notebook"})
    points_at = ("../crab.ipynb", "gammapy.org", "jupyter-notebook")
