"""Generations of stored data: build, publish, open, ask and undo; the only layer beside intake that knows DuckDB."""
