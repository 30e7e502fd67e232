"""Binder repository."""

from dataclasses import dataclass

from ossr_catalogue.model.kinds.kind import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class BinderRepository(Kind):
    """A repository that repo2docker can build, https://repo2docker.readthedocs.io."""

    urn = "urn:types/binder-repository"
    label = "Binder repository"
    plural = "Binder repositories"
    summary = "A repository with a Binder configuration, opened as a whole."
    esap_keyword = "jupyter-notebook"

    location: str | None = None
    """Folder with the Binder configuration; the repository itself where absent."""
    open: str | None = None
    """What to show first."""

    def paths(self) -> tuple[str, ...]:
        """Name what is opened first."""
        return (self.open,) if self.open else ()
