"""Reads export files through a source, checks every row, rejects with line and reason, and hands records to the warehouse."""
