"""PAR022: a tag of YAML."""

from ossr_catalogue.lint.rule import Hides, ProblemRule
from ossr_catalogue.lint.sound import SOUND_YAML
from ossr_catalogue.model.finding import Severity
from ossr_catalogue.model.rule_card import FixAvailability


class YamlTag(ProblemRule):
    """Values carry no YAML tags."""

    code, name, severity = "PAR022", "yaml-tag", Severity.WARNING
    kinds = ("yaml-tag",)
    hides = Hides.NOTHING
    fix = FixAvailability.SAFE
    why = (
        "A tag such as `!!python/object` asks the reader to build something else than text, numbers, "
        "lists and mappings. That has no counterpart in JSON and can run code in a careless program. "
        "Here it is ignored."
    )
    good = (SOUND_YAML + "    keywords: ['2026']\n",)
    bad = (SOUND_YAML + "    keywords: [!!python/name:os.system gamma]\n",)
    points_at = ("!!python/name:os.system gamma",)
    source = "https://yaml.org/spec/1.2.2/#24-tags"
