"""RES104: bits where bytes are meant."""

import re
from string import ascii_letters
from typing import Final

from ossr_catalogue.document.changes import Correction
from ossr_catalogue.document.corrections import write
from ossr_catalogue.lint.prose import quoted
from ossr_catalogue.lint.quantities import Bound, Quantity
from ossr_catalogue.lint.rule import AmountRule, Remark
from ossr_catalogue.model.finding import Severity
from ossr_catalogue.model.rule_card import FixAvailability

_ONE_LETTER: Final = re.compile(r"\s*(\S*?)\s*([kKMGTP])(i?)b\s*")


class MemoryInBits(AmountRule):
    """Memory and storage are given in bytes, not bits."""

    code, name, severity = "RES104", "memory-in-bits", Severity.ERROR
    problems = ("bits",)
    fix = FixAvailability.UNSAFE
    why = (
        "`16 Gb` are sixteen gigabits, which is 2 GB: a platform that takes it by the letter would start "
        "the job with an eighth of what it needs. Almost always bytes were meant, but nobody can know; "
        "so it is asked, not guessed."
    )
    good = ({"compute-resources": [{"memory": "16 GB"}]},)
    bad = (
        {"compute-resources": [{"memory": "16 Gb"}]},
        {"data-resources": [{"data-format": "urn:fits-binary", "name": "events", "size": "500 Mbit"}]},
    )
    points_at = ("16 Gb", "500 Mbit")
    source = "https://physics.nist.gov/cuu/Units/binary.html"

    def say(self, quantity: Quantity, bound: Bound) -> Remark:
        return self.remark(
            bound.node,
            f"{quantity.what} of {quoted(bound.node.text)} is in bits, not bytes",
            label="bits",
            advice=_in_bytes(bound.node.text),
            fix=_correct(bound),
        )


def _correct(bound: Bound) -> Correction | None:
    """Propose bytes where a `b` stands for a `B`; who writes `Mbit` may mean it."""
    found = _ONE_LETTER.fullmatch(bound.node.text)
    if not found:
        return None
    number, prefix, binary = found.groups()
    unit = f"{prefix.upper()}iB" if binary else f"{'k' if prefix == 'K' else prefix}B"
    return write(bound.node, f"{number} {unit}", is_safe=False)


def _in_bytes(text: str) -> str:
    """Give both units that may have been meant, with the number that was written."""
    number = text.strip().rstrip(ascii_letters).rstrip()
    prefix = text.strip().removeprefix(number).strip()[0].upper()
    decimal = "k" if prefix == "K" else prefix
    return f'write "{number} {prefix}iB" (powers of 1024) or "{number} {decimal}B" (powers of 1000)'
