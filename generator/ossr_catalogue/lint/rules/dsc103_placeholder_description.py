"""DSC103: a description that was never written."""

from collections.abc import Iterator

from ossr_catalogue.document.node import Node
from ossr_catalogue.lint.prose import is_placeholder, quoted
from ossr_catalogue.lint.rule import DescriptionRule, Remark
from ossr_catalogue.model.finding import Severity


class PlaceholderDescription(DescriptionRule):
    """A description is not the template's."""

    code, name, severity = "DSC103", "placeholder-description", Severity.ERROR
    why = (
        "An entry whose description is `Add your description here` helps nobody and makes the whole "
        "catalogue look abandoned. 4,910 packages of the Python Package Index have just that sentence. "
        "Only whole descriptions are compared."
    )
    good = ({"description": "Adds your description of a source to the table of a catalogue, and checks it."},)
    bad = ({"description": "Add your description here"}, {"description": "TBD"})
    points_at = ("Add your description here", "TBD")

    def check_description(self, description: Node) -> Iterator[Remark]:
        if is_placeholder(description.text):
            yield self.remark(
                description,
                f"the description {quoted(description.text)} is a template's",
                advice="say what it does, for whom, and with what data",
            )
