"""Groups of options in the help of a command."""

SELECTION = "Selection"
APPEARANCE = "Appearance"
OUTPUT = "Output"
TEXTS = "Texts"
METHOD = "Method"
GROUPS = (SELECTION, APPEARANCE, OUTPUT, TEXTS, METHOD)
"""Groups in the order of the help."""
