"""Turns the inputs under sources/ into the tables of the pack: `python -m geodata.panevezys.build`."""
