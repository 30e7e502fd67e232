"""Command-line program."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from ossr_catalogue.model.kinds.docker_container import Image
from ossr_catalogue.model.kinds.kind import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class CommandLineProgram(Kind):
    """A program that is installed and then called by its name."""

    urn = "urn:types/command-line-program"
    label = "Command-line program"
    plural = "Command-line programs"
    summary = "A command, with the package (a purl) or the image that installs it."

    command: str
    package: str | None = None
    """How it is installed, as a purl: https://github.com/package-url/purl-spec."""
    image: Image | None = None

    @classmethod
    def from_plain(cls, own: Mapping[str, Any]) -> Self:
        """Build from an error-free document."""
        image = own.get("image")
        return cls(
            command=own["command"],
            package=own.get("package"),
            image=Image.from_plain(image) if image else None,
        )

    def to_plain(self) -> dict[str, Any]:
        """Give the own keys back as JSON, without what is not declared."""
        plain = {
            "command": self.command,
            "package": self.package,
            "image": self.image.to_plain() if self.image else None,
        }
        return {key: value for key, value in plain.items() if value}
