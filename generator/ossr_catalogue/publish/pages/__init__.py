"""Pages for people: values for the templates of `catalogue/theme/pages/`, stamped into one shell."""
