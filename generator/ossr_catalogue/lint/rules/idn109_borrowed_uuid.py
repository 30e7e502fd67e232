"""IDN109: a part with the identity of the whole."""

from collections.abc import Iterator

from ossr_catalogue.lint.profiles import RESOURCES
from ossr_catalogue.lint.rule import Remark, Rule
from ossr_catalogue.lint.sound import SOUND
from ossr_catalogue.lint.view import View
from ossr_catalogue.model.finding import Severity


class BorrowedUuid(Rule):
    """The uuid of a resource is not that of an executable."""

    code, name, severity = "IDN109", "borrowed-uuid", Severity.ERROR
    why = (
        "A uuid names one thing. Whoever refers to the data by it would be sent to the executable; it "
        "happens when the first uuid of the file is copied to every place that has one."
    )
    good = (
        {
            "data-resources": [
                {"uuid": "401f6251-be15-4f8a-bad7-38ef4d6cb7c1", "data-format": "urn:fits-binary"}
            ]
        },
    )
    bad = ({"data-resources": [{"uuid": SOUND["uuid"], "data-format": "urn:fits-binary"}]},)
    points_at = (SOUND["uuid"],)

    def check(self, view: View) -> Iterator[Remark]:
        named = (uuid for key in RESOURCES for one in view.resources(key) if (uuid := one.get("uuid")))
        owners = {uuid.text: uuid for _, uuid in view.by_key.get("uuid", ())}
        for uuid in (uuid for uuid in named if uuid.text in owners):
            yield self.remark(
                uuid,
                "this uuid is that of an executable",
                label="a resource",
                advice="make one with `uuidgen`, or delete the key: resources need no uuid",
                also=owners[uuid.text],
                also_label="an executable",
            )
