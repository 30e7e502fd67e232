"""What an entry knows about where it comes from."""

from dataclasses import replace

import sample_catalogue as sample
from ossr_catalogue.model.catalogue import Entry, Origin
from ossr_catalogue.model.kinds.jupyter_notebook import JupyterNotebook

ENTRY = sample.entry(JupyterNotebook(location="a.ipynb"), "Title", sample.LIBRARY)


def from_source(source: str, origin: Origin) -> Entry:
    provenance = replace(ENTRY.provenance, source=source, path="executables.json")
    return replace(ENTRY, provenance=provenance, origin=origin)


def test_a_list_of_a_repository_has_its_page_there() -> None:
    entry = from_source("git https://github.com/example/ossr-library", Origin.DECLARED)
    assert entry.source_page == sample.LIBRARY.file_page("executables.json") is not None


def test_a_list_of_a_folder_need_not_be_public() -> None:
    entry = from_source("folder examples/library", Origin.DECLARED)
    assert (entry.source_page, entry.source_url) == (None, None)


def test_what_a_draft_was_inferred_from_lies_in_the_repository_that_the_folder_is_a_copy_of() -> None:
    entry = from_source("folder examples/library", Origin.INFERRED)
    assert entry.source_url == sample.LIBRARY.file_url("executables.json") is not None
