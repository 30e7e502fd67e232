"""CAT106: successors that lead back to where one started."""

from collections.abc import Iterator, Mapping, Sequence

from ossr_catalogue.lint.across import CatalogueRule, Listed, Lists, Saying
from ossr_catalogue.lint.scene import Scene
from ossr_catalogue.lint.sound import SOUND
from ossr_catalogue.model.finding import Severity

_OTHER = "911e248b-3a85-46b0-b681-cfd5ed1c2fe4"


class SuccessorsInACircle(CatalogueRule):
    """Whoever goes from successor to successor arrives."""

    code, name, severity = "CAT106", "successors-in-a-circle", Severity.ERROR
    why = (
        "Each of these executables sends people to the next, and the last one to the first: none of them "
        "is the one to use."
    )
    good = (
        Scene(
            example={"status": "deprecated", "superseded-by": _OTHER},
            path="a/executables.json",
            lists={"b/executables.json": {"uuid": _OTHER, "title": "Fit the Crab spectrum again"}},
        ),
    )
    bad = (
        Scene(
            example={"status": "deprecated", "superseded-by": _OTHER},
            path="a/executables.json",
            lists={
                "b/executables.json": {
                    "uuid": _OTHER,
                    "title": "Fit the Crab spectrum again",
                    "status": "deprecated",
                    "superseded-by": SOUND["uuid"],
                }
            },
        ),
    )
    points_at = (_OTHER,)

    def check_lists(self, lists: Lists) -> Iterator[Saying]:
        known = lists.by_uuid()
        for one in (one for one in lists.executables if one.uuid):
            circle = _circle(one, known)
            if len(circle) > 1:  # one that is superseded by itself has another rule
                yield Saying(
                    about=one,
                    key="superseded-by",
                    message=f"after {len(circle)} successors one is back here",
                    advice="delete `superseded-by` from the one that is to be used",
                )


def _circle(one: Listed, known: Mapping[str, Sequence[Listed]]) -> list[str]:
    """Give the uuids from an executable back to itself; none where its successors lead elsewhere."""
    seen = [one.uuid]
    successor = one.successor
    while successor in known and successor not in seen:
        seen.append(successor)
        successor = known[successor][0].successor
    return seen if successor == one.uuid else []
