"""Rules over documents. A rule is one file in `rules/`; it is found by being there."""
