"""Executable and platform → verdict with the one constraint that binds; and the link that launches it there.

Pure: values in, values out, nothing but Python and the model. `verdict` compares, `measures` lists what is
compared, `conditions` what else a platform insists on, `chosen` puts amounts in the place of declared ranges,
`links` fills the platforms' templates.
"""

from ossr_catalogue.matching.chosen import Chosen
from ossr_catalogue.matching.links import Launch, launch, launch_url, launches
from ossr_catalogue.matching.verdict import Fit, Verdict, compare, match, matches

__all__ = [
    "Chosen",
    "Fit",
    "Launch",
    "Verdict",
    "compare",
    "launch",
    "launch_url",
    "launches",
    "match",
    "matches",
]
