"""PAR002: a byte order mark, or UTF-16."""

from ossr_catalogue.lint.rule import Hides, ProblemRule
from ossr_catalogue.lint.sound import SOUND_YAML
from ossr_catalogue.model.finding import Severity
from ossr_catalogue.model.rule_card import FixAvailability


class UnusualEncoding(ProblemRule):
    """The file is UTF-8 without a byte order mark."""

    code, name, severity = "PAR002", "unusual-encoding", Severity.WARNING
    kinds = ("byte-order-mark", "not-utf-8")
    hides = Hides.NOTHING
    fix = FixAvailability.SAFE
    why = (
        "Some editors save UTF-16, or put an invisible mark before the first character. It is read here, "
        "but many other programs take the mark for a part of the first key, or refuse the file."
    )
    good = (SOUND_YAML,)
    bad = ("\ufeff" + SOUND_YAML, SOUND_YAML.encode("utf-16"))
    points_at = ("", "")
    source = "https://www.rfc-editor.org/rfc/rfc8259#section-8.1"
