"""Bases of rules that look at what few executables have, or at what is beyond the list."""

from abc import abstractmethod
from collections.abc import Iterator
from typing import ClassVar

from ossr_catalogue.document.node import Node
from ossr_catalogue.lint.repository import Repository, is_bare
from ossr_catalogue.lint.rule import Remark, Rule
from ossr_catalogue.lint.view import View
from ossr_catalogue.model.question import Answer, Question


class KeyRule(Rule):
    """A rule that looks at the values of some keys of executables."""

    keys: ClassVar[tuple[str, ...]]

    @classmethod
    def wanted_keys(cls) -> tuple[str, ...]:
        """The keys."""
        return cls.keys

    def check(self, view: View) -> Iterator[Remark]:
        """Look at every executable that has one of the keys."""
        for key in self.keys:
            for executable, value in view.by_key.get(key, ()):
                yield from self.check_value(value, executable)

    @abstractmethod
    def check_value(self, value: Node, executable: Node) -> Iterator[Remark]:
        """Look at the value of one key, and say what is wrong."""


class ProfileRule(Rule):
    """A rule that looks at one profile at a time."""

    @classmethod
    def wanted_keys(cls) -> tuple[str, ...]:
        """The key that holds them."""
        return ("profiles",)

    def check(self, view: View) -> Iterator[Remark]:
        """Look at every profile of every executable."""
        for profile in view.profiles:
            yield from self.check_profile(profile)

    @abstractmethod
    def check_profile(self, profile: Node) -> Iterator[Remark]:
        """Look at one profile, and say what is wrong."""


class ImageRule(Rule):
    """A rule that looks at one name of a container image at a time."""

    @classmethod
    def wanted_keys(cls) -> tuple[str, ...]:
        """The key that holds them."""
        return ("image",)

    def check(self, view: View) -> Iterator[Remark]:
        """Look at every image of every executable."""
        for location in view.image_locations:
            yield from self.check_image(location)

    @abstractmethod
    def check_image(self, location: Node) -> Iterator[Remark]:
        """Look at one name, which is not empty, and say what is wrong."""


class FileRule(Rule):
    """A rule that looks at one path of the repository at a time."""

    def check(self, view: View) -> Iterator[Remark]:
        """Look at every path of every executable, where the repository is known."""
        if view.repository and not is_bare(view.repository):
            for path in view.paths:
                yield from self.check_path(path, view.repository)

    @abstractmethod
    def check_path(self, path: Node, repository: Repository) -> Iterator[Remark]:
        """Look at one relative path, and say what is wrong."""


class OnlineRule(Rule):
    """A rule that asks the network; it is silent where nobody may be asked."""

    def check(self, view: View) -> Iterator[Remark]:
        """Ask everything at once, and speak about what is gone."""
        asked = list(self.questions(view)) if view.answers else []
        if view.answers and asked:
            view.answers.ask(question for _, question in asked)
            for node, question in asked:
                if view.answers.of(question) is Answer.GONE:
                    yield self.say(node)

    @abstractmethod
    def questions(self, view: View) -> Iterator[tuple[Node, Question]]:
        """Give what is to be asked about a document, and about which of its values."""

    @abstractmethod
    def say(self, node: Node) -> Remark:
        """Say that what a value names is gone."""


class UseRule(Rule):
    """A rule that looks at every entry of some lists of resources, of executables and of profiles."""

    lists: ClassVar[tuple[str, ...]]

    @classmethod
    def wanted_keys(cls) -> tuple[str, ...]:
        """The lists, which may be those of a profile."""
        return (*cls.lists, "profiles")

    def check(self, view: View) -> Iterator[Remark]:
        """Look at every resource."""
        for key in self.lists:
            for resource in view.resources(key):
                yield from self.check_resource(resource)

    @abstractmethod
    def check_resource(self, resource: Node) -> Iterator[Remark]:
        """Look at one resource, and say what is wrong."""


def architectures(view: View) -> Iterator[Node]:
    """Give every architecture that is named, of machines and of images."""
    for _, image in view.by_key.get("image", ()):
        yield from image.select("platform", "architecture")
    for compute in view.resources("compute-resources"):
        if found := compute.get("architecture"):
            yield found
