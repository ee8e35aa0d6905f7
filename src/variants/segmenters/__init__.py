"""Witnesses to sentences."""
