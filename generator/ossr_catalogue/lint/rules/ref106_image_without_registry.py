"""REF106: an image that is looked for wherever a platform likes."""

from collections.abc import Iterator

from ossr_catalogue.document.changes import Correction, SetValue
from ossr_catalogue.document.node import Node
from ossr_catalogue.lint.key_rules import ImageRule
from ossr_catalogue.lint.prose import quoted
from ossr_catalogue.lint.rule import Remark
from ossr_catalogue.lint.sound import container
from ossr_catalogue.model.finding import Severity
from ossr_catalogue.model.image_name import DOCKER_HUB, image_name
from ossr_catalogue.model.rule_card import FixAvailability


class ImageWithoutRegistry(ImageRule):
    """The name of an image starts with its registry."""

    code, name, severity = "REF106", "image-without-registry", Severity.NOTE
    fix = FixAvailability.UNSAFE
    why = (
        "Docker looks for a name without a registry at Docker Hub, Podman asks or tries its own list, and "
        "a site may have set up something else: the same name can be somebody else's image."
    )
    good = (container("docker.io/gammapy/gammapy:1.3"),)
    bad = (container("gammapy/gammapy:1.3"),)
    points_at = ("gammapy/gammapy:1.3",)
    source = "https://www.redhat.com/en/blog/be-careful-when-pulling-images-short-name"

    def check_image(self, location: Node) -> Iterator[Remark]:
        image = image_name(location.text)
        if image and not image.registry:
            space = "" if "/" in image.path else "library/"
            full = f"{DOCKER_HUB}/{space}{location.text}"
            yield self.remark(
                location,
                f"{quoted(location.text)} does not say which registry has it",
                advice=f'write "{full}" if it is at Docker Hub',
                fix=Correction(
                    title=f'Write "{full}"', changes=(SetValue(node=location, value=full),), is_safe=False
                ),
            )
