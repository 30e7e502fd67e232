"""RES105: more than any machine has."""

from collections.abc import Container, Iterator
from typing import Final

from ossr_catalogue.lint.limits import Limits
from ossr_catalogue.lint.rule import Remark, Rule
from ossr_catalogue.lint.view import Needs, View
from ossr_catalogue.model.amounts import format_bytes, format_duration
from ossr_catalogue.model.finding import Severity
from ossr_catalogue.model.quantity import Number

_SHORTEST: Final = 1
_DAY: Final = 86_400


class ImplausibleAmount(Rule):
    """What is needed at least exists somewhere."""

    code, name, severity = "RES105", "implausible-amount", Severity.WARNING
    why = (
        "A slip in a unit or a zero too many makes a need that no platform can meet: more than 4 TiB of "
        "memory, 1,024 cores or 64 GPUs in one node, 256 GiB for each core, a run of more than 30 days "
        "or of less than a second. Amounts are totals over the nodes; where their number is not "
        "declared, it is one node that is asked for. Who has a larger machine says so in `limits` of the "
        "configuration."
    )
    good = ({"compute-resources": [{"nodes": 8, "cores": 210, "memory": "344 GB", "walltime": "PT190H"}]},)
    bad = (
        {"compute-resources": [{"memory": "64 TiB"}]},
        {"compute-resources": [{"cores": 2, "memory": {"min": "2 TiB"}}]},
        {"compute-resources": [{"nodes": 2, "cores": 10000}]},
        {"compute-resources": [{"gpus": 100}]},
        {"compute-resources": [{"walltime": "190 d"}]},
    )
    points_at = ("64 TiB", "2 TiB", "10000", "100", "190 d")

    def check(self, view: View) -> Iterator[Remark]:
        for needs in view.needs:
            yield from self._check_needs(needs, view.limits)

    def _check_needs(self, needs: Needs, limits: Limits) -> Iterator[Remark]:
        for quantities in needs.compute:
            least = {what: quantity.minimum for what, quantity in quantities.items()}
            for what, claim in _claims(least, limits):
                low, *_ = quantities[what].bounds
                yield self.remark(low.node, claim, advice=_advise(what, quantities))


def _advise(what: str, quantities: Container[str]) -> str:
    may_be_spread = what != "walltime" and "nodes" not in quantities
    return "check the unit and the zeros" + (", or say over how many nodes it is spread" * may_be_spread)


def _claims(least: dict[str, Number | None], limits: Limits) -> Iterator[tuple[str, str]]:
    """Give the name of each quantity that no machine has, and what is wrong with it."""
    nodes = least.get("nodes") or 1
    place = "one node" if nodes == 1 else f"{nodes:g} nodes"
    cores, memory, gpus, seconds = (least.get(what) for what in ("cores", "memory", "gpus", "walltime"))
    if memory and memory / nodes > limits.memory_per_node:
        most = format_bytes(limits.memory_per_node)
        yield "memory", f"{format_bytes(memory)} of memory on {place} is more than {most} each"
    elif memory and cores and memory / max(cores, 1) > limits.memory_per_core:
        most = format_bytes(limits.memory_per_core)
        yield "memory", f"{format_bytes(memory)} of memory for {cores:g} cores is more than {most} each"
    if cores and cores / nodes > limits.cores_per_node:
        yield "cores", f"{cores:,g} cores on {place} are more than {limits.cores_per_node:,} each"
    if gpus and gpus / nodes > limits.gpus_per_node:
        yield "gpus", f"{gpus:,g} GPUs on {place} are more than {limits.gpus_per_node} each"
    if seconds is not None and not _SHORTEST <= seconds <= limits.walltime:
        yield "walltime", f"a walltime of {format_duration(seconds)} is {_excess(seconds, limits)}"


def _excess(seconds: Number, limits: Limits) -> str:
    if seconds > limits.walltime:
        return f"more than {limits.walltime / _DAY:g} days"
    return "less than a second" if seconds else "no time at all"
