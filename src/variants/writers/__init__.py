"""Collations to reports."""
