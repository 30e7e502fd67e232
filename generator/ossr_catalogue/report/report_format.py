"""What every format offers."""

from collections.abc import Sequence
from typing import Protocol

from ossr_catalogue import HOME_URL
from ossr_catalogue.model.finding import Finding


class ReportFormat(Protocol):
    """Writes findings as one text, which ends with a line end unless it is empty."""

    def __call__(
        self,
        findings: Sequence[Finding],
        *,
        files: int | None = None,
        color: bool = False,
        url: str = HOME_URL,
    ) -> str:
        """Write the report.

        Args:
            findings: file by file, in the order of each file.
            files: how many files were looked at; where it is given, people are told the sum of it all.
            color: whether to use the colours of a terminal, where the format has any.
            url: where the catalogue stands that explains the rules, with a final slash.
        """
        ...
