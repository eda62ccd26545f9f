"""What a person types: python -m frontdoor COMMAND; one file per command."""
