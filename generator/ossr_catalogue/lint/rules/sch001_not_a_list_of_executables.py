"""SCH001: a file that is something else."""

import json

from ossr_catalogue.lint.rule import ProblemRule
from ossr_catalogue.lint.sound import SOUND, SOUND_JSON, SOUND_YAML
from ossr_catalogue.model.finding import Severity
from ossr_catalogue.model.rule_card import FixAvailability


class NotAListOfExecutables(ProblemRule):
    """The top of the file is a mapping with the key `executables`."""

    code, name, severity = "SCH001", "not-a-list-of-executables", Severity.ERROR
    kinds = ("not-a-list-of-executables",)
    fix = FixAvailability.UNSAFE
    why = (
        "Everything else is found from there. A bare list, or a single executable, leaves no place for "
        "`$schema` and for what later versions of the format may add."
    )
    good = (SOUND_JSON,)
    bad = (
        "[]\n",
        SOUND_YAML.replace("executables:", "x-tools:"),
        SOUND_YAML.removeprefix("executables:\n"),
        json.dumps(SOUND, indent=2) + "\n",
    )
    points_at = ("[]", "x-tools", "-", "uuid")
