"""What every way to let a finding stand asks: where it lies in its executable, and what silence proves."""

from typing import Final

from ossr_catalogue.model.finding import Finding

_SILENCE_PROVES_NOTHING: Final = frozenset({"CAT", "REF"})
"""Families that need other lists or the network to speak: that they said nothing does not mean much."""


def silence_proves_nothing(codes: frozenset[str]) -> bool:
    """Say whether some rules may have had nothing to go by."""
    return any(code[:3] in _SILENCE_PROVES_NOTHING for code in codes)


def place_within(found: Finding) -> str:
    """Give the JSON Pointer of a finding from its executable on; the whole where none is meant."""
    steps = found.pointer.split("/")
    return "".join(f"/{step}" for step in steps[3:]) if steps[1:2] == ["executables"] else found.pointer
