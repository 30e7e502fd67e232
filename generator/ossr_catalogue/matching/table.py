"""What verdicts are made of, as data: for the browser, and for any program that wants to judge as we do."""

from typing import Any

from ossr_catalogue.matching.measures import MEASURES, Measure
from ossr_catalogue.matching.words import WORDS
from ossr_catalogue.model.kinds import KINDS
from ossr_catalogue.model.kinds.docker_container import DockerContainer
from ossr_catalogue.model.quantity import BYTES_IN, SECONDS_IN


def matching_table() -> dict[str, Any]:
    """Give units, kinds, measures and sentences, in the order in which they count."""
    return {
        "units": {"bytes": BYTES_IN, "seconds": SECONDS_IN},
        "kinds": {kind.urn: {"label": kind.label, "plural": kind.plural} for kind in KINDS},
        "container": DockerContainer.urn,
        "measures": [_measure(measure) for measure in MEASURES],
        "words": WORDS,
    }


def _measure(measure: Measure) -> dict[str, Any]:
    resources, key = measure.published
    return {
        "name": measure.name,
        "question": measure.question,
        "noun": measure.noun,
        "unit": measure.unit,
        "resources": resources,
        "key": key,
        "limit": measure.limit,
        "longest": measure.longest,
        "always": measure.always,
        "essential": measure.essential,
        "of_each": measure.of_each,
    }
