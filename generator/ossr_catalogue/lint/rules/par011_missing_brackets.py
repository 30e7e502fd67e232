"""PAR011: braces that were left out."""

from ossr_catalogue.lint.rule import ProblemRule
from ossr_catalogue.lint.sound import SOUND_JSON
from ossr_catalogue.model.finding import Severity


class MissingBrackets(ProblemRule):
    """Every mapping has its braces, and every list its brackets."""

    code, name, severity = "PAR011", "missing-brackets", Severity.ERROR
    kinds = ("missing-brackets",)
    why = (
        "In JSON each executable of the list is a mapping in braces of its own. Fragments that were "
        "copied from a slide or a mail often lack them; then nothing of the file can be read."
    )
    good = (SOUND_JSON,)
    bad = ('{\n  "executables": [\n    "uuid": "6f0d7a52-1c1e-4b7b-9d3a-5b8c2f4e7a10"\n  ]\n}\n',)
    points_at = ('"',)
    source = "https://www.rfc-editor.org/rfc/rfc8259"
