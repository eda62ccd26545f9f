"""What people decide and write, kept apart from the figures: dated targets, pending changes, events, audit."""
