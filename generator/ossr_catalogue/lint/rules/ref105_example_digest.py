"""REF105: the digest of an example."""

from collections.abc import Iterator
from typing import Final

from ossr_catalogue.document.node import Node
from ossr_catalogue.lint.key_rules import KeyRule
from ossr_catalogue.lint.rule import Remark
from ossr_catalogue.lint.sound import container
from ossr_catalogue.model.finding import Severity

_EXAMPLES: Final = frozenset({*(digit * 64 for digit in "0123456789abcdef"), "0123456789abcdef" * 4})
_OF_NOTHING: Final = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


class ExampleDigest(KeyRule):
    """A digest is that of the image, not made up."""

    code, name, severity = "REF105", "example-digest", Severity.ERROR
    keys = ("image",)
    why = (
        "Nobody will ever find an image with the digest of a manual, or with that of an empty file: the "
        "container cannot be started anywhere."
    )
    good = (
        container(
            "ghcr.io/gammapy/gammapy:1.3",
            digest="sha256:9b2c1f0e7d6a5b4c3d2e1f0a9b8c7d6e5f4a3b2c1d0e9f8a7b6c5d4e3f2a1b0c",
        ),
    )
    bad = (container("ghcr.io/gammapy/gammapy:1.3", digest=f"sha256:{'0123456789abcdef' * 4}"),)
    points_at = (f"sha256:{'0123456789abcdef' * 4}",)

    def check_value(self, value: Node, executable: Node) -> Iterator[Remark]:  # noqa: ARG002 - the image says it all
        for digest in value.select("digest"):
            digits = digest.text.removeprefix("sha256:")
            if digits in _EXAMPLES or digits == _OF_NOTHING:
                what = "of an empty file" if digits == _OF_NOTHING else "of an example"
                yield self.remark(
                    digest,
                    f"this digest is that {what}",
                    advice="`docker buildx imagetools inspect` shows the image's own",
                )
