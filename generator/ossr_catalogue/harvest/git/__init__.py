"""Git repositories on any host: an address, a handful of commands, and nothing that runs."""
