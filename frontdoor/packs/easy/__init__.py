"""A pack as an Easy Read draft."""
