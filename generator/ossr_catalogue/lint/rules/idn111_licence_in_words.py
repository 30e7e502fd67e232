"""IDN111: a licence that only people can read."""

from collections.abc import Iterator

from ossr_catalogue.document.changes import Correction, SetValue
from ossr_catalogue.document.node import Node
from ossr_catalogue.lint.key_rules import KeyRule
from ossr_catalogue.lint.licences import advise, is_licence, meant_licence
from ossr_catalogue.lint.prose import quoted
from ossr_catalogue.lint.rule import Remark
from ossr_catalogue.model.finding import Severity
from ossr_catalogue.model.rule_card import FixAvailability


class LicenceInWords(KeyRule):
    """A licence is an SPDX expression."""

    code, name, severity = "IDN111", "licence-in-words", Severity.WARNING
    fix = FixAvailability.SAFE
    keys = ("license",)
    why = (
        "Whether software may be used and changed is decided by programs, too: package managers, "
        "institutes, archives. They know the identifiers of SPDX, `BSD-3-Clause`, and nothing else."
    )
    good = ({"license": "MIT OR (Apache-2.0 WITH LLVM-exception)"}, {"license": "GPL-3.0-or-later"})
    bad = ({"license": "BSD 3-Clause License"}, {"license": "GPLv3"})
    points_at = ("BSD 3-Clause License", "GPLv3")
    source = "https://spdx.github.io/spdx-spec/v3.0.1/annexes/spdx-license-expressions/"

    def check_value(self, value: Node, executable: Node) -> Iterator[Remark]:  # noqa: ARG002 - the licence says it all
        text = value.text.strip()
        if not is_licence(text):
            meant = meant_licence(text)
            correction = Correction(
                title=f'Write "{meant}"', changes=(SetValue(node=value, value=meant),), is_safe=True
            )
            yield self.remark(
                value,
                f"{quoted(text)} is not a licence expression of SPDX",
                advice=advise(text),
                fix=correction if meant else None,
            )
