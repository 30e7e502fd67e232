"""IDN106: a successor that is the thing itself."""

from collections.abc import Iterator

from ossr_catalogue.document.node import Node
from ossr_catalogue.lint.rule import ExecutableRule, Remark
from ossr_catalogue.lint.sound import SOUND
from ossr_catalogue.model.finding import Severity


class SupersededByItself(ExecutableRule):
    """The successor of an executable is another one."""

    code, name, severity = "IDN106", "superseded-by-itself", Severity.ERROR
    why = "Whoever follows the link to the successor would go round in a circle."
    good = ({"superseded-by": "911e248b-3a85-46b0-b681-cfd5ed1c2fe4", "status": "deprecated"},)
    bad = ({"superseded-by": SOUND["uuid"], "status": "deprecated"},)
    points_at = (SOUND["uuid"],)

    def check_executable(self, executable: Node) -> Iterator[Remark]:
        uuid, successor = executable.get("uuid"), executable.get("superseded-by")
        if uuid and successor and uuid.text and uuid.text == successor.text:
            yield self.remark(
                successor,
                "the executable is superseded by itself",
                label="the same uuid",
                advice="write the uuid of its successor, or delete the key",
                also=uuid,
                also_label="its own",
            )
