"""The values that everything else speaks about: frozen, complete, without I/O."""
