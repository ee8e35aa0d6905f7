"""Commands of the program, one file each."""
