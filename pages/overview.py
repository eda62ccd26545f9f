"""Are we keeping our promises?"""

from frontdoor.ui.asking import overview_answer, reader
from frontdoor.ui.overview import show_overview

show_overview(overview_answer(reader()))
