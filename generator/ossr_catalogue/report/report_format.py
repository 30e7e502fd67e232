"""What every format offers."""

import importlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ossr_catalogue.model.finding import Finding
from ossr_catalogue.report.run import Run

Write = Callable[[Sequence[Finding], Run], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFormat:
    """A way to write findings: `json-lines` is the function `json_lines_report` of the module so called."""

    name: str
    about: str
    """For whom it is and what it is, in a line without a full stop."""
    describes_rules: bool = False
    """Whether it tells of `Run.rules`, which are loaded for such only."""

    def write(self, findings: Sequence[Finding], run: Run) -> str:
        """Write findings as one text, which ends with a line end unless it is empty.

        Args:
            findings: file by file, in the order of each file, those that are suppressed among them.
            run: whatever else a report may tell.
        """
        return self._load()(findings, run)

    def _load(self) -> Write:
        """Import the format now that it is asked for: one run needs one of ten, and the command is quick."""
        name = f"{self.name.replace('-', '_')}_report"
        module = importlib.import_module(f"ossr_catalogue.report.{name}")
        write: Write = getattr(module, name)
        return write
