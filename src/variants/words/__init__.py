"""Beads to word links."""
