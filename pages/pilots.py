"""What have we tried, did it work, and what should we do now?"""

from frontdoor.ui.asking import reader
from frontdoor.ui.pilots import show_pilots

show_pilots(reader())
