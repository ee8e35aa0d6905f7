"""Words that all views share: decisions, marks, states, counts, and text made safe to print."""
