"""PAR011: braces that were left out."""

from ossr_catalogue.lint.rule import ProblemRule
from ossr_catalogue.lint.sound import SOUND_JSON
from ossr_catalogue.model.finding import Severity
from ossr_catalogue.model.rule_card import FixAvailability


class MissingBrackets(ProblemRule):
    """Every mapping has its braces, and every list its brackets."""

    code, name, severity = "PAR011", "missing-brackets", Severity.ERROR
    kinds = ("missing-brackets",)
    fix = FixAvailability.UNSAFE
    why = (
        "In JSON each executable of the list is a mapping in braces of its own. Fragments that were "
        "copied from a slide or a mail often lack them; then nothing of the file can be read."
    )
    good = (SOUND_JSON,)
    bad = (SOUND_JSON.replace("    {\n", "").replace("    }\n", ""),)
    points_at = ('"',)
    source = "https://www.rfc-editor.org/rfc/rfc8259"
