"""PAR003: half of a character."""

from ossr_catalogue.lint.rule import ProblemRule
from ossr_catalogue.lint.sound import SOUND_JSON
from ossr_catalogue.model.finding import Severity


class LoneSurrogate(ProblemRule):
    """Every character of a text is a whole one."""

    code, name, severity = "PAR003", "lone-surrogate", Severity.ERROR
    kinds = ("lone-surrogate",)
    why = (
        "`\\ud83d` is the first half of an emoji in UTF-16. Without its second half it is no character: "
        "it cannot be written to a page, and programs that try to print it crash. It comes from cutting "
        "a text at a fixed length."
    )
    good = (SOUND_JSON.replace("Crab", "Crab \\ud83e\\udd80"),)
    bad = (
        SOUND_JSON.replace(
            "Fit the Crab nebula spectrum with Gammapy", "The Crab nebula with Gammapy \\ud83e"
        ),
    )
    points_at = ("The Crab nebula with Gammapy \\ud83e",)
    source = "https://www.rfc-editor.org/rfc/rfc8259#section-8.2"
