"""PAR023: the merge key of YAML 1.1."""

from ossr_catalogue.lint.rule import ProblemRule
from ossr_catalogue.lint.sound import SOUND_YAML
from ossr_catalogue.model.finding import Severity


class YamlMergeKey(ProblemRule):
    """Keys are written out, not merged with `<<`."""

    code, name, severity = "PAR023", "yaml-merge-key", Severity.ERROR
    kinds = ("yaml-merge-key",)
    why = (
        "`<<` merges a mapping into another in YAML 1.1; YAML 1.2 has dropped it, and JSON never had it. "
        "Programs disagree on what it means, so it is not followed: the keys that it stands for would be "
        "missing."
    )
    good = (SOUND_YAML + "    compute-resources:\n      - &small {cores: 1}\n      - *small\n",)
    bad = (
        SOUND_YAML
        + "    compute-resources:\n      - &small {cores: 1}\n      - <<: *small\n        nodes: 1\n",
    )
    points_at = ("<<",)
    source = "https://yaml.org/type/merge.html"
