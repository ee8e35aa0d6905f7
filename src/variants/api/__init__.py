"""The Python interface; its names are exported by ``variants``."""
