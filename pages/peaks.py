"""When do people need us, and are we there?"""

from frontdoor.ui.asking import reader
from frontdoor.ui.peaks import show_peaks

show_peaks(reader())
