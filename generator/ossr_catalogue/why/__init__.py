"""Why something is listed or not: what was looked for, found and refused, when, and what to do.

One computation for the pages of the sources, `sources.json` and `ossr-catalogue why`.
"""
