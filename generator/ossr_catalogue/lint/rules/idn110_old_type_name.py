"""IDN110: a type by a name that it had once."""

from collections.abc import Iterator

from ossr_catalogue.document.changes import Correction, SetValue
from ossr_catalogue.document.node import Node
from ossr_catalogue.document.shape import kind_name
from ossr_catalogue.lint.key_rules import KeyRule
from ossr_catalogue.lint.prose import quoted
from ossr_catalogue.lint.rule import Remark
from ossr_catalogue.model.finding import Severity
from ossr_catalogue.model.rule_card import FixAvailability


class OldTypeName(KeyRule):
    """A type has the name that this format gives it."""

    code, name, severity = "IDN110", "old-type-name", Severity.NOTE
    fix = FixAvailability.SAFE
    keys = ("type",)
    why = (
        "The types of executables have had many names in the drafts of the ExecutionBroker. They are all "
        "understood here; other programs, and people who search, know the one of today."
    )
    good = ({"type": "urn:types/jupyter-notebook"},)
    bad = ({"type": "uri:jupyter-notebook-1.0"},)
    points_at = ("uri:jupyter-notebook-1.0",)

    def check_value(self, value: Node, executable: Node) -> Iterator[Remark]:  # noqa: ARG002 - the type says it all
        kind = kind_name(value.text)
        today = f"urn:types/{kind}"
        if kind and value.text != today:
            yield self.remark(
                value,
                f"{quoted(value.text)} is an earlier name of {today}",
                advice=f'write "{today}"',
                fix=Correction(
                    title=f'Write "{today}"', changes=(SetValue(node=value, value=today),), is_safe=True
                ),
            )
