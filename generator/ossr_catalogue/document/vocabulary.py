"""The vocabularies of `data-content` and `data-format`, as they come with the package."""

import json
from functools import cache
from typing import Any, Final

from ossr_catalogue.embedded import embedded
from ossr_catalogue.model.vocabulary import Term, Vocabulary

DATA_CONTENT: Final = "data-content"
DATA_FORMAT: Final = "data-format"
NAMES: Final = (DATA_CONTENT, DATA_FORMAT)


@cache
def load_vocabulary(name: str) -> Vocabulary:
    """Load one vocabulary by its name, once.

    Raises:
        FileNotFoundError: if there is none of this name; `NAMES` lists them.
    """
    text = embedded(f"catalogue/vocabulary/{name}.json").read_text(encoding="utf-8")
    plain: dict[str, Any] = json.loads(text)
    return Vocabulary(
        name=plain["name"],
        title=plain["title"],
        description=plain["description"],
        terms=tuple(_term(term) for term in plain["terms"]),
    )


def _term(plain: dict[str, Any]) -> Term:
    return Term(
        urn=plain["urn"],
        label=plain["label"],
        description=plain["description"],
        product_types=tuple(plain.get("product_types", ())),
        media_types=tuple(plain.get("media_types", ())),
        endings=tuple(plain.get("endings", ())),
        exact_match=plain.get("exact_match"),
    )
