"""Commands that run a container image: with Docker, and with Apptainer on machines that have no Docker."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ossr_catalogue.model.executable import Executable
from ossr_catalogue.model.kinds.docker_container import DockerContainer, Image
from ossr_catalogue.publish.pages.shell_words import Words

_REFERENCE: Final = re.compile(r"[A-Za-z0-9][\w./:@-]*", re.ASCII)
"""An image's name as registries know it; above all, never an option of `docker run`."""


def image_name(image: Image, *, tag_beside_digest: bool = True) -> str:
    """Name an image by its digest where there is one; empty where it has no usable name.

    Args:
        image: as it is declared.
        tag_beside_digest: False for Apptainer, which refuses to be told both.

    >>> image_name(Image(locations=("ghcr.io/x/y:1",), digest="sha256:ab"), tag_beside_digest=False)
    'ghcr.io/x/y@sha256:ab'
    """
    location = next(iter(image.locations), "")
    if not _REFERENCE.fullmatch(location):
        return ""
    if not image.digest or "@" in location:
        return location
    head, slash, last = location.rpartition("/")
    return f"{location if tag_beside_digest else head + slash + last.partition(':')[0]}@{image.digest}"


def docker_run(kind: DockerContainer, executable: Executable, image: str) -> Words:
    """Say how Docker runs it; ports are published to this machine only, privileges never granted."""
    return [
        *("docker", "run", "--rm", "--interactive", "--tty"),
        *_platform(kind.image),
        *(["--gpus", "all"] if _wants_gpus(executable) else []),
        *(word for port in kind.ports for word in ("--publish", f"127.0.0.1:{port}:{port}")),
        *_environment(kind),
        *(["--entrypoint", kind.entrypoint] if kind.entrypoint else []),
        image,
        *kind.command,
    ]


def apptainer_run(kind: DockerContainer, executable: Executable) -> Words:
    """Say how Apptainer runs it: its `run` keeps the image's entry point, its `exec` takes another."""
    return [
        *_hard_variables(kind),
        *("apptainer", "exec" if kind.entrypoint else "run"),
        *(["--nv"] if _wants_gpus(executable) else []),
        *_environment_of_apptainer(kind),
        f"docker://{image_name(kind.image, tag_beside_digest=False)}",
        *([kind.entrypoint] if kind.entrypoint else []),
        *kind.command,
    ]


def call_in_image(image: Image, call: Sequence[str]) -> DockerContainer:
    """Give the container that runs a command of an image, whatever the image's own entry point is."""
    return DockerContainer(image=image, entrypoint=call[0], command=tuple(call[1:]))


def _environment(kind: DockerContainer) -> Words:
    return [word for name, value in kind.environment for word in ("--env", f"{name}={value}")]


def _environment_of_apptainer(kind: DockerContainer) -> Words:
    return _environment(
        replace(kind, environment=tuple(one for one in kind.environment if not _is_hard(one)))
    )


def _hard_variables(kind: DockerContainer) -> Words:
    """Pass on what `--env` of Apptainer would read as a list, the way that takes every value as it is."""
    hard = [f"APPTAINERENV_{name}={value}" for name, value in filter(_is_hard, kind.environment)]
    return ["env", *hard] if hard else []


def _is_hard(variable: tuple[str, str]) -> bool:
    _, value = variable
    return '"' in value or ("," in value and "=" in value)


def _platform(image: Image) -> Words:
    return ["--platform", f"{image.os or 'linux'}/{image.architecture}"] if image.architecture else []


def _wants_gpus(executable: Executable) -> bool:
    return any(compute.gpus and compute.gpus.count.minimum for compute in executable.needs.compute)
