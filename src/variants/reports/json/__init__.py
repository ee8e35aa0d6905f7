"""The JSON format of an edition."""
