"""A pack as PowerPoint slides."""
