"""REF109: a path that leads nowhere."""

from collections.abc import Iterator

from ossr_catalogue.document.node import Node
from ossr_catalogue.lint.key_rules import FileRule
from ossr_catalogue.lint.prose import quoted
from ossr_catalogue.lint.repository import Repository, look_for
from ossr_catalogue.lint.rule import Remark
from ossr_catalogue.lint.scene import Scene
from ossr_catalogue.model.finding import Severity


class MissingFile(FileRule):
    """What a list names is in the repository."""

    code, name, severity = "REF109", "missing-file", Severity.ERROR
    why = (
        "A file was renamed or moved, and the list still names the old one: every launch button leads "
        "to an error page. Paths start at the top of the repository, wherever the list stands."
    )
    good = (
        Scene(files=("notebooks/crab.ipynb", "README.md")),
        Scene(example={"location": "./envs//crab.ipynb"}, files=("envs/crab.ipynb",)),
    )
    bad = (
        Scene(files=("notebooks/crab_nebula.ipynb",)),
        Scene(
            example={"requirements": "requirements.txt"},
            files=("notebooks/crab.ipynb", "environment.yml"),
        ),
    )
    points_at = ("notebooks/crab.ipynb", "requirements.txt")
    yields_to = ("backslash-path",)

    def check_path(self, path: Node, repository: Repository) -> Iterator[Remark]:
        missing = look_for(path.text, repository)
        if missing and not missing.instead:
            yield self.remark(
                path,
                f"there is no {quoted(path.text)} in the repository",
                label=f"no {quoted(missing.step)}" if missing.step != path.text else "",
                advice=f'did you mean "{missing.nearest}"?'
                if missing.nearest
                else "correct the path, or add the file",
            )
