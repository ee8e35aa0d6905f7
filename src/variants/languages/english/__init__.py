"""English: one file for each kind of words; ``general_words`` has the language that they make."""
