"""REF103: a name that no container engine takes."""

from collections.abc import Iterator

from ossr_catalogue.document.changes import Correction, SetValue
from ossr_catalogue.document.node import Node
from ossr_catalogue.lint.key_rules import ImageRule
from ossr_catalogue.lint.prose import quoted
from ossr_catalogue.lint.rule import Remark
from ossr_catalogue.lint.sound import container
from ossr_catalogue.model.finding import Severity
from ossr_catalogue.model.image_name import image_name
from ossr_catalogue.model.rule_card import FixAvailability


class BadImageName(ImageRule):
    """The name of an image is one that container engines accept."""

    code, name, severity = "REF103", "bad-image-name", Severity.ERROR
    fix = FixAvailability.SAFE
    why = (
        "`registry/space/name:tag` allows capital letters in the tag only; a digest after `@` is "
        "`sha256:` and 64 hexadecimal digits. Anything else is refused before a registry is even asked."
    )
    good = (
        container("ghcr.io/gammapy/gammapy:V1.3"),
        container("localhost:5000/gammapy"),
    )
    bad = (
        container("ghcr.io/Gammapy/gammapy:1.3"),
        container("ghcr.io/gammapy/gammapy@sha256:1f"),
    )
    points_at = ("ghcr.io/Gammapy/gammapy:1.3", "ghcr.io/gammapy/gammapy@sha256:1f")
    source = "https://pkg.go.dev/github.com/distribution/reference"

    def check_image(self, location: Node) -> Iterator[Remark]:
        if image_name(location.text):
            return
        small = _in_small_letters(location.text)
        meant = small if image_name(small) else ""
        yield self.remark(
            location,
            f"{quoted(location.text)} is not the name of an image",
            label="no capital letters before the tag" if meant else "",
            advice=f'write "{meant}"' if meant else "write it as registry/space/name:tag",
            fix=_correction(location, meant) if meant else None,
        )


def _in_small_letters(text: str) -> str:
    name, at, digest = text.partition("@")
    path, colon, tag = name.rpartition(":")
    if "/" in tag or not colon:  # the colon of a port, or none
        path, colon, tag = name, "", ""
    return f"{path.lower()}{colon}{tag}{at}{digest.lower()}"


def _correction(location: Node, meant: str) -> Correction:
    return Correction(title=f'Write "{meant}"', changes=(SetValue(node=location, value=meant),), is_safe=True)
