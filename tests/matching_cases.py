"""Executables and platforms to be judged by Python and by the browser: the golden table, and random ones."""

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

import yaml

import sample_catalogue as sample
from ossr_catalogue.matching import Verdict, match
from ossr_catalogue.model.executable import Executable, Profile
from ossr_catalogue.model.kinds import KINDS, Kind, kind_of
from ossr_catalogue.model.kinds.docker_container import DockerContainer
from ossr_catalogue.model.kinds.kind import UnknownKind
from ossr_catalogue.model.plain import plain
from ossr_catalogue.model.platform import Limits, Platform, Requirement
from ossr_catalogue.model.quantity import Number, Range, parse_bytes, parse_duration
from ossr_catalogue.model.resources import Compute, Gpus, Needs, Storage
from ossr_catalogue.publish.doors.platforms import platform_fields
from ossr_catalogue.publish.index.entry import entry_fields
from sample_site import SETTINGS

TABLE: Final = Path(__file__).with_name("matching_table.yml")
ALL_TYPES: Final = tuple(kind.urn for kind in KINDS)
Row = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One question, in values."""

    executable: Executable
    platform: Platform
    profile: Profile | None = None

    def verdict(self) -> Verdict:
        """Ask Python."""
        return match(self.executable, self.platform, self.profile)

    def published(self) -> str:
        """Give it as other programs see it, in JSON: an entry of the index, an item of the platforms."""
        entry = replace(_ENTRY, executable=self.executable)
        return json.dumps(
            {
                "executable": entry_fields(entry, replace(SETTINGS, platforms=())),
                "platform": plain(platform_fields(self.platform)),
                "profile": self.profile.name if self.profile else None,
            }
        )


_ENTRY: Final = sample.of_every_type()[0]


def golden() -> list[Row]:
    """Give the rows of the golden table, with `verdict` as fit, reason and constraint."""
    rows: list[Row] = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
    return rows


def case_of(row: Row) -> Case:
    """Read a row of the table."""
    profiles = {name: _needs(needs, None) for name, needs in row.get("profiles", {}).items()}
    named = {name: Profile(name=name, needs=needs) for name, needs in profiles.items()}
    executable = sample.executable(
        _kind(row),
        row["case"],
        needs=_needs(row["needs"], row.get("storage")),
        profiles=tuple(named.values()),
    )
    platform = Platform(
        id="p",
        title="P",
        description="D",
        homepage="https://example.org/",
        types=tuple(row.get("types", ALL_TYPES)),
        limits=_limits(row["limits"]),
        architectures=tuple(row.get("architectures", ())),
        requires=tuple(map(Requirement, row.get("requires", ()))),
    )
    return Case(executable=executable, platform=platform, profile=named.get(row.get("profile", "")))


def _kind(row: Row) -> Kind:
    urn = row.get("type", "urn:types/jupyter-notebook")
    kind = kind_of(urn)
    if kind is None:
        return UnknownKind(type=urn)
    own = {key: row[key] for key in ("image", "privileged") if key in row}
    return kind.from_plain({"location": "a/file", "command": "run", **own})


def _needs(rows: Row | list[Row], storage: list[Any] | None) -> Needs:
    computes = rows if isinstance(rows, list) else [rows] if rows else []
    storages = storage if storage and isinstance(storage[0], list) else [storage] if storage else []
    return Needs(
        compute=tuple(map(_compute, computes)),
        storage=tuple(Storage(size_bytes=_range(pair)) for pair in storages),
    )


def _compute(row: Row) -> Compute:
    ranges = {name: _range(pair) for name, pair in row.items() if name != "architecture"}
    gpus = Gpus(count=ranges.get("gpus") or Range(), memory_bytes=ranges.get("gpu-memory"))
    return Compute(
        nodes=ranges.get("nodes"),
        cores=ranges.get("cores"),
        memory_bytes=ranges.get("memory"),
        gpus=gpus if "gpus" in ranges or "gpu-memory" in ranges else None,
        architecture=row.get("architecture"),
        walltime_seconds=ranges.get("walltime"),
    )


def _range(pair: list[Any]) -> Range:
    least, most = pair
    unbounded = most == "unbounded"
    return Range(minimum=_amount(least), maximum=None if unbounded else _amount(most), unbounded=unbounded)


def _amount(written: Any) -> Any:  # noqa: ANN401 - text with a unit, a number, or nothing
    if not isinstance(written, str):
        return written
    return (parse_duration if written.startswith("P") else parse_bytes)(written).value


def _limits(row: Row) -> Limits:
    known = {name: _amount(value) for name, value in row.items()}
    return Limits(
        cores=known.get("cores"),
        memory_bytes=known.get("memory"),
        storage_bytes=known.get("storage"),
        gpus=known.get("gpus"),
        gpu_memory_bytes=known.get("gpu-memory"),
        nodes=known.get("nodes"),
        walltime_seconds=known.get("walltime"),
    )


def random_cases(count: int, seed: int) -> Iterator[Case]:
    """Give cases by chance, the same for the same seed; small amounts and close ones are frequent."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    for number in range(count):
        yield _random_case(chance, f"case {number}")


