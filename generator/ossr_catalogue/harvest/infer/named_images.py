"""Find the images that compose files and CI name: built from a recipe here, the owner's own, or others.

An image by which tests are run says nothing of what the repository offers: such a one is never an entry. What
helps is the name under which a recipe's image is published, and that is often told nowhere else.
"""

import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlsplit

from ossr_catalogue.harvest.infer.evidence import PassedOver, Repository
from ossr_catalogue.harvest.metadata import values
from ossr_catalogue.harvest.metadata.loading import load_yaml

_COMPOSE: Final = re.compile(r"(?:.*/)?(?:docker-)?compose(?:[.-][\w.-]+)?\.ya?ml")
_GITHUB: Final = re.compile(r"\.github/workflows/[^/]+\.ya?ml")
_GITLAB: Final = re.compile(r"\.gitlab-ci\.ya?ml|\.gitlab/(?:ci/)?[^/]+\.ya?ml")
_TELLS: Final = re.compile(rb"image|container|build-push-action")
_MAX_BYTES: Final = 100_000
_MAX_FILES: Final = 60
_SHOWN: Final = 5
_IMAGE: Final = re.compile(
    r"(?=.{1,255}$)(?:[a-z0-9][a-z0-9.-]*(?::\d{1,5})?/)?[a-z0-9][a-z0-9._-]*(?:/[a-z0-9][a-z0-9._-]*)*"
    r"(?::[\w][\w.-]{0,127})?(?:@sha256:[0-9a-f]{64})?"
)
"""https://github.com/distribution/reference; with upper-case letters only in the tag."""
_EXPRESSION: Final = re.compile(r"\$\{\{\s*([\w.]+)\s*\}\}")
_CI_REASON: Final = "names the images {}: they are what its checks run in, not what it offers"
_COMPOSE_REASON: Final = "names the images {}: they are other people's, which its services need"


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedImage:
    """An image, and the file that names it."""

    image: str
    path: str
    recipe: str = ""
    """The Dockerfile that the file builds it from; empty where it does not."""

    @property
    def name(self) -> str:
        """What it is called without registry, space and tag."""
        return self.image.partition("@")[0].rsplit("/", 1)[-1].partition(":")[0]

    def belongs_to(self, owner: str) -> bool:
        """Say whether it lies in the space of an owner: `ghcr.io/owner/name`."""
        return bool(owner) and owner.lower() in self.image.partition("@")[0].lower().split("/")[:-1]


def names_images(path: str) -> bool:
    """Say whether a file may name images."""
    return any(pattern.fullmatch(path) for pattern in (_COMPOSE, _GITHUB, _GITLAB))


def files_that_name(paths: Sequence[str]) -> Iterator[str]:
    """Choose them, the highest first."""
    found = sorted(filter(names_images, paths), key=lambda path: (path.count("/"), path))
    return iter(found[:_MAX_FILES])


def named_images(repository: Repository) -> tuple[NamedImage, ...]:
    """Give each image that a file names in so many words; what is computed when it runs stays unknown."""
    found: dict[NamedImage, None] = {}
    for path in files_that_name(repository.paths):
        content = repository.files.get(path, b"")
        if len(content) <= _MAX_BYTES and _TELLS.search(content):
            said = load_yaml(content).mapping
            found.update((one, None) for one in _named(path, said, repository) if _IMAGE.fullmatch(one.image))
    return tuple(found)


def not_offered(images: Sequence[NamedImage]) -> Iterator[PassedOver]:
    """Say of each file why the images that it names are not proposed."""
    by_file: dict[str, list[str]] = {}
    for one in images:
        by_file.setdefault(one.path, []).append(one.image)
    for path, named in by_file.items():
        shown = ", ".join(dict.fromkeys(name[:100] for name in named[:_SHOWN]))
        more = f" and {len(named) - _SHOWN} more" if len(named) > _SHOWN else ""
        reason = _COMPOSE_REASON if _COMPOSE.fullmatch(path) else _CI_REASON
        yield PassedOver(path=path, reason=reason.format(shown + more))


def owner_of(repository: Repository) -> str:
    """Name the space of the repository at its forge; empty where it has none."""
    parts = urlsplit(repository.component.repository or "").path.strip("/").split("/")
    return parts[0] if len(parts) > 1 else ""


