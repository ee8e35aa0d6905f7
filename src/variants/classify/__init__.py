"""Word links to variants and entries."""
