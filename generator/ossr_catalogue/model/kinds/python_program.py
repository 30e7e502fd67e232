"""Python program."""

from dataclasses import dataclass

from ossr_catalogue.model.kinds.kind import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class PythonProgram(Kind):
    """A script or a module to be run by Python."""

    urn = "urn:types/python-program"
    label = "Python program"
    plural = "Python programs"
    summary = "A script of the repository, or a module that is run with `python -m`."

    location: str | None = None
    module: str | None = None
    requirements: str | None = None
    command: str | None = None

    def paths(self) -> tuple[str, ...]:
        """Name the script, if it is one, then its requirements."""
        return tuple(path for path in (self.location, self.requirements) if path)
