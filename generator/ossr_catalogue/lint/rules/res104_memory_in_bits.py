"""RES104: bits where bytes are meant."""

from string import ascii_letters

from ossr_catalogue.lint.prose import quoted
from ossr_catalogue.lint.quantities import Bound, Quantity
from ossr_catalogue.lint.rule import AmountRule, Remark
from ossr_catalogue.model.finding import Severity


class MemoryInBits(AmountRule):
    """Memory and storage are given in bytes, not bits."""

    code, name, severity = "RES104", "memory-in-bits", Severity.ERROR
    problems = ("bits",)
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
        )


def _in_bytes(text: str) -> str:
    """Give both units that may have been meant, with the number that was written."""
    number = text.strip().rstrip(ascii_letters).rstrip()
    prefix = text.strip().removeprefix(number).strip()[0].upper()
    decimal = "k" if prefix == "K" else prefix
    return f'write "{number} {prefix}iB" (powers of 1024) or "{number} {decimal}B" (powers of 1000)'
