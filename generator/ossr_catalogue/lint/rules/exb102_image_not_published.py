"""EXB102: a container that first has to be built."""

from collections.abc import Iterator

from ossr_catalogue.document.node import Node
from ossr_catalogue.lint.asking import SOURCE
from ossr_catalogue.lint.key_rules import KeyRule
from ossr_catalogue.lint.rule import ABSENT, Remark
from ossr_catalogue.lint.sound import container
from ossr_catalogue.model.finding import Severity
from ossr_catalogue.model.kinds.aliases import canonical_urn
from ossr_catalogue.model.kinds.docker_container import DockerContainer


class ImageNotPublished(KeyRule):
    """A container has an image in a registry."""

    code, name, severity = "EXB102", "image-not-published", Severity.NOTE
    keys = ("recipe",)
    why = (
        "An ExecutionBroker fetches images and builds none. Of a container with its recipe only there is no "
        "request, and everyone else has to build it before it runs."
    )
    good = (container("ghcr.io/gammapy/gammapy:1.3", recipe="Dockerfile"),)
    bad = ({"type": "urn:types/docker-container", "location": ABSENT, "recipe": "Dockerfile"},)
    points_at = ("Dockerfile",)
    source = SOURCE

    def check_value(self, value: Node, executable: Node) -> Iterator[Remark]:
        kind = executable.get("type")
        if not kind or canonical_urn(kind.text) != DockerContainer.urn:
            return
        if not any(executable.select("image", "locations", ...)):
            yield self.remark(
                value,
                "there is no image that a broker could fetch, only its recipe",
                advice='publish the image, and add "image" with its "locations" and "digest"',
            )
