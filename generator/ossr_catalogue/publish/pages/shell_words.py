"""Words of a command as a shell reads them: each stays one word, and none is taken for an option."""

import shlex
from urllib.parse import unquote, urlsplit

Words = list[str]


def lines(*commands: Words) -> str:
    """Write commands, one a line, every word quoted that needs it."""
    return "\n".join(shlex.join(command) for command in commands)


def words_of(command: str) -> Words:
    """Read a command as one program and its arguments, never as a script of a shell."""
    try:
        return shlex.split(command) or [command]
    except ValueError:
        return [command]


def local_name(location: str) -> str:
    """Give the file as it is called after fetching it.

    >>> local_name("notes/a.ipynb"), local_name("--help"), local_name("https://example.org/.bashrc?x")
    ('notes/a.ipynb', './--help', 'bashrc')
    """
    if "://" not in location:
        return f"./{location}" if location.startswith("-") else location
    # A download writes where the reader stands: never over a hidden file of theirs.
    return unquote(urlsplit(location).path).rpartition("/")[2].lstrip(".-") or "download"
