"""Propose the workflows in the Common Workflow Language, https://www.commonwl.org."""

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from ossr_catalogue.harvest.infer.evidence import (
    PassedOver,
    Proposal,
    Repository,
    declared,
    described,
    rounded_off,
    the_file_itself,
    titled,
)
from ossr_catalogue.harvest.infer.notebooks import words_of
from ossr_catalogue.harvest.infer.places import doubts, refusal
from ossr_catalogue.harvest.metadata import values
from ossr_catalogue.harvest.metadata.loading import Loaded, load_yaml
from ossr_catalogue.model.inferred import Ground, How, Sure
from ossr_catalogue.model.kinds.cwl_workflow import CwlWorkflow

_FEW_WORDS: Final = 3
_MAX_BYTES: Final = 1_500_000
"""Of all CWL files of a repository: YAML is read slowly."""
_TOO_MANY: Final = f"is not read: the CWL files before it have {_MAX_BYTES} bytes"
_MAX_TITLE: Final = 117


class CwlWorkflows:
    """Each workflow that no other workflow of the repository runs as a step."""

    seeks = "CWL workflows"

    def wants(self, paths: Sequence[str]) -> Iterator[str]:
        """Choose the CWL files."""
        return (path for path in paths if path.endswith(".cwl") and not refusal(path))

    def propose(self, repository: Repository) -> Iterator[Proposal | PassedOver]:
        """Propose them; a file that is no YAML is passed over."""
        read: dict[str, Mapping[str, Any]] = {}
        left = _MAX_BYTES
        for path in filter(repository.files.__contains__, self.wants(repository.paths)):
            left -= len(repository.files[path])
            loaded = load_yaml(repository.files[path]) if left > 0 else Loaded({}, (_TOO_MANY,))
            yield from (PassedOver(path=path, reason=complaint) for complaint in loaded.complaints)
            read[path] = _main(loaded.mapping)
        steps = {step for path, said in read.items() for step in _steps(path, said)}
        for path, said in read.items():
            if said.get("class") == "Workflow" and path not in steps:
                yield _proposal(path, said, repository)


def _main(said: Mapping[str, Any]) -> Mapping[str, Any]:
    """Give the process that a file starts: of several in one file, the one called main."""
    packed = (one for one in values.items(said.get("$graph")) if isinstance(one, Mapping))
    return next((one for one in packed if one.get("id") in {"main", "#main"}), said)


def _steps(path: str, said: Mapping[str, Any]) -> Iterator[str]:
    """Give the files that the steps of a workflow run."""
    steps = said.get("steps")
    for step in steps.values() if isinstance(steps, Mapping) else values.items(steps):
        run = step.get("run") if isinstance(step, Mapping) else None
        if isinstance(run, str):
            yield posixpath.normpath(posixpath.join(posixpath.dirname(path), run.partition("#")[0]))


def _proposal(path: str, said: Mapping[str, Any], repository: Repository) -> Proposal:
    label = values.title(said.get("label"))[:_MAX_TITLE]
    known = f"Defined in `{path}`."
    told = values.prose(said.get("doc"))
    called = Ground(path=path, how=How.FILE_NAME, sure=Sure.LOW)
    return Proposal(
        type=CwlWorkflow.urn,
        path=path,
        title=label
        if len(label.split()) >= _FEW_WORDS
        else titled(label or words_of(path), "a workflow", repository),
        description=rounded_off(told, known) if told else described(known, repository.component),
        own={"location": path},
        doubts=doubts(path),
        grounds={
            "title": declared(path) if label else called,
            "description": declared(path) if told else repository.ground("description"),
            "location": the_file_itself(path),
        },
    )
