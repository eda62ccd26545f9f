"""Figures as vector pictures, drawn without a browser."""
