"""The names of container images, taken apart: `registry/space/name:tag@digest`."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

DOCKER_HUB: Final = "docker.io"
"""The registry of a name without one, for Docker; others may look elsewhere."""

_COMPONENT: Final = r"[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*"
_LABEL: Final = r"[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?"
_REFERENCE: Final = re.compile(
    rf"(?:(?P<registry>{_LABEL}(?:\.{_LABEL})*(?::[0-9]+)?)/)??"
    rf"(?P<path>{_COMPONENT}(?:/{_COMPONENT})*)"
    r"(?::(?P<tag>\w[\w.-]{0,127}))?(?:@(?P<digest>[A-Za-z][A-Za-z0-9]*:[0-9a-fA-F]{32,}))?",
    re.ASCII,
)
_SHA256: Final = re.compile(r"sha256:[0-9a-f]{64}")
_LONGEST: Final = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageName:
    """Where an image is, as far as its name says."""

    registry: str
    """Empty where none is named."""
    path: str
    tag: str
    digest: str


@lru_cache(maxsize=1024)
def image_name(text: str) -> ImageName | None:
    """Take a name apart; None where no container engine would accept it.

    See https://pkg.go.dev/github.com/distribution/reference.

    >>> image_name("ghcr.io/gammapy/gammapy:1.3").tag
    '1.3'
    """
    if len(text) > _LONGEST or not (found := _REFERENCE.fullmatch(text)):
        return None
    digest = found["digest"] or ""
    if digest.startswith("sha256:") and not _SHA256.fullmatch(digest):
        return None
    registry, path = found["registry"] or "", found["path"]
    if not registry and _is_host(path.partition("/")[0]) and "/" in path:
        registry, _, path = path.partition("/")
    elif registry and not _is_host(registry):
        return None  # a part in capital letters that is no host
    return ImageName(registry=registry, path=path, tag=found["tag"] or "", digest=digest)


def _is_host(text: str) -> bool:
    return "." in text or ":" in text or text == "localhost"
