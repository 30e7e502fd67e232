"""Crawl the sources, and bring home lists, drafts and metadata as bytes with their origin."""
