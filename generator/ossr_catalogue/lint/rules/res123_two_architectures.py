"""RES123: an image for one processor, a machine with another."""

from collections.abc import Iterator

from ossr_catalogue.document.node import Node
from ossr_catalogue.lint.key_rules import KeyRule
from ossr_catalogue.lint.prose import quoted
from ossr_catalogue.lint.rule import Remark
from ossr_catalogue.lint.sound import container
from ossr_catalogue.model.finding import Severity

_BOTH = container("ghcr.io/gammapy/gammapy:1.3", compute_resources=[{"cores": 4, "architecture": "amd64"}])


class TwoArchitectures(KeyRule):
    """The machine that is asked for can run the image."""

    code, name, severity = "RES123", "two-architectures", Severity.ERROR
    keys = ("image",)
    why = (
        "The image holds programs for one sort of processor, and another one is asked for: it ends with "
        "`exec format error` before the first line runs."
    )
    good = ({**_BOTH, "image": {**_BOTH["image"], "platform": {"architecture": "amd64"}}},)
    bad = ({**_BOTH, "image": {**_BOTH["image"], "platform": {"architecture": "arm64"}}},)
    points_at = ("amd64",)
    yields_to = ("unusual-architecture",)

    def check_value(self, value: Node, executable: Node) -> Iterator[Remark]:
        for built in value.select("platform", "architecture"):
            for wanted in executable.select("compute-resources", ..., "architecture"):
                if built.text.lower() != wanted.text.lower():
                    yield self.remark(
                        wanted,
                        f"the image is for {quoted(built.text)}, and {quoted(wanted.text)} is asked for",
                        label="the machine",
                        advice="correct one of the two, or build the image for both",
                        also=built,
                        also_label="the image",
                    )
