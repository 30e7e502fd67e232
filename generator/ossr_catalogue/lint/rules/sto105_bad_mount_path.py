"""STO105: a volume where none can be."""

import posixpath
import re
from collections.abc import Iterator
from typing import Final

from ossr_catalogue.document.corrections import write
from ossr_catalogue.document.node import Node
from ossr_catalogue.lint.prose import quoted
from ossr_catalogue.lint.rule import NeedsRule, Remark
from ossr_catalogue.lint.view import Needs
from ossr_catalogue.model.finding import Severity
from ossr_catalogue.model.rule_card import FixAvailability

_OF_THE_SYSTEM: Final = re.compile("/|/(?:bin|boot|dev|etc|lib|lib64|proc|root|run|sbin|sys|usr|var)")


class BadMountPath(NeedsRule):
    """A volume is mounted at an absolute path that is no part of the system."""

    code, name, severity = "STO105", "bad-mount-path", Severity.ERROR
    fix = FixAvailability.UNSAFE
    why = (
        "A relative path depends on where the program happens to start, and container engines refuse it. "
        "A volume over `/` or `/usr` hides the programs that were to be run."
    )
    good = ({"storage-resources": [{"size": "1 GB", "mount": {"path": "/usr/local/share/models"}}]},)
    bad = (
        {"storage-resources": [{"size": "1 GB", "mount": {"path": "data"}}]},
        {"storage-resources": [{"size": "1 GB", "mount": {"path": "/usr/"}}]},
    )
    points_at = ("data", "/usr/")

    def check_needs(self, needs: Needs) -> Iterator[Remark]:
        for resource in (*needs.storage, *needs.data):
            for path in resource.select("mount", "path"):
                yield from self._check_path(path)

    def _check_path(self, path: Node) -> Iterator[Remark]:
        text = path.text
        if not text.startswith("/"):
            message = f"{quoted(text)} is not an absolute path"
            absolute = f"/{posixpath.normpath(text).lstrip('./')}"
            fix = write(path, absolute, is_safe=False) if absolute != "/" else None
            yield self.remark(path, message, advice=f'write "{absolute}"', fix=fix)
        elif _OF_THE_SYSTEM.fullmatch(posixpath.normpath(text)):
            message = f"{quoted(text)} belongs to the system inside the executable"
            yield self.remark(path, message, advice='mount it elsewhere, e.g. at "/data"')
