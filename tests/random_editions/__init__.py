"""Random editions with logs, and a plain reading of every report on them."""
