"""REF202: an image that its registry does not have."""

from collections.abc import Iterator

from ossr_catalogue.document.node import Node
from ossr_catalogue.lint.key_rules import OnlineRule
from ossr_catalogue.lint.prose import quoted
from ossr_catalogue.lint.rule import Remark
from ossr_catalogue.lint.scene import Scene
from ossr_catalogue.lint.sound import container
from ossr_catalogue.lint.view import View
from ossr_catalogue.model.finding import Severity
from ossr_catalogue.model.image_name import image_name
from ossr_catalogue.model.question import Question, Subject


class MissingImage(OnlineRule):
    """A registry has the image that is named."""

    code, name, severity = "REF202", "missing-image", Severity.ERROR
    why = (
        "The registry says that it has no image of this name and tag: it was deleted, or there is a "
        "slip. No platform can start it. Asked with `--online` only; an image that may not be looked at "
        "without a password is not counted."
    )
    good = (Scene(example=container("ghcr.io/gammapy/gammapy:1.3"), gone=("ghcr.io/gammapy/gammapy:9.9",)),)
    bad = (Scene(example=container("ghcr.io/gammapy/gammapy:9.9"), gone=("ghcr.io/gammapy/gammapy:9.9",)),)
    points_at = ("ghcr.io/gammapy/gammapy:9.9",)

    def questions(self, view: View) -> Iterator[tuple[Node, Question]]:
        for location in view.image_locations:
            if image_name(location.text):
                yield location, Question(Subject.IMAGE, location.text)

    def say(self, node: Node) -> Remark:
        return self.remark(
            node,
            f"the registry has no image {quoted(node.text)}",
            advice="correct name and tag, or push the image",
        )
