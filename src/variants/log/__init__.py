"""The log of decisions: its events, their lines, the stores, and access for reading and writing."""
