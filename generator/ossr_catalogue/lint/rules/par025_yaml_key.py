"""PAR025: a key that is no text."""

from ossr_catalogue.lint.rule import ProblemRule
from ossr_catalogue.lint.sound import SOUND_YAML
from ossr_catalogue.model.finding import Severity


class YamlKey(ProblemRule):
    """Every key of a mapping is text."""

    code, name, severity = "PAR025", "yaml-key", Severity.ERROR
    kinds = ("yaml-key",)
    why = (
        "YAML allows lists and mappings as keys. JSON does not, and neither does any key of an "
        "executables list."
    )
    good = (SOUND_YAML + "    x-bands: {g: 1}\n",)
    bad = (SOUND_YAML + "    x-bands: {[g, r]: 1}\n",)
    points_at = ("[",)
    source = "https://yaml.org/spec/1.2.2/#mapping"
