"""How large things are on a slide, in pixels of a screen of 1920 by 1080, and how many lines words take there."""

from frontdoor.packs.svg.words import width_of

WIDTH, HEIGHT = 1920, 1080
INSIDE = 1744  # between the margins at the left and the right
BESIDE = 1268  # of a picture that stands beside facts
QUESTION, LEAD, HEAD, SUBTITLE, SMALLEST = 28, 30, 32, 24, 24
TITLES = (56, 48, 42)
"""Of these the largest at which a title takes two lines."""

MOST_TITLE_LINES = 2
MOST_LEAD_LINES = 2
AROUND = 244  # margins at the top and the bottom, the question and the foot, and what is free between them
TITLE_LINE, LINE = 1.15, 1.35  # of the size, from one line to the next
HEAD_ROOM = 84  # a picture's own title and what is plotted


def lines_of(words: str, size: float, width: float, *, is_bold: bool = False) -> int:
    """Return how many lines the words take, broken between words as a browser breaks them."""
    lines, used, space = 0, 0.0, width_of(" ", size, is_bold)
    for line in words.split("\n") if words else ():
        lines, used = lines + 1, 0.0
        for word in line.split():
            long = width_of(word, size, is_bold)
            if used and used + space + long > width:
                lines, used = lines + 1, long
            else:
                used += long + (space if used else 0.0)
    return lines


def title_size(title: str) -> int:
    """Return the size of a title: the largest at which it takes two lines, else the smallest there is."""
    fitting = (size for size in TITLES if lines_of(title, size, INSIDE, is_bold=True) <= MOST_TITLE_LINES)
    return next(fitting, TITLES[-1])


def room_below(title: str, lead: str, question: str = "") -> float:
    """Return how high what stands below a title and its lead may be; a long question takes more than its one line."""
    size = title_size(title)
    above = lines_of(title, size, INSIDE, is_bold=True) * size * TITLE_LINE
    above += max(lines_of(question, QUESTION, INSIDE, is_bold=True) - 1, 0) * QUESTION * LINE
    return HEIGHT - AROUND - above - (lines_of(lead, LEAD, INSIDE) * LEAD * LINE + 8 if lead else 0)
