"""Harvest, lint and publish the executables of the OSSR.

Importing this package loads nothing else: the linter starts in a fraction of a second because of it.
"""

__version__ = "0.1.0"

HOME_URL = "https://escape-ossr.github.io/ossr-catalogue/"
"""Where the project publishes its own catalogue: the rules' pages and the schemas."""
