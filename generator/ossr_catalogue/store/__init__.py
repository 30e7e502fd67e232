"""The harvest's memory: what was found, from where, when, with what result; SQLite."""
