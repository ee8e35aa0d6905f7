"""Sentences to beads."""