def _named(path: str, said: Mapping[str, Any], repository: Repository) -> Iterator[NamedImage]:
    if _COMPOSE.fullmatch(path):
        return _of_compose(path, said)
    return _of_github(path, said, repository) if _GITHUB.fullmatch(path) else _of_gitlab(path, said)


def _of_compose(path: str, said: Mapping[str, Any]) -> Iterator[NamedImage]:
    """https://github.com/compose-spec/compose-spec."""
    for service in _tables(said.get("services")):
        image, build = service.get("image"), service.get("build")
        if isinstance(image, str):
            yield NamedImage(image=image, path=path, recipe=_recipe_of(path, build))


def _recipe_of(path: str, build: object) -> str:
    table = build if isinstance(build, Mapping) else {"context": build}
    context, name = table.get("context"), table.get("dockerfile", "Dockerfile")
    if not isinstance(context, str) or not isinstance(name, str):
        return ""
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), context, name))


def _of_gitlab(path: str, said: Mapping[str, Any]) -> Iterator[NamedImage]:
    """https://docs.gitlab.com/ci/yaml/#image."""
    for job in (said, *_tables(said)):
        image = job.get("image")
        name = image.get("name") if isinstance(image, Mapping) else image
        if isinstance(name, str):
            yield NamedImage(image=name, path=path)


def _of_github(path: str, said: Mapping[str, Any], repository: Repository) -> Iterator[NamedImage]:
    """https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax."""
    known = _known(said, repository)
    for job in _tables(said.get("jobs")):
        inside = known | _environment(job)
        for place in (job, *_tables(job.get("services"))):
            container = place.get("container", place.get("image"))
            image = container.get("image") if isinstance(container, Mapping) else container
            if isinstance(image, str):
                yield NamedImage(image=_filled(image, inside), path=path)
        yield from _published(path, job, inside)


def _published(path: str, job: Mapping[str, Any], known: Mapping[str, str]) -> Iterator[NamedImage]:
    """Give what a job builds and pushes, under the names of its tags, or of the step that makes up tags."""
    steps = [step for step in values.items(job.get("steps")) if isinstance(step, Mapping)]
    names = [
        name for step in steps if _uses(step, "docker/metadata-action") for name in _lines(step, "images")
    ]
    for step in steps:
        if _uses(step, "docker/build-push-action"):
            tags = [_filled(tag, known) for tag in _lines(step, "tags")]
            literal = [tag for tag in tags if "$" not in tag]
            for image in literal or [_filled(name, known) for name in names]:
                yield NamedImage(image=image, path=path, recipe=_recipe_of_step(step))


def _recipe_of_step(step: Mapping[str, Any]) -> str:
    said = step.get("with")
    table = said if isinstance(said, Mapping) else {}
    context, file = table.get("context", "."), table.get("file")
    if isinstance(file, str):
        return posixpath.normpath(file)
    return posixpath.normpath(posixpath.join(context, "Dockerfile")) if isinstance(context, str) else ""


def _uses(step: Mapping[str, Any], action: str) -> bool:
    used = step.get("uses")
    return isinstance(used, str) and used.partition("@")[0] == action


def _lines(step: Mapping[str, Any], key: str) -> list[str]:
    said = step.get("with")
    text = said.get(key) if isinstance(said, Mapping) else None
    return re.split(r"[\s,]*\n\s*|\s*,\s*", text.strip()) if isinstance(text, str) else []


def _known(said: Mapping[str, Any], repository: Repository) -> dict[str, str]:
    """Give what the expressions stand for that are the same in every run."""
    path = urlsplit(repository.component.repository or "").path.strip("/").removesuffix(".git").lower()
    owner, _, name = path.partition("/")
    ours = {"github.repository": path, "github.repository_owner": owner, "github.event.repository.name": name}
    return {key: value for key, value in ours.items() if value} | _environment(said)


def _environment(table: Mapping[str, Any]) -> dict[str, str]:
    said = table.get("env")
    pairs = said.items() if isinstance(said, Mapping) else ()
    return {f"env.{key}": value for key, value in pairs if isinstance(value, str)}


def _filled(text: str, known: Mapping[str, str]) -> str:
    """Put in what is known, twice: an `env` may itself be made of `github.repository`."""
    for _ in range(2):
        text = _EXPRESSION.sub(lambda match: known.get(match[1], match[0]), text[:1000])
    return text.strip()


def _tables(said: object) -> list[Mapping[str, Any]]:
    return [one for one in said.values() if isinstance(one, Mapping)] if isinstance(said, Mapping) else []
