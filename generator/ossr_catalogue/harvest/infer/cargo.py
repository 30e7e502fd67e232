"""Propose the programs of a Rust repository, https://doc.rust-lang.org/cargo/reference/manifest.html."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ossr_catalogue.harvest.infer.commands import command, is_command, is_near_the_top, package_of
from ossr_catalogue.harvest.infer.evidence import PassedOver, Proposal, Repository, declared
from ossr_catalogue.harvest.infer.places import refusal
from ossr_catalogue.harvest.metadata import values
from ossr_catalogue.harvest.metadata.loading import load_toml


class CargoPrograms:
    """Each program that a Cargo.toml declares, or that `src/main.rs` is."""

    seeks = "programs of Cargo"

    def wants(self, paths: Sequence[str]) -> Iterator[str]:
        """Choose the manifests."""
        for path in paths:
            if path.rsplit("/", 1)[-1] == "Cargo.toml" and is_near_the_top(path) and not refusal(path):
                yield path

    def propose(self, repository: Repository) -> Iterator[Proposal | PassedOver]:
        """Propose each program once."""
        seen: set[str] = set()
        for path in self.wants(repository.paths):
            said = load_toml(repository.files.get(path, b"")).mapping
            for name in _programs(said, path, repository):
                if is_command(name) and name not in seen:
                    seen.add(name)
                    yield _proposal(name, path, said["package"], repository)


def _proposal(name: str, path: str, crate: Mapping[str, Any], repository: Repository) -> Proposal:
    said = _sentence(values.prose(crate.get("description")))
    return command(
        name,
        path=path,
        what=f"The command `{name}`, which `{path}` declares",
        package=package_of("cargo", values.text(crate.get("name")), "cargo install", repository),
        repository=repository,
        told=(said, declared(path)) if said else None,
    )


def _programs(said: Mapping[str, Any], path: str, repository: Repository) -> Iterator[str]:
    crate, declared = said.get("package"), said.get("bin")
    if not isinstance(crate, Mapping):
        return
    for program in declared if isinstance(declared, list) else ():
        if isinstance(program, Mapping):
            yield values.text(program.get("name"))
    if not declared and path.removesuffix("Cargo.toml") + "src/main.rs" in repository.paths:
        yield values.text(crate.get("name"))


def _sentence(text: str) -> str:
    return text if not text or text.endswith((".", "!", "?")) else f"{text}."
