"""RES121: a batch job without an end."""

from collections.abc import Iterator
from typing import Final

from ossr_catalogue.document.node import Node
from ossr_catalogue.document.shape import kind_name
from ossr_catalogue.lint.key_rules import KeyRule
from ossr_catalogue.lint.rule import Remark
from ossr_catalogue.model.finding import Severity

_BATCH: Final = frozenset(
    {"command-line-program", "python-program", "cwl-workflow", "snakemake-workflow", "nextflow-workflow"}
)


class WalltimeMissing(KeyRule):
    """What runs as a batch job says how long it takes."""

    code, name, severity = "RES121", "walltime-missing", Severity.NOTE
    keys = ("compute-resources",)
    why = (
        "A batch system starts nothing without a limit, and takes its own, often an hour, where none is "
        "given: the job is killed in the middle. A reference broker offers 2 hours."
    )
    good = (
        {
            "type": "urn:types/snakemake-workflow",
            "location": "workflow/Snakefile",
            "compute-resources": [{"cores": 8, "walltime": "PT6H"}],
        },
    )
    bad = (
        {
            "type": "urn:types/snakemake-workflow",
            "location": "workflow/Snakefile",
            "compute-resources": [{"cores": 8}],
        },
    )
    points_at = ("cores",)

    def check_value(self, value: Node, executable: Node) -> Iterator[Remark]:
        kind = executable.get("type")
        if not kind or kind_name(kind.text) not in _BATCH:
            return
        if value.items and not any(compute.get("walltime") for compute in value.items):
            yield self.remark(
                value.items[0],
                "nothing says how long a run takes",
                advice='add e.g. "walltime": "PT6H", six hours',
            )
