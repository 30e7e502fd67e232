"""Singularity container."""

from dataclasses import dataclass

from ossr_catalogue.model.kinds.kind import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class SingularityContainer(Kind):
    """An image or recipe for Apptainer or Singularity, https://apptainer.org."""

    urn = "urn:types/singularity-container"
    label = "Singularity container"
    plural = "Singularity containers"
    summary = "An image, or the recipe of one, for Apptainer or Singularity."

    location: str
    """Path in the repository, https URL, or oras://, library:// or docker:// reference."""

    def paths(self) -> tuple[str, ...]:
        """Name the image."""
        return (self.location,)
