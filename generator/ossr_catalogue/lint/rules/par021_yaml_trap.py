"""PAR021: what YAML 1.1 and YAML 1.2 read differently."""

from ossr_catalogue.lint.rule import Hides, ProblemRule
from ossr_catalogue.lint.sound import SOUND_YAML
from ossr_catalogue.model.finding import Severity
from ossr_catalogue.model.rule_card import FixAvailability


class YamlTrap(ProblemRule):
    """A plain text of a YAML file means the same to every program."""

    code, name, severity = "PAR021", "yaml-trap", Severity.WARNING
    kinds = ("yaml-trap",)
    hides = Hides.NOTHING
    fix = FixAvailability.SAFE
    why = (
        "Programs that read YAML 1.1, which are most, take `no` for false, `1_000` for a number, "
        "`12:30:00` for 45000 and `010` for 8; programs that read YAML 1.2 do not. We read the text that "
        "stands there. In quotes it is the same for all."
    )
    good = (SOUND_YAML + '    keywords: ["no", "12:30:00"]\n',)
    bad = (SOUND_YAML + "    keywords: [no]\n", SOUND_YAML + "    keywords: [12:30:00]\n")
    points_at = ("no", "12:30:00")
    source = "https://yaml.org/type/bool.html"
