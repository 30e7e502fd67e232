"""The exceptions that a user can act on, one class per whose turn it is.

Bad *data* is never an exception but a finding (`model.finding`); these are for what stops a command.
"""


class CatalogueError(Exception):
    """Base of all: its text says where, what was found, what was expected, what to do."""


class UsageError(CatalogueError):
    """The caller asked for something that cannot be: a wrong path, an unknown rule, a bad setting."""


class NothingFoundError(CatalogueError):
    """There was nothing to work on, for instance no executables list in the folder."""


class MissingExtraError(CatalogueError):
    """A command needs packages that only an extra installs."""

    def __init__(self, package: str, extra: str = "catalogue") -> None:
        super().__init__(
            f"this command needs the package {package!r}, which is not installed; "
            f"install it with: pip install 'ossr-catalogue[{extra}]'"
        )


class SourceError(CatalogueError):
    """A source did not answer as it should: the network, a host, a repository; the run goes on without it."""


class StoreError(CatalogueError):
    """The harvest's memory cannot be read or written just now; what was in it is still there."""


class QuantityError(CatalogueError):
    """A text is not a quantity; `advice` is what its writer can do, ready to print."""

    def __init__(self, message: str, *, advice: str, problem: str) -> None:
        super().__init__(message)
        self.advice = advice
        self.problem = problem


class PublishError(CatalogueError):
    """The catalogue cannot be written, and nothing of it has been."""
