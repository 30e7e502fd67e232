"""RES111: a unit that is none."""

from collections.abc import Iterable
from string import ascii_letters
from typing import Final

from ossr_catalogue.document.changes import Correction
from ossr_catalogue.document.corrections import write
from ossr_catalogue.document.quantities import SECONDS
from ossr_catalogue.lint.prose import quoted
from ossr_catalogue.lint.quantities import Bound, Quantity
from ossr_catalogue.lint.rule import AmountRule, Remark
from ossr_catalogue.model.finding import Severity
from ossr_catalogue.model.quantity import BYTES_IN, SECONDS_IN
from ossr_catalogue.model.rule_card import FixAvailability

_IN_FULL: Final = {
    **dict.fromkeys(("sec", "secs", "second", "seconds"), "s"),
    **dict.fromkeys(("mins", "minute", "minutes"), "min"),
    **dict.fromkeys(("hr", "hrs", "hour", "hours"), "h"),
    **dict.fromkeys(("day", "days"), "d"),
    **dict.fromkeys(("byte", "bytes"), "B"),
    "ko": "kB",
    "mo": "MB",
    "go": "GB",
    "to": "TB",
    "po": "PB",
}
"""Units in words, and the octets of the French."""


class UnknownUnit(AmountRule):
    """Units are those of the SI and of IEC 80000-13, in their upper and lower case."""

    code, name, severity = "RES111", "unknown-unit", Severity.ERROR
    problems = ("unknown-unit",)
    fix = FixAvailability.UNSAFE
    why = (
        "`16 Go`, `16 gigs` and `2 hours` are clear to people and mean nothing to most programs. Upper "
        "and lower case are part of a unit: `MB` is a thousand million times `mB`."
    )
    good = ({"compute-resources": [{"memory": "500 MB", "walltime": "90 min"}]},)
    bad = ({"compute-resources": [{"memory": "16 gb"}]}, {"compute-resources": [{"walltime": "2 hours"}]})
    points_at = ("16 gb", "2 hours")
    source = "https://physics.nist.gov/cuu/Units/binary.html"

    def say(self, quantity: Quantity, bound: Bound) -> Remark:
        known = SECONDS_IN if quantity.measure is SECONDS else BYTES_IN
        allowed = f"allowed: {', '.join(known)}"
        advice = allowed if bound.advice.startswith("write one of") else f"{bound.advice}; {allowed}"
        return self.remark(
            bound.node,
            f"{quantity.what} of {quoted(bound.node.text)}: {bound.complaint}",
            advice=advice,
            fix=_correct(bound, known),
        )


def _correct(bound: Bound, known: Iterable[str]) -> Correction | None:
    """Propose the unit that is meant: surely where only its case differs, unless it may be bits."""
    number = bound.node.text.rstrip(ascii_letters + " ")
    unit = bound.node.text.removeprefix(number).strip()
    same = [one for one in known if one.lower() == unit.lower()]
    meant = next(iter(same), _IN_FULL.get(unit.lower(), ""))
    if meant not in known:
        return None
    return write(bound.node, f"{number} {meant}", is_safe=not unit.endswith("b"))
