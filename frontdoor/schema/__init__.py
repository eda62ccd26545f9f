"""Every table that crosses a layer: its columns, their types and what one row is."""
