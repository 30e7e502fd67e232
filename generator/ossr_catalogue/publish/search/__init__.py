"""The search index: static files that a page reads as far as a question needs them.

`words` cuts texts into words, `weighing` says how much a word says about what it stands in, `packing` makes
files of both, `building` puts it together. What is typed is cut and weighed in the page: `assets/find.js`.
"""

from ossr_catalogue.publish.search.building import FOLDER, Text, build_index

__all__ = ["FOLDER", "Text", "build_index"]
