"""A pack as a workbook: a sheet for every table, with its notes, its numbers and its chart."""
