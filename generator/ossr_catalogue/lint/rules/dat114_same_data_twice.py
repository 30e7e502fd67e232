"""DAT114: the same line of the shopping list again."""

import json
from collections.abc import Iterator
from typing import Final

from ossr_catalogue.document.node import Node
from ossr_catalogue.lint.repetitions import repetitions
from ossr_catalogue.lint.rule import NeedsRule, Remark
from ossr_catalogue.lint.view import Needs
from ossr_catalogue.model.finding import Severity

_OF_ITSELF: Final = frozenset({"uuid", "mount"})
"""Keys in which two copies may differ and still be the same."""


class SameDataTwice(NeedsRule):
    """Each entry of the shopping list is another one."""

    code, name, severity = "DAT114", "same-data-twice", Severity.WARNING
    why = (
        "An entry is copied to start the next one, and then nothing is changed in it: the user is asked "
        "for the same data twice. If two files of one kind are needed, their names say which is which."
    )
    good = (
        {
            "data-resources": [
                {"name": "signal", "data-format": "urn:fits-binary"},
                {"name": "background", "data-format": "urn:fits-binary"},
            ]
        },
    )
    bad = (
        {
            "data-resources": [
                {"name": "events", "data-format": "urn:fits-binary"},
                {"data-format": "urn:fits-binary", "name": "events"},
            ]
        },
    )
    points_at = ("events",)

    def check_needs(self, needs: Needs) -> Iterator[Remark]:
        if len(needs.data) > 1:
            entries = [data for data in needs.data if data.members]
            for again, first in repetitions((_content(data), data) for data in entries):
                yield self.remark(
                    again.get("name") or again,
                    "the same data are asked for twice",
                    label="again here",
                    advice="delete one, or say what is different",
                    also=first.get("name") or first,
                    also_label="first here",
                )


def _content(data: Node) -> str:
    plain = {key: member.node.plain() for key, member in data.members.items() if key not in _OF_ITSELF}
    return json.dumps(plain, sort_keys=True)
