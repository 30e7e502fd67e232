"""STO106: one name for two volumes."""

from collections.abc import Iterator

from ossr_catalogue.lint.prose import quoted
from ossr_catalogue.lint.repetitions import repetitions
from ossr_catalogue.lint.rule import NeedsRule, Remark
from ossr_catalogue.lint.view import Needs
from ossr_catalogue.model.finding import Severity


class DuplicateVolumeName(NeedsRule):
    """Storage and data of one use have different names."""

    code, name, severity = "STO106", "duplicate-volume-name", Severity.WARNING
    why = (
        "In a request to an ExecutionBroker a mount refers to storage or data by name. Of two with one "
        "name only one is ever mounted."
    )
    good = (
        {
            "storage-resources": [{"name": "scratch", "size": "1 GB"}],
            "data-resources": [{"name": "events", "data-format": "urn:fits-binary"}],
        },
    )
    bad = (
        {
            "storage-resources": [{"name": "events", "size": "1 GB"}],
            "data-resources": [{"name": "events", "data-format": "urn:fits-binary"}],
        },
    )
    points_at = ("events",)
    source = "https://github.com/ivoa/Calycopis-openapi"
    yields_to = ("same-data-twice",)

    def check_needs(self, needs: Needs) -> Iterator[Remark]:
        volumes = (*needs.storage, *needs.data)
        names = [name for volume in volumes if (name := volume.get("name"))]
        for again, first in repetitions((name.text.strip(), name) for name in names):
            yield self.remark(
                again,
                f"another volume is called {quoted(again.text)}, too",
                label="again here",
                advice="give each a name of its own",
                also=first,
                also_label="first here",
            )
