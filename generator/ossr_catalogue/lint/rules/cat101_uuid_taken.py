"""CAT101: one uuid for two executables of different lists."""

from collections.abc import Iterator

from ossr_catalogue.lint.across import CatalogueRule, Lists, Saying, others, same_thing
from ossr_catalogue.lint.scene import Scene
from ossr_catalogue.lint.sound import SOUND
from ossr_catalogue.model.finding import Severity


class UuidTaken(CatalogueRule):
    """A uuid stands for one executable, in all lists."""

    code, name, severity = "CAT101", "uuid-taken", Severity.ERROR
    why = (
        "Two executables with one uuid are one to every catalogue: only one of them is listed, and links, "
        "citations and provenance records of the other lead to it. It happens when a list is copied to "
        "start the next repository's."
    )
    good = (
        Scene(
            example={"uuid": "911e248b-3a85-46b0-b681-cfd5ed1c2fe4", "title": "Plot the Crab light curve"},
            path="b/executables.json",
            lists={"a/executables.json": {}},
        ),
    )
    bad = (
        Scene(
            example={"title": "Plot the Crab light curve"},
            path="b/executables.json",
            lists={"a/executables.json": {}},
        ),
    )
    points_at = (SOUND["uuid"],)

    def check_lists(self, lists: Lists) -> Iterator[Saying]:
        for group in lists.by_uuid().values():
            for one, other in others(group):
                if not same_thing(one, other):
                    yield Saying(
                        about=one,
                        key="uuid",
                        message=f"this uuid is also that of {other.say()}",
                        label="not unique",
                        advice="make a new one with `uuidgen` for whichever of the two is younger",
                    )
