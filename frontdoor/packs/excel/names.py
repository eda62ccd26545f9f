"""Names of sheets as Excel takes them: at most 31 letters, none of its forbidden signs, no two alike."""

from frontdoor.packs.excel.values import letters

LONGEST = 31  # UTF-16 letters; Excel specifications and limits
FORBIDDEN = str.maketrans({**dict.fromkeys('[]:*?/\\<>"', " "), "'": "’", "&": "+"})
"""Signs a name must not have, and those that would have to be escaped wherever a chart names its sheet."""


def sheet_name(number: int, title: str) -> str:
    """Return '12 Answered within 60 seconds': the number makes it the only one of its name."""
    words = " ".join("".join(letter for letter in title.translate(FORBIDDEN) if letter.isprintable()).split())
    name = f"{number} {words}".strip()
    if letters(name) > LONGEST:
        while letters(name) > LONGEST:
            name = name[:-1]
        whole = name.rsplit(" ", 1)[0]
        name = whole if len(whole) > LONGEST // 2 else name
    return name.rstrip(" .,;–’")
