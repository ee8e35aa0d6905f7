"""Anchors: places of a decision in a text that has changed since."""
