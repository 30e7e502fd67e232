"""DSC113: a picture that nobody sees."""

import re
from collections.abc import Iterator
from typing import Final

from ossr_catalogue.document.node import Node
from ossr_catalogue.lint.rule import DescriptionRule, Remark
from ossr_catalogue.model.finding import Severity

_IMAGE: Final = re.compile(r"!\[[^\]\n]{0,300}\][(\[]")
_CODE: Final = re.compile(r"`[^`\n]*`|^(?: {4}|\t).*$", re.MULTILINE)


class ImageInDescription(DescriptionRule):
    """A description has words, no images."""

    code, name, severity = "DSC113", "image-in-description", Severity.WARNING
    why = (
        "The catalogue loads nothing from other servers: of an image only its alternative text is shown, "
        "of a badge *[image: build passing]*. Where a README was copied here, that is what people read "
        "first."
    )
    good = ({"description": "Reduces one hour of observations; `![plot](a.png)` shows the fitted spectrum."},)
    bad = (
        {"description": "![Build](https://example.org/b.svg) Reduces one hour of data and fits a spectrum."},
    )
    points_at = ("![Build](https://example.org/b.svg) Reduces one hour of data and fits a spectrum.",)
    yields_to = ("only-a-link",)

    def check_description(self, description: Node) -> Iterator[Remark]:
        if _IMAGE.search(_CODE.sub(" ", description.text)):
            yield self.remark(
                description, "the description has an image, which is not shown", advice="say it in words"
            )
