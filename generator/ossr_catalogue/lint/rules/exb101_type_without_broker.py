"""EXB101: a type that no broker can be asked to run."""

from collections.abc import Iterator

from ossr_catalogue.document.node import Node
from ossr_catalogue.lint.asking import SOURCE
from ossr_catalogue.lint.rule import ABSENT, Remark, Rule
from ossr_catalogue.lint.sound import container
from ossr_catalogue.lint.view import View
from ossr_catalogue.model.execution_broker import REQUESTED, UNCHECKED
from ossr_catalogue.model.finding import Severity
from ossr_catalogue.model.kinds import Kind, kind_of


class TypeWithoutBroker(Rule):
    """An ExecutionBroker can be asked to run it."""

    code, name, severity = "EXB101", "type-without-broker", Severity.NOTE
    why = (
        "An ExecutionBroker runs notebooks and Docker containers. Of other types the catalogue publishes no "
        "request, and says so on their pages. Nothing is wrong with the list; each type is named once."
    )
    good = ({}, container("ghcr.io/gammapy/gammapy:1.3"))
    bad = (
        {"type": "urn:types/singularity-container", "location": "images/crab.sif"},
        {"type": "urn:types/cwl-workflow", "location": "workflow/crab.cwl"},
        {"type": "urn:types/python-program", "location": ABSENT, "module": "crab.fit"},
    )
    points_at = ("urn:types/singularity-container", "urn:types/cwl-workflow", "urn:types/python-program")
    source = SOURCE

    def check(self, view: View) -> Iterator[Remark]:
        first: dict[type[Kind], Node] = {}
        for _, node in view.by_key.get("type", ()):
            kind = kind_of(node.text)
            if kind and kind.urn not in REQUESTED:
                first.setdefault(kind, node)
        for kind, node in first.items():
            yield self._say(kind, node)

    def _say(self, kind: type[Kind], node: Node) -> Remark:
        if kind.urn in UNCHECKED:
            said = f"brokers cannot check {kind.plural} yet, and refuse them"
            return self.remark(node, said, advice="Apptainer runs a Docker container too, and so do brokers")
        return self.remark(
            node,
            f"the ExecutionBroker has no kind for {kind.plural}",
            advice="a notebook or a container that starts it could be asked for",
        )
