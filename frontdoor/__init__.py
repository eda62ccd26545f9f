"""Frontdoor tells a council whether it is keeping the promises in its customer strategy."""
