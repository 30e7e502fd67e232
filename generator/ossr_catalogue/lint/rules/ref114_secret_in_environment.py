"""REF114: a password among the environment variables."""

import re
from collections.abc import Iterator
from typing import Final

from ossr_catalogue.document.node import Node
from ossr_catalogue.lint.key_rules import KeyRule
from ossr_catalogue.lint.prose import is_placeholder
from ossr_catalogue.lint.rule import Remark
from ossr_catalogue.lint.sound import container
from ossr_catalogue.model.finding import Confidence, Severity

_NAME: Final = re.compile(
    r"(?:.*_)?(?:TOKEN|PASSWORD|PASSWD|SECRET|API_?KEY|ACCESS_KEY|SECRET_KEY|PRIVATE_KEY)", re.IGNORECASE
)
_VALUE: Final = re.compile(r"[^\s$<>{}%*]{8,}")
_HARMLESS: Final = re.compile(r"(?:https?:/)?/.*|your.*|change.?me.*|password|x+", re.IGNORECASE)
_KNOWN: Final = re.compile(r"(?:ghp_|gho_|github_pat_|glpat-|AKIA|hf_|xox[bp]-)[A-Za-z0-9_-]{8,}")


class SecretInEnvironment(KeyRule):
    """Environment variables carry no passwords and no tokens."""

    code, name, severity = "REF114", "secret-in-environment", Severity.WARNING
    confidence = Confidence.MEDIUM
    keys = ("environment",)
    why = (
        "The list is public, and stays so in the repository's history: whoever reads it can use the "
        "secret. Withdraw it where it was issued; a platform gives a job its secrets in other ways."
    )
    good = (
        container("ghcr.io/gammapy/gammapy:1.3", environment={"JUPYTER_TOKEN": "", "OMP_NUM_THREADS": "4"}),
    )
    bad = (
        container("ghcr.io/gammapy/gammapy:1.3", environment={"RUCIO_PASSWORD": "b7Xq-41_kLm"}),
        container("ghcr.io/gammapy/gammapy:1.3", environment={"UPLOAD": "glpat-A1b2C3d4E5f6"}),
    )
    points_at = ("b7Xq-41_kLm", "glpat-A1b2C3d4E5f6")

    def check_value(self, value: Node, executable: Node) -> Iterator[Remark]:  # noqa: ARG002 - the variables say it all
        for name, member in value.members.items():
            if _is_secret(name, member.node.text):
                yield self.remark(
                    member.node,
                    f"the variable `{name[:60]}` gives away a secret",
                    advice="withdraw it where it was issued, and delete the variable",
                )


def _is_secret(name: str, text: str) -> bool:
    if _KNOWN.match(text):
        return True
    is_literal = bool(_VALUE.fullmatch(text)) and not _HARMLESS.fullmatch(text)
    return is_literal and bool(_NAME.fullmatch(name)) and not is_placeholder(text)
