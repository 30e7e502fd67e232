"""EXB105: more than one compute resource in one use."""

from collections.abc import Iterator

from ossr_catalogue.lint.asking import SOURCE, requested, uses
from ossr_catalogue.lint.rule import Remark, Rule
from ossr_catalogue.lint.view import View
from ossr_catalogue.model.finding import Severity


class SeveralMachinesAtOnce(Rule):
    """One compute resource will do."""

    code, name, severity = "EXB105", "several-machines-at-once", Severity.NOTE
    why = (
        "All resources of the list are needed at once, and a request to an ExecutionBroker has one. Other "
        "ways to run it, with less or with more, are profiles."
    )
    good = ({"compute-resources": [{"cores": 4}]},)
    bad = (
        {"compute-resources": [{"cores": 4}, {"memory": "8 GiB"}]},
        {"profiles": [{"name": "full", "compute-resources": [{"cores": 2}, {"memory": "8 GiB"}]}]},
    )
    points_at = ("memory", "memory")
    source = SOURCE

    @classmethod
    def wanted_keys(cls) -> tuple[str, ...]:
        """The list, which may be that of a profile."""
        return ("compute-resources", "profiles")

    def check(self, view: View) -> Iterator[Remark]:
        for executable, _ in requested(view):
            for use in uses(executable):
                for second in list(use.select("compute-resources", ...))[1:2]:
                    yield self.remark(
                        second,
                        "a request to a broker has one compute resource, this is the second",
                        advice="write one with all that is needed, or give each way to run it a profile",
                    )
