"""An edition on disk: its texts, its settings and its log of decisions."""
