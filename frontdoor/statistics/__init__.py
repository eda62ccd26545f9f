"""Numbers in, numbers out: one statistical method per file, with no business words and no reading or writing."""
