"""Docker container."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Self

from ossr_catalogue.model.kinds.kind import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """A container image, https://github.com/opencontainers/image-spec."""

    locations: tuple[str, ...] = ()
    """`registry/space/name:tag`, the preferred one first."""
    digest: str | None = None
    architecture: str | None = None
    os: str | None = None

    @classmethod
    def from_plain(cls, image: Mapping[str, Any]) -> Self:
        """Build from an error-free document."""
        platform = image.get("platform", {})
        return cls(
            locations=tuple(image.get("locations", ())),
            digest=image.get("digest"),
            architecture=platform.get("architecture"),
            os=platform.get("os"),
        )

    def pinned(self) -> Self:
        """Give the image with the digest that one of its names ends with, where no other is declared.

        >>> Image(locations=(f"ghcr.io/a/b@sha256:{'0' * 64}",)).pinned().digest[:10]
        'sha256:000'
        """
        ends = (location.partition("@")[2] for location in self.locations)
        named = next((end for end in ends if end.startswith("sha256:")), None)
        return self if self.digest or not named else replace(self, digest=named)

    def to_plain(self) -> dict[str, Any]:
        """Give the image back as JSON, without what is not declared."""
        platform = {"architecture": self.architecture, "os": self.os}
        plain = {
            "locations": list(self.locations),
            "digest": self.digest,
            "platform": {key: value for key, value in platform.items() if value},
        }
        return {key: value for key, value in plain.items() if value}


@dataclass(frozen=True, slots=True, kw_only=True)
class DockerContainer(Kind):
    """A Docker or OCI container, https://opencontainers.org."""

    urn = "urn:types/docker-container"
    label = "Docker container"
    plural = "Docker containers"
    summary = "A container image of a registry, for Docker, Podman or Apptainer, or the recipe of one."

    image: Image = field(default_factory=Image)
    """Without a location where only the recipe is there: such an image has to be built first."""
    recipe: str | None = None
    """Path of the Dockerfile that the image is built from."""
    command: tuple[str, ...] = ()
    entrypoint: str | None = None
    environment: tuple[tuple[str, str], ...] = ()
    ports: tuple[int, ...] = ()
    privileged: bool = False

    @classmethod
    def keys(cls) -> tuple[str, ...]:
        """Name the keys as the list writes them: the ports stand under `network`."""
        return ("image", "recipe", "command", "entrypoint", "environment", "network", "privileged")

    @classmethod
    def from_plain(cls, own: Mapping[str, Any]) -> Self:
        """Build from an error-free document."""
        command = own.get("command", ())
        return cls(
            image=Image.from_plain(own.get("image", {})),
            recipe=own.get("recipe"),
            command=(command,) if isinstance(command, str) else tuple(command),
            entrypoint=own.get("entrypoint"),
            environment=tuple(own.get("environment", {}).items()),
            ports=tuple(own.get("network", {}).get("ports", ())),
            privileged=own.get("privileged", False),
        )

    def paths(self) -> tuple[str, ...]:
        """Name the recipe, if there is one."""
        return (self.recipe,) if self.recipe else ()

    def to_plain(self) -> dict[str, Any]:
        """Give the own keys back as JSON, without what is not declared."""
        plain = {
            "image": self.image.to_plain(),
            "recipe": self.recipe,
            "command": list(self.command),
            "entrypoint": self.entrypoint,
            "environment": dict(self.environment),
            "network": {"ports": list(self.ports)} if self.ports else {},
            "privileged": self.privileged,
        }
        return {key: value for key, value in plain.items() if value}
