"""JSON reports: a comparison and its decisions as data."""
