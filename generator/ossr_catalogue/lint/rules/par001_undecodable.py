"""PAR001: bytes that are no text."""

from ossr_catalogue.lint.rule import ProblemRule
from ossr_catalogue.lint.sound import SOUND_YAML
from ossr_catalogue.model.finding import Severity


class Undecodable(ProblemRule):
    """The file is UTF-8 text."""

    code, name, severity = "PAR001", "undecodable", Severity.ERROR
    kinds = ("undecodable",)
    why = (
        "A byte that is not UTF-8 means that the file was saved in another encoding, such as "
        "Windows-1252, or that it is no text at all. Guessing the encoding would put wrong letters into "
        "titles and names, so nothing is read."
    )
    good = (SOUND_YAML.replace("Crab", "Crabe à Genève"),)
    bad = (SOUND_YAML.replace("Crab", "Crabe à Genève").encode("latin-1"),)
    points_at = ("\ufffd",)
    source = "https://www.rfc-editor.org/rfc/rfc8259#section-8.1"
