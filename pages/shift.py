"""Are people moving online, what did it save, and who was left behind?"""

from frontdoor.ui.asking import reader
from frontdoor.ui.shift import show_shift

show_shift(reader())
