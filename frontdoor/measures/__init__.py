"""The catalogue: each measure is a value."""
