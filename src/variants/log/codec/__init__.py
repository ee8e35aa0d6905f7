"""Lines of the log and the events they hold."""
