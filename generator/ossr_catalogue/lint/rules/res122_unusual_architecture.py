"""RES122: a processor by a name that nobody compares with."""

from collections.abc import Iterator
from typing import Final

from ossr_catalogue.document.changes import Correction, SetValue
from ossr_catalogue.document.node import Node
from ossr_catalogue.lint.key_rules import architectures
from ossr_catalogue.lint.prose import quoted
from ossr_catalogue.lint.rule import Remark, Rule
from ossr_catalogue.lint.view import View
from ossr_catalogue.model.finding import Severity
from ossr_catalogue.model.rule_card import FixAvailability

_KNOWN: Final = frozenset({"amd64", "arm64", "ppc64le", "s390x", "riscv64"})
_MEANT: Final = {
    "x86_64": "amd64",
    "x86-64": "amd64",
    "x64": "amd64",
    "aarch64": "arm64",
    "armv8": "arm64",
    "apple silicon": "arm64",
}


class UnusualArchitecture(Rule):
    """An architecture has the name that container registries and brokers use."""

    code, name, severity = "RES122", "unusual-architecture", Severity.WARNING
    fix = FixAvailability.SAFE
    why = (
        "Platforms are compared by name: `x86_64` is not `amd64`, so the executable would fit nowhere, "
        "though it would run on nearly every machine."
    )
    good = ({"compute-resources": [{"cores": 4, "architecture": "amd64"}]},)
    bad = ({"compute-resources": [{"cores": 4, "architecture": "x86_64"}]},)
    points_at = ("x86_64",)
    source = "https://github.com/opencontainers/image-spec/blob/main/config.md#properties"

    def check(self, view: View) -> Iterator[Remark]:
        for node in architectures(view):
            meant = _MEANT.get(node.text.strip().lower(), "")
            if not meant and node.text not in _KNOWN and node.text.lower() in _KNOWN:
                meant = node.text.lower()
            if meant:
                yield self._say(node, meant)

    def _say(self, node: Node, meant: str) -> Remark:
        return self.remark(
            node,
            f"the architecture {quoted(node.text)} is called {meant} by platforms",
            advice=f'write "{meant}"',
            fix=Correction(
                title=f'Write "{meant}"', changes=(SetValue(node=node, value=meant),), is_safe=True
            ),
        )
