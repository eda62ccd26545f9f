"""Packs that are made by themselves when they are due: for whom, which period, from which data, and what was made already."""
