"""What figures do we hold?"""

from frontdoor.ui.asking import data_answer, reader
from frontdoor.ui.data import show_data

show_data(data_answer(reader()))
