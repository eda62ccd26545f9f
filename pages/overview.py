"""Are we keeping our promises?"""

from frontdoor.ui.asking import overview_answer, reader
from frontdoor.ui.overview import show_overview, with_overdue

show_overview(with_overdue(overview_answer(reader()), reader()))
