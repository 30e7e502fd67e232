"""STO103: two volumes at one place."""

import posixpath
from collections.abc import Iterator

from ossr_catalogue.lint.prose import quoted
from ossr_catalogue.lint.repetitions import repetitions
from ossr_catalogue.lint.rule import NeedsRule, Remark
from ossr_catalogue.lint.view import Needs
from ossr_catalogue.model.finding import Severity


class MountedTwice(NeedsRule):
    """Every volume is mounted at a place of its own."""

    code, name, severity = "STO103", "mounted-twice", Severity.ERROR
    why = "Of two volumes that are mounted at the same path one hides the other; which one, nobody can say."
    good = (
        {
            "storage-resources": [{"size": "1 GB", "mount": {"path": "/scratch"}}],
            "data-resources": [
                {"name": "events", "data-format": "urn:fits-binary", "mount": {"path": "/data"}}
            ],
        },
    )
    bad = (
        {
            "storage-resources": [{"size": "1 GB", "mount": {"path": "/data"}}],
            "data-resources": [
                {"name": "events", "data-format": "urn:fits-binary", "mount": {"path": "/data/"}}
            ],
        },
    )
    points_at = ("/data/",)

    def check_needs(self, needs: Needs) -> Iterator[Remark]:
        resources = (*needs.storage, *needs.data)
        paths = [path for resource in resources for path in resource.select("mount", "path")]
        for path, same in repetitions((posixpath.normpath(path.text), path) for path in paths):
            yield self.remark(
                path,
                f"{quoted(path.text)} is taken by another volume",
                label="again here",
                advice="mount one of them elsewhere",
                also=same,
                also_label="first here",
            )
