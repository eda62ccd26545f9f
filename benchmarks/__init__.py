"""Measures speed and size as ratios in one run: `python -m benchmarks`, written to docs/benchmarks.md."""
