"""Where readers say what they have themselves; the page keeps it in their browser."""

from dataclasses import dataclass
from typing import Final

from ossr_catalogue.model.kinds import KINDS
from ossr_catalogue.publish.pages.places import MY_PLATFORM, kind_name
from ossr_catalogue.publish.pages.press import Press
from ossr_catalogue.publish.pages.shell import Stamp, way_up

ARCHITECTURES: Final = ("amd64", "arm64")
"""Processors, in the words of container images."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Type:
    """A type of executables that a platform takes or not."""

    urn: str
    label: str
    icon: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """An amount to be filled in."""

    name: str
    """As in a link; also of its icon."""
    icon: str
    label: str
    example: str


_FIELDS: Final = (
    Field(name="cores", icon="cores", label="Cores", example="8"),
    Field(name="memory", icon="memory", label="Memory", example="16 GiB"),
    Field(name="storage", icon="storage", label="Storage", example="200 GB"),
    Field(name="gpus", icon="gpus", label="GPUs", example="0"),
    Field(name="gpu-memory", icon="gpus", label="Memory of each GPU", example="8 GiB"),
    Field(name="walltime", icon="walltime", label="Longest run", example="12 h"),
)


def my_platform_page(press: Press) -> Stamp:
    """Render the form; `assets/my-platform-form.js` fills and reads it."""
    return press.page(
        "my-platform.html",
        MY_PLATFORM,
        title="My platform",
        description="Say once what your laptop or your cluster has, and see everywhere what runs on it.",
        head=press.templates.get_template("my-platform-head.html").render(root=way_up(MY_PLATFORM)),
        fields=_FIELDS,
        types=tuple(Type(urn=kind.urn, label=kind.plural, icon=f"kind-{kind_name(kind)}") for kind in KINDS),
        architectures=ARCHITECTURES,
    )
