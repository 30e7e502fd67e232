"""IDN105: a type that this version does not know."""

from collections.abc import Iterator
from typing import Final

from ossr_catalogue.document.changes import Correction
from ossr_catalogue.document.corrections import write
from ossr_catalogue.document.nearest import nearest, nearest_alone
from ossr_catalogue.document.node import Node
from ossr_catalogue.document.shape import executable_shape, kind_name
from ossr_catalogue.lint.prose import quoted
from ossr_catalogue.lint.rule import ExecutableRule, Remark
from ossr_catalogue.model.finding import Severity
from ossr_catalogue.model.rule_card import FixAvailability

_PREFIX: Final = "urn:types/"


class UnknownType(ExecutableRule):
    """The type is one that the catalogue knows."""

    code, name, severity = "IDN105", "unknown-type", Severity.WARNING
    fix = FixAvailability.SAFE
    why = (
        "An executable of a type that the catalogue does not know is listed, and that is all: it has no "
        "launch button, nothing is said about where it runs, and its own keys are not checked. That is "
        "right for a type of your own, and wrong for a slip."
    )
    good = ({"type": "urn:types/jupyter-notebook"}, {"type": "urn:jupyter-notebook-0.1"})
    bad = ({"type": "urn:types/jupyter-notbook"}, {"type": "urn:x-campus:telescope-script"})
    points_at = ("urn:types/jupyter-notbook", "urn:x-campus:telescope-script")

    def check_executable(self, executable: Node) -> Iterator[Remark]:
        for kind in executable.select("type"):
            if not kind_name(kind.text):
                yield self._say(kind)

    def _say(self, kind: Node) -> Remark:
        meant = nearest(kind.text, _known())
        return self.remark(
            kind,
            f"{quoted(kind.text)} is a type that this catalogue does not know",
            label=f'did you mean "{meant}"?' if meant else "listed, never launched",
            advice=f'write "{meant}"' if meant else _say_known(),
            fix=_correct(kind),
        )


def _correct(kind: Node) -> Correction | None:
    """Propose the type that a slip in one of ours surely means."""
    names = [urn.removeprefix(_PREFIX) for urn in _known()]
    is_ours = kind.text.startswith(_PREFIX)
    meant = nearest_alone(kind.text.removeprefix(_PREFIX), names) if is_ours else ""
    return write(kind, _PREFIX + meant, is_safe=True) if meant else None


def _known() -> tuple[str, ...]:
    """Give the types that the published schema knows; the code of the kinds is not loaded for it."""
    return executable_shape(None).properties["type"].examples


def _say_known() -> str:
    return f"known are {_PREFIX}… " + ", ".join(urn.removeprefix(_PREFIX) for urn in _known())
