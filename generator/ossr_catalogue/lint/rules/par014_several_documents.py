"""PAR014: a second document in one YAML file."""

from ossr_catalogue.lint.rule import Hides, ProblemRule
from ossr_catalogue.lint.sound import SOUND_YAML
from ossr_catalogue.model.finding import Severity


class SeveralDocuments(ProblemRule):
    """A YAML file holds one document."""

    code, name, severity = "PAR014", "several-documents", Severity.ERROR
    kinds = ("several-documents",)
    hides = Hides.NOTHING
    why = (
        "A line of three dashes starts a second document in the same file, which most programs never "
        "look at: the executables in it would be missing from the catalogue without a word."
    )
    good = (SOUND_YAML,)
    bad = (SOUND_YAML + "---\nexecutables: []\n",)
    points_at = ("---",)
    source = "https://yaml.org/spec/1.2.2/#92-streams"
