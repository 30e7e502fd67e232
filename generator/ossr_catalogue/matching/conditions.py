"""What a platform insists on beyond limits: architectures, and how a container is described."""

from collections.abc import Iterator

from ossr_catalogue.matching.words import WORDS
from ossr_catalogue.model.kinds import Kind
from ossr_catalogue.model.kinds.command_line_program import CommandLineProgram
from ossr_catalogue.model.kinds.docker_container import DockerContainer, Image
from ossr_catalogue.model.platform import Platform, Requirement
from ossr_catalogue.model.resources import Needs


def unmet(kind: Kind, needs: Needs, platform: Platform) -> tuple[str, str] | None:
    """Give the name and the words of the first condition that is not met; None if none is known to be."""
    return next(_unmet(kind, needs, platform), None)


def unsettled(kind: Kind, needs: Needs, platform: Platform) -> tuple[str, str] | None:
    """Give the name and the words of the first condition of which it is not known whether it is met."""
    wanted = next(_architectures(kind, needs), None)
    if wanted is None or platform.architectures:
        return None
    return "architecture", WORDS["architectures"].format(wanted=wanted)


def _unmet(kind: Kind, needs: Needs, platform: Platform) -> Iterator[tuple[str, str]]:
    for wanted in _architectures(kind, needs):
        if platform.architectures and wanted not in platform.architectures:
            offer = WORDS["or"].join(platform.architectures)
            yield "architecture", WORDS["architecture"].format(wanted=wanted, offer=offer)
    image = _image(kind)
    if Requirement.IMAGE_DIGEST in platform.requires and image and not image.pinned().digest:
        yield "image", WORDS["digest"]
    if (
        Requirement.UNPRIVILEGED in platform.requires
        and isinstance(kind, DockerContainer)
        and kind.privileged
    ):
        yield "privileged", WORDS["unprivileged"]


def _architectures(kind: Kind, needs: Needs) -> Iterator[str]:
    image = _image(kind)
    if image and image.architecture:
        yield image.architecture
    yield from (one.architecture for one in needs.compute if one.architecture)


def _image(kind: Kind) -> Image | None:
    return kind.image if isinstance(kind, DockerContainer | CommandLineProgram) else None
