"""The quantities of an executable, parsed, each with the place where it stands."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from ossr_catalogue.document.node import Node, of_many
from ossr_catalogue.document.quantities import BYTES, CORES, COUNT, SECONDS, UNBOUNDED, Measure
from ossr_catalogue.errors import QuantityError
from ossr_catalogue.model.amounts import format_bytes, format_duration
from ossr_catalogue.model.quantity import Amount, Number


@of_many
class Bound:
    """One end of a quantity: what is written, and what it means."""

    node: Node
    amount: Amount | None
    problem: str = ""
    """Why there is no amount, in the words of `QuantityError.problem`."""
    complaint: str = ""
    """The same as a sentence."""
    advice: str = ""

    @property
    def written(self) -> str | Number:
        """What is written, as the scalar that it is."""
        value = self.node.value
        return value if isinstance(value, (str, int, float)) else ""


@of_many
class Quantity:
    """A need in numbers. `low` and `high` are one and the same where a single value stands for both."""

    what: str
    """What people call it: `memory`, `cores` …"""
    measure: Measure
    node: Node
    low: Bound | None
    high: Bound | None

    @property
    def bounds(self) -> tuple[Bound, ...]:
        """What is written, once each."""
        if self.low is self.high:
            return (self.low,) if self.low else ()
        return tuple(bound for bound in (self.low, self.high) if bound)

    @property
    def minimum(self) -> Number | None:
        """The least that will do, in base units; None if it is not declared, or no amount."""
        return self.low.amount.value if self.low and self.low.amount else None

    @property
    def maximum(self) -> Number | None:
        """The most that is of use, likewise."""
        return self.high.amount.value if self.high and self.high.amount else None

    @property
    def usual(self) -> str:
        """An amount of this measure as it is usually written, for a person to copy."""
        return _USUAL[self.measure]

    def say(self, value: Number) -> str:
        """Write an amount of this measure for people."""
        if self.measure is BYTES:
            return format_bytes(value)
        return format_duration(value) if self.measure is SECONDS else f"{value:g}"


_USUAL: Final = {BYTES: '"16 GiB"', SECONDS: '"PT2H" or "2 h"', COUNT: "4", CORES: "4 or 0.5"}
_COMPUTE: Final = (
    ("nodes", COUNT),
    ("cores", CORES),
    ("memory", BYTES),
    ("gpus", COUNT),
    ("walltime", SECONDS),
)


def compute_quantities(compute: Node) -> dict[str, Quantity]:
    """Give the quantities of one compute resource by their names, `GPU memory` among them."""
    gpus = compute.get("gpus")
    found = [_quantity(compute.get(key), key, measure) for key, measure in _COMPUTE]
    found.append(_quantity(gpus.get("memory") if gpus else None, "GPU memory", BYTES))
    return {quantity.what: quantity for quantity in found if quantity}


def size_of(resource: Node) -> Quantity | None:
    """Give the size of storage or data; None where it is not declared."""
    return _quantity(resource.get("size"), "size", BYTES)


def _quantity(node: Node | None, what: str, measure: Measure) -> Quantity | None:
    if node is None:
        return None
    if isinstance(node.value, Mapping):
        low, high = _bound(node.get("min"), measure), _upper_bound(node.get("max"), measure)
    else:
        low = high = _upper_bound(node, measure)
    if low is None and high is None:
        return None
    return Quantity(what=what, measure=measure, node=node, low=low, high=high)


def _upper_bound(node: Node | None, measure: Measure) -> Bound | None:
    return None if node and node.value == UNBOUNDED else _bound(node, measure)


def _bound(node: Node | None, measure: Measure) -> Bound | None:
    if node is None or not isinstance(node.value, (str, int, float)) or isinstance(node.value, bool):
        return None
    amount, problem, complaint, advice = _parsed(node.value, measure)
    return Bound(node=node, amount=amount, problem=problem, complaint=complaint, advice=advice)


@lru_cache(maxsize=4096, typed=True)
def _parsed(value: str | Number, measure: Measure) -> tuple[Amount | None, str, str, str]:
    try:
        return measure.parse(value), "", "", ""
    except QuantityError as error:
        return None, error.problem, str(error), error.advice
