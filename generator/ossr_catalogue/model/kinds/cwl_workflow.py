"""CWL workflow."""

from dataclasses import dataclass

from ossr_catalogue.model.kinds.kind import FileKind


@dataclass(frozen=True, slots=True, kw_only=True)
class CwlWorkflow(FileKind):
    """A workflow for CWL, https://www.commonwl.org."""

    urn = "urn:types/cwl-workflow"
    label = "CWL workflow"
    plural = "CWL workflows"
    summary = "A workflow, run as a whole by CWL."
