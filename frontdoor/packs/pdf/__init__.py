"""A pack as a PDF report."""
