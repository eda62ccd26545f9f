"""Who does what by when, and are the targets what was agreed?"""

from frontdoor.ui.accountability import show_accountability
from frontdoor.ui.asking import reader

show_accountability(reader())
