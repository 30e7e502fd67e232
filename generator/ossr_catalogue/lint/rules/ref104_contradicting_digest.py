"""REF104: two digests for one image."""

from collections.abc import Iterator

from ossr_catalogue.document.node import Node
from ossr_catalogue.lint.key_rules import KeyRule
from ossr_catalogue.lint.rule import Remark
from ossr_catalogue.lint.sound import container
from ossr_catalogue.model.finding import Severity
from ossr_catalogue.model.image_name import image_name

_ONE = "sha256:9b2c1f0e7d6a5b4c3d2e1f0a9b8c7d6e5f4a3b2c1d0e9f8a7b6c5d4e3f2a1b0c"
_OTHER = "sha256:4a1b0c9b2c1f0e7d6a5b4c3d2e1f0a9b8c7d6e5f4a3b2c1d0e9f8a7b6c5d4e3f"


class ContradictingDigest(KeyRule):
    """An image has one digest."""

    code, name, severity = "REF104", "contradicting-digest", Severity.ERROR
    keys = ("image",)
    why = (
        "A digest names exactly one image. Where the location has another one than the key `digest`, "
        "which image runs depends on which of the two a platform happens to read."
    )
    good = (container(f"ghcr.io/gammapy/gammapy@{_ONE}", digest=_ONE),)
    bad = (container(f"ghcr.io/gammapy/gammapy@{_OTHER}", digest=_ONE),)
    points_at = (f"ghcr.io/gammapy/gammapy@{_OTHER}",)

    def check_value(self, value: Node, executable: Node) -> Iterator[Remark]:  # noqa: ARG002 - the image says it all
        for digest in value.select("digest"):
            for location in value.select("locations", ...):
                image = image_name(location.text)
                if image and image.digest and image.digest != digest.text:
                    yield self.remark(
                        location,
                        "this is another image than the digest says",
                        label="one digest",
                        advice="look up which of the two is meant, and delete the other",
                        also=digest,
                        also_label="another digest",
                    )
