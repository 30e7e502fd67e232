"""Zeppelin notebook."""

from dataclasses import dataclass

from ossr_catalogue.model.kinds.kind import FileKind


@dataclass(frozen=True, slots=True, kw_only=True)
class ZeppelinNotebook(FileKind):
    """A note of Apache Zeppelin, https://zeppelin.apache.org."""

    urn = "urn:types/zeppelin-notebook"
    label = "Zeppelin notebook"
    plural = "Zeppelin notebooks"
    summary = "A note for Apache Zeppelin, usually over a Spark cluster."
