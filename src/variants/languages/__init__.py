"""What the stages know of a language."""
