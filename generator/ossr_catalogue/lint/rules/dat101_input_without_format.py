"""DAT101: data of any format whatsoever."""

from collections.abc import Iterator

from ossr_catalogue.lint.rule import NeedsRule, Remark
from ossr_catalogue.lint.view import Needs
from ossr_catalogue.model.finding import Severity


class InputWithoutFormat(NeedsRule):
    """Data that are read have a format."""

    code, name, severity = "DAT101", "input-without-format", Severity.WARNING
    why = (
        "The format is what data are matched by: without it any file of the archive would be offered to "
        "the user as fit for this executable. Several formats can be given as a list, if any of them "
        "will do."
    )
    good = (
        {"data-resources": [{"name": "events", "data-format": ["urn:fits-binary", "urn:hdf5-binary"]}]},
        {
            "data-resources": [{"name": "spectrum", "direction": "output"}],
            "storage-resources": [{"size": "1 GB"}],
        },
    )
    bad = ({"data-resources": [{"name": "events", "data-content": "urn:astronomy-event-list"}]},)
    points_at = ("name",)
    yields_to = ("unfindable-data",)

    def check_needs(self, needs: Needs) -> Iterator[Remark]:
        for data in needs.data:
            direction = data.get("direction")
            is_input = direction is None or direction.text == "input"
            if is_input and not data.get("data-format"):
                yield self.remark(
                    data,
                    "the data have no format",
                    advice='add e.g. "data-format": "urn:fits-binary"',
                )
