"""PAR024: an alias that leads nowhere."""

from ossr_catalogue.lint.rule import ProblemRule
from ossr_catalogue.lint.sound import SOUND_YAML
from ossr_catalogue.model.finding import Severity
from ossr_catalogue.model.rule_card import FixAvailability


class YamlAlias(ProblemRule):
    """A YAML alias refers to an anchor that stands before it."""

    code, name, severity = "PAR024", "yaml-alias", Severity.ERROR
    kinds = ("yaml-alias",)
    fix = FixAvailability.UNSAFE
    why = (
        "`*name` stands for what `&name` marked earlier in the file. Without such a mark, or inside the "
        "marked thing itself, it stands for nothing. Often a text was meant that starts with an "
        "asterisk, and lacks quotes."
    )
    good = (SOUND_YAML + "    keywords: [&source gamma-ray, 'M* stars', *source]\n",)
    bad = (SOUND_YAML + "    keywords: [*emphasis]\n",)
    points_at = ("*emphasis",)
    source = "https://yaml.org/spec/1.2.2/#71-alias-nodes"
