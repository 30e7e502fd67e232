"""Other catalogues: what they harvested themselves is shown here too, and no hearsay."""
