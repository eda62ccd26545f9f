"""A pack as slides for a room: one screen each, stepped through with keys, a clicker or a finger."""
