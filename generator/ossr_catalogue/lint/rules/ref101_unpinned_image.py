"""REF101: an image that is another one tomorrow."""

from collections.abc import Iterator

from ossr_catalogue.document.node import Node
from ossr_catalogue.lint.key_rules import KeyRule
from ossr_catalogue.lint.prose import quoted
from ossr_catalogue.lint.rule import Remark
from ossr_catalogue.lint.sound import container
from ossr_catalogue.model.finding import Severity
from ossr_catalogue.model.image_name import image_name


class UnpinnedImage(KeyRule):
    """An image is named with its digest."""

    code, name, severity = "REF101", "unpinned-image", Severity.NOTE
    keys = ("image",)
    why = (
        "A tag can be moved to another image at any time, and `latest` is made for it: what ran in one "
        "year may not start in the next, and nobody sees why. The digest is the image; an "
        "ExecutionBroker refuses images without."
    )
    good = (
        container(
            "ghcr.io/gammapy/gammapy:1.3",
            digest="sha256:9b2c1f0e7d6a5b4c3d2e1f0a9b8c7d6e5f4a3b2c1d0e9f8a7b6c5d4e3f2a1b0c",
        ),
    )
    bad = (container("ghcr.io/gammapy/gammapy:latest"), container("ghcr.io/gammapy/gammapy:1.3"))
    points_at = ("ghcr.io/gammapy/gammapy:latest", "ghcr.io/gammapy/gammapy:1.3")
    source = "https://docs.docker.com/dhi/core-concepts/digests/"

    def check_value(self, value: Node, executable: Node) -> Iterator[Remark]:  # noqa: ARG002 - the image says it all
        if value.get("digest"):
            return
        for location in value.select("locations", ...):
            image = image_name(location.text)
            if image and not image.digest:
                yield self.remark(
                    location,
                    f"without a digest, {quoted(image.tag or 'latest')} can be another image tomorrow",
                    advice='add "digest": "sha256:…"; `docker buildx imagetools inspect` shows it',
                )
