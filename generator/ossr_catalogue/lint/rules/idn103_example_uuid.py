"""IDN103: a uuid that was copied from a manual, or made up."""

from collections.abc import Iterator
from typing import Final

from ossr_catalogue.document.node import Node
from ossr_catalogue.lint.rule import ExecutableRule, Remark
from ossr_catalogue.model.finding import Severity

_FROM_MANUALS: Final = frozenset(
    {
        "123e4567-e89b-12d3-a456-426614174000",
        "123e4567-e89b-12d3-a456-426655440000",
        "550e8400-e29b-41d4-a716-446655440000",
        "f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
        "f47ac10b-58cc-4372-a567-0e02b2c3d479",
        "6ba7b810-9dad-11d1-80b4-00c04fd430c8",
        "12345678-1234-5678-1234-567812345678",
        "12345678-1234-1234-1234-123456789012",
        "12345678-1234-4234-8234-123456789abc",
        "12345678-90ab-4cde-8f01-234567890abc",
    }
)
_FEWEST_DIGITS: Final = 5
"""A random uuid with fewer different digits turns up once in 10^12."""


class ExampleUuid(ExecutableRule):
    """A uuid is made for this executable, not copied from an example."""

    code, name, severity = "IDN103", "example-uuid", Severity.ERROR
    why = (
        "Whoever copies the uuid of a manual shares it with everybody else who did: in a catalogue the "
        "entries of all of them would be one and the same."
    )
    good = ({"uuid": "54446982-3139-4195-affe-7838826624ce"},)
    bad = ({"uuid": "123e4567-e89b-12d3-a456-426614174000"}, {"uuid": "11111111-1111-4111-8111-111111111111"})
    points_at = ("123e4567-e89b-12d3-a456-426614174000", "11111111-1111-4111-8111-111111111111")
    source = "https://www.rfc-editor.org/rfc/rfc9562#section-6.7"

    def check_executable(self, executable: Node) -> Iterator[Remark]:
        uuid = executable.get("uuid")
        if uuid and _is_example(uuid.text.lower()):
            yield self.remark(
                uuid, "this uuid is that of an example", label="not unique", advice="make one with `uuidgen`"
            )


def _is_example(uuid: str) -> bool:
    digits = set(uuid.replace("-", ""))
    return uuid in _FROM_MANUALS or len(digits) < _FEWEST_DIGITS
