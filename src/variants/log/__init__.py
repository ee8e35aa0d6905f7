"""What editors decided: remembered words, the log, and how its decisions stand now."""
