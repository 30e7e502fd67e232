"""PAR004: an empty file."""

from ossr_catalogue.lint.rule import ProblemRule
from ossr_catalogue.lint.sound import SOUND_YAML
from ossr_catalogue.model.finding import Severity


class EmptyDocument(ProblemRule):
    """There is something in the file."""

    code, name, severity = "PAR004", "empty-document", Severity.ERROR
    kinds = ("empty-document",)
    why = "An empty list file says that a repository has executables, and then names none."
    good = (SOUND_YAML,)
    bad = ("# to be written\n",)
    points_at = ("",)
