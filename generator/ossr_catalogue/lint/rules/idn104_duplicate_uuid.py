"""IDN104: one uuid for two executables."""

from collections.abc import Iterator

from ossr_catalogue.lint.repetitions import repetitions
from ossr_catalogue.lint.rule import Remark, Rule
from ossr_catalogue.lint.sound import SOUND_YAML
from ossr_catalogue.lint.view import View
from ossr_catalogue.model.finding import Severity


class DuplicateUuid(Rule):
    """Each executable of a list has a uuid of its own."""

    code, name, severity = "IDN104", "duplicate-uuid", Severity.ERROR
    why = (
        "Two executables with one uuid are one executable to every catalogue and every broker. It "
        "happens when an entry is copied to start the next one."
    )
    good = (SOUND_YAML,)
    bad = (SOUND_YAML + SOUND_YAML.removeprefix("executables:\n").replace("spectrum", "light curve"),)
    points_at = ("6f0d7a52-1c1e-4b7b-9d3a-5b8c2f4e7a10",)

    @classmethod
    def can_be_suppressed(cls) -> bool:
        return False

    def check(self, view: View) -> Iterator[Remark]:
        uuids = [uuid for executable in view.executables if (uuid := executable.get("uuid"))]
        for uuid, same in repetitions((uuid.text.lower(), uuid) for uuid in uuids):
            yield self.remark(
                uuid,
                "this uuid already belongs to another executable of the list",
                label="again here",
                advice="make a new one with `uuidgen` for whichever of the two is younger",
                also=same,
                also_label="first here",
            )
