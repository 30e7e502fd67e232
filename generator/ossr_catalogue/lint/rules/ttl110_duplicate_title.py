"""TTL110: two entries that people cannot tell apart."""

from collections.abc import Iterator

from ossr_catalogue.document.node import Node
from ossr_catalogue.lint.prose import normalised
from ossr_catalogue.lint.repetitions import repetitions
from ossr_catalogue.lint.rule import Remark, Rule
from ossr_catalogue.lint.sound import SOUND_YAML
from ossr_catalogue.lint.view import View
from ossr_catalogue.model.finding import Severity

_OTHER_UUID = "911e248b-3a85-46b0-b681-cfd5ed1c2fe4"
_AGAIN = SOUND_YAML.removeprefix("executables:\n").replace(
    "6f0d7a52-1c1e-4b7b-9d3a-5b8c2f4e7a10", _OTHER_UUID
)


class DuplicateTitle(Rule):
    """Executables of one type have different titles."""

    code, name, severity = "TTL110", "duplicate-title", Severity.WARNING
    why = (
        "In a list of search results two notebooks with one title cannot be told apart. The same "
        "software as a notebook and as a container may well share its title: the type is shown beside it."
    )
    good = (SOUND_YAML + _AGAIN.replace("jupyter-notebook", "binder-repository"),)
    bad = (SOUND_YAML + _AGAIN.replace("title: Fit the", "title: fit the"),)
    points_at = ("fit the Crab nebula spectrum with Gammapy",)
    yields_to = ("placeholder-title", "file-name-title")

    def check(self, view: View) -> Iterator[Remark]:
        for title, same in repetitions(_named_titles(view)):
            yield self.remark(
                title,
                "another executable of the same type has this title",
                label="again here",
                advice="say what makes this one different",
                also=same,
                also_label="first here",
            )


def _named_titles(view: View) -> Iterator[tuple[tuple[str, str], Node]]:
    """Give what is to differ; an entry that has the uuid of an earlier one has another rule."""
    uuids: set[str] = set()
    for executable in view.executables:
        title, kind, uuid = executable.get("title"), executable.get("type"), executable.get("uuid")
        if uuid and uuid.text.lower() in uuids:
            continue
        uuids.add(uuid.text.lower() if uuid else "")
        if title and kind and normalised(title.text):
            yield (kind.text, normalised(title.text)), title
