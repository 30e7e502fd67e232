"""`index.json`, the contract, and the full document of each executable behind it.

`build` puts the whole together, `entry` says one executable, `needs` its numbers, `component` where it comes
from, `document` all that is known of it. Its promise is written in `schemas/index-1.schema.json`.
"""
