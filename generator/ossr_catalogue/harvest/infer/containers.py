"""Propose the containers that a repository has recipes for."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from ossr_catalogue.harvest.infer.binder import is_binder_configuration
from ossr_catalogue.harvest.infer.dockerfile import Dockerfile, read_dockerfile
from ossr_catalogue.harvest.infer.evidence import (
    PassedOver,
    Proposal,
    Repository,
    declared,
    described,
    the_file_itself,
    titled,
)
from ossr_catalogue.harvest.infer.named_images import (
    NamedImage,
    files_that_name,
    named_images,
    not_offered,
    owner_of,
)
from ossr_catalogue.harvest.infer.places import doubts, refusal
from ossr_catalogue.harvest.infer.recipe_names import Recipe, grouped
from ossr_catalogue.harvest.text.plain import shortened, without_html
from ossr_catalogue.model.inferred import Ground, How, Sure
from ossr_catalogue.model.kinds.docker_container import DockerContainer
from ossr_catalogue.model.kinds.singularity_container import SingularityContainer

_DOCKERFILE: Final = re.compile(
    r"(?:Docker|Container)file(?:[._-](?P<suffix>.+))?|(?P<stem>.+)\.(?:docker|container)file", re.IGNORECASE
)
_SINGULARITY: Final = re.compile(r"Singularity(?:\.(?P<suffix>.+))?|(?P<stem>.+)\.def")
_TEMPLATES: Final = frozenset(
    {"in", "j2", "jinja", "jinja2", "tmpl", "template", "md", "rst", "txt", "dockerignore"}
)
_WORK: Final = frozenset(
    {"ci", "test", "tests", "build", "builder", "runner", "lint", "dev", "base", "cache"}
)
"""Words in the name of an image that serves the work on the repository."""
_NOT_KNOWN: Final = "whether an image of it is published is not known"
_MIN_DESCRIPTION: Final = 25
_DESCRIPTIONS: Final = (
    "org.opencontainers.image.description",
    "org.label-schema.description",
    "io.k8s.description",
    "description",
)


class DockerRecipes:
    """Each image that a Dockerfile builds. That it is published anywhere is never assumed."""

    seeks = "Dockerfiles"

    def wants(self, paths: Sequence[str]) -> Iterator[str]:
        """Choose the Dockerfiles; one of a Binder configuration is Binder's."""
        return (path for path in paths if _suffix(path, _DOCKERFILE) is not None and _is_candidate(path))

    def propose(self, repository: Repository) -> Iterator[Proposal | PassedOver]:
        """Propose one container for each image, however many variants its recipe has."""
        yield from _passed_over(repository, _DOCKERFILE)
        named = named_images(repository)
        for recipe in docker_recipes(repository):
            found = read_dockerfile(repository.files[recipe.path])
            if found is None:
                yield PassedOver(path=recipe.path, reason="has no FROM, so it is no complete Dockerfile")
            else:
                yield _docker_proposal(recipe, found, _images_of(recipe, named, repository), repository)


class NamedImages:
    """Each image of the owner's own that compose or CI names, and that no recipe here builds."""

    seeks = "images that compose files or CI name"

    def wants(self, paths: Sequence[str]) -> Iterator[str]:
        """Choose the files that name images; a recipe's names are found in them, too."""
        return files_that_name(paths)

    def propose(self, repository: Repository) -> Iterator[Proposal | PassedOver]:
        """Propose the owner's own images once; of the others say why they are not."""
        recipes = docker_recipes(repository)
        named = named_images(repository)
        built = {image for recipe in recipes for image in _images_of(recipe, named, repository)}
        others = [one for one in named if one.image not in built]
        ours = {one.image: one for one in others if _is_offered(one, repository)}
        yield from (_image_proposal(one, repository) for one in ours.values())
        yield from not_offered([one for one in others if one.image not in ours])


def docker_recipes(repository: Repository) -> tuple[Recipe, ...]:
    """Give the Dockerfiles that have been read, variants joined."""
    return _recipes(DockerRecipes().wants(repository.paths), repository, _DOCKERFILE)


def _is_offered(one: NamedImage, repository: Repository) -> bool:
    """Say whether it is an image of the owner's that is more than what checks run in."""
    words = set(re.split(r"[._-]+", one.name))
    return one.belongs_to(owner_of(repository)) and words.isdisjoint(_WORK) and not one.recipe


def _images_of(recipe: Recipe, named: Sequence[NamedImage], repository: Repository) -> tuple[str, ...]:
    """Give the names that an image seems to be published under: built from it, or called like it."""
    paths = {recipe.path, *recipe.variants}
    name, owner = (recipe.name or repository.name).lower().replace(" ", "-"), owner_of(repository)
    fitting = (
        one.image for one in named if one.recipe in paths or (one.belongs_to(owner) and one.name == name)
    )
    return tuple(dict.fromkeys(fitting))


def _image_proposal(one: NamedImage, repository: Repository) -> Proposal:
    known = f"The image `{one.image}`, which `{one.path}` names."
    ground = Ground(path=one.path, how=How.DECLARED, sure=Sure.MEDIUM)
    return Proposal(
        type=DockerContainer.urn,
        path=one.path,
        title=titled(one.name, "a container", repository),
        description=described(known, repository.component),
        own={"image": {"locations": [one.image]}},
        identity=f"image {one.image.partition('@')[0].rpartition(':')[0] or one.image}",
        grounds={"title": ground, "description": repository.ground("description"), "image": ground},
    )


