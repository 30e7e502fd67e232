"""Recognise the licence whose text a repository carries, where the text can be of only one."""

import re
from typing import Final

from ossr_catalogue.harvest.metadata.metadata import Metadata

_MAX_LETTERS: Final = 60_000
_MARKS: Final = (
    ("Apache-2.0", ("apache license version 2.0, january 2004",), ()),
    ("MPL-2.0", ("mozilla public license version 2.0",), ()),
    (
        "BSD-3-Clause",
        ("redistribution and use in source and binary forms", "neither the name"),
        ("advertising",),
    ),
    (
        "BSD-2-Clause",
        ("redistribution and use in source and binary forms",),
        ("neither the name", "advertising"),
    ),
    (
        "MIT",
        ("permission is hereby granted, free of charge, to any person obtaining a copy",),
        ("advertising",),
    ),
)
"""Licence, what its text holds, and what it must not hold. GNU's don't say whether later versions apply."""


def read(content: bytes, path: str) -> Metadata:  # noqa: ARG001 - every reader is called alike
    """Read the file; a text that holds several licences names none."""
    letters = content.decode("utf-8", "replace")[:_MAX_LETTERS].lower()
    text = " ".join(re.findall(r"[^\s*#>_=]+", letters))
    fitting = [
        name
        for name, marks, others in _MARKS
        if all(mark in text for mark in marks) and not any(other in text for other in others)
    ]
    return Metadata(licence=fitting[0] if len(fitting) == 1 else "")
