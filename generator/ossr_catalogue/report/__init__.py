"""Findings as text for people and machines: one file per format, listed in `FORMATS`."""
