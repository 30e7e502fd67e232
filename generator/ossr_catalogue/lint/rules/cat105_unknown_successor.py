"""CAT105: a successor that is in no list."""

from collections.abc import Iterator

from ossr_catalogue.lint.across import CatalogueRule, Lists, Saying
from ossr_catalogue.lint.scene import Scene
from ossr_catalogue.model.finding import Confidence, Severity

_SUCCESSOR = "911e248b-3a85-46b0-b681-cfd5ed1c2fe4"


class UnknownSuccessor(CatalogueRule):
    """A successor is in one of the lists that are looked at together."""

    code, name, severity = "CAT105", "unknown-successor", Severity.NOTE
    confidence = Confidence.LOW
    why = (
        "The link to a successor that is in no list leads nowhere. It may be in the list of another "
        "repository; then all is well."
    )
    good = (
        Scene(
            example={"status": "deprecated", "superseded-by": _SUCCESSOR},
            path="a/executables.json",
            lists={"b/executables.json": {"uuid": _SUCCESSOR, "title": "Fit the Crab spectrum again"}},
        ),
    )
    bad = (Scene(example={"status": "deprecated", "superseded-by": _SUCCESSOR}),)
    points_at = (_SUCCESSOR,)

    def check_lists(self, lists: Lists) -> Iterator[Saying]:
        known = lists.by_uuid()
        for one in lists.executables:
            if one.successor and one.successor not in known:
                yield Saying(
                    about=one,
                    key="superseded-by",
                    message="the successor is in none of these lists",
                    advice="check the uuid; all is well if it is in another repository's list",
                )
