"""The linter's configuration file: found, read, described, added to."""
