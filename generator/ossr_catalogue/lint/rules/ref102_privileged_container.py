"""REF102: a container that wants to be root on its host."""

from collections.abc import Iterator

from ossr_catalogue.document.node import Node
from ossr_catalogue.lint.key_rules import KeyRule
from ossr_catalogue.lint.rule import Remark
from ossr_catalogue.lint.sound import container
from ossr_catalogue.model.finding import Severity


class PrivilegedContainer(KeyRule):
    """A container runs without extended rights on its host."""

    code, name, severity = "REF102", "privileged-container", Severity.WARNING
    keys = ("privileged",)
    why = (
        "A privileged container can do to the machine whatever its administrator can. Shared platforms "
        "and ExecutionBrokers refuse it, so the executable would run nowhere but at home."
    )
    good = (container("ghcr.io/gammapy/gammapy:1.3", privileged=False),)
    bad = (container("ghcr.io/gammapy/gammapy:1.3", privileged=True),)
    points_at = ("true",)
    source = "https://docs.docker.com/engine/containers/run/#runtime-privilege-and-linux-capabilities"

    def check_value(self, value: Node, executable: Node) -> Iterator[Remark]:  # noqa: ARG002 - the value says it all
        if value.value is True:
            yield self.remark(
                value,
                "shared platforms run no privileged containers",
                advice="delete the key if it runs without; most programs do",
            )
