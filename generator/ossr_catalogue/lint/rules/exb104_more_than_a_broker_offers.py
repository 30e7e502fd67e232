"""EXB104: a need that the reference broker cannot meet."""

from collections.abc import Iterator
from typing import Final

from ossr_catalogue.lint.asking import SOURCE, is_requested
from ossr_catalogue.lint.quantities import Quantity
from ossr_catalogue.lint.rule import Remark, Rule
from ossr_catalogue.lint.view import View
from ossr_catalogue.model import execution_broker as broker
from ossr_catalogue.model.finding import Severity

_MOST: Final = {
    "nodes": broker.MOST_NODES,
    "gpus": broker.MOST_GPUS,
    "cores": broker.MOST_CORES,
    "memory": broker.MOST_MEMORY_BYTES,
    "walltime": broker.LONGEST_SECONDS,
    "size": broker.MOST_STORAGE_BYTES,
}
_NOUNS: Final = {
    "nodes": " nodes",
    "gpus": " GPUs",
    "cores": " cores",
    "memory": " of memory",
    "walltime": "",
    "size": " of storage",
}


class MoreThanABrokerOffers(Rule):
    """The reference broker offers what is needed at least."""

    code, name, severity = "EXB104", "more-than-a-broker-offers", Severity.NOTE
    why = (
        "The reference ExecutionBroker offers one node of 16 cores, 16 GiB of memory, 1000 GiB of storage, "
        "and four hours; a request has no word for GPUs. For what needs more at least there is no request; "
        "what is of use beyond it does no harm. A profile with a small sample is asked for by itself."
    )
    good = (
        {
            "compute-resources": [
                {"cores": {"min": 4, "max": 64}, "memory": {"min": "8 GiB", "max": "64 GiB"}}
            ]
        },
    )
    bad = (
        {"compute-resources": [{"cores": 17}]},
        {"compute-resources": [{"cores": 4, "memory": {"min": "17 GiB", "max": "64 GiB"}}]},
        {"compute-resources": [{"nodes": 2, "cores": 8}]},
        {"compute-resources": [{"cores": 4, "gpus": 1}]},
        {"compute-resources": [{"cores": 4, "walltime": "5 h"}]},
        {"storage-resources": [{"size": "1001 GiB"}]},
        {"profiles": [{"name": "full", "compute-resources": [{"cores": 17}]}]},
    )
    points_at = ("17", "17 GiB", "2", "1", "5 h", "1001 GiB", "17")
    source = SOURCE
    yields_to = ("min-exceeds-max", "implausible-amount")

    @classmethod
    def wanted_keys(cls) -> tuple[str, ...]:
        """The lists where it may stand."""
        return ("compute-resources", "storage-resources", "profiles")

    def check(self, view: View) -> Iterator[Remark]:
        for one in view.quantities:
            if _is_beyond(one) and is_requested(view, one.node):
                yield self._say(one)

    def _say(self, one: Quantity) -> Remark:
        most, least = _MOST[one.what], one.minimum or 0
        noun = _NOUNS[one.what] if least != 1 else _NOUNS[one.what].removesuffix("s")
        offered = f"{one.say(most)} at most" if most else "none"
        return self.remark(
            one.low.node if one.low else one.node,
            f"needs {one.say(least)}{noun}, the reference broker has {offered}",
            advice="if less will do, declare that as `min`, or add a profile for a small case",
        )


def _is_beyond(one: Quantity) -> bool:
    if one.what == "size" and "data-resources" in one.node.path:
        return False
    return (one.minimum or 0) > _MOST.get(one.what, float("inf"))
