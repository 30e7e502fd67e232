"""From the catalogue's values to files: pages, index, doors, search."""
