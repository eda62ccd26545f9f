"""Whether words are easy to read."""
