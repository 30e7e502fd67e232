"""PAR012: a key that stands twice."""

from ossr_catalogue.lint.rule import ProblemRule
from ossr_catalogue.lint.sound import SOUND_JSON, SOUND_YAML
from ossr_catalogue.model.finding import Severity
from ossr_catalogue.model.rule_card import FixAvailability


class DuplicateKey(ProblemRule):
    """A mapping has each of its keys once."""

    code, name, severity = "PAR012", "duplicate-key", Severity.ERROR
    kinds = ("duplicate-key",)
    fix = FixAvailability.SAFE
    why = (
        "Most readers of JSON and YAML keep the last of two equal keys without a word, some the first, "
        "some refuse the file: what an executable needs would depend on who reads it."
    )
    good = (SOUND_YAML,)
    bad = (
        SOUND_YAML + "    title: Fit the Crab nebula light curve with Gammapy\n",
        SOUND_JSON.replace('"location"', '"title": "Fit the Crab nebula light curve",\n      "location"'),
        SOUND_YAML + "    location: notebooks/crab.ipynb\n",
    )
    points_at = ("title", "title", "location")
    source = "https://www.rfc-editor.org/rfc/rfc8259#section-4"
