"""Readers: functions that turn files into witnesses; ``formats`` lists them."""
