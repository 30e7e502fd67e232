"""PAR013: a number that no program can hold."""

from ossr_catalogue.lint.rule import ProblemRule
from ossr_catalogue.lint.sound import SOUND_YAML
from ossr_catalogue.model.finding import Severity


class BadNumber(ProblemRule):
    """Numbers are of a size that programs can hold."""

    code, name, severity = "PAR013", "bad-number", Severity.ERROR
    kinds = ("bad-number",)
    why = (
        "`1e999` becomes infinity in one program, an error in the next and a text in the third. Whatever "
        "was meant, it is not what a machine would be asked for."
    )
    good = (SOUND_YAML + "    x-rows: 1.0e+9\n",)
    bad = (SOUND_YAML + "    x-rows: 1.0e+999\n",)
    points_at = ("1.0e+999",)
    source = "https://www.rfc-editor.org/rfc/rfc8259#section-6"