def _random_case(chance: random.Random, title: str) -> Case:
    profile = Profile(name="small", needs=_random_needs(chance))
    executable = sample.executable(
        _random_kind(chance), title, needs=_random_needs(chance), profiles=(profile,)
    )
    platform = Platform(
        id="p",
        title="P",
        description="D",
        homepage="https://example.org/",
        types=ALL_TYPES if chance.random() < 0.8 else tuple(chance.sample(ALL_TYPES, 3)),
        limits=_random_limits(chance),
        architectures=tuple(chance.sample(_ARCHITECTURES, chance.choice((0, 1, 2)))),
        requires=tuple(chance.sample(tuple(Requirement), chance.choice((0, 0, 1, 2)))),
    )
    return Case(executable=executable, platform=platform, profile=chance.choice((None, None, profile)))


_ARCHITECTURES: Final = ("amd64", "arm64", "ppc64le")


def _random_kind(chance: random.Random) -> Kind:
    kind = chance.choice((*KINDS, DockerContainer, DockerContainer, UnknownKind))
    if kind is UnknownKind:
        return UnknownKind(type="urn:types/quantum-circuit")
    if kind is not DockerContainer:
        return kind.from_plain({"location": "a/file", "command": "run"})
    image = replace(
        sample.IMAGE,
        digest=chance.choice((None, sample.DIGEST)),
        architecture=chance.choice((None, *_ARCHITECTURES)),
    )
    return DockerContainer(image=image, privileged=chance.random() < 0.2)


def _random_needs(chance: random.Random) -> Needs:
    return Needs(
        compute=tuple(_random_compute(chance) for _ in range(chance.choice((0, 1, 1, 1, 2, 3)))),
        storage=tuple(
            Storage(size_bytes=_maybe(chance, _random_bytes)) for _ in range(chance.choice((0, 0, 1, 2)))
        ),
    )


def _random_compute(chance: random.Random) -> Compute:
    gpus = Gpus(count=_maybe(chance, _random_few) or Range(), memory_bytes=_maybe(chance, _random_bytes))
    return Compute(
        nodes=_maybe(chance, _random_few, 0.3),
        cores=_maybe(chance, _random_cores, 0.9),
        memory_bytes=_maybe(chance, _random_bytes, 0.9),
        gpus=gpus if chance.random() < 0.3 else None,
        architecture=chance.choice((None, None, *_ARCHITECTURES)),
        walltime_seconds=_maybe(chance, _random_seconds, 0.4),
    )


def _random_limits(chance: random.Random) -> Limits:
    def known(amount: Number) -> Any:  # noqa: ANN401 - as the field
        return amount if chance.random() < 0.8 else None

    return Limits(
        cores=known(_random_cores(chance)),
        memory_bytes=known(_random_bytes(chance)),
        storage_bytes=known(_random_bytes(chance)),
        gpus=known(_random_few(chance)),
        gpu_memory_bytes=known(_random_bytes(chance)),
        walltime_seconds=known(_random_seconds(chance)),
        nodes=known(_random_few(chance)),
    )


def _maybe(chance: random.Random, amount: Any, probability: float = 0.7) -> Range | None:  # noqa: ANN401
    """Give a range by chance: of one value, of two, with one end, without end, empty."""
    if chance.random() > probability:
        return None
    least, most = sorted((amount(chance), amount(chance)))
    return Range(
        minimum=chance.choice((None, least, least, least)),
        maximum=(maximum := chance.choice((None, least, most, most))),
        unbounded=maximum is None and chance.random() < 0.3,
    )


def _random_bytes(chance: random.Random) -> int:
    near = chance.choice((10**3, 10**9, 10**12, 2**30, 2**40, 2**53, 2**60, 240 * 10**9))
    about = (near, near, near - 1, near + 1, near + 2, round(near * chance.uniform(0.1, 4)), 0)
    return chance.choice(about)


def _random_cores(chance: random.Random) -> Number:
    return chance.choice(
        (0, 0.1, 0.2, 0.3, 0.5, 1, 1.5, 2, 4, 64, 2.0, round(chance.uniform(0, 9), 3), 1e-05)
    )


def _random_few(chance: random.Random) -> int:
    return chance.choice((0, 1, 1, 2, 4, 8))


def _random_seconds(chance: random.Random) -> int:
    return chance.choice((0, 1, 90, 600, 601, 3600, 5400, 86_400, 864_000, 684_000, chance.randrange(10**6)))
