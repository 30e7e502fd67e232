"""PAR010: neither JSON nor YAML."""

from ossr_catalogue.lint.rule import ProblemRule
from ossr_catalogue.lint.sound import SOUND_JSON, SOUND_YAML
from ossr_catalogue.model.finding import Severity
from ossr_catalogue.model.rule_card import FixAvailability


class Syntax(ProblemRule):
    """The file is well-formed JSON or YAML."""

    code, name, severity = "PAR010", "syntax", Severity.ERROR
    kinds = ("syntax",)
    fix = FixAvailability.UNSAFE
    why = (
        "A file with a syntax error cannot be read by any program: none of its executables gets into the "
        "catalogue."
    )
    good = (SOUND_JSON, SOUND_YAML)
    bad = (
        SOUND_JSON.replace('crab.ipynb"', 'crab.ipynb",'),
        SOUND_YAML.replace("title: Fit", "title: Tutorial: fit"),
    )
    points_at = ("}", ":")
    source = "https://www.rfc-editor.org/rfc/rfc8259"
