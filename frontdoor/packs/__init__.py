"""Figures and answers as files people take away."""
