"""Do we answer complaints in time, and put things right?"""

from frontdoor.ui.asking import complaints_answer, reader
from frontdoor.ui.complaints import show_complaints

show_complaints(complaints_answer(reader()))
