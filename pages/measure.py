"""How are we doing on one measure?"""

from functools import partial

from frontdoor.ui.asking import measure_answer, reader
from frontdoor.ui.commentary import show_commentary
from frontdoor.ui.measure import show_measure
from frontdoor.ui.measure_choice import chosen_measure

key = chosen_measure(reader())
show_measure(measure_answer(key, reader()), partial(show_commentary, reader(), key))
