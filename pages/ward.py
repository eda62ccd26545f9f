"""What happens in my ward, and who is my councillor?"""

from frontdoor.ui.asking import reader
from frontdoor.ui.ward import show_my_ward

show_my_ward(reader())
