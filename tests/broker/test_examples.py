"""The requests of all examples and of drafts of them: valid by the schema, and none that a broker refuses."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import sample_catalogue as sample
from broker_schema import check, needs_the_schema
from ossr_catalogue.broker import Request
from ossr_catalogue.document.document import Document
from ossr_catalogue.document.parse import parse
from ossr_catalogue.document.reading import read_executable
from ossr_catalogue.harvest.draft import draft, for_its_owner
from ossr_catalogue.harvest.folder import FolderSource
from ossr_catalogue.lint.run import lint, sound_entries
from ossr_catalogue.model.catalogue import Entry
from ossr_catalogue.publish.requests import requests_of
from stub_broker import judge

EXAMPLES = Path(__file__).parents[2] / "catalogue" / "examples"
FOLDERS = sorted(path for path in EXAMPLES.iterdir() if path.is_dir())


def documents(folder: Path) -> Iterator[Document]:
    """Give the lists of an example, and the draft that would be made if there were none."""
    for path in sorted(folder.rglob("executables.*")):
        yield parse(path.read_bytes(), path.name)
    for snapshot in FolderSource(folder).snapshots():
        if proposal := draft(snapshot):
            yield parse(for_its_owner(proposal, "yaml"), "executables.yaml")


def entries(folder: Path) -> Iterator[Entry]:
    for document in documents(folder):
        for node in sound_entries(document, lint(document)):
            given = sample.of_every_type()[0]
            yield Entry(
                executable=read_executable(node),
                component=sample.LIBRARY,
                origin=given.origin,
                provenance=given.provenance,
            )


@needs_the_schema
@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_request_is_valid_and_taken(folder: Path) -> None:
    answers = [one.request for entry in entries(folder) for one in requests_of(entry)]
    requests = [one for one in answers if isinstance(one, Request)]
    for request in requests:
        check(request.body)
        assert judge(request.body)[0] == []
    assert all(answers)


def test_the_examples_have_requests_and_reasons() -> None:
    answers = [one.request for folder in FOLDERS for entry in entries(folder) for one in requests_of(entry)]
    assert {type(one) for one in answers} == {Request, str}
    assert len(answers) > 20
