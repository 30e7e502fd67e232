"""DAT106: a content or format that no vocabulary has."""

import re
from collections.abc import Iterator
from typing import Final

from ossr_catalogue.document.corrections import write
from ossr_catalogue.document.nearest import nearest
from ossr_catalogue.document.node import Node
from ossr_catalogue.document.vocabulary import DATA_CONTENT, DATA_FORMAT, load_vocabulary
from ossr_catalogue.lint.prose import normalised, quoted
from ossr_catalogue.lint.rule import NeedsRule, Remark
from ossr_catalogue.lint.view import Needs
from ossr_catalogue.model.finding import Severity
from ossr_catalogue.model.rule_card import FixAvailability
from ossr_catalogue.model.vocabulary import Vocabulary

_OWN: Final = re.compile(r"(?:urn:[a-z0-9][a-z0-9-]+:|https?://)\S+", re.IGNORECASE)
"""A name in somebody's own name space; our terms have none."""


class UnknownTerm(NeedsRule):
    """Content and format of data are terms of the vocabularies, or URNs of one's own."""

    code, name, severity = "DAT106", "unknown-term", Severity.WARNING
    fix = FixAvailability.UNSAFE
    why = (
        "Data and executables are brought together by these terms: a term with a slip matches nothing. A "
        "term of your own is welcome if it stands in a name space of your own, "
        "`urn:example:calibrated-lightcurve` or an https address."
    )
    good = (
        {
            "data-resources": [
                {"data-content": "urn:astronomy-observation", "data-format": "urn:parquet-binary"}
            ]
        },
        {
            "data-resources": [
                {"data-content": "urn:cta:dl1", "data-format": "https://example.org/formats/dl1"}
            ]
        },
    )
    bad = (
        {
            "data-resources": [
                {"data-content": "urn:astronomy-observations", "data-format": "urn:fits-binary"}
            ]
        },
        {"data-resources": [{"data-content": "urn:astronomy-image", "data-format": [".fits"]}]},
        {"data-resources": [{"data-content": "urn:astronomy-image", "data-format": "application/fits"}]},
    )
    points_at = ("urn:astronomy-observations", ".fits", "application/fits")

    def check_needs(self, needs: Needs) -> Iterator[Remark]:
        for data in needs.data:
            for key in (DATA_CONTENT, DATA_FORMAT):
                for node in (*data.select(key), *data.select(key, ...)):
                    yield from self._check(node, key)

    def _check(self, node: Node, name: str) -> Iterator[Remark]:
        vocabulary = load_vocabulary(name)
        if not node.text or vocabulary.term(node.text):
            return
        same = _same(node.text, vocabulary)
        meant = next(iter(same), None) or nearest(node.text, (term.urn for term in vocabulary.terms))
        if _OWN.fullmatch(node.text) and not meant:
            return
        yield self.remark(
            node,
            f"{quoted(node.text)} is not a term of the vocabulary {name}",
            label=f'did you mean "{meant}"?' if meant else "",
            advice=f'write "{meant}"' if meant else "the documentation of the format lists the terms",
            fix=write(node, meant, is_safe=len(same) == 1) if meant else None,
        )


def _same(text: str, vocabulary: Vocabulary) -> list[str]:
    """Give the URNs of the terms that a label, a media type or an ending stands for."""
    ending = f".{text.lstrip('.').lower()}"
    return [
        term.urn
        for term in vocabulary.terms
        if text in term.media_types or ending in term.endings or normalised(text) == normalised(term.label)
    ]
