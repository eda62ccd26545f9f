"""A pack as slides for a room."""

from frontdoor.ui.asking import reader
from frontdoor.ui.present import show_present

show_present(reader())
