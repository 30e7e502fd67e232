"""The files inside an archive, without downloading it."""
