"""Which papers does the committee need, and what is in them?"""

from frontdoor.ui.asking import reader
from frontdoor.ui.packs import show_packs

show_packs(reader())
