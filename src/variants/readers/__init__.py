"""Files to witnesses; ``formats`` lists what can be read."""
