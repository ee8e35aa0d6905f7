"""The nouns, one file each; a module imports each noun from its own file."""
