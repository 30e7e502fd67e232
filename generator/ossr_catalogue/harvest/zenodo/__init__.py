"""The OSSR at Zenodo: a community, its records, and the files that they hold."""
