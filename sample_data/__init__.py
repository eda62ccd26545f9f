"""Invented data of fictional councils: no figure here belongs to a real council or person."""