class SingularityRecipes:
    """Each definition file of Apptainer or Singularity, https://apptainer.org/docs/user/latest/definition_files.html."""

    seeks = "Singularity and Apptainer recipes"

    def wants(self, paths: Sequence[str]) -> Iterator[str]:
        """Choose the recipes by name; other programs have `.def` files too."""
        return (path for path in paths if _suffix(path, _SINGULARITY) is not None and _is_candidate(path))

    def propose(self, repository: Repository) -> Iterator[Proposal | PassedOver]:
        """Propose one container for each."""
        yield from _passed_over(repository, _SINGULARITY)
        for recipe in _recipes(self.wants(repository.paths), repository, _SINGULARITY):
            header = _header(repository.files[recipe.path])
            if "bootstrap" in header:
                yield _singularity_proposal(recipe, header, repository)


def _docker_proposal(
    recipe: Recipe, found: Dockerfile, images: tuple[str, ...], repository: Repository
) -> Proposal:
    own: dict[str, Any] = {"recipe": recipe.path}
    if found.ports:
        own["network"] = {"ports": list(found.ports)}
    description, ground = _docker_description(recipe, found, images, repository)
    return Proposal(
        type=DockerContainer.urn,
        path=recipe.path,
        title=_title(recipe, "a container", repository),
        description=description,
        own=own,
        doubts=doubts(recipe.path),
        variants=recipe.variants,
        images=images,
        grounds={
            "title": _title_ground(recipe, repository),
            "description": ground,
            "recipe": the_file_itself(recipe.path),
            "network": declared(recipe.path),
        },
    )


def _docker_description(
    recipe: Recipe, found: Dockerfile, images: Sequence[str], repository: Repository
) -> tuple[str, Ground]:
    labels = (without_html(found.labels.get(key, "")) for key in _DESCRIPTIONS)
    told = next((label for label in labels if len(label) >= _MIN_DESCRIPTION), "")
    start = f", which starts from `{found.base}`" if found.base and "`" not in found.base else ""
    published = f"the repository calls its image `{images[0]}`" if images else _NOT_KNOWN
    known = f"Built from the recipe `{recipe.path}`{start}; {published}."
    if told:
        return f"{shortened(told.rstrip('.'), 500)}. {known}", declared(recipe.path)
    return described(known, repository.component), repository.ground("description")


def _singularity_proposal(recipe: Recipe, header: Mapping[str, str], repository: Repository) -> Proposal:
    base = header.get("from", "")
    start = f", which starts from `{base}`" if base and "`" not in base else ""
    return Proposal(
        type=SingularityContainer.urn,
        path=recipe.path,
        title=_title(recipe, "an Apptainer container", repository),
        description=described(f"Built from the recipe `{recipe.path}`{start}.", repository.component),
        own={"location": recipe.path},
        doubts=doubts(recipe.path),
        variants=recipe.variants,
        grounds={
            "title": _title_ground(recipe, repository),
            "description": repository.ground("description"),
            "location": the_file_itself(recipe.path),
        },
    )


def _title_ground(recipe: Recipe, repository: Repository) -> Ground:
    if not recipe.name or recipe.name.lower() == repository.name.lower():
        return repository.ground("title")
    return Ground(path=recipe.path, how=How.FOLDER_NAME, sure=Sure.LOW)


def _title(recipe: Recipe, what: str, repository: Repository) -> str:
    if not recipe.name or recipe.name.lower() == repository.name.lower():
        return f"{repository.name} as {what}"
    return titled(recipe.name, what, repository)


def _header(content: bytes) -> dict[str, str]:
    """Read the `Key: value` lines of a definition file above its first section."""
    head = content[:20_000].decode("utf-8-sig", "replace").partition("\n%")[0]
    pairs = (line.partition(":") for line in head.splitlines() if not line.lstrip().startswith("#"))
    return {
        key.strip().lower(): value.strip() for key, colon, value in pairs if colon and value.isprintable()
    }


def _suffix(path: str, name: re.Pattern[str]) -> str | None:
    """Give what tells a recipe from its neighbours; None for other files, and for templates of recipes."""
    match = name.fullmatch(path.rsplit("/", 1)[-1])
    if not match:
        return None
    suffix = match["suffix"] or match["stem"] or ""
    return None if suffix.lower().rsplit(".", 1)[-1] in _TEMPLATES else suffix


def _is_candidate(path: str) -> bool:
    return not refusal(path) and not is_binder_configuration(path)


def _recipes(paths: Iterator[str], repository: Repository, name: re.Pattern[str]) -> tuple[Recipe, ...]:
    return grouped((path, _suffix(path, name) or "") for path in paths if path in repository.files)


def _passed_over(repository: Repository, name: re.Pattern[str]) -> Iterator[PassedOver]:
    for path in repository.paths:
        reason = refusal(path)
        if reason and _suffix(path, name) is not None:
            yield PassedOver(path=path, reason=reason)
