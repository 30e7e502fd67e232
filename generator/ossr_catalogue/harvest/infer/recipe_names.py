"""What the place and name of a container's recipe say: which of several are one, and what it is called."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from ossr_catalogue.harvest.infer.places import doubts

_VARIANTS: Final = frozenset(
    {
        "local",
        "prod",
        "production",
        "dev",
        "devel",
        "develop",
        "development",
        "staging",
        "old",
        "orig",
        "bak",
        "debug",
    }
)
_SYSTEM: Final = re.compile(
    r"(docker|ubuntu|debian|centos|alma(linux)?|rocky(linux)?|fedora|alpine|el|ol|ubi|rhel)[\d.:_-]*"
    r"|jammy|focal|noble|bionic|bullseye|bookworm|buster"
)
"""Suffixes for what the same image starts from."""
"""Words for the same image made for other circumstances."""
_AT_THE_END: Final = re.compile(rf"[._-]+({'|'.join(sorted(_VARIANTS))})$", re.IGNORECASE)
"""In `Dockerfile-fit-dev`, which builds the same as `Dockerfile-fit-prod`."""
_PLAIN: Final = frozenset(
    {
        "docker",
        "dockerfiles",
        "container",
        "containers",
        "image",
        "images",
        "build",
        "deploy",
        "deployment",
        "src",
    }
    | {"singularity", "apptainer", "recipes", "recipe", "scripts", "package", "packaging"}
)
"""Folders whose name says that there is a recipe, and not of what."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """One image: the recipe to look at, and its variants."""

    path: str
    variants: tuple[str, ...]
    name: str
    """What tells the image from others of the repository; empty for the only one."""


def grouped(named: Iterable[tuple[str, str]]) -> tuple[Recipe, ...]:
    """Join the variants of each image.

    Args:
        named: Path and suffix (`gpu` of `Dockerfile.gpu`, empty of `Dockerfile`) of each recipe.
    """
    families: dict[tuple[str, ...], list[tuple[str, str]]] = {}
    for path, suffix in sorted(named):
        families.setdefault(_family(path, suffix), []).append((path, suffix))
    return tuple(_recipe(family, members) for family, members in sorted(families.items()))


def _family(path: str, suffix: str) -> tuple[str, ...]:
    folders = [folder for folder in path.split("/")[:-1] if not _is_circumstance(folder)]
    suffix = "" if _is_variant(suffix) else _AT_THE_END.sub("", suffix)
    return (*folders, *([f".{suffix}"] if suffix else []))


def _is_circumstance(folder: str) -> bool:
    """Say whether a folder is one of circumstances; `docker/` is where all recipes lie."""
    return folder.lower().strip("._-") in _VARIANTS


def _is_variant(word: str) -> bool:
    plain = word.lower().strip("._-")
    return bool(plain) and (plain in _VARIANTS or bool(_SYSTEM.fullmatch(plain)))


def _recipe(family: tuple[str, ...], members: list[tuple[str, str]]) -> Recipe:
    first, *others = sorted(members, key=_preference)
    telling = [word for word in family if word.lower() not in _PLAIN]
    name = telling[-1] if telling else ""
    if name.startswith(".") and len(telling) > 1:
        name = f"{telling[-2]} {name[1:]}"
    return Recipe(path=first[0], variants=tuple(path for path, _ in others), name=name.strip("._-"))


def _preference(member: tuple[str, str]) -> tuple[bool, bool, bool, str]:
    """Put the plain name first, production before the rest, and what is old last."""
    path, suffix = member
    words = re.split(r"[/._-]+", path.lower())
    return bool(doubts(path)) or "old" in words, bool(suffix), not {"prod", "production"} & set(words), path
