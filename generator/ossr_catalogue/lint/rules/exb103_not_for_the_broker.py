"""EXB103: a container or a machine of another kind than brokers have."""

from collections.abc import Iterator

from ossr_catalogue.document.node import Node
from ossr_catalogue.lint.asking import SOURCE, is_requested
from ossr_catalogue.lint.key_rules import architectures
from ossr_catalogue.lint.prose import quoted
from ossr_catalogue.lint.rule import Remark, Rule
from ossr_catalogue.lint.sound import container
from ossr_catalogue.lint.view import View
from ossr_catalogue.model.execution_broker import ARCHITECTURE, SYSTEM
from ossr_catalogue.model.finding import Severity


class NotForTheBroker(Rule):
    """It is for the machines that the reference broker has."""

    code, name, severity = "EXB103", "not-for-the-broker", Severity.NOTE
    why = (
        "The reference ExecutionBroker has Linux on amd64 and refuses anything else, so there is no request. "
        "Many images are there for several architectures under one name."
    )
    good = ({"compute-resources": [{"architecture": "amd64"}]},)
    bad = (
        {"compute-resources": [{"cores": 4, "architecture": "arm64"}]},
        container("ghcr.io/gammapy/gammapy:1.3")
        | {"image": {"locations": ["ghcr.io/gammapy/gammapy:1.3"], "platform": {"architecture": "arm64"}}},
        container("ghcr.io/gammapy/gammapy:1.3")
        | {"image": {"locations": ["ghcr.io/gammapy/gammapy:1.3"], "platform": {"os": "windows"}}},
    )
    points_at = ("arm64", "arm64", "windows")
    source = SOURCE
    yields_to = ("unusual-architecture",)

    @classmethod
    def wanted_keys(cls) -> tuple[str, ...]:
        """The keys where it may stand."""
        return ("image", "compute-resources", "profiles")

    def check(self, view: View) -> Iterator[Remark]:
        images = (image for _, image in view.by_key.get("image", ()))
        systems = (node for image in images for node in image.select("platform", "os"))
        said = [
            *((node, ARCHITECTURE) for node in architectures(view)),
            *((node, SYSTEM) for node in systems),
        ]
        for node, theirs in said:
            if node.text != theirs and is_requested(view, node):
                yield self._say(node, theirs)

    def _say(self, node: Node, theirs: str) -> Remark:
        return self.remark(
            node,
            f"the reference broker has no {quoted(node.text)}, only {theirs}",
            advice=f'if it runs on {theirs} as well, write "{theirs}" or leave it out',
        )
