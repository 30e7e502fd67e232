"""RES116: a node without a core."""

from collections.abc import Iterator

from ossr_catalogue.document.corrections import write
from ossr_catalogue.lint.rule import NeedsRule, Remark
from ossr_catalogue.lint.view import Needs
from ossr_catalogue.model.finding import Severity
from ossr_catalogue.model.rule_card import FixAvailability


class FewerCoresThanNodes(NeedsRule):
    """Every node has at least one core."""

    code, name, severity = "RES116", "fewer-cores-than-nodes", Severity.WARNING
    fix = FixAvailability.UNSAFE
    why = (
        "Cores and memory are totals over the nodes, as in *8 nodes, 210 cores, 344 GB*. Four cores over "
        "eight nodes were surely meant as four cores for each of them: the job would be given an eighth "
        "of what it needs."
    )
    good = ({"compute-resources": [{"nodes": 8, "cores": 32}]},)
    bad = ({"compute-resources": [{"nodes": 8, "cores": 4}]},)
    points_at = ("4",)

    def check_needs(self, needs: Needs) -> Iterator[Remark]:
        for quantities in needs.compute:
            nodes, cores = quantities.get("nodes"), quantities.get("cores")
            if not nodes or not cores or not nodes.low or not cores.high:
                continue
            least, most = nodes.minimum, cores.maximum
            if least is not None and most and most < least:
                total = most * least
                yield self.remark(
                    cores.high.node,
                    f"{most:g} cores cannot be spread over {least:g} nodes",
                    label="a total over all nodes",
                    advice=f"write {total:g} if every node has {most:g}",
                    also=nodes.low.node,
                    also_label=f"{least:g} nodes",
                    fix=write(cores.high.node, most * least, is_safe=False)
                    if cores.low is cores.high
                    else None,
                )
