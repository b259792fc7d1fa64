"""The benchmark: made data, measured answers, one table. `make bench` runs it."""
