"""DAT111: a table in the format of an image."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final

from ossr_catalogue.document.node import Node
from ossr_catalogue.document.vocabulary import DATA_FORMAT, load_vocabulary
from ossr_catalogue.lint.key_rules import UseRule
from ossr_catalogue.lint.prose import quoted
from ossr_catalogue.lint.rule import Remark
from ossr_catalogue.model.finding import Confidence, Severity

_QUESTION: Final = re.compile(r"[?#]")
_ENDING: Final = re.compile(r"[^.](\.[A-Za-z0-9]{1,12})(?:\.(?:gz|bz2|xz))?$")


class EndingOfAnotherFormat(UseRule):
    """The file at a location ends as files of its format do."""

    code, name, severity = "DAT111", "ending-of-another-format", Severity.NOTE
    confidence = Confidence.LOW
    lists = ("data-resources",)
    why = (
        "A location that ends in `.csv` beside the format FITS means that one of the two was forgotten "
        "when the other was changed; data of the wrong format would be offered to the user."
    )
    good = (
        {
            "data-resources": [
                {"data-format": "urn:fits-binary", "locations": ["https://example.org/a.fits.gz"]}
            ]
        },
    )
    bad = (
        {"data-resources": [{"data-format": "urn:fits-binary", "locations": ["https://example.org/a.csv"]}]},
    )
    points_at = ("https://example.org/a.csv",)

    def check_resource(self, resource: Node) -> Iterator[Remark]:
        formats = resource.get("data-format")
        declared = {node.text for node in (formats, *formats.items) if node.text} if formats else set()
        for location in resource.select("locations", ...) if declared else ():
            found = _formats_of(location.text)
            if found and _known().issuperset(declared) and declared.isdisjoint(found):
                yield self.remark(
                    location,
                    f"{quoted(location.text)} ends like another format than the one declared",
                    label=f"{' or '.join(sorted(found))}?",
                    advice="correct the format or the location",
                    also=formats,
                    also_label="the format",
                )


@lru_cache(maxsize=256)
def _formats_of(location: str) -> frozenset[str]:
    """Give the formats whose files end as an address does."""
    path, *_ = _QUESTION.split(location)
    _, _, rest = path.partition("://")
    folder, _, name = (rest or path).rpartition("/")
    found = _ENDING.search(name) if folder else None
    return _by_ending().get(found[1].lower(), frozenset()) if found else frozenset()


@cache
def _by_ending() -> dict[str, frozenset[str]]:
    terms = load_vocabulary(DATA_FORMAT).terms
    endings = {ending.lower() for term in terms for ending in term.endings}
    return {ending: frozenset(term.urn for term in terms if ending in term.endings) for ending in endings}


@cache
def _known() -> frozenset[str]:
    return frozenset(term.urn for term in load_vocabulary(DATA_FORMAT).terms)
