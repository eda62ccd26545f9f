"""How satisfied are people with us?"""

from frontdoor.ui.asking import reader, satisfaction_answer
from frontdoor.ui.question_choice import chosen_question
from frontdoor.ui.satisfaction import show_satisfaction

key = chosen_question(reader())
show_satisfaction(satisfaction_answer(key, reader()))
