"""IDN101: a uuid that is none."""

from ossr_catalogue.lint.rule import ProblemRule
from ossr_catalogue.model.finding import Severity
from ossr_catalogue.model.rule_card import FixAvailability


class BadUuid(ProblemRule):
    """Every uuid is one of RFC 9562, in lower case."""

    code, name, severity = "IDN101", "bad-uuid", Severity.ERROR
    kinds = ("bad-uuid",)
    fix = FixAvailability.SAFE
    why = (
        "The uuid is the identity of an executable in every catalogue, for ever: it names its page and "
        "its documents, and links and provenance records point to it. Two spellings of one uuid would be "
        "two executables."
    )
    good = ({"uuid": "54446982-3139-4195-affe-7838826624ce"},)
    bad = ({"uuid": "54446982-3139-4195-AFFE-7838826624CE"}, {"uuid": "crab-spectrum"})
    points_at = ("54446982-3139-4195-AFFE-7838826624CE", "crab-spectrum")
    source = "https://www.rfc-editor.org/rfc/rfc9562#section-4"
