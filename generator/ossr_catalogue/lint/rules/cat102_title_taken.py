"""CAT102: two lists, one title."""

from collections.abc import Iterator

from ossr_catalogue.lint.across import CatalogueRule, Lists, Saying, others
from ossr_catalogue.lint.prose import is_placeholder
from ossr_catalogue.lint.scene import Scene
from ossr_catalogue.model.finding import Severity


class TitleTaken(CatalogueRule):
    """Executables of one type have different titles in all lists that are looked at together."""

    code, name, severity = "CAT102", "title-taken", Severity.WARNING
    why = (
        "In a list of search results two notebooks with one title cannot be told apart, whichever "
        "repository each of them comes from."
    )
    good = (
        Scene(
            example={"uuid": "911e248b-3a85-46b0-b681-cfd5ed1c2fe4", "title": "Plot the Crab light curve"},
            path="b/executables.json",
            lists={"a/executables.json": {}},
        ),
    )
    bad = (
        Scene(
            example={"uuid": "911e248b-3a85-46b0-b681-cfd5ed1c2fe4"},
            path="b/executables.json",
            lists={"a/executables.json": {}},
        ),
    )
    points_at = ("Fit the Crab nebula spectrum with Gammapy",)

    def check_lists(self, lists: Lists) -> Iterator[Saying]:
        for group in lists.by_title().values():
            for one, other in others(group):
                if one.uuid != other.uuid and not is_placeholder(one.title):
                    yield Saying(
                        about=one,
                        key="title",
                        message=f"an executable of the same type has this title in {other.file.name}",
                        advice="say what makes this one different",
                    )
